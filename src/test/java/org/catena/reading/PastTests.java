package org.catena.reading;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.catena.WholeApplicationTest;
import org.catena.annotation.MergeAgents;
import org.catena.article.WithdrawArticle;
import org.catena.ingest.TestArchive;
import org.catena.ingest.TestCorpus;
import org.catena.ingest.TestCorpus.TestArticle;
import org.catena.ingest.TestCorpus.TestClaim;
import org.catena.search.IndexSettles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever was done to the record since, the archive as it stood is what it showed then,
 * byte for byte.
 */
@WholeApplicationTest
class PastTests {

	/** Days on which something happens; more find more. */
	private static final int DAYS = Integer.getInteger("catena.past.days", 6);

	private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z";

	private static final List<String> NAMES = List.of("speech", "answer", "report");

	private static final List<String> SENTENCES = List.of("The plan is a disaster for Kyiv", "It ends in the collapse",
			"Nobody will pay for the army", "The money belongs to them");

	private static final List<String> ADDRESSES = List.of("/", "/plans", "/plans/two-point-plan",
			"/plans/two-point-plan/points/1", "/plans/two-point-plan/points/2?group=source", "/articles", "/matrix",
			"/matrix?columns=claimants", "/matrix.csv", "/matrix.csv?columns=months", "/timeline", "/contradictions",
			"/compare?of=articles&left=speech&right=answer", "/sources", "/agents", "/sources/the-daily",
			"/agents/ann-author", "/agents/bob-speaker", "/agents/the-council", "/sources/the-daily/history",
			"/agents/bob-speaker/history", "/pictures", "/about/balance", "/about/coverage", "/articles.json?limit=2",
			"/claims.json?stance=opposes", "/relations.json", "/discrepancies.json", "/plans.json",
			"/plans/two-point-plan.json", "/plans/two-point-plan/points/1.json", "/sources.json",
			"/sources/the-daily.json", "/agents.json", "/agents/bob-speaker.json", "/tables/articles.csv",
			"/tables/claims.jsonl", "/tables/relations.csv", "/tables/discrepancies.csv", "/articles.bib");

	private static final List<String> OF_ARTICLES = List.of("", "/v1", "/v2", "/diff", "/history", ".json", ".jsonld",
			".md", ".claims.yaml", ".txt", ".tei.xml", ".bib");

	private static final List<String> OF_CLAIMS = List.of("", ".json", ".jsonld", ".csl.json");

	private final TestArchive archive;

	private final MockMvcTester site;

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final TransactionTemplate together;

	private final MergeAgents mergeAgents;

	private final WithdrawArticle withdrawArticle;

	private final Map<String, Integer> versions = new LinkedHashMap<>();

	@TempDir
	private Path folder;

	PastTests(@Autowired TestArchive archive, @Autowired MockMvcTester site, @Autowired JdbcClient jdbc,
			@Autowired JsonMapper json, @Autowired PlatformTransactionManager transactions,
			@Autowired MergeAgents mergeAgents, @Autowired WithdrawArticle withdrawArticle) {
		this.archive = archive;
		this.site = site;
		this.jdbc = jdbc;
		this.json = json;
		this.together = new TransactionTemplate(transactions);
		this.mergeAgents = mergeAgents;
		this.withdrawArticle = withdrawArticle;
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 7 })
	void isWhatWasShown(long seed) {
		Random random = new Random(seed);
		TestCorpus corpus = TestCorpus.in(this.folder);
		this.versions.clear();
		NAMES.subList(0, 2).forEach((name) -> corpus.article(article(name)));
		this.archive.hold(corpus);
		Map<Instant, Map<String, Shown>> days = new LinkedHashMap<>();
		List<String> done = new ArrayList<>();
		for (int day = 0; day < DAYS; day++) {
			days.put(now(), snapshot(""));
			for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
				done.add(edit(random, corpus));
			}
		}
		days.put(now(), snapshot(""));
		days.forEach((moment, shown) -> {
			Map<String, Shown> told = snapshot(moment.toString());
			shown.forEach((address, present) -> {
				Shown past = told.getOrDefault(address, Shown.NOTHING);
				if (present.status() == 200) {
					assertThat(past.text()).as("%s as of %s, %s", address, moment, done).isEqualTo(present.text());
				}
				else {
					assertThat(past.status()).as("%s as of %s, %s", address, moment, done).isNotEqualTo(200);
				}
			});
		});
	}

	@Test
	void findsWhatWasFound() {
		TestCorpus corpus = TestCorpus.in(this.folder);
		this.versions.clear();
		NAMES.subList(0, 2).forEach((name) -> corpus.article(article(name)));
		this.archive.hold(corpus);
		List<String> searches = List.of("/search?q=disaster", "/search?q=desaster", "/search?q=army&in=claims",
				"/search?q=plan&view=kwic", "/frequencies?q=plan&q=money&by=source", "/claims?stance=opposes",
				"/claims.csv?q=collapse", "/search.json?q=claimant:bob", "/search.bib?q=money",
				"/articles/answer?q=money");
		IndexSettles.on(this.jdbc);
		Instant before = now();
		Map<String, Shown> then = searches(searches, "");
		corpus.article(article("speech")).article(article("report"));
		this.archive.read(corpus);
		IndexSettles.on(this.jdbc);
		Instant after = now();
		Map<String, Shown> later = searches(searches, "");
		assertThat(later).isNotEqualTo(then);
		corpus.article(TestArticle.of("answer", "Something else.").title("An answer"));
		this.archive.read(corpus);
		this.archive.change("update agent set name = 'Robert Orator' where slug = 'bob-speaker'");
		IndexSettles.on(this.jdbc);
		searches.forEach((address) -> {
			assertThat(shown(address, before.toString())).as(address).isEqualTo(then.get(address));
			assertThat(shown(address, after.toString())).as(address).isEqualTo(later.get(address));
		});
		assertThat(searches(searches, "")).isNotEqualTo(later);
	}

	@Test
	void leavesOutWhatWasWithdrawnSince() {
		TestCorpus corpus = TestCorpus.in(this.folder);
		this.versions.clear();
		NAMES.subList(0, 2).forEach((name) -> corpus.article(article(name)));
		this.archive.hold(corpus);
		Instant before = now();
		this.together.executeWithoutResult((status) -> this.withdrawArticle.withdraw("speech", "Its publisher asked."));
		assertThat(shown("/articles/speech", before.toString()).status()).isEqualTo(410);
		assertThat(shown("/articles/speech/v1", before.toString()).status()).isEqualTo(410);
		assertThat(shown("/articles/speech.txt", before.toString()).status()).isEqualTo(410);
		assertThat(shown("/claims/speech/c01", before.toString()).status()).isEqualTo(410);
		assertThat(shown("/articles", before.toString()).text()).doesNotContain("/articles/speech")
			.contains("/articles/answer");
		assertThat(shown("/tables/claims.csv", before.toString()).text()).doesNotContain("speech/c01")
			.contains("answer/c01");
	}

	@Test
	void knowsWhatCameInByBulk() {
		TestCorpus corpus = TestCorpus.in(this.folder);
		this.archive.hold(corpus.article(article("speech")));
		Instant before = now();
		this.together.executeWithoutResult((status) -> {
			this.jdbc.sql("select set_config('catena.bulk', 'on', true)").query(String.class).single();
			this.jdbc
				.sql("""
						insert into article (id, slug, state, origin, source_id, title, language, version, sha256, created_at, updated_at)
						select 900001, 'bulk', 'published', 'corpus', id, 'Bulk', 'en', 1, repeat('0', 64), clock_timestamp(), clock_timestamp()
						from source""")
				.update();
			this.jdbc
				.sql("""
						insert into article_version (id, article_id, number, text, sha256, code_points, words, reason, created_at, created_by)
						values (900001, 900001, 1, 'Text', repeat('0', 64), 4, 1, 'First version', clock_timestamp(), 'test')""")
				.update();
		});
		Instant after = now();
		this.archive.change("update article set title = 'Another' where id = 900001");
		assertThat(shown("/articles/bulk", before.toString()).status()).isEqualTo(404);
		assertThat(shown("/articles", before.toString()).text()).doesNotContain("Bulk");
		assertThat(shown("/articles/bulk", after.toString()).text()).contains("Bulk").doesNotContain("Another");
		assertThat(shown("/articles/bulk", now().toString()).text()).contains("Another");
	}

	@Test
	void hasEveryTableOfTheRecord() {
		assertThat(this.archive
			.list("""
					select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'
					and table_name ~ '^(plan|theme|point|sub_point|witness|source|agent|article|byline|old|claim|relation|discrepancy|crosswalk|correspondence)'
					except select name from record_table()"""))
			.containsExactlyInAnyOrder("article_version", "article_stamp");
	}

	@Test
	void isReadOnly() {
		this.archive.hold(TestCorpus.in(this.folder).article(article("speech")));
		String moment = now().toString();
		List<String> before = this.archive.list("select xmin, ctid from claim");
		snapshot(moment);
		assertThat(this.archive.list("select xmin, ctid from claim")).isEqualTo(before);
		assertThat(this.archive.ask("select relkind::text from pg_class where oid = 'claim'::regclass")).isEqualTo("r");
		assertThat(this.archive.ask("show default_transaction_read_only")).isEqualTo("off");
	}

	/** Each version of an article has other sentences and claims. */
	private TestArticle article(String name) {
		int version = this.versions.merge(name, 1, Integer::sum);
		String text = String.join(".\n\n", SENTENCES.subList(0, 2 + (version + name.length()) % 3)) + ".\n\nVersion "
				+ version + " of the " + name + ".";
		List<TestClaim> claims = new ArrayList<>();
		for (int i = 0; i < 2; i++) {
			claims.add(TestClaim.of("c0" + (i + 1), SENTENCES.get(i))
				.with("points", (version % 2 == 0) ? "[{plan: two-point-plan, point: " + (i + 1) + "}]" : "[]"));
		}
		return TestArticle.of(name, text)
			.title("The " + name + " in version " + version)
			.claims(claims.toArray(TestClaim[]::new));
	}

	private String edit(Random random, TestCorpus corpus) {
		int which = random.nextInt(24);
		String claim = claim(random);
		String other = claim(random);
		switch (which) {
			case 0, 1 -> {
				corpus.article(article(NAMES.get(random.nextInt(NAMES.size()))));
				this.archive.read(corpus);
			}
			case 2 ->
				change("""
						update claim set stance = case stance when 'opposes' then 'mixed' else 'opposes' end,
						  paraphrase = paraphrase || ' Indeed.', confidence = 0.5, updated_at = clock_timestamp() where key = '%s'""",
						claim);
			case 3 -> this.together.executeWithoutResult((status) -> {
				change("delete from claim_point where claim_id = (select id from claim where key = '%s')", claim);
				change("""
						insert into claim_point (claim_id, position, point_id, bearing)
						select c.id, row_number() over (order by p.number %s) - 1, p.id, 'about' from claim c, point p where c.key = '%s'""",
						random.nextBoolean() ? "desc" : "", claim);
				change("update claim set updated_at = clock_timestamp() where key = '%s'", claim);
			});
			case 4 ->
				change("""
						update claim set standing = 'withdrawn', withdrawn_reason = 'A slip.', updated_at = clock_timestamp() where key = '%s'""",
						claim);
			case 5 ->
				change("update claim set standing = 'shown', withdrawn_reason = null where standing = 'withdrawn'");
			case 6, 7 ->
				change("""
						insert into relation (id, type, from_id, to_id, matter, reason, coding, created_at, updated_at)
						select nextval('relation_seq'), '%s', a.id, b.id, 'army', 'They say so.', 'first', clock_timestamp(), clock_timestamp()
						from claim a, claim b where a.key = '%s' and b.key = '%s' and a.id < b.id on conflict do nothing""",
						List.of("agrees", "contradicts", "disputes").get(random.nextInt(3)), claim, other);
			case 8 -> change(
					"update relation set reason = reason || ' Again.', matter = 'money', updated_at = clock_timestamp()");
			case 9 -> change("delete from relation where id = (select min(id) from relation)");
			case 10 -> change("update relation set withdrawn_reason = 'No.' where id = (select max(id) from relation)");
			case 11 ->
				change("""
						insert into discrepancy (id, claim_id, point_id, claim_says, plan_says, gravity, coding, created_at, updated_at)
						select nextval('discrepancy_seq'), c.id, p.id, 'One', 'Two', 'degree', 'first', clock_timestamp(), clock_timestamp()
						from claim c, point p where c.key = '%s' and p.number = 1 on conflict do nothing""",
						claim);
			case 12 -> change("delete from discrepancy where id = (select min(id) from discrepancy)");
			case 13 -> change("update agent set name = name || ' II', about = 'Of late.' where slug = '%s'",
					random.nextBoolean() ? "bob-speaker" : "ann-author");
			case 14 ->
				change("""
						insert into agent_variant (agent_id, position, name) select a.id, (select coalesce(max(position), -1) + 1
						  from agent_variant v where v.agent_id = a.id), 'Variant %s' from agent a where a.slug = 'bob-speaker'""",
						random.nextInt(1000));
			case 15 -> change(
					"update claim set claimant_is_author = false, claimant_id = (select id from agent where slug = '%s'), uptake = 'reports' where key = '%s'",
					random.nextBoolean() ? "bob-speaker" : "the-council", claim);
			case 16 -> merge();
			case 17 ->
				change("update source set name = name || ' Post', publisher = 'A house' where slug = 'the-daily'");
			case 18 -> change("update point set title = title || ' (sic)', summary = 'Otherwise.' where number = %s",
					1 + random.nextInt(2));
			case 19 -> change("update sub_point set summary = summary || ' Or later.'");
			case 20 -> change("update theme set name = name || 's'");
			case 21 -> slug(random);
			case 22 -> change("update byline set printed = 'By %s' || printed", random.nextInt(100));
			default ->
				change("""
						insert into article_note (article_id, position, note) select id, (select coalesce(max(position), -1) + 1
						  from article_note n where n.article_id = a.id), 'A note' from article a where slug = 'answer'""");
		}
		return which + " " + claim + " " + other;
	}

	private void merge() {
		if ("2".equals(this.archive.ask("select count(*) from agent where slug in ('bob-speaker', 'the-council')"))) {
			this.mergeAgents.merge("the-council", "bob-speaker");
		}
	}

	private void slug(Random random) {
		String name = "answer-" + random.nextInt(1000);
		this.together.executeWithoutResult((status) -> {
			change("insert into old_slug (slug, article_id) select slug, id from article where slug like 'answer%%'");
			change("update article set slug = '%s', updated_at = clock_timestamp() where slug like 'answer%%'", name);
		});
	}

	private void change(String sql, Object... values) {
		this.jdbc.sql((values.length > 0) ? sql.formatted(values) : sql.replace("%%", "%")).update();
	}

	private String claim(Random random) {
		List<String> keys = this.archive.list("select key from claim order by key");
		return keys.get(random.nextInt(keys.size()));
	}

	private Instant now() {
		return this.jdbc.sql("select clock_timestamp()").query(OffsetDateTime.class).single().toInstant();
	}

	/** What is shown, of all that has ever been there. */
	private Map<String, Shown> snapshot(String moment) {
		Map<String, Shown> snapshot = new LinkedHashMap<>();
		ADDRESSES.forEach((address) -> snapshot.put(address, shown(address, moment)));
		for (String slug : this.archive.list("select slug from article union select slug from old_slug order by 1")) {
			OF_ARTICLES.forEach((ending) -> {
				String address = "/articles/" + slug + ending;
				snapshot.put(address, shown(address, moment));
			});
		}
		for (String key : this.archive.list("select key from claim order by 1")) {
			OF_CLAIMS
				.forEach((ending) -> snapshot.put("/claims/" + key + ending, shown("/claims/" + key + ending, moment)));
		}
		return snapshot;
	}

	private Map<String, Shown> searches(List<String> addresses, String moment) {
		Map<String, Shown> found = new LinkedHashMap<>();
		addresses.forEach((address) -> {
			Shown shown = shown(address, moment);
			assertThat(shown.status()).as(address).isEqualTo(200);
			found.put(address, shown);
		});
		return found;
	}

	private Shown shown(String address, String moment) {
		String asked = moment.isEmpty() ? address : address + (address.contains("?") ? "&" : "?") + "asOf=" + moment;
		MockHttpServletResponse response = this.site.get().uri(URI.create(asked)).exchange().getResponse();
		String text = new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
		if (!moment.isEmpty() && response.getStatus() == 200) {
			assertThat(response.getHeader("X-Robots-Tag")).isEqualTo("noindex");
			assertThat(response.getHeader("Memento-Datetime")).isNotNull();
			if (String.valueOf(response.getContentType()).startsWith("text/html")) {
				assertThat(text).as(address).contains("<aside class=\"past\"");
			}
		}
		if (address.startsWith("/claims.csv")) {
			// What an export says of itself.
			text = (moment.isEmpty() ? text : text.replace("," + moment, "")).replaceAll(TIME, "");
		}
		if (address.matches("/(claims|relations|discrepancies|plans)[.]json.*") && response.getStatus() == 200) {
			text = inAnyOrder(text);
		}
		return new Shown(response.getStatus(), withoutMoment(text));
	}

	/**
	 * What goes out of sight with another thing is marked with it, and when is not kept.
	 */
	private String inAnyOrder(String list) {
		JsonNode read = this.json.readTree(list);
		List<String> things = new ArrayList<>();
		read.path("items").forEach((item) -> things.add(item.toString()));
		read.path("withdrawn")
			.forEach((item) -> things.add(item.path("id").asString() + item.path("reason").asString()));
		return things.stream().sorted().toList().toString();
	}

	/** Without what names the moment. */
	private static String withoutMoment(String text) {
		return text.replaceAll("(?s)<aside class=\"past\".*?</aside>", "")
			.replaceAll("<input [^>]*name=\"asOf\"[^>]*>", "")
			.replaceAll("\\?asOf=[^\"&#<, ]*&(amp;)?", "?")
			.replaceAll("(\\?|&amp;|&)asOf=[^\"&#<, ]*", "")
			.replaceAll("\"as_of\":\"[^\"]*\",", "")
			.replaceAll(",archive_as_of", "");
	}

	private record Shown(int status, String text) {

		static final Shown NOTHING = new Shown(0, "");

	}

}
