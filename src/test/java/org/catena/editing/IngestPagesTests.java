package org.catena.editing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

@EditingTest
class IngestPagesTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private DataSource dataSource;

	private Browser browser;

	@BeforeEach
	void logIn() {
		this.browser = Browser.loggedIn(this.mvc);
	}

	@Test
	void readTheCorpusByAButton() {
		Browser.Page page = this.browser.get("/admin").form("form[action=/admin/ingests]").press(null, "");
		assertThat(page.path()).matches("/admin/ingests/\\d+");
		assertThat(page.html().selectFirst("h1").text()).isEqualTo("Report of a corpus reading");
		assertThat(page.text()).contains("by editor");
		assertThat(page.html().select(".counts div:has(dt:contains(Refused)) dd").text()).isEqualTo("0");
		assertThat(this.browser.get("/admin/ingests").html().select("a[href=" + page.path() + "]")).isNotEmpty();
	}

	@Test
	void sayThatTheCorpusIsBeingReadAlready() throws SQLException {
		try (Connection other = this.dataSource.getConnection(); Statement sql = other.createStatement()) {
			sql.execute("select pg_advisory_lock(" + 0x636174656E61L + ")");
			Browser.Page page = this.browser.get("/admin/ingests").form("form[action=/admin/ingests]").press(null, "");
			assertThat(page.path()).isEqualTo("/admin/ingests");
			assertThat(page.html().select("[role=status]").text()).contains("being read already");
			sql.execute("select pg_advisory_unlock(" + 0x636174656E61L + ")");
		}
	}

	@Test
	void showProblemsWithTheirPlace() {
		long id = 1_000_007;
		this.jdbc.sql("insert into ingest_run (id, started_by, started_at, refused) values (:id, 'a test', now(), 1)")
			.param("id", id)
			.update();
		this.jdbc.sql("""
				insert into ingest_problem (id, run_id, level, stage, code, file, line, sentence) values
				  (-8, :id, 'warning', 'check', 'RAW_TEXT_DIFFERS', 'articles/a.md', null, 'Put it back.'),
				  (-7, :id, 'error', 'anchor', 'QUOTE_NOT_FOUND', 'articles/<b>.md', 12, 'Copy <i>it</i>.')""")
			.param("id", id)
			.update();
		Browser.Page page = this.browser.get("/admin/ingests/" + id);
		assertThat(page.html().select(".problems li").eachText()).containsExactly(
				"Error · anchor · articles/<b>.md:12 Copy <i>it</i>. QUOTE_NOT_FOUND",
				"Warning · check · articles/a.md Put it back. RAW_TEXT_DIFFERS");
		assertThat(page.text()).contains("it goes on, or was cut off");
	}

	@Test
	void refuseReportsThatDoNotExist() {
		assertThat(this.browser.get("/admin/ingests/abc").status()).isEqualTo(404);
		assertThat(this.browser.get("/admin/ingests/99999").status()).isEqualTo(404);
	}

}
