package org.catena.editing;

import java.util.List;
import java.util.Map;

import org.catena.agreement.MeasuredCoding;
import org.jspecify.annotations.Nullable;

/**
 * The page on which two codings are adjudicated.
 *
 * @param coding the second coding
 * @param measured how far the two agree
 * @param rows the claims of both, side by side, in the order of the text
 * @param onlyOpen whether those are left out of which nothing is to be decided
 * @param problems what keeps decisions from being applied, by the numbers of rows; 0 for
 * the whole
 * @param notice what else there is to say
 * @param sent what was typed into a form of a row that was refused
 * @param page the form below, as typed
 */
record AdjudicationPage(SecondCoding coding, @Nullable MeasuredCoding measured, List<AdjudicationRow> rows,
		boolean onlyOpen, Map<Integer, List<String>> problems, @Nullable String notice, RowForm sent, FormPage page) {

	/** The rows that are listed. */
	public List<AdjudicationRow> listed() {
		return this.rows.stream()
			.filter((row) -> !this.onlyOpen || row.isOpen() || this.problems.containsKey(row.number()))
			.toList();
	}

	public long disputed() {
		return this.rows.stream().filter(AdjudicationRow::isDisputed).count();
	}

	public long open() {
		return this.rows.stream().filter(AdjudicationRow::isOpen).count();
	}

	public long alike() {
		return this.rows.stream().filter(AdjudicationRow::isAlike).count();
	}

	/** Reasons that were given already, to be given again. */
	public List<String> reasons() {
		return this.rows.stream()
			.map(AdjudicationRow::decision)
			.filter(java.util.Objects::nonNull)
			.map((decision) -> decision.decided().reason())
			.distinct()
			.sorted()
			.limit(100)
			.toList();
	}

	public FormErrors errors() {
		return this.page.errors();
	}

}
