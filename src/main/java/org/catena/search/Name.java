package org.catena.search;

import org.jspecify.annotations.Nullable;

/**
 * The name of an agent.
 *
 * @param slug its name in addresses; null for an author whom nobody names
 * @param name its authorised name
 */
public record Name(@Nullable String slug, String name) {

	static final Name NOT_STATED = new Name(null, "Author not stated");

}
