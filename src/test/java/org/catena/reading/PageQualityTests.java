package org.catena.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

import nu.validator.validation.SimpleDocumentValidator;
import org.catena.WholeApplicationTest;
import org.catena.ingest.TestArchive;
import org.catena.search.IndexSettles;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is asked of every page, tried on a few pages of each shape that links from the
 * home page lead to.
 */
@WholeApplicationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageQualityTests {

	/** Pages of one shape that are looked at. */
	private static final int SAMPLE = 2;

	/** Of the page with its styles and scripts as transferred, without fonts. */
	private static final int MOST_BYTES = 100_000;

	private final HttpClient browser = HttpClient.newHttpClient();

	private final String site;

	private final Map<String, Page> pages = new LinkedHashMap<>();

	PageQualityTests(@Autowired TestArchive archive, @Autowired JdbcClient jdbc, @LocalServerPort int port) {
		this.site = "http://localhost:" + port;
		archive.holdCorpus();
		IndexSettles.on(jdbc);
	}

	@BeforeAll
	void collect() {
		Map<String, Integer> shapes = new HashMap<>();
		List<String> searches = List.of("/search?q=army", "/search?q=army&in=claims", "/search?q=zzzz");
		Deque<String> open = new ArrayDeque<>(searches);
		open.addAll(List.of("/", "/admin/login", "/claims"));
		Set<String> seen = new HashSet<>(open);
		while (!open.isEmpty()) {
			String address = open.remove();
			if (shapes.merge(shape(address), 1, Integer::sum) > SAMPLE) {
				continue;
			}
			Page page = fetch(address);
			if (!page.type().startsWith("text/html")) {
				continue;
			}
			this.pages.put(address, page);
			if (address.contains("?") && !searches.contains(address)) {
				// Questions lead to more of them without end.
				continue;
			}
			for (String link : page.read().select("a[href^=/]").eachAttr("href")) {
				String target = link.replaceFirst("#.*", "");
				if (seen.add(target)) {
					open.add(target);
				}
			}
		}
		assertThat(this.pages).hasSizeGreaterThan(40);
	}

	/** The address without what differs between pages of one kind. */
	private static String shape(String address) {
		String path = address.replaceFirst("\\?.*", "")
			.replaceFirst("^/(articles|agents|sources)/[^/]+", "/$1/*")
			.replaceFirst("^/claims/.*", "/claims/*")
			.replaceFirst("^/about/agreement/.*", "/about/agreement/*")
			.replaceAll("/v?\\d+\\b", "/*");
		String query = address.contains("?") ? address.substring(address.indexOf('?') + 1) : "";
		return path + "?"
				+ List.of(query.split("&"))
					.stream()
					.map((parameter) -> parameter.replaceFirst("=.*", ""))
					.distinct()
					.sorted()
					.collect(Collectors.joining("&"));
	}

	@Test
	void isValidHtml() throws Exception {
		List<String> findings = new ArrayList<>();
		AtomicReference<String> checked = new AtomicReference<>();
		ErrorHandler report = new ErrorHandler() {
			@Override
			public void warning(SAXParseException finding) {
				// Spring writes the field of a form's token so; it means nothing.
				if (finding.getMessage().startsWith("Trailing slash on void elements")) {
					return;
				}
				findings.add(checked.get() + ":" + finding.getLineNumber() + " " + finding.getMessage());
			}

			@Override
			public void error(SAXParseException finding) {
				warning(finding);
			}

			@Override
			public void fatalError(SAXParseException finding) {
				warning(finding);
			}
		};
		SimpleDocumentValidator checker = new SimpleDocumentValidator();
		checker.setUpMainSchema("http://s.validator.nu/html5-rdfalite.rnc", report);
		checker.setUpValidatorAndParsers(report, false, false);
		checked.set("a mistake");
		checker.checkHtmlInputSource(new InputSource(new StringReader("<!DOCTYPE html><title>x</title><img>")));
		assertThat(findings).as("what the checker finds").isNotEmpty();
		findings.clear();
		for (Map.Entry<String, Page> page : this.pages.entrySet()) {
			checked.set(page.getKey());
			checker.checkHtmlInputSource(new InputSource(new StringReader(page.getValue().html())));
		}
		assertThat(findings).isEmpty();
	}

	@Test
	void isLight() {
		Map<String, Integer> parts = new HashMap<>();
		Map<String, Integer> heavy = new LinkedHashMap<>();
		this.pages.forEach((address, page) -> {
			int weight = page.bytes();
			for (Element part : page.read().select("link[rel=stylesheet], script[src], img[src]")) {
				weight += parts.computeIfAbsent(part.hasAttr("href") ? part.attr("href") : part.attr("src"),
						(file) -> fetch(file).bytes());
			}
			if (weight > MOST_BYTES) {
				heavy.put(address, weight);
			}
		});
		assertThat(heavy).isEmpty();
		assertThat(parts).isNotEmpty();
	}

	@Test
	void saysWhatItIs() {
		Map<String, String> addresses = new HashMap<>();
		this.pages.forEach((address, source) -> {
			Document page = source.read();
			assertThat(page.title()).as(address).endsWith("Catena").hasSizeBetween(6, 200);
			assertThat(page.select("meta[name=description]").attr("content")).as(address).hasSizeBetween(10, 300);
			assertThat(page.select("h1")).as(address).hasSize(1);
			if (!address.startsWith("/admin")) {
				assertThat(page.select("link[rel=canonical]").attr("href")).isEqualTo(this.site + address);
				assertThat(page.select("meta[property=og:title]").attr("content")).as(address).isNotBlank();
				assertThat(page.select("meta[property=og:description]").attr("content")).as(address).isNotBlank();
				assertThat(page.select("meta[property=og:image]").attr("content"))
					.isEqualTo(this.site + "/preview.png");
			}
			// The current version has an address of its own.
			if (!address.contains("?") && !address.matches(".*/v\\d+")) {
				assertThat(addresses.put(page.title(), address)).as("another page with the title of " + address)
					.isNull();
			}
		});
		assertThat(fetch("/preview.png").type()).isEqualTo("image/png");
	}

	@Test
	void letsBrowsersKeepWhatNeverChanges() {
		for (Element part : this.pages.get("/").read().select("link[rel=stylesheet], link[rel=preload]")) {
			assertThat(part.attr("href")).matches(".*-[0-9a-f]{32}\\.(css|woff2)");
			assertThat(fetch(part.attr("href")).cached()).contains("max-age=31536000");
		}
	}

	private Page fetch(String address) {
		try {
			HttpResponse<byte[]> response = this.browser.send(
					HttpRequest.newBuilder(URI.create(this.site + address)).header("Accept-Encoding", "gzip").build(),
					BodyHandlers.ofByteArray());
			assertThat(response.statusCode()).as(address).isIn(200, 302);
			byte[] body = response.body();
			byte[] plain = response.headers().firstValue("Content-Encoding").isPresent()
					? new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes() : body;
			return new Page(response.headers().firstValue("Content-Type").orElse(""),
					new String(plain, StandardCharsets.UTF_8), body.length,
					response.headers().firstValue("Cache-Control").orElse(""));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * An answer.
	 *
	 * @param type its media type
	 * @param html its text
	 * @param bytes the bytes of its body on the way
	 * @param cached how long it may be kept
	 */
	private record Page(String type, String html, int bytes, String cached) {

		Document read() {
			return Jsoup.parse(this.html);
		}

	}

}
