package org.catena.editing;

/**
 * A page that says why something is not to be had.
 *
 * @param title what is the matter
 * @param sentence what to do
 */
record RefusalPage(String title, String sentence) {
}
