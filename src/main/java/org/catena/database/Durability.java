package org.catena.database;

import java.util.List;

/**
 * What a commit promises.
 */
enum Durability {

	/** What is committed survives a crash of the machine. */
	KEPT("fsync=on", "synchronous_commit=on", "full_page_writes=on"),

	/** For tests: nothing is worth waiting for the disk, and many pools live at once. */
	THROWAWAY("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=300");

	private final List<String> settings;

	Durability(String... settings) {
		this.settings = List.of(settings);
	}

	List<String> settings() {
		return this.settings;
	}

}
