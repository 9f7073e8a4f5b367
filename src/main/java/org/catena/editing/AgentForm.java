package org.catena.editing;

/**
 * A person, body or group that is not in the archive yet and that claims of the draft
 * name, as typed.
 *
 * @param name the name
 * @param kind what it is
 * @param about one line about it
 */
record AgentForm(String name, String kind, String about) {

	static final AgentForm EMPTY = new AgentForm("", "", "");

	AgentForm {
		name = Typed.orEmpty(name);
		kind = Typed.orEmpty(kind);
		about = Typed.orEmpty(about);
	}

	static AgentForm read(FormParameters parameters, String row) {
		return new AgentForm(parameters.one(row + "-name"), parameters.one(row + "-kind"),
				parameters.one(row + "-about"));
	}

	boolean isEmpty() {
		return (this.name + this.about).isBlank();
	}

}
