package org.catena.editing;

/**
 * An author, as typed.
 *
 * @param name a name or slug of the archive, or the name of somebody new
 * @param kind empty for somebody of the archive; what the agent is, for a new one
 * @param printed the name as printed
 */
record AuthorForm(String name, String kind, String printed) {

	static final AuthorForm EMPTY = new AuthorForm("", "", "");

	AuthorForm {
		name = Typed.orEmpty(name);
		kind = Typed.orEmpty(kind);
		printed = Typed.orEmpty(printed);
	}

	static AuthorForm read(FormParameters parameters, String row) {
		return new AuthorForm(parameters.one(row + "-name"), parameters.one(row + "-kind"),
				parameters.one(row + "-printed"));
	}

	boolean isEmpty() {
		return (this.name + this.printed).isBlank();
	}

}
