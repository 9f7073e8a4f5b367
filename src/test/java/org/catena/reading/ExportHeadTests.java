package org.catena.reading;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.catena.table.CsvTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ExportHeadTests {

	private static final ExportHead HEAD = new ExportHead("http://localhost/search?q=%3D1", "=1", "articles", List.of(),
			Instant.parse("2026-01-02T03:04:05Z"), "articles", 2L, "one article", false,
			new ArchiveState(5, 300, Instant.parse("2026-01-01T00:00:00Z")));

	@ParameterizedTest
	@ValueSource(strings = { "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "=HYPERLINK(\"http://x\",\"y\")" })
	void makesNoFormulas(String text) throws IOException {
		assertThat(write(text).get(0).get("text")).isEqualTo("'" + text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "plain", "a,b", "a \"b\"", "two\nlines", "two\r\nlines", "'quoted'", "a=b", "’s", "😀",
			"‮right to left", "#no comment" })
	void keepsOtherTexts(String text) throws IOException {
		assertThat(write(text).get(0).get("text")).isEqualTo(text);
	}

	@Test
	void saysInEachRowOfWhatSearchItIs() throws IOException {
		List<CSVRecord> rows = write("a", "b");
		assertThat(rows).hasSize(2).allSatisfy((row) -> {
			assertThat(row.get("search")).isEqualTo("http://localhost/search?q=%3D1");
			assertThat(row.get("search_words")).isEqualTo("'=1");
			assertThat(row.get("search_taken")).isEqualTo("2026-01-02T03:04:05Z");
			assertThat(row.get("search_total")).isEqualTo("2");
			assertThat(row.get("archive_claims")).isEqualTo("300");
			assertThat(row.get("number")).isEqualTo("-7");
			assertThat(row.get("several")).isEqualTo("'=a; b");
			assertThat(row.get("nothing")).isEmpty();
		});
	}

	private static List<CSVRecord> write(String... texts) throws IOException {
		StringBuilder out = new StringBuilder();
		CsvTable export = new CsvTable(out);
		export.begin(HEAD, List.of("text", "number", "several", "nothing"));
		for (String text : texts) {
			Map<String, Object> row = new java.util.LinkedHashMap<>();
			row.put("text", text);
			row.put("number", -7);
			row.put("several", Arrays.asList("=a", "b"));
			row.put("nothing", null);
			export.row("row", row);
		}
		export.end();
		return CSVFormat.RFC4180.builder()
			.setHeader()
			.setSkipHeaderRecord(true)
			.get()
			.parse(new java.io.StringReader(out.toString()))
			.getRecords();
	}

}
