package org.catena.reading;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An agent: what it is said to claim and by whom, and what is said of it.
 *
 * @param slug its name in addresses
 * @param name its authorised name
 * @param kind person, body or group
 * @param about one line about it
 * @param variants other spellings of the name
 * @param written the articles that it wrote
 * @param claimed the claims that are its own
 * @param passedOn the claims of others that come through it
 * @param aimedAt the claims that are aimed at it
 */
record AgentPage(String slug, String name, String kind, @Nullable String about, List<String> variants,
		List<ArticleRow> written, List<ClaimRow> claimed, List<ClaimRow> passedOn, List<ClaimRow> aimedAt) {
}
