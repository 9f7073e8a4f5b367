package org.catena.search;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/** Occurrences in the five articles of the corpus. */
@SpringBootTest
@AutoConfigureMockMvc(addFilters = false)
class ConcordanceTests {

	@Autowired
	private Concordance concordance;

	@Autowired
	private Occurrences occurrences;

	@Autowired
	private Indexes indexes;

	@Autowired
	private Search search;

	@Autowired
	private LineTexts texts;

	@Autowired
	private LineRows rows;

	@Autowired
	private AllHits hits;

	@Autowired
	private TransactionTemplate transactions;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void settle() {
		IndexSettles.on(this.jdbc);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~', quoteCharacter = '`',
			value = { "kremlin ~ (?i)\\bkremlin\\b", "`\"Security Guarantees\"` ~ (?i)\\bsecurity[ ]guarantees?\\b",
					"witk* ~ (?i)\\bwitk\\w*", "lavrov OR nutter ~ (?i)\\b(lavrov|nutter)\\b" })
	void hasALineForEachOccurrence(String words, String pattern) {
		long expected = 0;
		for (String text : texts()) {
			expected += Pattern.compile(pattern).matcher(text).results().count();
		}
		Lines lines = page(words, LineSort.NEWEST, 1);
		assertThat(lines.total()).isEqualTo(expected).isPositive();
		assertThat(lines.isWhole()).isTrue();
		assertThat(lines.lines()).allSatisfy((line) -> assertThat(line.match()).containsPattern(pattern));
	}

	@Test
	void stopsReadingWhenItTakesTooLong() {
		Iterator<Integer> seconds = List.of(0, 1, 2, 10, 11, 12).iterator();
		Clock slow = mock(Clock.class);
		given(slow.instant()).willAnswer((call) -> Instant.EPOCH.plusSeconds(seconds.next()));
		Lines lines = Objects.requireNonNull(this.transactions.execute(
				(status) -> slowly(slow).page(SearchQuery.of("kremlin OR the", Scope.ARTICLES), LineSort.NEWEST, 1)));
		assertThat(lines.read()).isEqualTo(3);
		assertThat(lines.found()).isEqualTo(5);
		assertThat(lines.isWhole()).isFalse();
		assertThat(lines.total()).isPositive();
	}

	private Concordance slowly(Clock clock) {
		return new Concordance(this.indexes, this.search, this.texts, this.rows, this.hits, clock,
				Objects.requireNonNull(this.transactions.getTransactionManager()));
	}

	@ParameterizedTest
	@EnumSource
	void pagesThroughTheWhole(LineSort sort) {
		List<String> all = new ArrayList<>();
		Lines first = page("the", sort, 1);
		for (int page = 1; page <= first.pages(); page++) {
			page("the", sort, page).lines().forEach((line) -> all.add(line.articleSlug() + " " + line.number()));
		}
		assertThat(first.pages()).isGreaterThan(3);
		assertThat(all).hasSize((int) first.total()).doesNotHaveDuplicates();
		List<String> exported = new ArrayList<>();
		this.concordance.every(SearchQuery.of("the", Scope.ARTICLES), sort,
				(lines) -> assertThat(lines.total()).isEqualTo(first.total()),
				(lines) -> lines.forEach((line) -> exported.add(line.articleSlug() + " " + line.number())));
		assertThat(exported).isEqualTo(all);
	}

	@Test
	void sortsByTheWordsAround() {
		assertThat(page("plan", LineSort.RIGHT, 1).lines()).extracting((line) -> Context.rightKey(line.right(), 0))
			.isSorted();
		assertThat(page("plan", LineSort.LEFT, 1).lines())
			.extracting((line) -> Context.leftKey(line.left(), line.left().length()).split(" ")[0])
			.isSorted();
		assertThat(page("plan", LineSort.SOURCE, 1).lines()).extracting((line) -> Predicates.folded(line.source()))
			.isSorted();
		assertThat(page("plan", LineSort.OLDEST, 1).lines().get(0).articleSlug()).startsWith("ash");
	}

	@Test
	void knowsWhereALineStandsAndWhichClaimsLieThere() {
		List<Line> lines = page("russia", LineSort.NEWEST, 1).lines();
		assertThat(lines).allSatisfy((line) -> {
			assertThat(Context.inOneLine(line.span().in(text(line.articleSlug())))).isEqualTo(line.match());
			assertThat(line.claims()).extracting(Line.LineClaim::key)
				.isEqualTo(this.jdbc.sql("""
						select c.key from shown_claim c join article a on a.id = c.article_id
						where a.slug = :slug and c.span_start < :end and c.span_end > :start
						order by c.span_start, c.span_end desc, c.id""")
					.param("slug", line.articleSlug())
					.param("start", line.span().start())
					.param("end", line.span().end())
					.query(String.class)
					.list());
		});
		assertThat(lines).anySatisfy((line) -> assertThat(line.claims()).isNotEmpty());
	}

	@Test
	void findsInTheQuotesOfClaims() {
		Lines lines = this.concordance.page(SearchQuery.of("russia", Scope.CLAIMS), LineSort.RIGHT, 1);
		assertThat(lines.total()).isPositive();
		assertThat(lines.lines()).allSatisfy((line) -> {
			String quote = this.jdbc.sql("select exact from claim where key = :key")
				.param("key", line.claims().get(0).key())
				.query(String.class)
				.single();
			assertThat(Context.inOneLine(quote)).contains(line.match());
			assertThat(Context.inOneLine(line.span().in(text(line.articleSlug())))).isEqualTo(line.match());
		});
		assertThat(lines.lines()).extracting((line) -> Context.rightKey(line.right(), 0)).isSorted();
	}

	@Test
	void numbersTheOccurrencesAsTheyAreMarkedInTheArticle() {
		assertThat(page("russia", LineSort.NEWEST, 1).lines()).allSatisfy(
				(line) -> assertThat(this.occurrences.in("russia", text(line.articleSlug())).get(line.number() - 1))
					.isEqualTo(line.span()));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~', quoteCharacter = '`', value = { "``", "`()`", "xyzzy", "-russia", "😀", "`\"`" })
	void hasNothingToShow(String words) {
		Lines lines = page(words, LineSort.LEFT, 7);
		assertThat(lines.lines()).isEmpty();
		assertThat(lines.total()).isZero();
		assertThat(lines.page()).isOne();
	}

	private Lines page(String words, LineSort sort, int page) {
		return this.concordance.page(SearchQuery.of(words, Scope.ARTICLES), sort, page);
	}

	private List<String> texts() {
		return this.jdbc.sql("""
				select v.text from article a join article_version v on v.article_id = a.id and v.number = a.version
				where a.state = 'published'""").query(String.class).list();
	}

	private String text(String slug) {
		return this.jdbc.sql("""
				select v.text from article a join article_version v on v.article_id = a.id and v.number = a.version
				where a.slug = :slug""").param("slug", slug).query(String.class).single();
	}

}
