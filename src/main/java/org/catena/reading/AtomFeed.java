package org.catena.reading;

import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import org.jspecify.annotations.Nullable;

/**
 * Writes a feed by RFC 4287, in pages by RFC 5005, with the number of hits by OpenSearch
 * 1.1. Ids are UUIDs made of permanent addresses within the site: they stay when the site
 * moves to another host.
 */
final class AtomFeed {

	private static final String ATOM = "http://www.w3.org/2005/Atom";

	private static final String OPENSEARCH = "http://a9.com/-/spec/opensearch/1.1/";

	private static final String HTML = "text/html";

	private static final String FEED = "application/atom+xml";

	private final XMLStreamWriter xml;

	private final String site;

	private AtomFeed(XMLStreamWriter xml, String site) {
		this.xml = xml;
		this.site = site;
	}

	static void write(Head head, List<FeedEntry> entries, String site, Writer out) {
		try {
			new AtomFeed(XMLOutputFactory.newFactory().createXMLStreamWriter(out), site).write(head, entries);
		}
		catch (XMLStreamException ex) {
			throw new IllegalStateException("A feed could not be written", ex);
		}
	}

	private void write(Head head, List<FeedEntry> entries) throws XMLStreamException {
		this.xml.writeStartDocument("UTF-8", "1.0");
		this.xml.writeStartElement("feed");
		this.xml.writeDefaultNamespace(ATOM);
		this.xml.writeNamespace("opensearch", OPENSEARCH);
		element("id", id(head.first().replaceFirst("^/search\\.atom", "/search")));
		element("title", "Catena: " + head.title());
		element("subtitle", head.subtitle());
		element("updated", time(head.updated()));
		this.xml.writeStartElement("author");
		element("name", "Catena");
		this.xml.writeEndElement();
		element("generator", "Catena");
		link("self", FEED, head.self());
		link("alternate", HTML, head.first().replaceFirst("^/search\\.atom", "/search"));
		link("first", FEED, head.first());
		link("previous", FEED, head.previous());
		link("next", FEED, head.next());
		this.xml.writeStartElement(OPENSEARCH, "totalResults");
		this.xml.writeCharacters(Long.toString(head.total()));
		this.xml.writeEndElement();
		for (FeedEntry entry : entries) {
			this.xml.writeStartElement("entry");
			element("id", id(entry.path()));
			element("title", entry.title());
			element("updated", time(entry.updated()));
			this.xml.writeStartElement("author");
			element("name", entry.source());
			this.xml.writeEndElement();
			link("alternate", HTML, entry.path());
			element("summary", entry.summary());
			this.xml.writeEndElement();
		}
		this.xml.writeEndElement();
		this.xml.writeEndDocument();
		this.xml.flush();
	}

	private void element(String name, String text) throws XMLStreamException {
		this.xml.writeStartElement(name);
		this.xml.writeCharacters(valid(text));
		this.xml.writeEndElement();
	}

	private void link(String relation, String type, @Nullable String path) throws XMLStreamException {
		if (path != null) {
			this.xml.writeEmptyElement("link");
			this.xml.writeAttribute("rel", relation);
			this.xml.writeAttribute("type", type);
			this.xml.writeAttribute("href", valid(this.site + path));
		}
	}

	private static String id(String path) {
		return "urn:uuid:" + UUID.nameUUIDFromBytes(("catena:" + path).getBytes(StandardCharsets.UTF_8));
	}

	/** In seconds: some readers take six decimals for milliseconds. */
	private static String time(Instant instant) {
		return instant.truncatedTo(ChronoUnit.SECONDS).toString();
	}

	/** Without what XML 1.0 cannot say. */
	private static String valid(String text) {
		StringBuilder valid = new StringBuilder();
		text.codePoints()
			.filter((c) -> c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c <= 0xD7FF)
					|| (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000)
			.forEach(valid::appendCodePoint);
		return valid.toString();
	}

	/**
	 * What a feed says of itself; addresses are within the site.
	 *
	 * @param title its title
	 * @param subtitle what it has, in a sentence
	 * @param updated when one of its entries was changed last
	 * @param total how many hits the search has
	 * @param self this page of the feed
	 * @param first its first page
	 * @param previous the page before, if there is one
	 * @param next the page after, if there is one
	 */
	record Head(String title, String subtitle, Instant updated, long total, String self, String first,
			@Nullable String previous, @Nullable String next) {
	}

}
