package org.catena.exchange;

import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.Map;

import javax.xml.stream.XMLStreamException;

import org.jspecify.annotations.Nullable;

/**
 * Writes a response of OAI-PMH (section 3.2): when it was made, to what, and the answer.
 */
final class OaiEnvelope {

	private static final String NAMESPACE = "http://www.openarchives.org/OAI/2.0/";

	private OaiEnvelope() {
	}

	/**
	 * Writes.
	 * @param request what was asked; null where it could not be understood
	 * @param answer the answer
	 * @param time of what time it tells
	 * @param address the address of the repository
	 * @param out where to
	 */
	static void write(@Nullable OaiRequest request, OaiAnswer answer, Instant time, String address, OutputStream out)
			throws XMLStreamException {
		Xml xml = Xml.to(out);
		xml.start("OAI-PMH", NAMESPACE).schema(NAMESPACE, "http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd");
		xml.element("responseDate", time.toString()).start("request");
		if (request != null) {
			xml.attribute("verb", request.verb().word());
			for (Map.Entry<String, String> argument : request.arguments().entrySet()) {
				if (!argument.getKey().equals("identifier") || isAddress(argument.getValue())) {
					xml.attribute(argument.getKey(), argument.getValue());
				}
			}
		}
		xml.text(address).end();
		answer.write(xml);
		xml.end().close();
	}

	/** The schema takes nothing else for an identifier. */
	private static boolean isAddress(String identifier) {
		try {
			new URI(identifier);
			return true;
		}
		catch (URISyntaxException ex) {
			return false;
		}
	}

}
