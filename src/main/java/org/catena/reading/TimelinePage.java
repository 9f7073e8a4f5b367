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
 * @param chains claims that later articles repeat
 * @param turns claimants that take different stances on one point
 */
record TimelinePage(@Nullable Line line, List<ArticleRow> undated, List<Chain> chains, List<Turn> turns) {

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

		static Line of(List<Dated> dated) {
			LocalDate first = dated.stream().map(Dated::earliest).min(LocalDate::compareTo).orElseThrow().minusDays(1);
			LocalDate last = dated.stream().map(Dated::latest).max(LocalDate::compareTo).orElseThrow().plusDays(2);
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
				ticks.add(new Tick(place(date, first, days), DAY.format(date)));
			}
			return new Line(bars, ticks, 40 + bars.size() * ROW + 8);
		}

		private static int place(LocalDate date, LocalDate first, long days) {
			return NAMES + (int) Math.round(DAYS * (double) ChronoUnit.DAYS.between(first, date) / days);
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
	 * Claims of different articles that assert the same.
	 *
	 * @param first the claim of the earliest article
	 * @param later the others, in the order of their articles
	 */
	record Chain(ClaimRow first, List<ClaimRow> later) {
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
