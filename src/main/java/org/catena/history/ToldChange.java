package org.catena.history;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.catena.article.TextDiff.Piece;
import org.jspecify.annotations.Nullable;

/**
 * A change as readers are told it.
 *
 * @param change the change
 * @param subject what was changed, by its name
 * @param address where that is shown; null where it has no page
 * @param lines what of it
 * @param together how many things were changed alike in the same transaction, for which
 * this one stands; 1 where it stands for itself
 */
public record ToldChange(Change change, String subject, @Nullable String address, List<Line> lines, int together) {

	/** What says no more than that a claim was followed to a new text. */
	private static final Set<String> PLACE = Set.of("span_start", "span_end", "placed_on_version", "anchoring");

	/** Whether a claim was placed in a new text, word for word, and nothing else. */
	boolean isFollowing() {
		return "claim".equals(this.change.kind()) && this.change.operation() == Change.Operation.CHANGED
				&& this.lines.stream()
					.allMatch((line) -> PLACE.contains(line.label()) && (!"anchoring".equals(line.label())
							|| "exact".equals(line.after()) || "moved".equals(line.after())));
	}

	ToldChange standingFor(int things) {
		return new ToldChange(this.change, this.subject, this.address, (things > 1) ? List.of() : this.lines, things);
	}

	/** When, to the second, as HTML writes it. */
	public String datetime() {
		return this.change.at().truncatedTo(ChronoUnit.SECONDS).toString();
	}

	/**
	 * What was done: {@code added}, {@code changed}, {@code removed}, or
	 * {@code withdrawn}.
	 */
	public String operation() {
		boolean withdrawn = this.lines.stream()
			.anyMatch((line) -> "withdrawn_reason".equals(line.label()) && line.after() != null);
		return withdrawn ? "withdrawn" : this.change.operation().name().toLowerCase(Locale.ROOT);
	}

	/**
	 * One value of it.
	 *
	 * @param label by which messages name it: a column, or the table of a list
	 * @param before as it was; null where there was none
	 * @param after as it is since; null where there is none
	 * @param pieces both as words with what became of them, where it is prose; else empty
	 */
	public record Line(String label, @Nullable String before, @Nullable String after, List<Piece> pieces) {
	}

}
