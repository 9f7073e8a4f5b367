package org.catena.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.catena.annotation.Stance;
import org.jspecify.annotations.Nullable;

/**
 * Claims counted by something and by stance, for a table whose rows are drawn as bars on
 * one scale.
 *
 * @param by by what they are counted
 * @param parts what is shown, in order
 * @param others what is not shown, taken together; null when everything is shown
 * @param left how many are taken together
 * @param all every claim that is counted; a claim in several parts counts once
 */
record Tally(By by, List<Part> parts, @Nullable Part others, int left, Part all) {

	/** Rows of a picture at most. */
	static final int MOST = 40;

	/** By what claims are counted. */
	enum By {

		SOURCES("Source", "/sources"), ARTICLES("Article", "/articles"), CLAIMANTS("Claimant", "/agents"),
		POINTS("Point", "/matrix"), THEMES("Theme", "/matrix"), ATTRIBUTION("Whose claim", null),
		TARGETS("Aimed at", null);

		private final String label;

		private final @Nullable String list;

		By(String label, @Nullable String list) {
			this.label = label;
			this.list = list;
		}

		/** What one of them is called. */
		public String label() {
			return this.label;
		}

		/** The word in addresses and ids. */
		public String word() {
			return name().toLowerCase(Locale.ROOT);
		}

		/** Where all of them are listed. */
		public @Nullable String list() {
			return this.list;
		}

	}

	/** All stances as words, in the order of the codebook. */
	public List<String> stances() {
		return Arrays.stream(Stance.values()).map(Stance::word).toList();
	}

	/** The parts of the bar of a part, in the order of the codebook. */
	public List<Segment> segments(Part part) {
		int longest = Math.max(1, this.parts.stream().mapToInt((one) -> one.stances().total()).max().orElse(1));
		List<Segment> segments = new ArrayList<>();
		int before = 0;
		for (StanceCounts.Share share : part.stances().shares()) {
			segments.add(new Segment(share.stance(), share.count(), percent(before, longest),
					percent(share.count(), longest)));
			before += share.count();
		}
		return segments;
	}

	private static String percent(int count, int of) {
		return String.format(Locale.ROOT, "%.2f%%", count * 100.0 / of);
	}

	/**
	 * What is counted.
	 *
	 * @param name its name
	 * @param address its page; null when it has none
	 * @param query what finds its claims, as parameters of a search; null when nothing
	 * does
	 * @param stances how many claims have which stance
	 */
	record Part(String name, @Nullable String address, @Nullable String query, StanceCounts stances) {

		/** The search that shows its claims of a stance; null when nothing finds them. */
		public @Nullable String search(String stance) {
			return (this.query != null) ? claims() + "&stance=" + stance : null;
		}

		/** The search that shows all its claims; null when nothing finds them. */
		public @Nullable String claims() {
			return (this.query != null) ? "/search?in=claims" + (this.query.isEmpty() ? "" : "&" + this.query) : null;
		}

	}

	/**
	 * A piece of a bar.
	 *
	 * @param stance the stance as a word
	 * @param count how many claims have it
	 * @param x where it begins, as a percentage of the width
	 * @param width how long it is, as a percentage
	 */
	record Segment(String stance, int count, String x, String width) {
	}

}
