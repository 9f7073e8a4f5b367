package org.catena.article;

/**
 * A sentence of an article.
 *
 * @param span where it stands, without the white space around it
 * @param words the sentence
 */
public record Sentence(TextSpan span, String words) {
}
