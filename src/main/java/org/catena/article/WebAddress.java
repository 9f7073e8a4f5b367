package org.catena.article;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * An address that pages may link to: {@code http} or {@code https} with a host. Any other
 * scheme, {@code javascript} above all, could do something in the name of the archive.
 */
public final class WebAddress {

	private WebAddress() {
	}

	/** Whether the text is such an address. */
	public static boolean isWebAddress(String text) {
		try {
			URI uri = new URI(text);
			return ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()))
					&& uri.getHost() != null;
		}
		catch (URISyntaxException ex) {
			return false;
		}
	}

}
