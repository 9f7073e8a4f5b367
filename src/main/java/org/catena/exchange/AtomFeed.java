package org.catena.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import javax.xml.stream.XMLStreamException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.util.DigestUtils;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * A page of a feed by RFC 4287, paged by RFC 5005, with the number of hits by OpenSearch
 * 1.1. Ids are UUIDs made of permanent addresses within the site: they stay when the site
 * moves to another host.
 */
final class AtomFeed {

	/** The media type. */
	static final String TYPE = "application/atom+xml";

	private static final String ATOM = "http://www.w3.org/2005/Atom";

	private static final String OPENSEARCH = "http://a9.com/-/spec/opensearch/1.1/";

	private static final String HTML = "text/html";

	private final Head head;

	private final List<FeedEntry> entries;

	private final String site;

	/**
	 * A page of a feed.
	 * @param head what it says of itself
	 * @param entries its entries, what was changed last first
	 * @param site the address of the site, without a slash at its end
	 */
	AtomFeed(Head head, List<FeedEntry> entries, String site) {
		this.head = head;
		this.entries = entries;
		this.site = site;
	}

	/**
	 * Answers a request with the page, or that it is what the reader has already.
	 * @param request the request
	 * @param response where to write
	 */
	void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
		byte[] written = written();
		response.setContentType(TYPE + ";charset=UTF-8");
		response.setHeader(HttpHeaders.CACHE_CONTROL,
				CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic().getHeaderValue());
		// Weak, so that it may be compressed on its way. No time: decision 0024.
		String tag = "W/\"" + DigestUtils.md5DigestAsHex(written) + "\"";
		if (!new ServletWebRequest(request, response).checkNotModified(tag)) {
			response.getOutputStream().write(written);
		}
	}

	byte[] written() {
		try {
			ByteArrayOutputStream out = new ByteArrayOutputStream();
			write(Xml.to(out));
			return out.toByteArray();
		}
		catch (XMLStreamException ex) {
			throw new IllegalStateException("A feed could not be written", ex);
		}
	}

	private void write(Xml xml) throws XMLStreamException {
		xml.start("feed", ATOM).namespace("opensearch", OPENSEARCH);
		xml.element("id", id(this.head.page()))
			.element("title", "Catena: " + this.head.title())
			.element("subtitle", this.head.subtitle())
			.element("updated", time(this.head.updated()))
			.start("author")
			.element("name", "Catena")
			.end()
			.element("generator", "Catena");
		link(xml, "self", TYPE, this.head.self());
		link(xml, "alternate", HTML, this.head.page());
		link(xml, "search", "application/opensearchdescription+xml", "/opensearch.xml");
		link(xml, "first", TYPE, this.head.first());
		link(xml, "previous", TYPE, this.head.previous());
		link(xml, "next", TYPE, this.head.next());
		Hits hits = this.head.hits();
		if (hits != null) {
			xml.element("opensearch:totalResults", Long.toString(hits.total()))
				.element("opensearch:startIndex", Long.toString(hits.start()))
				.element("opensearch:itemsPerPage", Integer.toString(hits.page()));
		}
		for (FeedEntry entry : this.entries) {
			xml.start("entry")
				.element("id", id(entry.name()))
				.element("title", entry.title())
				.element("updated", time(entry.updated()))
				.element("published", time(entry.published()));
			for (String author : entry.authors()) {
				xml.start("author").element("name", author).end();
			}
			link(xml, "alternate", HTML, entry.path());
			xml.element("summary", entry.summary()).end();
		}
		xml.end().close();
	}

	private void link(Xml xml, String relation, String type, @Nullable String path) throws XMLStreamException {
		if (path != null) {
			xml.start("link")
				.attribute("rel", relation)
				.attribute("type", type)
				.attribute("href", this.site + path)
				.end();
		}
	}

	static String id(String path) {
		return "urn:uuid:" + UUID.nameUUIDFromBytes(("catena:" + path).getBytes(StandardCharsets.UTF_8));
	}

	/** In seconds: some readers take six decimals for milliseconds. */
	private static String time(Instant instant) {
		return instant.truncatedTo(ChronoUnit.SECONDS).toString();
	}

	/**
	 * What a feed says of itself; addresses are within the site.
	 *
	 * @param title its title
	 * @param subtitle what it has, in a sentence
	 * @param updated when one of its entries was changed last
	 * @param hits how many there are, where that is known
	 * @param page the page for readers, which names the feed for ever
	 * @param self this page of the feed
	 * @param first its first page
	 * @param previous the page before, if it is known
	 * @param next the page after, if there is one
	 */
	record Head(String title, String subtitle, Instant updated, @Nullable Hits hits, String page, String self,
			String first, @Nullable String previous, @Nullable String next) {
	}

	/**
	 * Hits of a search.
	 *
	 * @param total how many there are
	 * @param start the number of the first on this page, from 1
	 * @param page how many a page has
	 */
	record Hits(long total, long start, int page) {
	}

}
