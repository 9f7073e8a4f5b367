package org.catena.annotation;

import java.util.Locale;

import jakarta.persistence.EnumeratedValue;

/**
 * How two claims stand to each other.
 */
public enum RelationType {

	/** Both assert the same proposition. */
	AGREES,

	/** The first adds to, narrows or explains the second. */
	ELABORATES,

	/** Both cannot be true of the same thing at the same time. */
	CONTRADICTS,

	/** Different claimants take opposite stances on the same thing. */
	DISPUTES;

	@EnumeratedValue
	private final String word = name().toLowerCase(Locale.ROOT);

	/** The value as files, tables, addresses and pages write it. */
	public String word() {
		return this.word;
	}

	/** Whether the relation goes from the first claim to the second only. */
	public boolean isDirected() {
		return this == ELABORATES;
	}

}
