package org.catena;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** What must never be in the record, looked for after the corpus was read. */
@SpringBootTest
@AutoConfigureMockMvc(addFilters = false)
class RecordChecksTests {

	@Autowired
	private JdbcTemplate jdbc;

	static List<Path> checks() throws IOException {
		try (Stream<Path> files = Files.list(Path.of("db", "check"))) {
			return files.filter((file) -> file.toString().endsWith(".sql")).sorted().toList();
		}
	}

	@Test
	void areThere() throws IOException {
		assertThat(checks()).isNotEmpty()
			.allSatisfy((file) -> assertThat(Files.readString(file)).startsWith("-- ").endsWith(";\n"));
	}

	@Test
	void haveTheWholeCorpusToLookAt() {
		assertThat(this.jdbc.queryForObject("select count(*) from shown_claim", Long.class)).isGreaterThan(400);
		assertThat(this.jdbc.queryForObject("select count(*) from claim where standing = 'compared'", Long.class))
			.isGreaterThan(800);
		assertThat(this.jdbc.queryForList("select * from ingest_problem")).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("checks")
	void findNothing(Path file) throws IOException {
		List<Map<String, Object>> rows = this.jdbc.queryForList(Files.readString(file));
		assertThat(rows).as(Files.readString(file)).isEmpty();
	}

}
