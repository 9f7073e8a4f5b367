package org.catena.reading;

import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.catena.search.Facet;
import org.catena.search.IndexSettles;
import org.catena.search.Scope;
import org.catena.table.CsvTable;
import org.catena.table.TableAbout;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/** Frequencies and batches, whose numbers are those of the pages that they lead to. */
@SpringBootTest
@AutoConfigureMockMvc(addFilters = false)
class FrequencyTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Batch batch;

	@BeforeEach
	void settle() {
		IndexSettles.on(this.jdbc);
	}

	@ParameterizedTest
	@ValueSource(strings = { "by=month", "by=source", "by=point", "by=stance", "by=stance&stance=opposes",
			"by=point&point=7", "by=month&from=2025-12-02", "by=source&source=prio", "by=source&of=occurrences",
			"by=stance&of=occurrences", "by=point&of=occurrences" })
	void eachNumberLeadsToItsHits(String query) throws Exception {
		Document page = page("/frequencies?q=russia&q=%22peace+plan%22&" + query);
		List<Element> cells = page.select(".frequencies__table td a");
		assertThat(cells).isNotEmpty();
		for (Element cell : cells) {
			assertThat(found(cell.attr("href"))).as(cell.attr("href")).isEqualTo(Long.parseLong(cell.text()));
		}
	}

	@Test
	void countsOccurrencesAsTheConcordanceDoes() throws Exception {
		List<CSVRecord> rows = csv(get("/frequencies.csv?q=russia&q=kremlin&by=source"));
		long all = this.jdbc.sql("select count(*) from source where id in (select source_id from article)")
			.query(Long.class)
			.single();
		assertThat(rows).hasSize(2 * (int) all);
		for (CSVRecord row : rows) {
			String address = URI.create(row.get("address")).getRawQuery();
			assertThat(found("/search?view=kwic&" + address)).isEqualTo(Long.parseLong(row.get("occurrences")));
			long words = this.jdbc.sql("""
					select sum(v.words) from article a join source s on s.id = a.source_id
					join article_version v on v.article_id = a.id and v.number = a.version where s.slug = :slug""")
				.param("slug", row.get("value"))
				.query(Long.class)
				.single();
			assertThat(Long.parseLong(row.get("words"))).isEqualTo(words);
			assertThat(Double.parseDouble(row.get("per_10000_words")))
				.isEqualTo(10_000.0 * Long.parseLong(row.get("occurrences")) / words);
		}
	}

	@Test
	void drawsWhatTheTableSays() throws Exception {
		Document page = page("/frequencies?q=russia&q=kremlin&by=source&of=occurrences");
		List<String> table = page.select(".frequencies__table tbody td").eachText();
		List<String> bars = page.select(".counts-chart__value")
			.eachText()
			.stream()
			.map((text) -> text.replaceFirst("^\\d: ", ""))
			.toList();
		assertThat(bars).isEqualTo(table).isNotEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "q=", "q=xyzzy", "q=((", "q=%3Cscript%3E", "q=a&q=b&q=c&q=d&q=e&q=f", "q=russia&by=x",
			"q=russia&of=x", "q=russia&source=nowhere", "q=russia&from=x", "q=%00", "q=%3D1&by=stance",
			"q=russia&from=1000&to=1001&of=share" })
	void survives(String query) throws Exception {
		assertThat(page("/frequencies?" + query).select("main script")).isEmpty();
		csv(get("/frequencies.csv?" + query));
	}

	@Test
	void answersManyQueries() throws Exception {
		Document page = batch("page", "russia\n\n# no query\n((\nnato -membership\n<script>\n=1+1", "articles");
		assertThat(page.select(".frequencies__table tbody tr")).hasSize(5);
		assertThat(page.select(".batch__error").text()).contains("needs a word");
		assertThat(page.select("main script")).isEmpty();
		for (Element count : page.select(".frequencies__table tbody td a")) {
			assertThat(found(count.attr("href"))).as(count.attr("href")).isEqualTo(Long.parseLong(count.text()));
		}
		assertThat(page.select("textarea").text()).contains("nato -membership");
	}

	@ParameterizedTest
	@ValueSource(strings = { "articles", "claims" })
	void givesTheHitsOfManyQueries(String in) throws Exception {
		List<CSVRecord> counts = csv(text("counts-csv", "russia\n((\n\"peace plan\"", in));
		List<CSVRecord> hits = csv(text("hits-csv", "russia\n((\n\"peace plan\"", in));
		List<CSVRecord> totals = counts.stream().filter((row) -> row.get("facet").isEmpty()).toList();
		assertThat(totals).extracting((row) -> row.get("line")).containsExactly("1", "2", "3");
		assertThat(totals.get(1).get("error")).isNotEmpty();
		for (CSVRecord total : List.of(totals.get(0), totals.get(2))) {
			assertThat(hits.stream()
				.filter((row) -> row.get("line").equals(total.get("line")))
				.map((row) -> row.get("claims".equals(in) ? "claim" : "article"))
				.distinct()).hasSize(Integer.parseInt(total.get("hits")));
		}
		assertThat(text("hits-jsonl", "russia", in).lines().toList()).last().asString().contains("\"type\":\"end\"");
	}

	@Test
	void listsNoMoreHitsThanItMaySayingSo() throws Exception {
		String typed = "russia\n((\nxyzzy\nplan";
		BatchPage page = this.batch.run(typed, Scope.ARTICLES, Facet.STANCE, this.batch.end(), new ArrayList<>());
		long russia = page.rows().get(0).total();
		List<CSVRecord> exactly = listed(page, this.batch.end(), (int) russia);
		assertThat(exactly).filteredOn((row) -> row.get("missing").isEmpty())
			.hasSize((int) russia)
			.allMatch((row) -> row.get("line").equals("1"));
		assertThat(exactly).filteredOn((row) -> !row.get("missing").isEmpty())
			.extracting((row) -> row.get("line"))
			.containsExactly("2", "4");
		assertThat(exactly.get(exactly.size() - 1).get("missing"))
			.isEqualTo("0 of %d are listed: an answer lists at most %d.".formatted(page.rows().get(3).total(), russia));
		assertThat(listed(page, this.batch.end(), 2).get(2).get("missing")).startsWith("2 of " + russia);
		assertThat(listed(page, this.batch.end(), 50_000)).filteredOn((row) -> !row.get("missing").isEmpty())
			.extracting((row) -> row.get("line"))
			.containsExactly("2");
	}

	@Test
	void readsNoHitsWhenTheTimeIsOverSayingSo() throws Exception {
		Instant over = Instant.EPOCH;
		BatchPage page = this.batch.run("russia", Scope.CLAIMS, Facet.STANCE, this.batch.end(), new ArrayList<>());
		assertThat(listed(page, over, 50_000)).extracting((row) -> row.get("missing"))
			.containsExactly(
					"0 of %d are listed: the answer took more than a minute.".formatted(page.rows().get(0).total()));
		assertThat(this.batch.run("russia", Scope.CLAIMS, Facet.STANCE, over, new ArrayList<>()).rows().get(0).error())
			.contains("more than a minute");
	}

	private List<CSVRecord> listed(BatchPage page, Instant end, int most) throws Exception {
		StringBuilder file = new StringBuilder();
		CsvTable writer = new CsvTable(file);
		writer.begin(TableAbout.NOTHING, Batch.columns(page.scope()));
		this.batch.list(page, end, most, "http://localhost", writer);
		writer.end();
		return csv(file.toString());
	}

	@Test
	void readsAFile() throws Exception {
		MvcTestResult result = this.mvc.post()
			.uri("/batch")
			.multipart()
			.file(new MockMultipartFile("file", "q.txt", "text/plain",
					"\uFEFFrussia\r\nnato\r\n".getBytes(StandardCharsets.UTF_8)))
			.exchange();
		assertThat(result).hasStatusOk();
		assertThat(Jsoup.parse(result.getResponse().getContentAsString())
			.select(".frequencies__table th[scope=row]")
			.eachText()).containsExactly("russia", "nato");
		MvcTestResult bytes = this.mvc.post()
			.uri("/batch")
			.multipart()
			.file(new MockMultipartFile("file", "q.bin", "text/plain", new byte[] { (byte) 0xC3, 0x28 }))
			.exchange();
		assertThat(bytes).hasStatusOk().bodyText().contains("no text in UTF-8");
	}

	@Test
	void refusesTooMuch() throws Exception {
		assertThat(batch("page", "russia\n".repeat(510), "claims").select(".search__messages").text())
			.contains("At most 500 queries", "10 more were left out");
		assertThat(batch("page", "x".repeat(700_000), "claims").select(".search__messages").text()).contains("700,000");
		assertThat(batch("page", "x".repeat(2_001), "claims").select(".batch__error").text()).contains("2,000");
		assertThat(batch("page", "", "claims").select(".search__messages").text()).contains("no query");
	}

	private Document batch(String answer, String queries, String in) throws Exception {
		return Jsoup.parse(text(answer, queries, in));
	}

	private String text(String answer, String queries, String in) throws Exception {
		MvcTestResult result = this.mvc.post()
			.uri("/batch")
			.param("queries", queries)
			.param("in", in)
			.param("answer", answer)
			.exchange();
		assertThat(result).hasStatusOk();
		return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	/** The number that the page at an address begins with. */
	private long found(String address) throws Exception {
		Matcher number = Pattern.compile("^[\\d,]+").matcher(page(address).select("#found").text());
		return number.find() ? Long.parseLong(number.group().replace(",", "")) : 0;
	}

	private static List<CSVRecord> csv(String text) throws Exception {
		return CSVFormat.RFC4180.builder()
			.setHeader()
			.setSkipHeaderRecord(true)
			.get()
			.parse(new StringReader(text))
			.getRecords();
	}

	private Document page(String address) throws Exception {
		return Jsoup.parse(get(address));
	}

	/** A browser's + is a space; the tester's is not. */
	private String get(String address) throws Exception {
		MvcTestResult result = this.mvc.get().uri(URI.create(address.replace("+", "%20"))).exchange();
		assertThat(result).hasStatusOk();
		return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

}
