package org.catena.plan;

import java.util.Locale;

import jakarta.persistence.EnumeratedValue;

/**
 * What a point of a later plan is to a point of an earlier one. The direction is always
 * this: the later point is narrower than the earlier. Compare the mapping relations of
 * SKOS (W3C, 2009), which relate concepts; these relate rules.
 */
public enum CorrespondenceKind {

	/** Both ask for the same, whatever their wording. */
	SAME,
	/** The later asks for less: whoever keeps the earlier keeps the later too. */
	NARROWER,
	/** The later asks for more: whoever keeps the later keeps the earlier too. */
	BROADER,
	/**
	 * The later plan still deals with the matter, but neither asks for less nor for more,
	 * or it is not known what its rule says. Its number need not be known.
	 */
	KEPT,
	/** The later plan has no counterpart. */
	DROPPED,
	/** The earlier plan has no counterpart. */
	NEW;

	@EnumeratedValue
	private final String word = name().toLowerCase(Locale.ROOT);

	/** The value as files, tables and pages write it. */
	public String word() {
		return this.word;
	}

	/** Whether there is a point of the earlier plan. */
	public boolean hasEarlier() {
		return this != NEW;
	}

	/** Whether there may be a point of the later plan. */
	public boolean mayHaveLater() {
		return this != DROPPED;
	}

	/** Whether the point of the later plan has to be known. */
	public boolean needsLater() {
		return this != DROPPED && this != KEPT;
	}

}
