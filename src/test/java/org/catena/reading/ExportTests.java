package org.catena.reading;

import java.io.StringReader;
import java.net.URI;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.catena.search.IndexSettles;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** What is on the screen, as files: the counts of all forms of a search agree. */
@SpringBootTest
@AutoConfigureMockMvc(addFilters = false)
class ExportTests {

	/** Entries on a page of a feed. */
	private static final int FEED = 50;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private JsonMapper json;

	@BeforeEach
	void settle() {
		IndexSettles.on(this.jdbc);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "q=russia", "q=dmitriev&from=2025-12", "q=plan&in=claims", "in=claims",
			"q=nato&in=claims&stance=opposes&stance=mixed", "point=7&stance=opposes",
			"point=28-point-plan/7&theme=nato", "q=xyzzy", "q=xyzzy&in=claims", "q=((", "q=witk*&sort=oldest",
			"source=nowhere", "q=plan&in=claims&page=3" })
	void countsAgreeInAllForms(String query) throws Exception {
		boolean claims = query.contains("in=claims");
		long total = number(page("/search?" + query).select("#found").text());
		List<CSVRecord> rows = csv("/search.csv?" + query);
		List<JsonNode> lines = jsonl("/search.jsonl?" + query);
		String key = claims ? "claim" : "article";
		assertThat(rows.stream().map((row) -> row.get(key)).distinct()).hasSize((int) total);
		assertThat(lines.subList(1, lines.size() - 1).stream().map((line) -> line.get(key).stringValue()).distinct())
			.hasSize((int) total);
		assertThat(rows).allSatisfy((row) -> assertThat(row.get("search_total")).isEqualTo(String.valueOf(total)));
		assertThat(lines.get(0).get("total").longValue()).isEqualTo(total);
		assertThat(lines.get(lines.size() - 1).get("rows").longValue()).isEqualTo(rows.size());
		assertThat(lines).hasSize(rows.size() + 2);
		assertThat(feedTotal("/search.atom?" + query)).isEqualTo(total);
		assertThat(page(URI.create(lines.get(0).get("address").stringValue())).select("#found").text())
			.isEqualTo(page("/search?" + query.replace("&page=3", "")).select("#found").text());
	}

	@ParameterizedTest
	@ValueSource(strings = { "q=russia", "q=the&sort=left", "q=%22security+guarantees%22&sort=source",
			"q=plan&in=claims", "q=xyzzy", "q=((", "q=nato&stance=opposes&sort=right" })
	void countsOfOccurrencesAgree(String query) throws Exception {
		Document page = page("/search?view=kwic&" + query);
		long total = number(page.select("#found").text());
		List<CSVRecord> rows = csv("/search.csv?view=kwic&" + query);
		List<JsonNode> lines = jsonl("/search.jsonl?view=kwic&" + query);
		assertThat(rows).hasSize((int) total);
		assertThat(lines).hasSize((int) total + 2);
		assertThat(lines.get(0).get("total").longValue()).isEqualTo(total);
		List<String> shown = page.select(".kwic__match").eachText();
		assertThat(rows.stream().limit(shown.size()).map((row) -> row.get("match"))).isEqualTo(shown);
	}

	@Test
	void hasARowForEachClaimAndPoint() throws Exception {
		long expected = this.jdbc.sql("""
				select sum(greatest(1, (select count(*) from claim_point p where p.claim_id = c.id)))
				from shown_claim c""").query(Long.class).single();
		List<CSVRecord> rows = csv("/claims.csv");
		assertThat(rows).hasSize((int) expected);
		assertThat(rows.stream().map((row) -> row.get("claim") + row.get("point") + row.get("sub_point")).distinct())
			.hasSize((int) expected);
	}

	@Test
	void hasAFeedOfWhatIsNew() throws Exception {
		String text = get("/claims.atom?q=plan");
		SyndFeed feed = new SyndFeedInput().build(new StringReader(text));
		assertThat(feed.getFeedType()).isEqualTo("atom_1.0");
		assertThat(feed.getUri()).startsWith("urn:uuid:");
		assertThat(feed.getEntries()).hasSize(FEED).allSatisfy((entry) -> {
			assertThat(entry.getUri()).startsWith("urn:uuid:");
			assertThat(entry.getTitle()).isNotBlank();
			assertThat(entry.getUpdatedDate()).isNotNull();
			assertThat(entry.getLink()).startsWith("http://localhost/claims/");
		});
		assertThat(feed.getEntries()).extracting(SyndEntry::getUri).doesNotHaveDuplicates();
		assertThat(feed.getEntries()).extracting(SyndEntry::getUpdatedDate)
			.isSortedAccordingTo(java.util.Comparator.reverseOrder());
		assertThat(new SyndFeedInput().build(new StringReader(get("/claims.atom?q=plan"))).getEntries())
			.extracting(SyndEntry::getUri)
			.isEqualTo(feed.getEntries().stream().map(SyndEntry::getUri).toList());
		assertThat(get("/search.atom?q=plan&in=claims&page=2")).contains("rel=\"previous\"")
			.doesNotContain(feed.getEntries().get(0).getUri());
		assertThat(
				page("/search?q=plan&in=claims").select("link[rel=alternate][type=application/atom+xml]").attr("href"))
			.isEqualTo("/search.atom?q=plan&in=claims");
	}

	@Test
	void feedHasAllHitsOnItsPages() throws Exception {
		long total = feedTotal("/search.atom?q=plan&in=claims");
		java.util.Set<String> ids = new java.util.HashSet<>();
		int pages = (int) ((total + FEED - 1) / FEED);
		for (int page = 1; page <= pages; page++) {
			new SyndFeedInput().build(new StringReader(get("/search.atom?q=plan&in=claims&page=" + page)))
				.getEntries()
				.forEach((entry) -> ids.add(entry.getUri()));
		}
		assertThat(ids).hasSize((int) total);
	}

	@ParameterizedTest
	@ValueSource(strings = { "%3Cscript%3E", "%00", "%EF%BF%BE", "%F0%9F%98%80", "%22%3E%3C!%5BCDATA%5B", "%E2%80%AE",
			"%3D1%2B1" })
	void survives(String words) throws Exception {
		new SyndFeedInput().build(new StringReader(get("/search.atom?q=" + words)));
		csv("/search.csv?q=" + words);
		assertThat(jsonl("/search.jsonl?view=kwic&q=" + words)).hasSizeGreaterThan(1);
	}

	private long feedTotal(String address) throws Exception {
		return number(Jsoup.parse(get(address), org.jsoup.parser.Parser.xmlParser())
			.select("opensearch|totalResults")
			.text());
	}

	private List<CSVRecord> csv(String address) throws Exception {
		return CSVFormat.RFC4180.builder()
			.setHeader()
			.setSkipHeaderRecord(true)
			.get()
			.parse(new StringReader(get(address)))
			.getRecords();
	}

	private List<JsonNode> jsonl(String address) throws Exception {
		return get(address).lines().map(this.json::readTree).toList();
	}

	/** The number that a sentence begins with; 0 where it says that there is nothing. */
	private static long number(String sentence) {
		Matcher number = Pattern.compile("^[\\d,]+").matcher(sentence);
		return number.find() ? Long.parseLong(number.group().replace(",", "")) : 0;
	}

	private Document page(String address) throws Exception {
		return Jsoup.parse(get(address));
	}

	private Document page(URI address) throws Exception {
		String query = (address.getRawQuery() != null) ? "?" + address.getRawQuery() : "";
		return page(address.getRawPath() + query);
	}

	private String get(String address) throws Exception {
		MvcTestResult result = this.mvc.get().uri(URI.create(address)).exchange();
		assertThat(result).hasStatusOk();
		return new String(result.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
	}

}
