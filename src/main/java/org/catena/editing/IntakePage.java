package org.catena.editing;

import org.jspecify.annotations.Nullable;

/**
 * The page on which a piece is handed in.
 *
 * @param fetching whether the server fetches pages
 * @param text what was pasted
 * @param address what was to be fetched
 * @param from where a pasted or handed in piece stands
 * @param error why it was not taken
 */
record IntakePage(boolean fetching, String text, String address, String from, @Nullable String error) {
}
