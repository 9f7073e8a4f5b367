package org.catena.exchange;

import java.io.IOException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;

import javax.xml.stream.XMLStreamException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.catena.exchange.SitemapRows.Place;
import org.catena.site.SiteAddress;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * All addresses of articles, claims, points, sources and agents, for search engines:
 * Sitemaps 0.9. Lists that are filtered are left out.
 *
 * @see <a href="https://www.sitemaps.org/protocol.html">The protocol</a>
 */
@Controller
class SitemapController {

	private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

	private final SitemapRows rows;

	private final SiteAddress site;

	private final Freshness freshness;

	SitemapController(SitemapRows rows, SiteAddress site, Freshness freshness) {
		this.rows = rows;
		this.site = site;
		this.freshness = freshness;
	}

	@GetMapping("/sitemap.xml")
	void index(HttpServletRequest request, HttpServletResponse response) throws IOException, XMLStreamException {
		if (this.freshness.isKnown(request, response)) {
			return;
		}
		List<Place> sitemaps = this.rows.sitemaps();
		Xml xml = begin(response).start("sitemapindex", NAMESPACE);
		write("sitemap", sitemaps, this.site.root(), xml);
		xml.end().close();
	}

	/**
	 * At the root, because a sitemap is for addresses at its own place and below. In a
	 * folder, where they were first, they may be listed still.
	 */
	@GetMapping({ "/sitemap-{word:[a-z]+}-{number:[1-9][0-9]{0,8}}.xml",
			"/sitemap/{word:[a-z]+}-{number:[1-9][0-9]{0,8}}.xml" })
	void sitemap(@PathVariable String word, @PathVariable long number, HttpServletRequest request,
			HttpServletResponse response) throws IOException, XMLStreamException {
		SitemapKind kind = SitemapKind.of(word).orElseThrow(SitemapController::none);
		if (this.rows.next(kind, number, 0).isEmpty()) {
			throw none();
		}
		if (this.freshness.isKnown(request, response)) {
			return;
		}
		List<Place> places = this.rows.next(kind, number, 0);
		Xml xml = begin(response).start("urlset", NAMESPACE);
		while (!places.isEmpty()) {
			write("url", places, this.site.root(), xml);
			places = this.rows.next(kind, number, places.get(places.size() - 1).id());
		}
		xml.end().close();
	}

	private static NotHere none() {
		return new NotHere(HttpStatus.NOT_FOUND, "There is no such sitemap; /sitemap.xml lists them.", null);
	}

	private static Xml begin(HttpServletResponse response) throws IOException, XMLStreamException {
		response.setContentType("application/xml;charset=UTF-8");
		response.setHeader(HttpHeaders.CACHE_CONTROL,
				CacheControl.maxAge(Duration.ofHours(1)).cachePublic().getHeaderValue());
		return Xml.to(response.getOutputStream());
	}

	private static void write(String element, List<Place> places, String site, Xml xml) throws XMLStreamException {
		for (Place place : places) {
			xml.start(element)
				.element("loc", site + place.path())
				.element("lastmod",
						(place.changed() != null) ? place.changed().truncatedTo(ChronoUnit.SECONDS).toString() : null)
				.end();
		}
	}

}
