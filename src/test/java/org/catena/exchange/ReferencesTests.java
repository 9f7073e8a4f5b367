package org.catena.exchange;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import de.undercouch.citeproc.csl.CSLItemData;
import org.catena.WholeApplicationTest;
import org.catena.ingest.TestArchive;
import org.catena.search.IndexSettles;
import org.jbibtex.BibTeXDatabase;
import org.jbibtex.BibTeXEntry;
import org.jbibtex.BibTeXParser;
import org.jbibtex.Key;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * References as their readers read them: BibTeX by a parser of BibTeX, RIS line by line,
 * CSL-JSON by a citation processor.
 */
@WholeApplicationTest
class ReferencesTests {

	@Autowired
	private MockMvcTester site;

	@Autowired
	private TestArchive archive;

	@Autowired
	private JdbcClient jdbc;

	@TempDir
	private Path folder;

	@BeforeEach
	void hold() {
		this.archive.hold(Hostile.corpus(this.folder));
	}

	@Test
	void areBibTeXWhateverTheValues() throws Exception {
		MockHttpServletResponse response = get("/articles/hostile.bib");
		assertThat(response.getContentType()).startsWith("application/x-bibtex");
		BibTeXEntry entry = bibtex(text(response)).get("hostile");
		assertThat(entry.getType().getValue()).isEqualTo("article");
		assertThat(field(entry, "entrysubtype")).isEqualTo("newspaper");
		assertThat(field(entry, "author")).isEqualTo("Author, Ann");
		assertThat(field(entry, "journal")).isEqualTo("The Daily");
		assertThat(field(entry, "date")).isEqualTo("2025-12-01");
		assertThat(field(entry, "langid")).isEqualTo("english");
		assertThat(field(entry, "url")).isEqualTo("https://example.org/hostile?a=1&b=%7B2%7D");
		assertThat(field(entry, "title")).startsWith("Title ]]> \\{brace\\} \\textbackslash{}textbf\\{x\\} \" '")
			.contains("\\&amp;", "\\% \\$1 \\#2 \\_3 \\textasciitilde{} \\textasciicircum{}");
		BibTeXEntry plain = bibtex(text(get("/articles/plain.bib"))).get("plain");
		assertThat(field(plain, "title")).isEqualTo("[On the army]");
		assertThat(field(plain, "date")).isEqualTo("2025-12-04~");
		assertThat(plain.getField(new Key("author"))).isNull();
		BibTeXEntry claim = bibtex(text(get("/claims/hostile/c01.bib"))).get("hostile-c01");
		assertThat(field(claim, "annotation")).contains("The plan ]]>", "(paragraph 1)", "claims/hostile/c01");
		assertThat(field(claim, "pagination")).isEqualTo("paragraph");
	}

	@Test
	void keepBracesBalanced() {
		assertThat(ReferenceFormat.latex("a } b { c")).isEqualTo("a \\textbraceright{} b \\textbraceleft{} c");
		assertThat(ReferenceFormat.latex("a {b} c")).isEqualTo("a \\{b\\} c");
	}

	@Test
	void areRisOnLinesOfTheirOwn() {
		MockHttpServletResponse response = get("/claims/hostile/c01.ris");
		assertThat(response.getContentType()).startsWith("application/x-research-info-systems");
		List<String> lines = List.of(text(response).split("\r\n"));
		assertThat(lines).first().isEqualTo("TY  - NEWS");
		assertThat(lines).last().isEqualTo("ER  - ");
		assertThat(lines).allSatisfy((line) -> assertThat(line).matches("[A-Z][A-Z0-9]  - [^\\r\\n]*"))
			.contains("AU  - Author, Ann", "T2  - The Daily", "PY  - 2025", "DA  - 2025/12/01/", "LA  - en",
					"UR  - https://example.org/hostile?a=1&b=%7B2%7D", "TI  - " + Hostile.TITLE);
		assertThat(text(get("/articles/plain.ris"))).contains("DA  - 2025/12/04/circa\r\n", "TI  - [On the army]\r\n")
			.doesNotContain("AU  -");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/articles/hostile", "/articles/plain", "/claims/hostile/c01", "/articles" })
	void areCslJsonThatProcessorsRead(String page) {
		MockHttpServletResponse response = get(page + ".csl.json");
		assertThat(response.getContentType()).startsWith("application/vnd.citationstyles.csl+json");
		JsonNode items = JsonMapper.shared().readTree(text(response));
		Schemas.isCsl(items);
		assertThat(items).isNotEmpty().allSatisfy((item) -> {
			CSLItemData read = CSLItemData.fromJson(JsonMapper.shared()
				.convertValue(item, new tools.jackson.core.type.TypeReference<Map<String, Object>>() {
				}));
			assertThat(read.getType().toString()).isEqualTo("article-newspaper");
			assertThat(read.getTitle()).isEqualTo(item.path("title").asString());
			assertThat(read.getIssued().getDateParts()[0]).startsWith(2025, 12);
		});
	}

	@Test
	void listAllThatASearchFinds() throws Exception {
		IndexSettles.on(this.jdbc);
		assertThat(bibtex(text(get("/search.bib?q=army"))).keySet()).containsExactlyInAnyOrder("hostile", "plain");
		assertThat(bibtex(text(get("/claims.bib?stance=supports"))).keySet()).containsExactly("plain-c01");
		assertThat(bibtex(text(get("/articles.bib")))).hasSize(2);
		assertThat(JsonMapper.shared().readTree(text(get("/search.csl.json?q=xyzzy")))).isEmpty();
		assertThat(text(get("/search.ris?q=xyzzy"))).isEmpty();
		assertThat(get("/articles/none.bib").getStatus()).isEqualTo(404);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			2025-12-09               | 2025-12-09 | 2025-12-09  | false
			2025-12-09~              | 2025-12-09 | 2025-12-09~ | true
			2025-12                  | 2025-12    | 2025-12     | false
			2025?                    | 2025       | 2025?       | true
			[2025-11-23..2025-11-30] | 2025-11    | 2025-11~    | true
			[2025-11-23..2026-01-02] |            |             |
			[2025-12-03..]           | 2025-12    | 2025-12~    | true
			2025-11-23/2025-11-25    | 2025-11-23 | 2025-11-23/2025-11-25 | false
			""")
	void sayOfUncertainDatesWhatIsKnown(String edtf, String iso, String biblatex, Boolean circa) {
		ReferenceDate date = ReferenceDate.of(edtf).orElse(null);
		if (iso == null) {
			assertThat(date).isNull();
			return;
		}
		assertThat(date).isNotNull();
		assertThat(List.of(date.iso(), date.biblatex(), date.circa())).containsExactly(iso, biblatex, circa);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Pavel K. Baev       | person | Baev        | Pavel K.
			Ursula von der Leyen | person | von der Leyen | Ursula
			Sammy Davis Jr.     | person | Davis Jr.   | Sammy
			Madonna             | person | Madonna     |
			The Council         | body   | The Council |
			""")
	void partNames(String name, String kind, String family, String given) {
		assertThat(ReferenceName.of(new ArticleRecord.AgentName("x", name, kind)))
			.isEqualTo(new ReferenceName(family, given));
	}

	@Test
	void areFormattedOnThePages() {
		Document page = Jsoup.parse(text(get("/articles/plain")));
		assertThat(page.select(".styles dt").eachText()).containsExactly("APA", "Chicago", "MLA");
		assertThat(page.select(".styles dd").get(0).text())
			.startsWith("[On the army]. (ca. 2025, December 4). The Daily.")
			.contains("http://localhost/articles/plain/v1");
		assertThat(page.select(".files a").eachAttr("href")).containsExactly("/articles/plain.bib",
				"/articles/plain.ris", "/articles/plain.csl.json");
		Document claim = Jsoup.parse(text(get("/claims/hostile/c01")));
		assertThat(claim.select(".styles dd").get(0).text()).startsWith("Author, A. (2025, December 1). ")
			.contains("<b>&amp;</b>", "(Author, 2025, para. 1)");
		Document article = Jsoup.parse(text(get("/articles/hostile")));
		assertThat(article.select(".styles dd").get(2).text()).startsWith("Author, Ann. “Title ]]>");
	}

	/** Zotero lets its user choose where it finds more than one. */
	@ParameterizedTest
	@ValueSource(strings = { "/articles", "/search?q=army", "/sources/the-daily" })
	void areHiddenInListsOfArticles(String address) {
		IndexSettles.on(this.jdbc);
		Document page = Jsoup.parse(text(get(address)));
		Map<String, Map<String, List<String>>> found = new java.util.HashMap<>();
		page.select("span.Z3988").forEach((span) -> {
			assertThat(span.text()).isEmpty();
			Map<String, List<String>> terms = new java.util.HashMap<>();
			for (String part : span.attr("title").split("&")) {
				String[] term = part.split("=", -1);
				assertThat(term).hasSize(2);
				assertThat(term[1]).doesNotContain("+");
				terms.computeIfAbsent(term[0], (key) -> new java.util.ArrayList<>())
					.add(java.net.URLDecoder.decode(term[1], java.nio.charset.StandardCharsets.UTF_8));
			}
			found.put(terms.get("rft.title").get(0), terms);
		});
		assertThat(found).containsOnlyKeys(Hostile.TITLE, "[On the army]");
		Map<String, List<String>> hostile = found.get(Hostile.TITLE);
		assertThat(hostile.get("rft_val_fmt")).containsExactly("info:ofi/fmt:kev:mtx:dc");
		assertThat(hostile.get("rft.type")).containsExactly("newspaperArticle");
		assertThat(hostile.get("rft.creator")).containsExactly("Author, Ann");
		assertThat(hostile.get("rft.source")).containsExactly("The Daily");
		assertThat(hostile.get("rft.date")).containsExactly("2025-12-01");
		assertThat(hostile.get("rft.identifier")).containsExactly("https://example.org/hostile?a=1&b=%7B2%7D");
		assertThat(found.get("[On the army]")).doesNotContainKey("rft.creator");
		// What a list says in other ways would be taken for one thing.
		assertThat(page.select("meta[name^=DC.], meta[name^=citation_], link[rel=unapi-server]")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/articles/hostile", "/claims/hostile/c01", "/claims", "/plans/two-point-plan" })
	void areHiddenNowhereElse(String address) {
		assertThat(Jsoup.parse(text(get(address))).select(".Z3988")).isEmpty();
	}

	@Test
	void tellZoteroWhatAPageIs() {
		Document page = Jsoup.parse(text(get("/articles/hostile")));
		assertThat(meta(page, "DC.type")).containsExactly("newspaperArticle");
		assertThat(meta(page, "citation_title")).containsExactly(Hostile.TITLE);
		assertThat(meta(page, "citation_author")).containsExactly("Ann Author");
		assertThat(meta(page, "DC.source")).containsExactly("The Daily");
		assertThat(meta(page, "citation_publication_date")).containsExactly("2025/12/01");
		assertThat(meta(page, "citation_public_url")).containsExactly("https://example.org/hostile?a=1&b=%7B2%7D");
		assertThat(meta(page, "citation_language")).containsExactly("en");
		assertThat(meta(page, "citation_journal_title")).isEmpty();
		assertThat(page.select("meta[property=og:type]").attr("content")).isEqualTo("article");
		assertThat(page.select("link[rel=schema.DC]").attr("href")).isEqualTo("http://purl.org/dc/elements/1.1/");
		Document plain = Jsoup.parse(text(get("/articles/plain")));
		assertThat(meta(plain, "citation_author")).isEmpty();
		// Zotero reads an author from what has such a class.
		assertThat(plain.select(".byline, .vcard, .bylines")).isEmpty();
		assertThat(page.select(".byline, .vcard, .bylines")).isEmpty();
		assertThat(meta(Jsoup.parse(text(get("/articles"))), "citation_title")).isEmpty();
	}

	private static List<String> meta(Document page, String name) {
		return page.select("meta[name=" + name + "]").eachAttr("content");
	}

	private static Map<String, BibTeXEntry> bibtex(String text) throws Exception {
		BibTeXDatabase database = new BibTeXParser().parseFully(new StringReader(text));
		Map<String, BibTeXEntry> entries = new java.util.LinkedHashMap<>();
		database.getEntries().forEach((key, entry) -> entries.put(key.getValue(), entry));
		assertThat(new ArrayList<>(database.getObjects())).hasSameSizeAs(entries.keySet());
		return entries;
	}

	private static String field(BibTeXEntry entry, String name) {
		return entry.getField(new Key(name)).toUserString();
	}

	private MockHttpServletResponse get(String address) {
		return this.site.get().uri(address).exchange().getResponse();
	}

	private static String text(MockHttpServletResponse response) {
		return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
	}

}
