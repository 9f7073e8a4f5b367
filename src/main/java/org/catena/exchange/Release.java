package org.catena.exchange;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A release, as it says of itself.
 *
 * @param name its name: the day, and a number from 2 for a further one of that day
 * @param sha256 of the whole file
 * @param bytes of the whole file
 * @param counts how much it holds
 * @param changed when the archive was changed last before it
 * @param files its files
 */
record Release(String name, String sha256, long bytes, Map<String, Object> counts, @Nullable String changed,
		List<File> files) {

	/** The address on the site, from its root. */
	public String address() {
		return "/releases/" + this.name;
	}

	/** The day in its name. */
	public String day() {
		return this.name.substring(0, 10);
	}

	/**
	 * A file of a release.
	 *
	 * @param path its place in the release
	 * @param sha256 of its bytes
	 * @param bytes how many it has
	 */
	record File(String path, String sha256, long bytes) {
	}

}
