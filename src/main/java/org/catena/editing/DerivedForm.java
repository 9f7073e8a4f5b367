package org.catena.editing;

import org.catena.article.DerivedFrom;
import org.jspecify.annotations.Nullable;

/**
 * The piece that an article was made from, as typed.
 *
 * @param publication where it appeared
 * @param title its title
 * @param date its date in EDTF
 * @param basis on what this rests
 */
record DerivedForm(String publication, String title, String date, BasisForm basis) {

	static final DerivedForm EMPTY = new DerivedForm("", "", "", BasisForm.EMPTY);

	DerivedForm {
		publication = Typed.orEmpty(publication);
		title = Typed.orEmpty(title);
		date = Typed.orEmpty(date);
		basis = (basis != null) ? basis : BasisForm.EMPTY;
	}

	static DerivedForm read(FormParameters parameters) {
		return new DerivedForm(parameters.one("derived-publication"), parameters.one("derived-title"),
				parameters.one("derived-date"), BasisForm.read(parameters, "derived"));
	}

	static DerivedForm from(@Nullable DerivedFrom derived, BasisForm basis) {
		return (derived == null) ? EMPTY : new DerivedForm(Typed.orEmpty(derived.publication()),
				Typed.orEmpty(derived.title()), Typed.orEmpty(derived.date()), basis);
	}

	public boolean isEmpty() {
		return (this.publication + this.title + this.date).isBlank() && this.basis.equals(BasisForm.EMPTY);
	}

}
