package org.catena.editing;

import java.util.List;

import org.catena.annotation.FollowClaims.Followed;
import org.catena.annotation.Reanchored.Candidate;
import org.catena.article.TextDiff;
import org.catena.article.TextDiff.Piece;
import org.catena.article.TextSpan;

/**
 * What becomes of a claim, as a report shows it.
 *
 * @param claim the claim
 */
record FollowedRow(Followed claim) {

	public String key() {
		return this.claim.key();
	}

	public String state() {
		return this.claim.outcome().state().word();
	}

	public String stance() {
		return this.claim.stance().word();
	}

	public String exact() {
		return this.claim.quote().exact();
	}

	/** The word of the sentence that says why it waits. */
	public String obstacle() {
		return (this.claim.outcome().obstacle() != null)
				? this.claim.outcome().obstacle().name().toLowerCase(java.util.Locale.ROOT) : "";
	}

	/** The likeness in per cent; never 100 for words that differ. */
	public int percent() {
		return percent(this.claim.outcome().likeness());
	}

	/** How far its words stand from where they stood, in words. */
	public String shift() {
		TextSpan before = this.claim.place();
		TextSpan after = this.claim.outcome().place();
		if (before == null || after == null) {
			return "found again";
		}
		int by = after.start() - before.start();
		return (by == 0) ? "at the same place" : "%,d %s %s".formatted(Math.abs(by),
				(Math.abs(by) == 1) ? "character" : "characters", (by > 0) ? "further on" : "further up");
	}

	/** The quote with what becomes of its words. */
	public List<Piece> pieces() {
		String becomes = this.claim.becomes();
		return (becomes != null) ? pieces(exact(), becomes) : List.of();
	}

	public List<CandidateRow> candidates() {
		return this.claim.outcome()
			.candidates()
			.stream()
			.map((candidate) -> new CandidateRow(candidate, pieces(exact(), candidate.words())))
			.toList();
	}

	private static List<Piece> pieces(String before, String after) {
		return TextDiff.passages(before, after).stream().flatMap((passage) -> passage.pieces().stream()).toList();
	}

	private static int percent(double likeness) {
		return (int) Math.floor(100 * likeness);
	}

	/**
	 * A place that may be the claim's.
	 *
	 * @param candidate the place
	 * @param pieces the quote with what became of its words there
	 */
	record CandidateRow(Candidate candidate, List<Piece> pieces) {

		public int start() {
			return this.candidate.place().start();
		}

		public int end() {
			return this.candidate.place().end();
		}

		public int percent() {
			return FollowedRow.percent(this.candidate.likeness());
		}

		public int before() {
			return FollowedRow.percent(this.candidate.before());
		}

		public int after() {
			return FollowedRow.percent(this.candidate.after());
		}

		public boolean isElsewhere() {
			return this.candidate.elsewhere();
		}

	}

}
