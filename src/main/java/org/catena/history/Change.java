package org.catena.history;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What one transaction did to one article, claim, relation, discrepancy, agent or source.
 *
 * @param id the number of its last row: later changes have larger ones
 * @param first the number of its first row
 * @param at when
 * @param by in whose name; null for what nobody signed
 * @param reason why, as far as it was said
 * @param ingestRun the reading of files that did it
 * @param kind of what was changed: the name of its table
 * @param entity its id
 * @param operation whether it was added, changed or removed as a whole
 * @param details what of it, where it was changed
 */
public record Change(long id, long first, Instant at, @Nullable String by, @Nullable String reason,
		@Nullable Long ingestRun, String kind, long entity, Operation operation, List<Detail> details) {

	/** Whether something is new, another, or gone. */
	public enum Operation {

		ADDED, CHANGED, REMOVED

	}

	/**
	 * One value, or one line of a list.
	 *
	 * @param part the table
	 * @param column the column; empty for a line of a list, whose columns are all given
	 * @param before as it was; null where there was none
	 * @param after as it is since; null where there is none
	 */
	public record Detail(String part, String column, @Nullable Value before, @Nullable Value after) {
	}

}
