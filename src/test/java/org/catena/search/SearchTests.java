package org.catena.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.catena.search.FacetCounts.Value;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Queries to the five articles of the corpus, and what they find. */
@SpringBootTest
@AutoConfigureMockMvc(addFilters = false)
class SearchTests {

	private static final String ASH = "ash-2025-11-24";

	private static final String BAEV = "baev-2025-12-09";

	@Autowired
	private Search search;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void settle() {
		IndexSettles.on(this.jdbc);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~', quoteCharacter = '`',
			value = { "`` ~ ash topgab pomeroy rising-nepal baev", "`\"security guarantees\"` ~ rising-nepal baev",
					"`“security guarantee”` ~ rising-nepal baev", "nato -membership ~ pomeroy baev",
					"membership ~ ash topgab rising-nepal", "witk* ~ ash topgab pomeroy rising-nepal baev",
					"witcoff ~ ash topgab pomeroy rising-nepal baev", "dmitriev ~ ash pomeroy baev",
					"dimitriev ~ ash pomeroy baev", "DMITRIEV’S ~ ash pomeroy baev",
					"`\"witkoff-dmitriev plan\"` ~ ash", "zelenskyy -trump ~ ``", "lavrov ~ baev",
					"nutter OR lavrov ~ baev", "pomeroy ~ pomeroy", "Zoe Pomeroy ~ pomeroy",
					"`\"The Rising Nepal\"` ~ rising-nepal", "mediation quality ~ baev", "qualities ~ baev",
					"`\"peace process\" -mediation` ~ rising-nepal", "pjotr ~ topgab", "😀 ~ ``", "xyzzy ~ ``" })
	void findsExactlyTheseArticles(String typed, String articles) {
		Found found = this.search.find(SearchQuery.of(typed, Scope.ARTICLES));
		List<String> expected = articles.isEmpty() ? List.of() : List.of(articles.split(" "));
		assertThat(found.articleHits().subList(0, expected.size()))
			.extracting((hit) -> hit.slug().replaceFirst("-2025.*", ""))
			.containsExactlyInAnyOrderElementsOf(expected);
		assertThat(found.articles()).isEqualTo(expected.size());
	}

	@Test
	void findsEveryClaimThatIsShownAndNoOther() {
		long shown = this.jdbc.sql("select count(*) from shown_claim").query(Long.class).single();
		long all = this.jdbc.sql("select count(*) from claim").query(Long.class).single();
		assertThat(this.search.find(SearchQuery.of("", Scope.CLAIMS)).claims()).isEqualTo(shown).isLessThan(all);
	}

	@Test
	void findsClaimsByTheirWordsAndOurs() {
		Found found = this.search.find(SearchQuery.of("lavrov", Scope.CLAIMS));
		long shown = this.jdbc
			.sql("select count(*) from shown_claim where exact ilike '%lavrov%' or paraphrase ilike '%lavrov%'")
			.query(Long.class)
			.single();
		assertThat(found.claims()).isEqualTo(shown).isPositive();
		assertThat(found.claimHits()).allSatisfy((hit) -> {
			assertThat(hit.key()).startsWith(hit.articleSlug() + "/");
			assertThat(hit.quote().pieces().toString() + hit.paraphrase().pieces()).contains("hit=true");
		});
	}

	@Test
	void ranksATitleFirst() {
		assertThat(this.search.find(SearchQuery.of("mediation OR quality", Scope.ARTICLES)).articleHits().get(0).slug())
			.isEqualTo(BAEV);
	}

	@Test
	void saysWhichSpellingsItSearched() {
		Found found = this.search.find(SearchQuery.of("dmitriev kyiv", Scope.ARTICLES));
		assertThat(found.spellings()).extracting(Found.Spelt::typed).containsExactly("dmitriev", "kyiv");
		assertThat(found.spellings().get(0).others()).containsExactly("Dimitriev");
		assertThat(found.spellings().get(1).others()).contains("Kiev");
	}

	@Test
	void marksOtherSpellings() {
		Found found = this.search.find(SearchQuery.of("dmitriev", Scope.ARTICLES));
		assertThat(found.articleHits()).filteredOn((hit) -> hit.slug().equals(ASH))
			.singleElement()
			.satisfies((hit) -> assertThat(hit.title().pieces()).contains(new Passage.Piece("Dimitriev", true)));
	}

	@Test
	void countsFacetsAsTheRecordDoes() {
		Found found = this.search.find(SearchQuery.of("", Scope.CLAIMS));
		assertThat(counts(found, Facet.STANCE))
			.isEqualTo(recorded("select stance, count(*) from shown_claim group by 1"));
		assertThat(counts(found, Facet.KIND)).isEqualTo(recorded("select kind, count(*) from shown_claim group by 1"));
		assertThat(counts(found, Facet.POINT)).isEqualTo(recorded("""
				select coalesce('28-point-plan/' || p.number, 'no_point'), count(distinct c.id) from shown_claim c
				left join claim_point cp on cp.claim_id = c.id left join point p on p.id = cp.point_id group by 1"""));
		assertThat(counts(found, Facet.AUTHOR)).isEqualTo(recorded(
				"""
						select coalesce(g.slug, 'not_stated'), count(*) from shown_claim c
						left join byline b on b.article_id = c.article_id left join agent g on g.id = b.agent_id group by 1"""));
		assertThat(counts(found, Facet.CLAIMANT)).isEqualTo(recorded("""
				select coalesce(g.slug, 'not_stated'), count(*) from shown_claim c
				left join agent g on g.id = c.claimant_id group by 1"""));
	}

	@Test
	void countsArticlesWhoseClaimHasBoth() {
		SearchQuery query = SearchQuery.of("", Scope.ARTICLES)
			.with(Facet.POINT, "28-point-plan/6")
			.with(Facet.STANCE, "supports");
		Found found = this.search.find(query);
		String sameClaim = """
				select count(distinct c.article_id) from shown_claim c join claim_point cp on cp.claim_id = c.id
				join point p on p.id = cp.point_id where p.number = 6 and c.stance = 'supports'""";
		assertThat(found.articles()).isEqualTo(this.jdbc.sql(sameClaim).query(Long.class).single()).isLessThan(5);
		assertThat(counts(found, Facet.STANCE)).isEqualTo(recorded(
				"""
						select c.stance, count(distinct c.article_id) from shown_claim c join claim_point cp on cp.claim_id = c.id
						join point p on p.id = cp.point_id where p.number = 6 group by 1"""));
		assertThat(counts(found, Facet.POINT)).isEqualTo(recorded(
				"""
						select coalesce('28-point-plan/' || p.number, 'no_point'), count(distinct c.article_id)
						from shown_claim c left join claim_point cp on cp.claim_id = c.id left join point p on p.id = cp.point_id
						where c.stance = 'supports' group by 1"""));
	}

	@Test
	void keepsTheCountsOfAFacetInWhichSomethingIsChosen() {
		SearchQuery everything = SearchQuery.of("nato", Scope.ARTICLES);
		Found chosen = this.search.find(everything.with(Facet.SOURCE, "prio"));
		assertThat(chosen.articles()).isOne();
		assertThat(counts(chosen, Facet.SOURCE)).isEqualTo(counts(this.search.find(everything), Facet.SOURCE))
			.hasSize(5);
		assertThat(counts(chosen, Facet.AUTHOR)).containsOnlyKeys("pavel-k-baev");
		assertThat(this.search.find(everything.with(Facet.SOURCE, "prio").with(Facet.SOURCE, "topgab")).articles())
			.isEqualTo(2);
	}

	@Test
	void showsAChosenValueThatHasNoHits() {
		Found found = this.search
			.find(SearchQuery.of("", Scope.ARTICLES).with(Facet.SOURCE, "prio").with(Facet.AUTHOR, "timothy-ash"));
		assertThat(found.articles()).isZero();
		assertThat(counts(found, Facet.SOURCE)).containsEntry("prio", 0L).containsEntry("kyiv-post", 1L);
	}

	@Test
	void findsArticlesWhoseAuthorIsNotStated() {
		Found found = this.search.find(SearchQuery.of("", Scope.ARTICLES).with(Facet.AUTHOR, Facet.NOT_STATED));
		assertThat(found.articleHits()).hasSize(2).allSatisfy((hit) -> assertThat(hit.authors()).isEmpty());
	}

	@ParameterizedTest
	@CsvSource({ "2025-12-09,, 1", "2025-12-10,, 0", ", 2025-11-22, 0", ", 2025-11-23, 1", "2025-11-30, 2025-11-30, 1",
			"2025-12-07, 2025-12-08, 2" })
	void findsArticlesOneOfWhoseDaysIsInTheRange(LocalDate from, LocalDate to, long articles) {
		assertThat(this.search.find(SearchQuery.of("", Scope.ARTICLES).between(from, to)).articles())
			.isEqualTo(articles);
	}

	@Test
	void sortsByDate() {
		SearchQuery query = SearchQuery.of("", Scope.ARTICLES);
		assertThat(this.search.find(query.sorted(Sort.NEWEST)).articleHits().get(0).slug()).isEqualTo(BAEV);
		assertThat(this.search.find(query.sorted(Sort.OLDEST)).articleHits().get(0).slug()).isEqualTo(ASH);
	}

	@Test
	void pagesThroughEveryClaimOnce() {
		SearchQuery query = SearchQuery.of("plan", Scope.CLAIMS);
		Found first = this.search.find(query);
		java.util.Set<String> keys = new java.util.HashSet<>();
		for (int page = 1; page <= first.pages(); page++) {
			this.search.find(query.onPage(page)).claimHits().forEach((hit) -> assertThat(keys.add(hit.key())).isTrue());
		}
		assertThat(keys).hasSize((int) first.claims());
		Found beyond = this.search.find(query.onPage(999_999_999));
		assertThat(beyond.query().page()).isEqualTo(first.pages());
		assertThat(beyond.notes()).singleElement().asString().contains("no page 999,999,999");
	}

	@Test
	void leavesOutWhatTheArchiveDoesNotKnow() {
		Found found = this.search.find(
				SearchQuery.of("", Scope.ARTICLES).with(Facet.SOURCE, "nowhere").with(Facet.POINT, "28-point-plan/99"));
		assertThat(found.articles()).isEqualTo(5);
		assertThat(found.query().isNarrowed()).isFalse();
		assertThat(found.notes()).hasSize(2).anyMatch((note) -> note.contains("no source “nowhere”"));
	}

	private static Map<String, Long> counts(Found found, Facet facet) {
		return found.facets()
			.stream()
			.filter((counts) -> counts.facet() == facet)
			.flatMap((counts) -> counts.values().stream())
			.collect(java.util.stream.Collectors.toMap(Value::value, Value::count));
	}

	private Map<String, Long> recorded(String sql) {
		Map<String, Long> counts = new java.util.HashMap<>();
		this.jdbc.sql(sql).query((row) -> {
			counts.put(row.getString(1), row.getLong(2));
		});
		return counts;
	}

}
