package org.catena.exchange;

import java.time.Instant;
import java.util.List;

/**
 * An article or a claim in a feed.
 *
 * @param name its address within the site as it was first, which never changes
 * @param path its address within the site
 * @param title its title, or what is claimed
 * @param authors who wrote it, or whose claim it is; where nobody says, where it appeared
 * @param updated when it was changed last
 * @param published when it came in
 * @param summary the beginning of the text, or the quote
 */
record FeedEntry(String name, String path, String title, List<String> authors, Instant updated, Instant published,
		String summary) {
}
