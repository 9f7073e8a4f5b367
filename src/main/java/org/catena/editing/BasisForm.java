package org.catena.editing;

import org.catena.article.Basis;
import org.jspecify.annotations.Nullable;

/**
 * On what a value rests, as typed.
 *
 * @param kind a word of the value list
 * @param evidence where it was seen, or from which words it follows
 * @param confidence from 0 to 1
 */
record BasisForm(String kind, String evidence, String confidence) {

	static final BasisForm EMPTY = new BasisForm("", "", "");

	BasisForm {
		kind = Typed.orEmpty(kind);
		evidence = Typed.orEmpty(evidence);
		confidence = Typed.orEmpty(confidence);
	}

	/** Reads the fields of a value. */
	static BasisForm read(FormParameters parameters, String value) {
		return new BasisForm(parameters.one(value + "-basis"), parameters.one(value + "-evidence"),
				parameters.one(value + "-confidence"));
	}

	static BasisForm from(@Nullable Basis basis) {
		return (basis == null) ? EMPTY : new BasisForm(basis.kind().word(), Typed.orEmpty(basis.evidence()),
				Typed.confidence(basis.confidence()));
	}

	public boolean isMoreThanKind() {
		return !this.evidence.isBlank() || !this.confidence.isBlank();
	}

}
