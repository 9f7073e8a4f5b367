package org.catena.history;

import java.util.List;

import org.catena.article.TextDiff.Piece;
import org.jspecify.annotations.Nullable;

/**
 * A change as readers are told it.
 *
 * @param change the change
 * @param subject what was changed, by its name
 * @param address where that is shown; null where it has no page
 * @param lines what of it
 */
public record ToldChange(Change change, String subject, @Nullable String address, List<Line> lines) {

	/** How it was changed: {@code added}, {@code changed} or {@code removed}. */
	public String operation() {
		return this.change.operation().name().toLowerCase(java.util.Locale.ROOT);
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
