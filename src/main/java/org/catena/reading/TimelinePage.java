package org.catena.reading;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * When articles appeared, as far as is known; what was said first and repeated later; who
 * takes another stance later.
 *
 * @param line the articles on a line; null when none has a date
 * @param undated articles whose date is not known
 * @param older how many articles are too old for the line
 * @param known which article was the first to speak of which points
 * @param chains claims that later articles agree with
 * @param repetitions quotes that later articles have in nearly the same words
 * @param partly whether only the newest quotes were searched for repetitions
 * @param turns claimants that take different stances on one point
 */
record TimelinePage(@Nullable Line line, List<ArticleRow> undated, int older, List<Known> known, Chains chains,
		Chains repetitions, boolean partly, List<Turn> turns) {

	/**
	 * The picture: a line of days with a bar for each article, from the first day on
	 * which it can have appeared to the last.
	 *
	 * @param bars the bars, the earliest first
	 * @param ticks the marked days
	 * @param height of the picture, in its own units
	 */
	record Line(List<Bar> bars, List<Tick> ticks, int height) {

		/** Units of the picture for the names at its left, and for the days. */
		static final int NAMES = 210;

		static final int DAYS = 700;

		private static final int ROW = 34;

		private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

		private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);

		static Line of(List<Dated> dated) {
			LocalDate first = dated.stream()
				.map(Dated::knownEarliest)
				.min(LocalDate::compareTo)
				.orElseThrow()
				.minusDays(1);
			LocalDate last = dated.stream().map(Dated::knownLatest).max(LocalDate::compareTo).orElseThrow().plusDays(2);
			long days = Math.max(1, ChronoUnit.DAYS.between(first, last));
			List<Bar> bars = new ArrayList<>();
			for (Dated article : dated) {
				int from = place(article.earliest(), first, days);
				int to = place(article.latest().plusDays(1), first, days);
				bars.add(new Bar(article.row(), from, Math.max(6, to - from), 40 + bars.size() * ROW,
						article.earliest().equals(article.latest())));
			}
			List<Tick> ticks = new ArrayList<>();
			long step = Math.max(1, Math.round(days / 8.0));
			for (long day = 0; day <= days; day += step) {
				LocalDate date = first.plusDays(day);
				ticks.add(new Tick(place(date, first, days), ((days > 300) ? MONTH : DAY).format(date)));
			}
			return new Line(bars, ticks, 40 + bars.size() * ROW + 8);
		}

		private static int place(LocalDate date, LocalDate first, long days) {
			long day = Math.max(0, Math.min(days, ChronoUnit.DAYS.between(first, date)));
			return NAMES + (int) Math.round(DAYS * (double) day / days);
		}

	}

	/**
	 * An article with the days on which it can have appeared.
	 *
	 * @param row the article
	 * @param earliest the first of these days
	 * @param latest the last of them
	 */
	record Dated(ArticleRow row, LocalDate earliest, LocalDate latest) {

		/** The first day, or where only the last is known, that one. */
		LocalDate knownEarliest() {
			return (this.earliest.getYear() > 1) ? this.earliest : this.latest;
		}

		/** The last day, or where only the first is known, that one. */
		LocalDate knownLatest() {
			return (this.latest.getYear() < 9999) ? this.latest : this.earliest;
		}

	}

	/**
	 * A bar of the picture.
	 *
	 * @param article the article
	 * @param x where it begins
	 * @param width how long it is
	 * @param y its row
	 * @param certain whether the day is certain
	 */
	record Bar(ArticleRow article, int x, int width, int y, boolean certain) {
	}

	/**
	 * A marked day.
	 *
	 * @param x where it is
	 * @param label the day
	 */
	record Tick(int x, String label) {
	}

	/**
	 * The points of which an article was the first to speak. Where days are uncertain,
	 * the last possible one counts.
	 *
	 * @param article the article
	 * @param points the points, in order
	 * @param soFar of how many points something was said when it had appeared
	 */
	record Known(ArticleRow article, List<ClaimRow.PointRef> points, int soFar) {
	}

	/**
	 * Chains of claims.
	 *
	 * @param shown the longest
	 * @param total how many there are
	 */
	record Chains(List<Chain> shown, int total) {
	}

	/**
	 * Claims of different articles that belong together, one of each article.
	 *
	 * @param first the claim of the earliest article
	 * @param later the others, in the order of their articles
	 * @param more how many later articles are left out
	 */
	record Chain(ClaimRow first, List<ClaimRow> later, int more) {

		/** Later claims at most. */
		static final int MOST = 8;

	}

	/**
	 * A claimant that is said to take different stances on the same point.
	 *
	 * @param claimant the claimant
	 * @param point the point
	 * @param claims the claims that are not neutral, in the order of their articles
	 */
	record Turn(ClaimRow.AgentLink claimant, ClaimRow.PointRef point, List<ClaimRow> claims) {
	}

}
