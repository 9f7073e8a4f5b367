package org.catena.search;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a query was understood to mean.
 *
 * @param root the query; null where nothing is asked for
 * @param blank whether nothing was typed, so that everything is meant
 * @param notes what was ignored and why, in sentences
 */
record ParsedQuery(@Nullable QueryNode root, boolean blank, List<String> notes) {
}
