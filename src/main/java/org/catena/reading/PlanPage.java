package org.catena.reading;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.catena.annotation.Stance;
import org.catena.reading.PlansPage.CrosswalkLink;
import org.jspecify.annotations.Nullable;

/**
 * A plan with its points and what is claimed on them.
 *
 * @param slug the plan's name in addresses
 * @param title its title
 * @param about which text it is
 * @param known how much of it is known, and when it came about
 * @param limits what could not be seen of its text
 * @param differences how published versions differ as a whole
 * @param order the order of the points
 * @param points its points, in that order
 * @param witnesses the pages in which parts of it were seen
 * @param matters the matters in which articles on the plan are opposed
 * @param crosswalks the crosswalks in which it stands
 */
record PlanPage(String slug, String title, String about, Knowledge known, @Nullable String limits,
		List<String> differences, Order order, List<PointRow> points, List<WitnessRow> witnesses, List<Matter> matters,
		List<CrosswalkLink> crosswalks) {

	/** Contested points that are named before the table at most. */
	private static final int MOST_NAMED = 6;

	/** The points that claims are opposed on, the most contested first. */
	public List<PointRow> contested() {
		return this.points.stream()
			.filter(PointRow::isContested)
			.sorted(Order.CONTEST.comparator())
			.limit(MOST_NAMED)
			.toList();
	}

	/** The points that are told otherwise than they are written, most often first. */
	public List<PointRow> toldOtherwise() {
		return this.points.stream()
			.filter((point) -> point.discrepancies() > 0)
			.sorted(Comparator.comparingInt(PointRow::discrepancies).reversed().thenComparingInt(PointRow::number))
			.limit(MOST_NAMED)
			.toList();
	}

	/** The points of which no claim speaks, by number. */
	public List<PointRow> silent() {
		return this.points.stream()
			.filter((point) -> point.stances().total() == 0)
			.sorted(Comparator.comparingInt(PointRow::number))
			.toList();
	}

	/** The orders that can be chosen. */
	public List<Order> orders() {
		return List.of(Order.values());
	}

	/**
	 * In which order points stand.
	 */
	enum Order {

		/** By their numbers. */
		NUMBER("by number", Comparator.comparingInt(PointRow::number)),
		/** Those first of which most claims speak. */
		ATTENTION("by attention",
				Comparator.comparingInt((PointRow point) -> -point.stances().total())
					.thenComparingInt(PointRow::number)),
		/**
		 * Those first on which most pairs of claims are opposed; then those that are both
		 * supported and opposed; then those that are told otherwise most often.
		 */
		CONTEST("by contest",
				Comparator.comparingInt((PointRow point) -> -point.contradictions())
					.thenComparing((point) -> !point.hasOpposingStances())
					.thenComparingInt((point) -> -point.discrepancies())
					.thenComparingInt((point) -> -point.stances().total())
					.thenComparingInt(PointRow::number));

		private final String label;

		private final Comparator<PointRow> comparator;

		Order(String label, Comparator<PointRow> comparator) {
			this.label = label;
			this.comparator = comparator;
		}

		/** The order of an address; the first where it names none. */
		static Order of(@Nullable String word) {
			for (Order order : values()) {
				if (order.word().equals(word)) {
					return order;
				}
			}
			return NUMBER;
		}

		/** The value as addresses write it. */
		public String word() {
			return name().toLowerCase(Locale.ROOT);
		}

		public String label() {
			return this.label;
		}

		Comparator<PointRow> comparator() {
			return this.comparator;
		}

	}

	/**
	 * How much of a plan is known.
	 *
	 * @param inPart whether it is known from reports only
	 * @param published when it was published or came about, in words
	 * @param publishedBasis on what kind of evidence that rests, as a word
	 * @param publishedEvidence on what that rests
	 * @param count how many points it is said to have
	 * @param countBasis on what kind of evidence that rests, as a word
	 * @param countEvidence on what that rests
	 */
	record Knowledge(boolean inPart, String published, @Nullable String publishedBasis,
			@Nullable String publishedEvidence, @Nullable Integer count, @Nullable String countBasis,
			@Nullable String countEvidence) {
	}

	/**
	 * A point in a list.
	 *
	 * @param number from 1
	 * @param title a few words
	 * @param summary the point in our own words
	 * @param theme the name of its theme
	 * @param stances how many claims on it have which stance
	 * @param sources how many sources speak of it
	 * @param contradictions how many contradictions and disputes are between claims on it
	 * @param discrepancies in how many places claims state it otherwise
	 */
	record PointRow(int number, String title, String summary, String theme, StanceCounts stances, int sources,
			int contradictions, int discrepancies) {

		/** Whether some claim supports and some opposes. */
		public boolean hasOpposingStances() {
			return this.stances.counts().containsKey(Stance.SUPPORTS)
					&& this.stances.counts().containsKey(Stance.OPPOSES);
		}

		/** Whether claims on it are opposed, to each other or by their stances. */
		public boolean isContested() {
			return this.contradictions > 0 || hasOpposingStances();
		}

	}

	/**
	 * A matter in which articles are opposed: authorship, for instance, of which no point
	 * speaks.
	 *
	 * @param name the matter in a word
	 * @param contradictions how many pairs of claims contradict each other
	 * @param disputes how many dispute
	 */
	record Matter(String name, int contradictions, int disputes) {
	}

	/**
	 * A page in which parts of the plan were seen.
	 *
	 * @param url its address
	 * @param what what kind of text it is
	 * @param seen which parts were seen in it
	 */
	record WitnessRow(String url, String what, String seen) {
	}

}
