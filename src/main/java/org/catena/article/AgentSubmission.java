package org.catena.article;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An agent as it is handed in.
 *
 * @param slug its name in addresses
 * @param name its authorised name
 * @param kind what it is
 * @param variants other spellings, misprints included, by which texts call it
 * @param about one line about it
 */
public record AgentSubmission(String slug, String name, AgentKind kind, List<String> variants, @Nullable String about) {
}
