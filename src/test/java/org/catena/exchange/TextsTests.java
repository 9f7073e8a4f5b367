package org.catena.exchange;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import javax.xml.parsers.DocumentBuilderFactory;

import nu.validator.vendor.thaiopensource.util.PropertyMapBuilder;
import nu.validator.vendor.thaiopensource.validate.ValidateProperty;
import nu.validator.vendor.thaiopensource.validate.ValidationDriver;
import nu.validator.vendor.thaiopensource.validate.rng.CompactSchemaReader;
import org.catena.WholeApplicationTest;
import org.catena.article.ArticleText;
import org.catena.ingest.TestArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Texts for corpus tools: alone, in TEI, and described for search engines.
 */
@WholeApplicationTest
class TextsTests {

	@Autowired
	private MockMvcTester site;

	@Autowired
	private TestArchive archive;

	@TempDir
	private Path folder;

	@Test
	void areExactlyTheVersionsTextsInWhichAnnotationsCount() {
		this.archive.hold(Hostile.corpus(this.folder));
		MockHttpServletResponse response = get("/articles/hostile.txt");
		assertThat(response.getContentType()).isEqualTo("text/plain;charset=UTF-8");
		String text = text(response);
		assertThat(text).isEqualTo(new ArticleText(Hostile.TEXT).value())
			.isEqualTo(text(get("/articles/hostile/v1.txt")));
		JsonNode target = JsonMapper.shared().readTree(text(get("/annotations/hostile/c01"))).path("target");
		assertThat(target.at("/state/cached").asString()).isEqualTo("http://localhost/articles/hostile/v1.txt");
		int start = text.offsetByCodePoints(0, target.at("/selector/1/start").asInt());
		int end = text.offsetByCodePoints(0, target.at("/selector/1/end").asInt());
		assertThat(text.substring(start, end)).isEqualTo(target.at("/selector/0/exact").asString());
		assertThat(get("/articles/hostile/v2.txt").getStatus()).isEqualTo(404);
	}

	@Test
	void areValidTeiWithHostileValues() throws Exception {
		this.archive.hold(Hostile.corpus(this.folder));
		for (String slug : List.of("hostile", "plain")) {
			assertThat(errors(get("/articles/" + slug + ".tei.xml").getContentAsByteArray())).isEmpty();
		}
		Document tei = parse(get("/articles/hostile.tei.xml").getContentAsByteArray());
		Element span = element(tei, "claim-c01");
		assertThat(span.getTextContent()).isEqualTo("Paraphrase " + Hostile.WORDS);
		assertThat(pointed(tei, span)).isEqualTo(Hostile.QUOTE);
		assertThat(pointed(tei, element(tei, "claim-c02"))).isEqualTo("The army is too small for the country");
		NodeList relations = tei.getElementsByTagNameNS("*", "relation");
		assertThat(((Element) relations.item(0)).getAttribute("mutual"))
			.isEqualTo("#claim-c02 http://localhost/claims/plain/c01");
		Element discrepancy = (Element) relations.item(1);
		assertThat(discrepancy.getAttribute("active")).isEqualTo("#claim-c01");
		assertThat(discrepancy.getAttribute("passive")).isEqualTo("http://localhost/plans/two-point-plan/points/2");
		assertThat(discrepancy.getAttribute("ana")).isEqualTo("#gravity-degree");
		assertThat(discrepancy.getElementsByTagNameNS("*", "q").item(0).getTextContent())
			.isEqualTo("Says " + Hostile.WORDS);
	}

	@Test
	void areValidTeiForTheWholeCorpus() throws Exception {
		this.archive.holdCorpus();
		for (String slug : this.archive.list("select slug from article where state = 'published'")) {
			byte[] tei = get("/articles/" + slug + ".tei.xml").getContentAsByteArray();
			assertThat(errors(tei)).as(slug).isEmpty();
			Document document = parse(tei);
			NodeList spans = document.getElementsByTagNameNS("*", "span");
			assertThat(spans.getLength()).isPositive();
			for (int i = 0; i < spans.getLength(); i++) {
				Element span = (Element) spans.item(i);
				String name = span.getAttribute("xml:id").replace("claim-", "");
				assertThat(pointed(document, span)).as(slug + "/" + name)
					.isEqualTo(
							String.valueOf(this.archive.ask("select exact from claim where key = ?", slug + "/" + name))
								.replace("## ", "")
								.replace("\n\n", ""));
			}
		}
	}

	@Test
	void areDescribedAsSchemaOrgDescribesThem() {
		this.archive.hold(Hostile.corpus(this.folder));
		JsonNode article = linkedData("/articles/hostile");
		assertThat(article.path("@type").asString()).isEqualTo("OpinionNewsArticle");
		assertThat(article.path("headline").asString()).isEqualTo(Hostile.TITLE);
		assertThat(article.path("url").asString()).isEqualTo("https://example.org/hostile?a=1&b=%7B2%7D");
		assertThat(article.path("archivedAt").asString()).isEqualTo("http://localhost/articles/hostile/v1");
		assertThat(article.at("/author/0/name").asString()).isEqualTo("Ann Author");
		JsonNode claim = linkedData("/claims/hostile/c01");
		assertThat(claim.path("@type").asString()).isEqualTo("Claim");
		assertThat(claim.path("text").asString()).isEqualTo(Hostile.QUOTE);
		assertThat(claim.at("/author/name").asString()).isEqualTo("Bob Speaker");
		assertThat(claim.at("/appearance/@id").asString()).isEqualTo("http://localhost/articles/hostile");
		assertThat(claim.at("/about/0/@type").asString()).isEqualTo("DefinedTerm");
		assertThat(linkedData("/plans/two-point-plan/points/1").path("@type").asString()).isEqualTo("DefinedTerm");
		assertThat(linkedData("/").path("@type").asString()).isEqualTo("Dataset");
		assertThat(linkedData("/about").path("@type").asString()).isEqualTo("Dataset");
		assertThat(text(get("/claims/hostile/c01"))).doesNotContain("ClaimReview");
	}

	/** The description of a page, where a browser finds it. */
	private JsonNode linkedData(String address) {
		List<String> scripts = org.jsoup.Jsoup.parse(text(get(address)))
			.select("script[type=application/ld+json]")
			.stream()
			.map(org.jsoup.nodes.Element::data)
			.toList();
		assertThat(scripts).hasSize(1).first().asString().doesNotContain("<", "&");
		return JsonMapper.shared().readTree(scripts.get(0));
	}

	private static List<String> errors(byte[] document) throws Exception {
		List<String> errors = new ArrayList<>();
		ErrorHandler handler = new ErrorHandler() {

			@Override
			public void warning(SAXParseException ex) {
				errors.add(ex.toString());
			}

			@Override
			public void error(SAXParseException ex) {
				errors.add(ex.toString());
			}

			@Override
			public void fatalError(SAXParseException ex) {
				errors.add(ex.toString());
			}

		};
		PropertyMapBuilder properties = new PropertyMapBuilder();
		properties.put(ValidateProperty.ERROR_HANDLER, handler);
		ValidationDriver driver = new ValidationDriver(properties.toPropertyMap(), CompactSchemaReader.getInstance());
		assertThat(driver.loadSchema(new InputSource(
				Objects.requireNonNull(TextsTests.class.getResource("/tei/tei-catena.rnc")).toString())))
			.as(errors.toString())
			.isTrue();
		driver.validate(new InputSource(new ByteArrayInputStream(document)));
		return errors;
	}

	private static Document parse(byte[] document) throws Exception {
		DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
		factory.setNamespaceAware(true);
		return factory.newDocumentBuilder().parse(new ByteArrayInputStream(document));
	}

	private static Element element(Document document, String id) {
		NodeList all = document.getElementsByTagNameNS("*", "*");
		for (int i = 0; i < all.getLength(); i++) {
			if (((Element) all.item(i)).getAttribute("xml:id").equals(id)) {
				return (Element) all.item(i);
			}
		}
		throw new AssertionError("No " + id);
	}

	/** The words between two places, as a tool that follows the pointers finds them. */
	private static String pointed(Document document, Element span) {
		String[] from = span.getAttribute("from").replaceAll("#string-index\\(p|\\)", "").split(",");
		String[] to = span.getAttribute("to").replaceAll("#string-index\\(p|\\)", "").split(",");
		StringBuilder words = new StringBuilder();
		for (int number = Integer.parseInt(from[0]); number <= Integer.parseInt(to[0]); number++) {
			String paragraph = element(document, "p" + number).getTextContent();
			int begin = String.valueOf(number).equals(from[0]) ? Integer.parseInt(from[1]) : 0;
			int end = String.valueOf(number).equals(to[0]) ? Integer.parseInt(to[1])
					: paragraph.codePointCount(0, paragraph.length());
			words.append(paragraph, paragraph.offsetByCodePoints(0, begin), paragraph.offsetByCodePoints(0, end));
		}
		return words.toString();
	}

	private MockHttpServletResponse get(String address) {
		return this.site.get().uri(address).exchange().getResponse();
	}

	private static String text(MockHttpServletResponse response) {
		return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
	}

}
