package org.catena.reading;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * A value of an article's metadata with what it rests on.
 *
 * @param field what it is, as a word
 * @param value the value as text, or null where there is none
 * @param basis the kind of support, as a word
 * @param evidence where it was seen, or from which words it follows
 * @param confidence from 0 to 1, where the value is not certain
 */
record MetadataRow(String field, @Nullable String value, String basis, @Nullable String evidence,
		@Nullable BigDecimal confidence) {
}
