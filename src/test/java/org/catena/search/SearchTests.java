package org.catena.search;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;
import org.catena.search.FacetCounts.Value;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
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
	@MethodSource({ "org.catena.search.SearchTable#articles", "org.catena.search.SearchTable#nearness" })
	void findsExactlyTheseArticles(String typed, List<String> articles) {
		Found found = find(typed);
		assertThat(found.articles()).as(found.inWords() + found.notes()).isEqualTo(articles.size());
		assertThat(found.articleHits().subList(0, articles.size()))
			.extracting((hit) -> hit.slug().replaceFirst("-2025.*", ""))
			.containsExactlyInAnyOrderElementsOf(articles);
	}

	@ParameterizedTest
	@MethodSource("org.catena.search.SearchTable#claims")
	void findsTheArticlesThatTheRecordHas(String typed, String sql) {
		Found found = find(typed);
		List<String> recorded = this.jdbc.sql("select slug from article where id in (" + sql + ")")
			.query(String.class)
			.list();
		assertThat(found.articleHits()).as(found.inWords() + found.notes())
			.extracting(ArticleHit::slug)
			.containsExactlyInAnyOrderElementsOf(recorded);
		assertThat(found.articles()).isEqualTo(recorded.size());
	}

	@Test
	void findsClaimsByTheirFields() {
		assertThat(this.search.find(SearchQuery.of("point:6 stance:opposes", Scope.CLAIMS)).claims())
			.isEqualTo(this.jdbc.sql("""
					select count(*) from shown_claim c where stance = 'opposes' and exists (select from claim_point cp
					join point p on p.id = cp.point_id where cp.claim_id = c.id and p.number = 6)""")
				.query(Long.class)
				.single())
			.isPositive();
		assertThat(this.search.find(SearchQuery.of("in:claim lavrov source:prio", Scope.CLAIMS)).claims())
			.isEqualTo(this.search.find(SearchQuery.of("lavrov", Scope.CLAIMS)).claims());
	}

	@Test
	void findsLetteredPartsOfPoints() {
		record Part(String written, long articles) {
		}
		List<Part> parts = this.jdbc.sql("""
				select p.number || cp.letter as written, count(distinct c.article_id) as articles from shown_claim c
				join claim_point cp on cp.claim_id = c.id join point p on p.id = cp.point_id
				where cp.letter is not null group by 1""").query(Part.class).list();
		assertThat(parts).isNotEmpty()
			.allSatisfy((part) -> assertThat(find("point:" + part.written()).articles()).isEqualTo(part.articles()));
	}

	@Test
	void asksChoicesAndFieldsOfTheSameClaim() {
		SearchQuery typed = SearchQuery.of("point:6", Scope.ARTICLES).with(Facet.STANCE, "supports");
		Found found = this.search.find(typed);
		assertThat(found.articles()).isEqualTo(find("point:6 stance:supports").articles()).isLessThan(5);
		assertThat(counts(found, Facet.STANCE)).containsEntry("supports", found.articles());
	}

	@Test
	void putsThoseWithSomeWordsAfterThoseWithAll() {
		Found none = find("mediation quality lavrov pjotr");
		assertThat(none.articles()).isZero();
		assertThat(none.following()).isEqualTo(new Found.Following(none.articleHits().size(), 0));
		assertThat(none.articleHits().get(0).slug()).isEqualTo(BAEV);
		Found one = find("lavrov mediation");
		assertThat(one.articles()).isOne();
		assertThat(one.articleHits().get(0).slug()).isEqualTo(BAEV);
		assertThat(one.following()).isEqualTo(new Found.Following(one.articleHits().size() - 1L, 1));
		assertThat(one.articleHits()).hasSizeGreaterThan(1);
		assertThat(counts(one, Facet.SOURCE)).containsOnlyKeys("prio");
		assertThat(
				this.search.find(SearchQuery.of("lavrov mediation", Scope.ARTICLES).sorted(Sort.NEWEST)).articleHits())
			.hasSize(1);
	}

	@Test
	void pagesThroughAllAndThenThroughSome() {
		SearchQuery query = SearchQuery.of("territory nato", Scope.CLAIMS);
		Found first = this.search.find(query);
		List<String> keys = new ArrayList<>();
		for (int page = 1; page <= first.pages(); page++) {
			this.search.find(query.onPage(page)).claimHits().forEach((hit) -> keys.add(hit.key()));
		}
		assertThat(keys).doesNotHaveDuplicates().hasSize((int) (first.claims() + first.following().total()));
		assertThat(first.pages()).isGreaterThan(1);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"Does the quality of the mediation matter, and what did Lavrov say about it when he was asked? | baev",
			"who is the reporter Pjotr Sauer and what has he written in The Guardian about the plan | topgab" })
	void findsWhatASentenceIsAbout(String sentence, String article) {
		Found found = find(sentence);
		assertThat(found.articleHits().get(0).slug()).startsWith(article);
		assertThat(found.following().total()).isZero();
	}

	/** Bare Lucene's ranking of all words, each optional, over the same text. */
	@Test
	void ranksASentenceAsBm25Does() throws IOException {
		String sentence = "territory donbas recognition army guarantees nato membership assets sanctions";
		try (ByteBuffersDirectory folder = new ByteBuffersDirectory();
				IndexWriter writer = new IndexWriter(folder, new IndexWriterConfig(TextAnalysis.stemming()))) {
			List<String> slugs = new ArrayList<>();
			this.jdbc.sql("""
					select a.slug, coalesce(a.title, a.supplied_title) as title, v.text, s.name as source,
					  array(select concat_ws(' / ', g.name, nullif(b.printed, g.name)) from byline b
					    join agent g on g.id = b.agent_id where b.article_id = a.id order by b.position) as names
					from article a join source s on s.id = a.source_id
					join article_version v on v.article_id = a.id and v.number = a.version""").query((row) -> {
				List<String> texts = new ArrayList<>(List.of(row.getString("title"), row.getString("title")));
				texts.addAll(List.of((String[]) row.getArray("names").getArray()));
				texts.add(row.getString("source"));
				texts.add(IndexedArticle.withoutMarks(row.getString("text")));
				slugs.add(row.getString("slug"));
				Document document = new Document();
				texts.forEach((text) -> document.add(new TextField("all", text, Field.Store.NO)));
				try {
					writer.addDocument(document);
				}
				catch (IOException ex) {
					throw new java.io.UncheckedIOException(ex);
				}
			});
			writer.commit();
			try (DirectoryReader reader = DirectoryReader.open(folder)) {
				TopDocs bare = new IndexSearcher(reader)
					.search(new QueryBuilder(TextAnalysis.stemming()).createBooleanQuery("all", sentence), 10);
				assertThat(find(sentence).articleHits()).extracting(ArticleHit::slug)
					.containsExactlyElementsOf(Stream.of(bare.scoreDocs).map((hit) -> slugs.get(hit.doc)).toList());
			}
		}
	}

	@Test
	void searchesAsTypedWhereSpellingsAreSwitchedOff() {
		Found found = this.search.find(SearchQuery.of("dmitriev", Scope.ARTICLES).withVariants(false));
		assertThat(found.articles()).isLessThan(find("dmitriev").articles()).isPositive();
		assertThat(found.spellings()).extracting(Found.Spelt::typed).containsExactly("dmitriev");
	}

	@Test
	void saysWhichWordIsToBlame() {
		Found found = find("\"mediation\" xyzzy stance:opposes");
		assertThat(found.articles()).isZero();
		assertThat(found.advice().without().get(0)).satisfies((without) -> {
			assertThat(without.part()).isEqualTo("“xyzzy”");
			assertThat(without.alone()).isZero();
			assertThat(without.finds()).isPositive().isEqualTo(this.search.find(without.query()).articles());
		});
	}

	@Test
	void saysWhichChoiceIsToBlame() {
		Found found = this.search.find(SearchQuery.of("lavrov", Scope.ARTICLES).with(Facet.SOURCE, "topgab"));
		assertThat(found.advice().without()).anySatisfy((without) -> {
			assertThat(without.query().isNarrowed()).isFalse();
			assertThat(without.finds()).isOne();
		});
	}

	@ParameterizedTest
	@CsvSource({ "mediaton quality, mediation quality", "lavrow, lavrov", "title:mediaton, title:mediation" })
	void suggestsTheWordThatIsMeant(String typed, String meant) {
		Found found = find(typed);
		assertThat(found.advice().instead()).isEqualTo(meant);
		assertThat(found.advice().insteadFinds()).isEqualTo(find(meant).articles()).isGreaterThan(found.articles());
	}

	@ParameterizedTest
	@ValueSource(strings = { "lavrov", "mediation quality", "xyzzyqwert" })
	void suggestsNothingWhereNothingFindsMore(String typed) {
		assertThat(find(typed).advice().instead()).isNull();
	}

	@Test
	void countsEachArticleInOneMonthAndOneYear() {
		Found found = find("");
		assertThat(counts(found, Facet.MONTH).values().stream().mapToLong(Long::longValue).sum()).isEqualTo(5);
		assertThat(counts(found, Facet.YEAR)).containsExactly(Map.entry("2025", 5L));
		counts(found, Facet.MONTH).forEach((month,
				count) -> assertThat(
						this.search.find(SearchQuery.of("", Scope.ARTICLES).with(Facet.MONTH, month)).articles())
					.isEqualTo(count));
	}

	@Test
	void answersWhateverIsTyped() {
		List<String> pieces = List.of("nato", "\"", "(", ")", "-", "+", "|", " ", " ", " ", "OR", "AND", "NOT", "*",
				"~", "~2", "~99", "NEAR/3", "NEAR", "title:", "body:", "point:", "stance:", "claim:", "in:claim", "in:",
				"year:", "author:", "source:", "7", "21a", "opposes", "ash", "2025-11", "..", "pea?e", "gu*ee", "witk*",
				":", "/", "\\", "[", "]", "{", "^", "?", "😀", "é", "<b>", "\u0301", "&&", "the", "a", "\u0000",
				"\uD83D", "’");
		java.util.Random random = new java.util.Random(11);
		for (int i = 0; i < 1_500; i++) {
			StringBuilder typed = new StringBuilder();
			for (int length = random.nextInt(14); length >= 0; length--) {
				typed.append(pieces.get(random.nextInt(pieces.size())));
			}
			Found found = this.search
				.find(SearchQuery.of(typed.toString(), random.nextBoolean() ? Scope.ARTICLES : Scope.CLAIMS));
			assertThat(found.understood() || !found.notes().isEmpty()).as(typed.toString()).isTrue();
		}
	}

	@ParameterizedTest
	@MethodSource("costly")
	void boundsTheCostOfAQuery(String typed) {
		Found found = find(typed);
		assertThat(found.understood()).isTrue();
		assertThat(found.notes()).anyMatch((note) -> note.contains("At most"));
	}

	static Stream<String> costly() {
		return Stream.of("+nato ".repeat(200), "nato ".repeat(300), "pe* ".repeat(60), "gu*e? ".repeat(60),
				"zelensky~2 ".repeat(60), "zelensky~2 kyiv~ odesa~1 donbas~1 " + "kyiv NEAR/9999 odesa ".repeat(40),
				"\"zelensky kyiv odesa donbas\" ".repeat(60));
	}

	private Found find(String typed) {
		return this.search.find(SearchQuery.of(typed, Scope.ARTICLES));
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
