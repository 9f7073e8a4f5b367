package org.catena.editing;

import java.util.Optional;

/**
 * The two kinds of names that the archive keeps.
 */
enum NameKind {

	SOURCES("source", "Sources"), AGENTS("agent", "Agents");

	private final String table;

	private final String label;

	NameKind(String table, String label) {
		this.table = table;
		this.label = label;
	}

	/** The table that holds them; also how one of them is called. */
	public String table() {
		return this.table;
	}

	public String label() {
		return this.label;
	}

	/** The word of addresses. */
	public String word() {
		return name().toLowerCase(java.util.Locale.ROOT);
	}

	public boolean isSource() {
		return this == SOURCES;
	}

	static Optional<NameKind> of(String word) {
		return java.util.Arrays.stream(values()).filter((kind) -> kind.word().equals(word)).findFirst();
	}

}
