package org.catena.ingest;

/**
 * Something that was read, with where it stands.
 *
 * @param value what was read
 * @param file the file, below the corpus
 * @param at the YAML that it was read from
 * @param <T> what was read
 */
record Located<T>(T value, String file, YamlValue at) {

	/** The line of a field, or of the whole where the field is missing. */
	int line(String field) {
		return this.at.line(field);
	}

	/** The line of a field of a row of a list. */
	int line(String list, int row, String field) {
		return this.at.list(list, (element) -> element.line(field)).get(row);
	}

}
