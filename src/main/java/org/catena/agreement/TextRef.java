package org.catena.agreement;

/**
 * Names an article of which figures are given.
 *
 * @param slug its name in addresses
 * @param title its title
 * @param source the name of its publication
 */
public record TextRef(String slug, String title, String source) {
}
