package org.catena.search;

import java.util.List;

import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** What is counted in Lucene, beside what the library counts there. */
@SpringBootTest
@AutoConfigureMockMvc(addFilters = false)
class LuceneAnswersTests {

	@Autowired
	private Search search;

	@Autowired
	private EntityManager entities;

	@Autowired
	private TransactionTemplate transactions;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void settle() {
		IndexSettles.on(this.jdbc);
	}

	/**
	 * Of what most have those that do not have it are counted, of what few have those.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "", "the", "kremlin", "witkoff -kremlin", "stance:opposes", "point:7 stance:opposes",
			"(point:7 stance:opposes) witkoff", "in:claim guarantees", "xyzzy", "-point:1", "witk* OR NEAR" })
	void countsWhatTheLibraryCounts(String typed) {
		for (Scope scope : Scope.values()) {
			SearchQuery query = SearchQuery.of(typed, scope);
			for (SearchQuery narrowed : List.of(query, query.with(Facet.STANCE, "opposes"),
					query.with(Facet.STANCE, "opposes").with(Facet.POINT, "28-point-plan/7"),
					query.with(Facet.SOURCE, "kyiv-post").with(Facet.MONTH, "2025-11"))) {
				this.transactions.executeWithoutResult((status) -> {
					IndexQuery asked = new IndexQuery(org.hibernate.search.mapper.orm.Search.session(this.entities),
							scope, narrowed, this.search.meaning(narrowed).root());
					Answers.Answer here = new LuceneAnswers().answer(asked, 0, 3);
					Answers.Answer there = new LibraryAnswers().answer(asked, 0, 3);
					assertThat(here.counts()).as(narrowed.toString()).isEqualTo(there.counts());
					assertThat(here.total()).isEqualTo(there.total());
					assertThat(here.hits()).isEqualTo(there.hits());
					assertThat(new LuceneAnswers().count(asked).total()).isEqualTo(there.total());
				});
			}
		}
	}

}
