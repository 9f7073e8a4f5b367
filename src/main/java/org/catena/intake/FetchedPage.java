package org.catena.intake;

import java.net.URI;
import java.util.SortedMap;

/**
 * A page as a server answered it: the evidence of what stood there.
 *
 * @param asked the address that was asked for
 * @param piece the body, unpacked where it was sent packed, with the address that
 * answered in the end
 * @param headers the headers of that answer, by names in lower case
 */
public record FetchedPage(URI asked, Piece piece, SortedMap<String, String> headers) {
}
