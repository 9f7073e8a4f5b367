package org.catena.annotation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import org.catena.annotation.Reanchored.Candidate;
import org.catena.annotation.Reanchored.Obstacle;
import org.catena.article.TextAlignment;
import org.catena.article.TextSpan;
import org.jspecify.annotations.Nullable;

/**
 * Finds the places of claims in a corrected text. Where the words were kept they are
 * followed; where they were moved or mended they are accepted only if nothing else comes
 * into question. Whatever is in doubt becomes an orphan, with candidates for an editor: a
 * claim that waits is better than one that stands on other words. The idea of weighing
 * words, surroundings and rivals is that of fuzzy anchoring in Hypothesis.
 */
public final class Reanchoring {

	/**
	 * How like the quote other words must be. A misprint or a changed inflection in a
	 * clause stays above; most clauses in which a word was replaced do not.
	 */
	public static final double LEAST_LIKENESS = 0.85;

	/**
	 * How like what stood there before the quote, or after it, what stands there now must
	 * be: two misprints in {@value Anchoring#CONTEXT} code points pass, another sentence
	 * does not, whichever it is.
	 */
	public static final double LEAST_CONTEXT = 0.75;

	/**
	 * By how much a place must surpass any other. Between two places with the same words
	 * it means that one side of the surroundings differs by two fifths.
	 */
	public static final double LEAST_MARGIN = 0.1;

	/** Below this likeness nothing is shown to editors either. */
	private static final double WORTH_SHOWING = 0.5;

	/** The share of a place from which on its words are those of another passage. */
	private static final double ELSEWHERE = 0.5;

	/** The share of a claim that makes the place rival to which it was kept. */
	private static final double PARTED = 0.3;

	private static final int MOST_CANDIDATES = 3;

	private final int[] old;

	private final String to;

	private final int[] text;

	private final TextAlignment alignment;

	private @Nullable WordWindows windows;

	/**
	 * Prepares to follow claims from one text to another.
	 * @param from the text in which they stand
	 * @param to the corrected text
	 */
	public Reanchoring(String from, String to) {
		this.old = from.codePoints().toArray();
		this.to = to;
		this.text = to.codePoints().toArray();
		this.alignment = TextAlignment.of(from, to);
	}

	/**
	 * Follows a claim.
	 * @param claim its place in the earlier text
	 * @param exact the words that were quoted; others stand there where an editor has
	 * accepted changed words before
	 * @param state how it stands in the earlier text
	 * @return what becomes of it
	 */
	public Reanchored follow(TextSpan claim, String exact, AnchoringState state) {
		int[] words = Arrays.copyOfRange(this.old, claim.start(), claim.end());
		int[] quote = exact.codePoints().toArray();
		TextSpan kept = this.alignment.kept(claim);
		List<Candidate> verbatim = verbatim(claim, words, quote);
		if (kept != null) {
			Candidate here = candidate(kept, claim, quote);
			if (!here.agrees()) {
				return orphan(Obstacle.SURROUNDINGS, verbatim);
			}
			if (rival(here, verbatim.stream().filter((other) -> !other.elsewhere()).toList())) {
				return orphan(Obstacle.RIVAL, verbatim);
			}
			boolean same = kept.equals(claim) && state == AnchoringState.EXACT;
			return placed(here, quote, same ? AnchoringState.EXACT : AnchoringState.MOVED);
		}
		if (!verbatim.isEmpty()) {
			Candidate best = verbatim.get(0);
			Obstacle obstacle = obstacle(best, verbatim, claim);
			return (obstacle != null) ? orphan(obstacle, verbatim) : placed(best, quote, AnchoringState.MOVED);
		}
		return fuzzy(claim, words, quote);
	}

	private Reanchored fuzzy(TextSpan claim, int[] words, int[] quote) {
		List<Candidate> candidates = alike(claim, words, quote);
		if (candidates.isEmpty()) {
			return orphan(Obstacle.GONE, candidates);
		}
		Candidate best = candidates.get(0);
		int[] there = points(best.place());
		if (Math.min(best.likeness(), Likeness.of(words, there)) < LEAST_LIKENESS) {
			return orphan(Obstacle.UNLIKE, candidates);
		}
		Obstacle obstacle = obstacle(best, candidates, claim);
		if (obstacle == null
				&& !(SenseWords.same(text(words), best.words()) && SenseWords.same(text(quote), best.words()))) {
			obstacle = Obstacle.SENSE;
		}
		return (obstacle != null) ? orphan(obstacle, candidates) : placed(best, quote, AnchoringState.FUZZY);
	}

	private @Nullable Obstacle obstacle(Candidate best, List<Candidate> all, TextSpan claim) {
		if (best.elsewhere()) {
			return Obstacle.ELSEWHERE;
		}
		if (!best.agrees()) {
			return Obstacle.SURROUNDINGS;
		}
		return (rival(best, all) || isParted(best, claim)) ? Obstacle.RIVAL : null;
	}

	/** Whether much of the claim's own words was kept, and most of that elsewhere. */
	private boolean isParted(Candidate best, TextSpan claim) {
		int kept = this.alignment.kept(claim, null);
		return kept > PARTED * claim.length() && this.alignment.kept(claim, best.place()) < kept / 2;
	}

	private static boolean rival(Candidate best, List<Candidate> all) {
		return all.stream()
			.anyMatch((other) -> !other.place().overlaps(best.place()) && other.rank() > best.rank() - LEAST_MARGIN);
	}

	/** Words that were accepted in place of the quote may be the quote again. */
	private static Reanchored placed(Candidate at, int[] quote, AnchoringState verbatim) {
		boolean same = Arrays.equals(quote, at.words().codePoints().toArray());
		AnchoringState state = !same ? AnchoringState.FUZZY
				: (verbatim == AnchoringState.EXACT) ? AnchoringState.EXACT : AnchoringState.MOVED;
		return new Reanchored(state, at.place(), at.likeness(), null, List.of(at));
	}

	private static Reanchored orphan(Obstacle obstacle, List<Candidate> candidates) {
		return new Reanchored(AnchoringState.ORPHAN, null, candidates.isEmpty() ? 0 : candidates.get(0).likeness(),
				obstacle, candidates.stream().limit(MOST_CANDIDATES).toList());
	}

	/** All places of the words as they stood, or of the quote, the likeliest first. */
	private List<Candidate> verbatim(TextSpan claim, int[] words, int[] quote) {
		List<Candidate> found = new ArrayList<>();
		occurrences(text(words), claim, quote, found);
		if (!Arrays.equals(words, quote)) {
			occurrences(text(quote), claim, quote, found);
		}
		return ordered(found);
	}

	private void occurrences(String sought, TextSpan claim, int[] quote, List<Candidate> found) {
		int length = sought.codePointCount(0, sought.length());
		int point = 0;
		int before = 0;
		int places = 0;
		for (int at = this.to.indexOf(sought); at >= 0
				&& places < Anchoring.MOST_PLACES; at = this.to.indexOf(sought, at + 1)) {
			point += this.to.codePointCount(before, at);
			before = at;
			places++;
			found.add(candidate(new TextSpan(point, point + length), claim, quote));
		}
	}

	/** Places of words that are like the quote, the likeliest first. */
	private List<Candidate> alike(TextSpan claim, int[] words, int[] quote) {
		List<Candidate> found = new ArrayList<>();
		TextSpan here = this.alignment.inPlaceOf(claim);
		if (here != null && here.length() <= 2 * words.length + Anchoring.CONTEXT) {
			add(trimmed(here), claim, quote, found);
		}
		if (this.windows == null) {
			this.windows = new WordWindows(this.text);
		}
		int slack = words.length / 4 + 8;
		for (TextSpan window : this.windows.like(words)) {
			TextSpan within = Likeness.find(words, this.text, Math.max(0, window.start() - slack),
					Math.min(this.text.length, window.end() + slack));
			if (within != null) {
				add(trimmed(WordWindows.wholeWords(this.text, within)), claim, quote, found);
			}
		}
		return ordered(found);
	}

	private void add(@Nullable TextSpan place, TextSpan claim, int[] quote, List<Candidate> found) {
		if (place == null || found.stream().anyMatch((other) -> other.place().equals(place))) {
			return;
		}
		Candidate candidate = candidate(place, claim, quote);
		if (candidate.likeness() >= WORTH_SHOWING) {
			found.add(candidate);
		}
	}

	/** Of places over each other only the likeliest stays. */
	private static List<Candidate> ordered(List<Candidate> found) {
		List<Candidate> ordered = new ArrayList<>();
		found.stream()
			.sorted(Comparator.comparing(Candidate::elsewhere)
				.thenComparing(Candidate::rank, Comparator.reverseOrder()))
			.forEach((candidate) -> {
				if (ordered.stream().noneMatch((better) -> better.place().overlaps(candidate.place()))) {
					ordered.add(candidate);
				}
			});
		return ordered;
	}

	private Candidate candidate(TextSpan place, TextSpan claim, int[] quote) {
		return new Candidate(place, text(points(place)), Likeness.of(quote, points(place)),
				Likeness.of(before(this.old, claim.start()), before(this.text, place.start())),
				Likeness.of(after(this.old, claim.end()), after(this.text, place.end())),
				this.alignment.keptFromElsewhere(place, claim) >= ELSEWHERE);
	}

	private static int[] before(int[] text, int at) {
		return Arrays.copyOfRange(text, Math.max(0, at - Anchoring.CONTEXT), at);
	}

	private static int[] after(int[] text, int at) {
		return Arrays.copyOfRange(text, at, Math.min(text.length, at + Anchoring.CONTEXT));
	}

	private @Nullable TextSpan trimmed(TextSpan place) {
		int start = place.start();
		int end = place.end();
		while (start < end && Character.isWhitespace(this.text[start])) {
			start++;
		}
		while (end > start && Character.isWhitespace(this.text[end - 1])) {
			end--;
		}
		return (start < end) ? new TextSpan(start, end) : null;
	}

	private int[] points(TextSpan place) {
		return Arrays.copyOfRange(this.text, place.start(), place.end());
	}

	private static String text(int[] points) {
		return new String(points, 0, points.length);
	}

}
