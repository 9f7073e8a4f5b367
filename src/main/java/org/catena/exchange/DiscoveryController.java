package org.catena.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import javax.xml.stream.XMLStreamException;

import org.catena.site.SiteAddress;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * What programs look for first: how to search (OpenSearch 1.1), and what to read and what
 * not (RFC 9309).
 */
@Controller
class DiscoveryController {

	private static final String OPENSEARCH = "http://a9.com/-/spec/opensearch/1.1/";

	/** Questions lead to more of them without end; what they lead to is listed. */
	private static final List<String> ENDLESS = List.of("/admin", "/annotations", "/batch", "/compare", "/frequencies",
			"/oai", "/search", "/suggest", "/timegate", "/timemap", "/*?");

	private final SiteAddress site;

	DiscoveryController(SiteAddress site) {
		this.site = site;
	}

	@GetMapping("/opensearch.xml")
	ResponseEntity<byte[]> openSearch() throws XMLStreamException {
		String root = this.site.root();
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		Xml xml = Xml.to(out);
		xml.start("OpenSearchDescription", OPENSEARCH)
			.element("ShortName", "Catena")
			.element("Description", "Articles and claims about the plan, point by point, in their words.")
			.element("LongName", "Catena: an archive of commentary");
		url(xml, MediaType.TEXT_HTML_VALUE, "results", root + "/search?q={searchTerms}&page={startPage?}");
		url(xml, AtomFeed.TYPE, "results", root + "/search.atom?q={searchTerms}&page={startPage?}");
		url(xml, "text/csv", "results", root + "/search.csv?q={searchTerms}");
		url(xml, "application/x-suggestions+json", "suggestions", root + "/suggest?q={searchTerms}");
		url(xml, "application/opensearchdescription+xml", "self", root + "/opensearch.xml");
		xml.start("Image").attribute("type", "image/svg+xml").text(root + "/icon.svg").end();
		xml.start("Query").attribute("role", "example").attribute("searchTerms", "security guarantees").end();
		xml.element("Language", "en").element("InputEncoding", "UTF-8").element("OutputEncoding", "UTF-8");
		xml.end().close();
		return EntityTag.answer(forADay(),
				MediaType.parseMediaType("application/opensearchdescription+xml;charset=UTF-8"), out.toByteArray());
	}

	private static void url(Xml xml, String type, String relation, String template) throws XMLStreamException {
		xml.start("Url").attribute("type", type).attribute("rel", relation).attribute("template", template).end();
	}

	/**
	 * The schemas of the richer formats of {@code /oai}, by which every record of them
	 * names its own. None ever changes.
	 */
	@GetMapping("/schema/article-{version:1\\.[01]}.xsd")
	ResponseEntity<byte[]> schema(@PathVariable String version) throws IOException {
		return EntityTag.answer(forADay(), MediaType.APPLICATION_XML,
				new ClassPathResource("exchange/article-" + version + ".xsd").getContentAsByteArray());
	}

	@GetMapping("/robots.txt")
	ResponseEntity<byte[]> robots() {
		StringBuilder text = new StringBuilder("User-agent: *\n");
		ENDLESS.forEach((path) -> text.append("Disallow: ").append(path).append('\n'));
		text.append("Allow: /articles?page=\n\nSitemap: ").append(this.site.root()).append("/sitemap.xml\n");
		return EntityTag.answer(forADay(), new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8),
				text.toString().getBytes(StandardCharsets.UTF_8));
	}

	private static ResponseEntity.BodyBuilder forADay() {
		return ResponseEntity.ok().cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic());
	}

}
