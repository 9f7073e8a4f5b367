package org.catena.intake;

import java.net.URI;

import org.jspecify.annotations.Nullable;

/**
 * What is handed in, before anything is read: a page, a document, a mail, a text.
 *
 * @param bytes its bytes, at most {@link #LARGEST}
 * @param contentType the media type that the sender gave
 * @param name the name of the file
 * @param address where it was fetched, or where an editor says that it stands
 */
public record Piece(byte[] bytes, @Nullable String contentType, @Nullable String name, @Nullable URI address) {

	/** Bytes that a piece may have: ten times the longest article with its page. */
	public static final int LARGEST = 10 * 1024 * 1024;

}
