package org.catena.annotation;

import java.util.Locale;

import jakarta.persistence.EnumeratedValue;

/**
 * What a claim is to the archive.
 */
public enum Standing {

	/** The coding that the archive shows. */
	SHOWN,

	/** A second coding, which serves agreement only. */
	COMPARED,

	/** No longer held; its id is never used again. */
	WITHDRAWN;

	@EnumeratedValue
	private final String word = name().toLowerCase(Locale.ROOT);

	/** The value as files, tables, addresses and pages write it. */
	public String word() {
		return this.word;
	}

}
