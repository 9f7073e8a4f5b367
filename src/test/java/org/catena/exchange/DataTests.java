package org.catena.exchange;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.catena.exchange.DataTable.Column;
import org.catena.exchange.DataTable.Reference;
import org.catena.search.IndexSettles;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The tables are what their description says, and as much as the pages show. */
@SpringBootTest
@AutoConfigureMockMvc(addFilters = false)
class DataTests {

	/** The essentials of a tabular data package, as Frictionless has them. */
	private static final String PACKAGE = """
			{"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object",
			 "required": ["profile", "name", "resources"],
			 "properties": {"profile": {"const": "tabular-data-package"}, "name": {"pattern": "^[-a-z0-9._/]+$"},
			  "resources": {"type": "array", "minItems": 1, "items": {"type": "object",
			   "required": ["name", "path", "profile", "schema", "encoding", "format", "mediatype"],
			   "properties": {"name": {"pattern": "^[-a-z0-9._/]+$"}, "path": {"pattern": "^[a-z]+\\\\.csv$"},
			    "profile": {"const": "tabular-data-resource"},
			    "schema": {"type": "object", "required": ["fields", "missingValues"],
			     "additionalProperties": false, "properties": {
			      "fields": {"type": "array", "minItems": 1, "items": {"type": "object", "required": ["name", "type", "description"],
			       "properties": {"type": {"enum": ["string", "integer", "number", "boolean", "date", "datetime"]},
			        "format": {"const": "any"}, "constraints": {"type": "object", "additionalProperties": false,
			         "properties": {"required": {"type": "boolean"}, "unique": {"type": "boolean"}, "pattern": {"type": "string", "format": "regex"},
			          "enum": {"type": "array", "minItems": 1, "uniqueItems": true}, "minimum": {}, "maximum": {}}}}}},
			      "primaryKey": {"type": "array", "minItems": 1, "items": {"type": "string"}}, "missingValues": {"const": [""]},
			      "foreignKeys": {"type": "array", "minItems": 1, "items": {"type": "object", "required": ["fields", "reference"], "properties": {
			       "fields": {"type": "array"}, "reference": {"type": "object", "required": ["resource", "fields"]}}}}}}}}}}}""";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private JsonMapper json;

	static Stream<DataTable> tables() {
		return DataTable.ALL.stream();
	}

	@Test
	void areDescribedForPrograms() {
		JsonNode described = this.json.readTree(get("/tables/datapackage.json"));
		assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
			.getSchema(PACKAGE)
			.validate(described)).isEmpty();
		assertThat(described.get("resources").size()).isEqualTo(DataTable.ALL.size());
		assertThat(described.at("/resources/1/schema/primaryKey").valueStream().map(JsonNode::stringValue))
			.containsExactly("claim", "link");
		assertThat(described.at("/resources/3/schema").has("primaryKey")).as("a sub-point may be empty").isFalse();
		for (DataTable table : DataTable.ALL) {
			List<String> names = table.columns().stream().map(Column::name).toList();
			assertThat(names).doesNotHaveDuplicates().containsAll(table.key());
			for (Reference reference : table.references()) {
				assertThat(names).containsAll(reference.columns());
				assertThat(DataTable.ALL.stream()
					.filter((other) -> other.name().equals(reference.table()))
					.flatMap((other) -> other.columns().stream())
					.map(Column::name)).containsAll(reference.theirs());
			}
		}
	}

	@ParameterizedTest
	@MethodSource("tables")
	void haveRowsByTheirDescription(DataTable table) throws IOException {
		List<CSVRecord> rows = rows(table.name());
		assertThat(rows).isNotEmpty();
		assertThat(rows.get(0).getParser().getHeaderNames())
			.isEqualTo(table.columns().stream().map(Column::name).toList());
		for (Column column : table.columns()) {
			Set<String> seen = new HashSet<>();
			for (CSVRecord row : rows) {
				String value = row.get(column.name());
				assertThat(column.isRequired() && value.isEmpty()).as(column.name() + " of " + row).isFalse();
				if (!value.isEmpty()) {
					fits(column, value);
					assertThat(seen.add(value) || !column.isUnique()).as(column.name() + " " + value).isTrue();
				}
			}
		}
		assertThat(rows.stream().map((row) -> values(row, table.key()))).doesNotHaveDuplicates();
	}

	private static void fits(Column column, String value) {
		switch (column.type()) {
			case "integer" -> assertThat(value).matches("-?\\d+");
			case "number" -> assertThat(new BigDecimal(value)).isBetween(BigDecimal.ZERO, BigDecimal.ONE);
			case "boolean" -> assertThat(value).isIn("true", "false");
			case "date" -> assertThat(LocalDate.parse(value).toString()).isEqualTo(value);
			case "datetime" -> assertThat(Instant.parse(value)).isNotNull();
			default -> assertThat(column.type()).isEqualTo("string");
		}
		if (column.pattern() != null) {
			assertThat(value).matches(column.pattern());
		}
		if (!column.values().isEmpty()) {
			assertThat(value).isIn(column.values());
		}
	}

	@ParameterizedTest
	@MethodSource("tables")
	void referToRowsThatAreThere(DataTable table) throws IOException {
		Map<String, List<CSVRecord>> others = new HashMap<>();
		for (Reference reference : table.references()) {
			if (!others.containsKey(reference.table())) {
				others.put(reference.table(), rows(reference.table()));
			}
			Set<List<String>> theirs = new HashSet<>();
			others.get(reference.table()).forEach((row) -> theirs.add(values(row, reference.theirs())));
			for (CSVRecord row : rows(table.name())) {
				List<String> mine = values(row, reference.columns());
				assertThat(mine.contains("") || theirs.contains(mine)).as(reference.columns() + " " + mine).isTrue();
			}
		}
	}

	@ParameterizedTest
	@MethodSource("tables")
	void areTheSameAsLinesOfJson(DataTable table) throws IOException {
		List<CSVRecord> rows = rows(table.name());
		List<JsonNode> lines = get("/tables/" + table.name() + ".jsonl").lines()
			.map((line) -> this.json.readTree(line))
			.toList();
		assertThat(lines).hasSameSizeAs(rows);
		for (int i = 0; i < rows.size(); i++) {
			for (Column column : table.columns()) {
				JsonNode value = lines.get(i).get(column.name());
				String cell = rows.get(i).get(column.name());
				if (value.isNumber()) {
					assertThat(new BigDecimal(cell)).isEqualByComparingTo(value.decimalValue());
				}
				else {
					assertThat(unescaped(cell)).isEqualTo(unescaped(text(value)));
				}
			}
		}
	}

	private static String text(JsonNode value) {
		if (value.isArray()) {
			return String.join("; ", value.valueStream().map(JsonNode::stringValue).toList());
		}
		return value.isNull() ? "" : value.asString();
	}

	/** Without the apostrophe before what could be a formula. */
	private static String unescaped(String text) {
		return text.startsWith("'") ? text.substring(1) : text;
	}

	@Test
	void holdAsMuchAsPagesShow() throws IOException {
		IndexSettles.on(this.jdbc);
		List<CSVRecord> claims = rows("claims");
		Document page = Jsoup.parse(get("/claims"));
		assertThat(claims.stream().map((row) -> row.get("claim")).distinct().count())
			.isEqualTo(Long.parseLong(page.select("#found").text().replaceFirst(" .*", "").replace(",", "")));
		Map<String, Integer> matrix = new HashMap<>();
		rows("matrix").forEach((row) -> matrix.merge(row.get("plan") + "/" + row.get("point"),
				Integer.parseInt(row.get("claims")), Integer::sum));
		for (CSVRecord point : rows("points")) {
			assertThat(matrix.getOrDefault(point.get("plan") + "/" + point.get("point"), 0))
				.isEqualTo(Integer.parseInt(point.get("claims")));
		}
		List<CSVRecord> shown = csv(get("/matrix.csv?plan=28-point-plan"));
		assertThat(matrix.get("28-point-plan/7")).isEqualTo(shown.stream()
			.filter((row) -> row.get("point").equals("7"))
			.mapToInt((row) -> Integer.parseInt(row.get("claims")))
			.sum());
		assertThat(rows("relations")).hasSize(count("shown_relation"));
		assertThat(rows("discrepancies")).hasSize(count("shown_discrepancy"));
	}

	@Test
	void areExplainedToPeople() {
		Document page = Jsoup.parse(get("/about/data"));
		for (DataTable table : DataTable.ALL) {
			assertThat(page.getElementById(table.name())).isNotNull();
		}
		assertThat(page.select("main td:last-child, main th code").eachText()).contains("confidence");
		page.select("main a[href^=#]")
			.forEach((link) -> assertThat(page.getElementById(link.attr("href").substring(1))).isNotNull());
	}

	@ParameterizedTest
	@ValueSource(strings = { "/tables/editor.csv", "/tables/x.jsonl", "/tables/claims.xml", "/tables/" })
	void areNoOthers(String address) {
		assertThat(this.mvc.get().uri(address)).hasStatus(HttpStatus.NOT_FOUND);
	}

	private static List<String> values(CSVRecord row, List<String> columns) {
		List<String> values = new ArrayList<>();
		columns.forEach((column) -> values.add(row.get(column)));
		return values;
	}

	private int count(String table) {
		return this.jdbc.sql("select count(*) from " + table).query(Integer.class).single();
	}

	private List<CSVRecord> rows(String table) throws IOException {
		return csv(get("/tables/" + table + ".csv"));
	}

	private static List<CSVRecord> csv(String text) throws IOException {
		return CSVFormat.RFC4180.builder()
			.setHeader()
			.setSkipHeaderRecord(true)
			.get()
			.parse(new StringReader(text))
			.getRecords();
	}

	private String get(String address) {
		var result = this.mvc.get().uri(address).exchange();
		assertThat(result).hasStatusOk();
		return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

}
