package org.catena.editing;

import org.jspecify.annotations.Nullable;

/**
 * A draft in a list.
 *
 * @param id its number
 * @param title by which it is called; may be empty
 * @param article the slug of the article that it edits
 * @param updatedAt when it was saved last
 */
record DraftRow(long id, String title, @Nullable String article, When updatedAt) {
}
