package org.catena.editing;

/**
 * A source, as typed: one of the archive, or a new one.
 *
 * @param slug the slug of the one that was chosen
 * @param name the name of a new one
 * @param website its address
 * @param country the country that it is published in
 * @param countryBasis on what the country rests
 */
record SourceForm(String slug, String name, String website, String country, BasisForm countryBasis) {

	static final SourceForm EMPTY = new SourceForm("", "", "", "", BasisForm.EMPTY);

	SourceForm {
		slug = Typed.orEmpty(slug);
		name = Typed.orEmpty(name);
		website = Typed.orEmpty(website);
		country = Typed.orEmpty(country);
		countryBasis = (countryBasis != null) ? countryBasis : BasisForm.EMPTY;
	}

	static SourceForm read(FormParameters parameters) {
		return new SourceForm(parameters.one("source"), parameters.one("source-name"), parameters.one("source-website"),
				parameters.one("source-country"), BasisForm.read(parameters, "source-country"));
	}

	public boolean isNew() {
		return !(this.name + this.website + this.country).isBlank();
	}

}
