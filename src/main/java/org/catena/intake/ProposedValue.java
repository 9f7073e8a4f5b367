package org.catena.intake;

import org.catena.article.BasisKind;

/**
 * A value of the metadata that reading a piece proposes.
 *
 * @param value the value; a date in EDTF, a language as a BCP 47 tag
 * @param basis the kind of support
 * @param evidence where it was seen, in words
 */
public record ProposedValue(String value, BasisKind basis, String evidence) {
}
