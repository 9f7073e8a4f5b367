package org.catena.editing;

import org.catena.search.IndexSettles;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

@EditingTest
class IndexPagesTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void rebuildTheIndexByAButton() {
		Browser browser = Browser.loggedIn(this.mvc);
		Browser.Page page = browser.get("/admin").form("form[action=/admin/index/rebuilds]").press(null, "");
		assertThat(page.path()).isEqualTo("/admin");
		assertThat(page.html().select("[role=status]").text()).isEqualTo("A rebuild of the search index has begun.");
		assertThat(
				this.jdbc.sql("select reason from index_rebuild order by id desc limit 1").query(String.class).single())
			.isEqualTo("The editor editor asked for it");
		IndexSettles.on(this.jdbc);
	}

	@Test
	void sayHowFarARebuildIs() {
		IndexSettles.on(this.jdbc);
		this.jdbc.sql("""
				with begun as (insert into index_rebuild (reason, mapping, emptied, articles)
				  values ('A test wants it', '', false, 2000) returning id)
				insert into index_backlog (articles, rebuild, due) select array[-1, -2], id, 'infinity' from begun""")
			.update();
		assertThat(Browser.loggedIn(this.mvc).get("/admin").text())
			.contains("A rebuild is under way: 1,998 of 2,000 articles (99 %).");
		this.jdbc.sql("delete from index_backlog").update();
		IndexSettles.on(this.jdbc);
	}

}
