package org.catena.reading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;

import org.catena.SqlStatements;
import org.catena.WholeApplicationTest;
import org.catena.ingest.TestArchive;
import org.catena.ingest.TestCorpus;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The pages that show the archive as a whole ask as many questions of 1,000 articles as
 * of 20, and stay within 100 kB, compressed.
 */
@WholeApplicationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LargeArchiveTests {

	private static final int FEW = 20;

	private static final int ARTICLES = 1_000;

	/** Of each article. */
	private static final int CLAIMS = 10;

	private static final int MOST_BYTES = 100_000;

	private static final List<String> ADDRESSES = List.of("/", "/matrix", "/matrix?columns=claimants",
			"/matrix?columns=months", "/timeline", "/sources", "/sources?page=2", "/agents", "/contradictions",
			"/contradictions?matter=matter+3", "/compare?of=sources&left=source-2&right=source-5",
			"/compare?of=agents&left=agent-2&right=agent-5", "/compare?of=articles&left=article-1&right=article-2",
			"/agents/agent-2", "/sources/source-2", "/pictures", "/pictures?network=claimants", "/about/balance",
			"/about/coverage", "/articles");

	private final TestArchive archive;

	private final MockMvcTester site;

	private final Map<String, List<String>> ofFew = new HashMap<>();

	private final ClaimRows claims;

	private final PlanPages plans;

	LargeArchiveTests(@Autowired TestArchive archive, @Autowired MockMvcTester site, @Autowired ClaimRows claims,
			@Autowired PlanPages plans) {
		this.archive = archive;
		this.site = site;
		this.claims = claims;
		this.plans = plans;
	}

	@BeforeAll
	void holdFewArticlesAndThenMany(@TempDir Path folder) {
		this.archive.hold(TestCorpus.in(folder));
		names();
		articles(1, FEW);
		ADDRESSES.forEach((address) -> this.ofFew.put(address, statements(address)));
		articles(FEW + 1, ARTICLES);
		this.archive.change("analyze");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/matrix", "/matrix?columns=claimants", "/matrix?columns=months" })
	void asksFourQuestionsForTheMatrix(String address) {
		assertThat(statements(address)).hasSize(4).isEqualTo(this.ofFew.get(address));
	}

	@Test
	void asksAsManyQuestionsOfManyArticlesAsOfFew() {
		for (String address : ADDRESSES) {
			assertThat(statements(address)).as(address).isEqualTo(this.ofFew.get(address)).hasSizeLessThan(40);
		}
	}

	@Test
	void staysWithinAHundredKilobytes() {
		for (String address : ADDRESSES) {
			assertThat(compressed(body(address))).as(address).isLessThan(MOST_BYTES);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "sources", "claimants" })
	void givesColumnsToTheFewWithMostClaimsAndCountsTheRestTogether(String columns) {
		Document page = Jsoup.parse(body("/matrix?columns=" + columns));
		assertThat(page.select("thead th")).hasSize(1 + MatrixPages.MOST_COLUMNS + 2);
		assertThat(page.select("tbody tr")).hasSize(201);
		int all = Integer.parseInt(Objects.requireNonNull(this.archive.ask(columns.equals("sources")
				? "select count(distinct source_id) from article" : "select count(distinct claimant_id) from claim")));
		assertThat(page.select("thead th").get(MatrixPages.MOST_COLUMNS + 1).text())
			.isEqualTo((all - MatrixPages.MOST_COLUMNS) + " others");
		List<String> totals = page.select("tfoot .matrix__count").eachText();
		assertThat(totals).hasSize(MatrixPages.MOST_COLUMNS + 2);
		assertThat(totals.subList(0, totals.size() - 1).stream().mapToInt(Integer::parseInt).sum())
			.isEqualTo(Integer.parseInt(totals.get(totals.size() - 1)))
			.isEqualTo(ARTICLES * CLAIMS);
		assertThat(body("/matrix.csv?columns=" + columns).lines().count()).isEqualTo(1 + 201L * all * 4);
	}

	@Test
	void saysWhatItLeavesOut() {
		assertThat(body("/timeline")).contains("940 older ones are", "The 25 that go through most articles, of ");
		assertThat(body("/contradictions")).contains("3000 pairs", "100 of them on this page");
		assertThat(Jsoup.parse(body("/contradictions?page=30")).select(".facing")).hasSize(100);
		assertThat(Jsoup.parse(body("/contradictions?page=31")).select(".facing")).isEmpty();
		assertThat(body("/sources")).contains("231 publications", "181 others");
		assertThat(body("/about/coverage")).contains("of the articles on this page", "Older articles");
		assertThat(body("/about/balance")).contains("of the newest 100 articles");
		assertThat(body("/agents/agent-2")).contains("1000 articles", "The first 20 of 1000 pairs",
				"all " + this.archive.ask("select count(*) from claim where claimant_id = 10002"));
		assertThat(body("/pictures")).contains("160 others", "217 more have some");
	}

	@Test
	void readsAllClaimsThatAreNamed() {
		List<Long> ids = this.archive.list("select id from claim order by id").stream().map(Long::valueOf).toList();
		assertThat(this.claims.byId(ids)).hasSize(ARTICLES * CLAIMS).containsOnlyKeys(ids.toArray(Long[]::new));
	}

	@Test
	void countsAllClaimsOnAPointAlsoThoseThatAreNotRead() {
		this.archive.change("""
				insert into claim_point (claim_id, position, point_id, bearing)
				select c.id, 9, (select id from point where number = 200), 'touches' from claim c
				where c.id % 10 <= 1 or c.id % 200 < 100 order by c.id""");
		try {
			int claims = Integer.parseInt(Objects.requireNonNull(this.archive.ask("""
					select count(distinct claim_id) from claim_point cp join point p on p.id = cp.point_id
					where p.number = 200""")));
			assertThat(claims).isGreaterThan(ClaimRows.MOST);
			assertThat(this.plans.point("two-point-plan", 200, PointPage.By.STANCE).total()).isEqualTo(claims);
		}
		finally {
			this.archive.change("delete from claim_point where position = 9");
		}
	}

	@Test
	void pagesTheContradictionsWithoutLosingOne() {
		List<String> seen = new java.util.ArrayList<>();
		for (int page = 1; page <= 30; page++) {
			seen.addAll(Jsoup.parse(body("/contradictions?page=" + page)).select(".facing__reason").eachText());
		}
		assertThat(seen).hasSize(3_000).doesNotHaveDuplicates();
	}

	@Test
	void keepsTheFilterFromPageToPage() {
		Document page = Jsoup.parse(body("/contradictions?type=contradicts&page=2"));
		assertThat(page.select(".pager a").eachAttr("href")).containsExactly("/contradictions?type=contradicts",
				"/contradictions?type=contradicts&page=3");
		assertThat(page.select(".page-head .kicker a").first().attr("href"))
			.isEqualTo("/contradictions?type=contradicts&matter=matter%201");
		assertThat(Jsoup.parse(body("/contradictions?matter=matter%203&within=article")).select(".matter").eachText())
			.containsExactly("matter 3");
	}

	/** 300 sources, 400 agents and 200 points. */
	private void names() {
		this.archive.change("""
				insert into source (id, slug, name, country_basis, sha256)
				select 10000 + i, 'source-' || i, 'Source ' || i || ' of the Press', 'unknown', repeat('0', 64)
				from generate_series(1, 300) i""");
		this.archive
			.change("""
					insert into agent (id, slug, name, kind, sha256)
					select 10000 + i, 'agent-' || i, 'Agent Number ' || i, 'person', repeat('0', 64) from generate_series(1, 400) i""");
		this.archive
			.change("""
					insert into point (id, plan_id, number, title, theme_id, summary, verification)
					select 10000 + i, (select id from plan), i, 'The matter of point ' || i, (select min(id) from theme), 'It is so.', 'seen'
					from generate_series(3, 200) i""");
	}

	/** Those with the lowest numbers have most articles and claims. */
	private void articles(int from, int to) {
		this.archive
			.change("""
					insert into article (id, slug, state, origin, source_id, plan_id, title, language, date, date_earliest, date_latest,
					  version, sha256, created_at, updated_at)
					select 10000 + i, 'article-' || i, 'published', 'corpus', 10001 + (i * i + i / 7) %% 300, (select id from plan),
					  'What article ' || i || ' says of the plan', 'en', day::text, day, day, 1, repeat('0', 64), now(), now()
					from generate_series(%d, %d) i cross join lateral (select date '2023-01-01' + i as day) d"""
				.formatted(from, to));
		this.archive
			.change("""
					insert into article_version (id, article_id, number, text, sha256, code_points, words, reason, created_at, created_by)
					select 10000 + i, 10000 + i, 1, text, repeat('0', 64), length(text), 100, 'First version', now(), 'test'
					from generate_series(%d, %d) i cross join lateral (
					  select string_agg('Sentence ' || k || ' of article ' || i || ' says what Agent Number 2 holds of it.', E'\\n\\n'
					    order by k) as text from generate_series(1, %d) k) t"""
				.formatted(from, to, CLAIMS + 5));
		this.archive
			.change("""
					insert into claim (id, key, article_id, standing, exact, made_on_version, placed_on_version, anchoring, span_start,
					  span_end, paraphrase, version, claimant_is_author, claimant_id, uptake, certainty, kind, target, aspect, stance,
					  confidence, coding, codebook, sha256, created_at, updated_at)
					select 100 * (10000 + i) + k, 'article-' || i || '/c' || k, 10000 + i, 'shown', exact, 1, 1, 'exact',
					  strpos(v.text, exact) - 1, strpos(v.text, exact) - 1 + length(exact), 'It is said that so it is.', 'original', false,
					  10001 + case when k <= 2 then 1 else (i * k) %% 400 end, 'reports', 'asserted', 'evaluative', 'plan', 'content',
					  (array['supports', 'opposes', 'mixed', 'neutral'])[1 + (i + k) %% 4], 0.9, 'first', '1.0', repeat('0', 64), now(), now()
					from generate_series(%d, %d) i cross join generate_series(1, %d) k
					join article_version v on v.article_id = 10000 + i
					cross join lateral (select 'Sentence ' || k || ' of article ' || i || ' says' as exact) e"""
				.formatted(from, to, CLAIMS));
		this.archive.change("""
				insert into claim_point (claim_id, position, point_id, bearing)
				select c.id, 0, p.id, 'about' from claim c join point p on p.number = 1 + c.id %% 200
				where c.article_id between 10000 + %d and 10000 + %d and c.id %% 10 > 1""".formatted(from, to));
		this.archive.change("""
				insert into relation (id, type, from_id, to_id, matter, reason, coding, created_at, updated_at)
				select 10 * (10000 + i) + k, (array['agrees', 'contradicts', 'disputes', 'contradicts'])[k],
				  100 * (10000 + i) + case when k = 4 then 1 else k end,
				  case when k = 4 then 100 * (10000 + i) + 2
				    else 100 * (10000 + i %% case when i <= %d then %d else 40 end + 1) + k + 3 end,
				  'matter ' || i %% 30, 'Reason ' || i || ' ' || k, 'first', now(), now()
				from generate_series(%d, %d) i cross join generate_series(1, 4) k""".formatted(FEW, FEW, from, to));
	}

	/** In lists of parameters only the first counts: their length is not a question. */
	private List<String> statements(String address) {
		return SqlStatements.of(() -> body(address)).stream().map((sql) -> sql.replaceAll("\\?(, \\?)+", "?")).toList();
	}

	private String body(String address) {
		var response = this.site.get().uri(java.net.URI.create(address)).exchange().getResponse();
		assertThat(response.getStatus()).as(address).isEqualTo(200);
		return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	private static int compressed(String body) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
			gzip.write(body.getBytes(StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
		return bytes.size();
	}

}
