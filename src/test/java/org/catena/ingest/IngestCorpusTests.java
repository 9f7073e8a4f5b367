package org.catena.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.catena.WholeApplicationTest;
import org.catena.article.ArticleSubmission;
import org.catena.article.Origin;
import org.catena.ingest.TestCorpus.TestArticle;
import org.catena.ingest.TestCorpus.TestClaim;
import org.catena.plan.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.dao.DataAccessException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

@WholeApplicationTest
class IngestCorpusTests {

	private static final String DISASTER = "“The plan is a disaster for Kyiv,”";

	private static final String WAY = "The plan is the only way, he added";

	private static final String TEXT = "\ud83d\udd4a " + DISASTER + " said Bob Speaker.\n\n## What next\n\n" + WAY
			+ " in na\u0131\u0308ve\u00a0Geneva.";

	private final TestArchive archive;

	private final IngestLock lock;

	private final SubmitArticle submitArticle;

	@TempDir
	private Path folder;

	IngestCorpusTests(@Autowired TestArchive archive, @Autowired IngestLock lock,
			@Autowired SubmitArticle submitArticle) {
		this.archive = archive;
		this.lock = lock;
		this.submitArticle = submitArticle;
	}

	@BeforeEach
	void startEmpty() {
		this.archive.empty();
	}

	@Test
	void takesInTheCorpusOfTheRepository() {
		IngestReport report = this.archive.readCorpus();
		assertThat(this.archive.problems(report)).isEmpty();
		assertThat(report).isEqualTo(new IngestReport(report.run(), 5, 0, 0, 0, 0));
		assertThat(count("plan")).isEqualTo(3);
		assertThat(count("point")).isEqualTo(28);
		assertThat(this.archive.list("select count(*) from shown_claim group by article_id")).hasSize(5)
			.allSatisfy((claims) -> assertThat(Integer.parseInt(claims)).isGreaterThanOrEqualTo(10));
		assertThat(count("relation")).isPositive();
		assertThat(count("discrepancy")).isPositive();
		assertThat(count("crosswalk")).isEqualTo(2);
		assertThat(count("correspondence_claim")).isPositive();
		assertThat(count("crosswalk_remark_claim")).isPositive();
		assertThat(this.archive.list("select key from claim where standing = 'withdrawn' or anchoring <> 'exact'"))
			.isEmpty();
		assertThat(this.archive.list("""
				select c.key from claim c join article_version v on v.article_id = c.article_id
				and v.number = c.placed_on_version
				where substr(v.text, c.span_start + 1, c.span_end - c.span_start) <> c.exact""")).isEmpty();
		assertThat(this.archive.ask("select started_by from ingest_run where ended_at is not null and id = ?",
				report.run()))
			.isEqualTo("test");
	}

	@Test
	void changesNoRowWhenItReadsTheCorpusAgain() {
		this.archive.readCorpus();
		Map<String, List<String>> before = this.archive.snapshot();
		IngestReport report = this.archive.readCorpus();
		assertThat(report).isEqualTo(new IngestReport(report.run(), 0, 0, 5, 0, 0));
		assertThat(this.archive.changesSince(before)).isEmpty();
		assertThat(before).containsKeys("plan", "point", "source", "agent", "article", "article_version", "claim",
				"claim_point", "claim_via", "relation", "discrepancy", "crosswalk", "correspondence",
				"correspondence_claim", "crosswalk_remark");
		assertThat(before.get("correspondence_claim")).isNotEmpty();
		assertThat(before.get("claim_via")).isNotEmpty();
	}

	@Test
	void keepsAnArticleAndItsClaims() {
		IngestReport report = read(corpus().article(speech().claims(disaster(), way())));
		assertThat(this.archive.problems(report)).isEmpty();
		assertThat(this.archive.ask("select text from article_version")).isEqualTo(TEXT);
		assertThat(this.archive.ask("select sha256 from article_version")).isEqualTo(Sha256.of(TEXT));
		assertThat(this.archive.list("select a.slug, a.origin, a.state, v.number, v.code_points, v.created_by"
				+ " from article a join article_version v on v.article_id = a.id"))
			.containsExactly("speech|corpus|published|1|" + TEXT.codePointCount(0, TEXT.length()) + "|test");
		assertThat(claims()).containsExactly("speech/c01|shown|exact|2|36", "speech/c02|shown|exact|70|104");
		assertThat(this.archive.ask("select a.slug from claim c join agent a on a.id = c.claimant_id where key = ?",
				"speech/c02"))
			.isEqualTo(TestCorpus.AUTHOR);
	}

	@Test
	void makesAVersionOfAChangedText() {
		TestCorpus corpus = corpus().article(speech().claims(disaster(), way()));
		read(corpus);
		IngestReport report = read(corpus.article(speech().text("An opening. " + TEXT).claims(disaster(), way())));
		assertThat(report).isEqualTo(new IngestReport(report.run(), 0, 1, 0, 0, 0));
		assertThat(this.archive.list("select number, text, reason from article_version order by number"))
			.containsExactly("1|" + TEXT + "|First version", "2|An opening. " + TEXT + "|Correction");
		assertThat(this.archive.ask("select version from article")).isEqualTo("2");
		assertThat(claims()).containsExactly("speech/c01|shown|moved|14|48", "speech/c02|shown|moved|82|116");
		assertThat(this.archive.list("select distinct made_on_version, placed_on_version from claim"))
			.containsExactly("1|2");
		Map<String, List<String>> before = this.archive.snapshot();
		assertThat(read(corpus).unchanged()).isEqualTo(1);
		assertThat(this.archive.changesSince(before)).isEmpty();
	}

	@Test
	void keepsAClaimWhoseQuoteIsGoneAsAnOrphanAndSaysSo() {
		TestCorpus corpus = corpus().article(speech().claims(disaster(), way()));
		read(corpus);
		TestArticle changed = speech().text(TEXT.replace("disaster", "blessing")).claims(disaster(), way());
		IngestReport report = read(corpus.article(changed));
		assertThat(claims()).containsExactly("speech/c01|shown|orphan|null|null", "speech/c02|shown|exact|70|104");
		Problem gone = new Problem(Level.ERROR, Stage.ANCHOR, "QUOTE_NOT_FOUND", "articles/speech.claims.yaml", 2,
				"speech/c01: The quote is not in the text. Copy it from the text, character for character.");
		assertThat(this.archive.problems(report)).containsExactly(gone);
		Map<String, List<String>> before = this.archive.snapshot();
		assertThat(this.archive.problems(read(corpus))).containsExactly(gone);
		assertThat(this.archive.changesSince(before)).isEmpty();
	}

	@Test
	void findsAnOrphanAgainWhenItsWordsComeBack() {
		TestCorpus corpus = corpus().article(speech().claims(disaster()));
		read(corpus);
		read(corpus.article(speech().text("Nothing is left of it.").claims(disaster())));
		assertThat(claims()).containsExactly("speech/c01|shown|orphan|null|null");
		assertThat(read(corpus.article(speech().claims(disaster()))).problems()).isZero();
		assertThat(claims()).containsExactly("speech/c01|shown|exact|2|36");
		assertThat(this.archive.ask("select version from article")).isEqualTo("3");
	}

	@Test
	void keepsAQuoteThatWasCorrectedWithTheText() {
		TestCorpus corpus = corpus().article(speech().claims(disaster()));
		read(corpus);
		TestArticle corrected = speech().text(TEXT.replace("disaster", "blessing"))
			.claims(TestClaim.of("c01", DISASTER.replace("disaster", "blessing")));
		assertThat(read(corpus.article(corrected)).problems()).isZero();
		assertThat(claims()).containsExactly("speech/c01|shown|exact|2|36");
		assertThat(this.archive.ask("select made_on_version from claim")).isEqualTo("2");
	}

	@Test
	void placesClaimsAnewWhereTheirFileCannotBeRead() {
		TestCorpus corpus = corpus().article(speech().claims(way()));
		read(corpus);
		IngestReport report = read(
				corpus.article(speech().text("An opening. " + TEXT)).file("articles/speech.claims.yaml", "- ["));
		assertThat(this.archive.problems(report)).extracting(Problem::code).containsExactly("FILE_UNREADABLE");
		assertThat(claims()).containsExactly("speech/c02|shown|moved|82|116");
	}

	@Test
	void placesClaimsAnewWhereTheirFileIsGone() {
		TestCorpus corpus = corpus().article(speech().claims(way()));
		read(corpus);
		read(corpus.article(speech().text("An opening. " + TEXT)).without("articles/speech.claims.yaml"));
		assertThat(claims()).containsExactly("speech/c02|shown|moved|82|116");
	}

	@Test
	void makesNoVersionOfChangedMetadata() {
		TestCorpus corpus = corpus().article(speech().claims(way()));
		read(corpus);
		IngestReport report = read(corpus.article(speech().title("Another speech").claims(way())));
		assertThat(report.updated()).isEqualTo(1);
		assertThat(this.archive.list("select title, version from article")).containsExactly("Another speech|1");
		assertThat(count("article_version")).isEqualTo(1);
	}

	@Test
	void takesOverAChangedCoding() {
		TestCorpus corpus = corpus().article(speech().claims(way()));
		read(corpus);
		String id = this.archive.ask("select id from claim");
		IngestReport report = read(corpus.article(speech().claims(way().with("stance", "supports")
			.with("points", "[{number: 2, sub: a, bearing: about}, {number: 1, bearing: touches}]")
			.with("claimant", "bob-speaker")
			.with("via", "[the-council, author]")
			.with("uptake", "rejects"))));
		assertThat(report.updated()).isEqualTo(1);
		assertThat(this.archive.list("select id, stance, uptake from claim")).containsExactly(id + "|supports|rejects");
		assertThat(this.archive.list("select p.number, cp.letter, cp.bearing from claim_point cp"
				+ " join point p on p.id = cp.point_id order by cp.position"))
			.containsExactly("2|a|about", "1|null|touches");
		assertThat(this.archive.list(
				"select v.is_author, a.slug from claim_via v left join agent a on a.id = v.agent_id order by v.position"))
			.containsExactly("f|the-council", "t|ann-author");
	}

	@Test
	void givesTheClaimsOfTheAuthorToAnAuthorWhoIsFoundLater() {
		TestCorpus corpus = corpus().article(speech().with("authors", "{value: null, basis: unknown}").claims(way()));
		read(corpus);
		assertThat(this.archive.ask("select claimant_id from claim")).isNull();
		read(corpus.article(speech().claims(way())));
		assertThat(this.archive.ask("select a.slug from claim c join agent a on a.id = c.claimant_id"))
			.isEqualTo(TestCorpus.AUTHOR);
	}

	@Test
	void withdrawsAClaimThatIsNoLongerInItsFile() {
		TestCorpus corpus = corpus().article(speech().claims(disaster(), way()));
		read(corpus);
		IngestReport report = read(corpus.article(speech().claims(way())));
		assertThat(this.archive.problems(report)).containsExactly(new Problem(Level.WARNING, Stage.CHECK,
				"CLAIM_WITHDRAWN", "articles/speech.md", null,
				"The claim speech/c01 is no longer in the file and was withdrawn. Put it back if that was not meant."));
		assertThat(claims()).containsExactly("speech/c01|withdrawn|exact|2|36", "speech/c02|shown|exact|70|104");
		assertThat(this.archive.ask("select withdrawn_reason from claim where key = ?", "speech/c01"))
			.isEqualTo("No longer in the corpus.");
		Map<String, List<String>> before = this.archive.snapshot();
		assertThat(read(corpus).problems()).isZero();
		assertThat(this.archive.changesSince(before)).isEmpty();
	}

	@Test
	void takesAWithdrawnClaimBackUnderItsId() {
		TestCorpus corpus = corpus().article(speech().claims(disaster(), way()));
		read(corpus);
		String id = this.archive.ask("select id from claim where key = ?", "speech/c01");
		read(corpus.article(speech().claims(way())));
		assertThat(read(corpus.article(speech().claims(disaster(), way()))).problems()).isZero();
		assertThat(this.archive.list("select id, standing, withdrawn_reason from claim where key = 'speech/c01'"))
			.containsExactly(id + "|shown|null");
	}

	@Test
	void withdrawsAllClaimsThatAListLeavesOut() {
		TestCorpus corpus = corpus().article(speech().claims(disaster(), way()));
		read(corpus);
		IngestReport report = read(corpus.article(speech()));
		assertThat(this.archive.problems(report)).extracting(Problem::code)
			.containsExactly("CLAIM_WITHDRAWN", "CLAIM_WITHDRAWN");
		assertThat(this.archive.list("select key from shown_claim")).isEmpty();
		assertThat(count("claim")).isEqualTo(2);
	}

	@Test
	void withdrawsNothingWhereAClaimOfTheFileCannotBeRead() {
		TestCorpus corpus = corpus().article(speech().claims(disaster(), way()));
		read(corpus);
		IngestReport report = read(corpus.article(speech().claims(way(), disaster().with("stance", "against"))));
		assertThat(this.archive.problems(report)).extracting(Problem::code).containsExactly("VALUE_REFUSED");
		assertThat(this.archive.list("select key from shown_claim order by key")).containsExactly("speech/c01",
				"speech/c02");
	}

	@Test
	void withdrawsNoClaimsOfEditors() {
		TestCorpus corpus = corpus().article(speech().claims(disaster(), way().with("coding", "an-editor")));
		read(corpus);
		read(corpus.article(speech()));
		assertThat(this.archive.list("select key from shown_claim")).containsExactly("speech/c02");
	}

	@Test
	void keepsASecondCodingForComparisonOnly() {
		TestCorpus corpus = corpus().article(speech().claims(disaster()));
		corpus.file("second-coding/speech.claims.yaml",
				TestClaim.of("s01", WAY).with("coding", "second").file("speech"));
		assertThat(read(corpus).problems()).isZero();
		assertThat(claims()).containsExactly("speech/c01|shown|exact|2|36", "speech/s01|compared|exact|70|104");
	}

	@Test
	void refusesAnIdThatAnotherCodingHas() {
		TestCorpus corpus = corpus().article(speech().claims(disaster()));
		corpus.file("second-coding/speech.claims.yaml",
				TestClaim.of("c01", WAY).with("coding", "second").file("speech"));
		IngestReport report = read(corpus);
		assertThat(this.archive.problems(report)).extracting(Problem::code, Problem::file, Problem::sentence)
			.containsExactly(tuple("VALUE_REFUSED", "second-coding/speech.claims.yaml",
					"speech/c01: The id \"speech/c01\" is that of a claim of another coding. Give a new id."));
		assertThat(claims()).containsExactly("speech/c01|shown|exact|2|36");
	}

	@Test
	void refusesAnIdThatStandsTwice() {
		IngestReport report = read(corpus().article(speech().claims(disaster(), way().with("id", "c01"))));
		assertThat(this.archive.problems(report)).extracting(Problem::sentence)
			.containsExactly("speech/c01: The id \"speech/c01\" stands twice. Give one of the two claims a new id.");
		assertThat(claims()).containsExactly("speech/c01|shown|exact|2|36");
	}

	@Test
	void reportsBadFilesAndTakesInTheOthers() {
		TestCorpus corpus = corpus().article(TestArticle.of("first", TEXT).claims(disaster()))
			.article(TestArticle.of("last", TEXT).claims(way()))
			.file("articles/a-binary.md", new byte[] { (byte) 0xff, 0, 1 })
			.file("articles/b-bare.md", "No front matter.\n")
			.file("articles/c-broken.md", "---\nslug: x\ntitle: 'open\n---\n")
			.article(TestArticle.of("d-unknown", TEXT).with("source", "{value: nobody, basis: printed}"))
			.article(TestArticle.of("e-empty", " "));
		IngestReport report = read(corpus);
		assertThat(report).isEqualTo(new IngestReport(report.run(), 2, 0, 0, 5, 5));
		assertThat(this.archive.problems(report)).containsExactly(
				new Problem(Level.ERROR, Stage.READ, "FILE_UNREADABLE", "articles/a-binary.md", null,
						"The file is not UTF-8. Save it as UTF-8."),
				new Problem(Level.ERROR, Stage.READ, "FILE_UNREADABLE", "articles/b-bare.md", 1,
						"Begin the file with front matter: a line of three hyphens, the metadata, a line of three hyphens."),
				new Problem(Level.ERROR, Stage.READ, "FILE_UNREADABLE", "articles/c-broken.md", 4,
						"This is not YAML: found unexpected end of stream. Mend the line or the one before it."),
				new Problem(Level.ERROR, Stage.CHECK, "ARTICLE_REFUSED", "articles/d-unknown.md", 6,
						"No source has the slug \"nobody\". Add it to the sources, or correct the slug."),
				new Problem(Level.ERROR, Stage.CHECK, "ARTICLE_REFUSED", "articles/e-empty.md", 2,
						"Give the text of the article."));
		assertThat(this.archive.list("select slug from article order by slug")).containsExactly("first", "last");
		assertThat(this.archive.list("select inserted, refused from ingest_run where ended_at is not null"))
			.containsExactly("2|5");
	}

	@Test
	void reportsWhatCannotBeStoredAndTakesInTheOthers() {
		TestCorpus corpus = corpus().article(TestArticle.of("broken", TEXT).claims(disaster()))
			.article(TestArticle.of("whole", TEXT).claims(way()));
		this.archive.change("alter table claim add constraint broken check (key <> 'broken/c01')");
		try {
			IngestReport report = read(corpus);
			assertThat(report).isEqualTo(new IngestReport(report.run(), 1, 0, 0, 1, 1));
			assertThat(this.archive.problems(report))
				.containsExactly(new Problem(Level.ERROR, Stage.STORE, "NOT_STORED", "articles/broken.md", null,
						"The record could not be written; the log says why. Mend that and read the corpus again."));
			assertThat(this.archive.list("select slug from article")).containsExactly("whole");
		}
		finally {
			this.archive.change("alter table claim drop constraint broken");
		}
	}

	@Test
	void reportsAQuoteThatIsNotInTheText() {
		assertRefused(TestClaim.of("c01", DISASTER.replace('“', '"')), Stage.ANCHOR, "QUOTE_NOT_FOUND",
				"The quote is not in the text. Copy it from the text, character for character.");
	}

	@Test
	void reportsAQuoteWithAPrefixThatIsNotBeforeIt() {
		assertRefused(disaster().text("prefix", "Yesterday "), Stage.ANCHOR, "QUOTE_NOT_FOUND",
				"The words are in the text, but not with this prefix and suffix. Copy both from the text.");
	}

	@Test
	void reportsAQuoteThatStandsTwice() {
		String twice = "One. The plan is the only way. Two. The plan is the only way.";
		TestClaim claim = TestClaim.of("c01", "The plan is the only way.");
		TestCorpus corpus = corpus().article(speech().text(twice).claims(claim));
		IngestReport report = read(corpus);
		assertThat(this.archive.problems(report)).containsExactly(new Problem(Level.ERROR, Stage.ANCHOR,
				"QUOTE_AMBIGUOUS", "articles/speech.claims.yaml", 2,
				"speech/c01: The quote stands in the text 2 times. Add a prefix or suffix of at least 32 characters that only one place has."));
		assertThat(claims()).isEmpty();
		assertThat(read(corpus.article(speech().text(twice).claims(claim.text("prefix", "Two. ")))).problems())
			.isZero();
		assertThat(claims()).containsExactly("speech/c01|shown|exact|36|61");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					id         | other/c01                              | id           | Give an id of the form "speech/c01": the article's slug, a slash, lower-case letters and digits.
					id         | speech/C01                             | id           | Give an id of the form "speech/c01": the article's slug, a slash, lower-case letters and digits.
					exact      | disaster for Kyiv,”                    | exact        | Quote a clause of at least 20 characters.
					codebook   | "0.9"                                  | codebook     | Code by the codebook's version 1.0.
					claimant   | nobody                                 | claimant     | No agent has the slug "nobody". Add it to the agents, or correct the slug.
					uptake     | reports                                | claimant     | Leave via and uptake empty where the author is the claimant.
					via        | [bob-speaker]                          | claimant     | Leave via and uptake empty where the author is the claimant.
					target_agent | nobody                               | target_agent | No agent has the slug "nobody". Add it to the agents, or correct the slug.
					target     | point                                  | target       | Link the point that is the target, with bearing "about", or choose another target.
					points     | [{number: 3, bearing: about}]          | points       | The plan has no point 3. Correct the number.
					points     | [{number: 2, sub: b, bearing: about}]  | points       | Point 2 has no part "b". Correct the letter.
					points     | [{number: 1, sub: a, bearing: about}]  | points       | Point 1 has no part "a". Correct the letter.
					points     | [{number: 1, bearing: about}, {number: 1, bearing: touches}] | points | Point 1 is linked twice. Keep one link.
					points     | [{plan: none, number: 1, bearing: about}] | points | Name a plan of the archive with the article or with the point.
					""")
	void refusesAClaimThatBreaksARuleOfTheCodebook(String key, String value, String field, String sentence) {
		TestClaim claim = TestClaim.of("c01", DISASTER).with(key, value);
		IngestReport report = read(corpus().article(speech().claims(claim, way())));
		assertThat(this.archive.problems(report))
			.filteredOn((problem) -> !problem.sentence().startsWith("No agent has") || sentence.startsWith("No agent"))
			.extracting(Problem::sentence)
			.anySatisfy((found) -> assertThat(found).endsWith(": " + sentence));
		assertThat(this.archive.problems(report)).allSatisfy((problem) -> {
			assertThat(problem.code()).isEqualTo("VALUE_REFUSED");
			assertThat(problem.stage()).isEqualTo(Stage.CHECK);
			assertThat(problem.file()).isEqualTo("articles/speech.claims.yaml");
			assertThat(problem.line()).isBetween(1, 20);
		});
		assertThat(this.archive.list("select key from claim")).as("the other claim comes in")
			.containsExactly("speech/c02");
	}

	@Test
	void refusesAClaimOfAnotherWithoutItsWay() {
		IngestReport report = read(
				corpus().article(speech().claims(disaster().with("claimant", "bob-speaker"), way())));
		assertThat(this.archive.problems(report)).extracting(Problem::sentence)
			.containsExactly("speech/c01: Say how the author takes the claim: endorses, reports or rejects.",
					"speech/c01: Say through whom the claim reaches the article: the author, a speaker or a paper.");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					slug           | Speech                                         | 2 | READ  | Give a slug of lower-case letters, digits and single hyphens, not "Speech".
					plan           | no-plan                                        | 3 | CHECK | No plan has the slug "no-plan". Add the plan first, or correct the slug.
					title          | {value: null, basis: unknown}                  | 4 | CHECK | Give the printed title, or a supplied title where none is printed.
					title          | {value: X, basis: inferred}                    | 4 | CHECK | Say from which words the value was inferred (title).
					title          | {value: X, basis: heard}                       | 4 | READ  | "heard" is no value of "basis". Choose one of printed, public_page, inferred, general_knowledge, unknown.
					authors        | {value: [{agent: nobody}], basis: printed}     | 5 | CHECK | No agent has the slug "nobody". Add it to the agents, or correct the slug.
					language       | {value: English, basis: printed}               | 8 | CHECK | Give the language as a tag of BCP 47, "en" for instance, not "English".
					language       | {value: EN, basis: printed}                    | 8 | CHECK | Give the language as a tag of BCP 47, "en" for instance, not "EN".
					url            | {value: "javascript:alert(1)", basis: printed} | 9 | CHECK | Give a whole address that begins with http:// or https://, not "javascript:alert(1)".
					supplied_title | {value: On the plan, basis: inferred, evidence: E} | 9 | CHECK | Put the supplied title in square brackets, as catalogues do: [Title].
					supplied_title | {value: "[ ]", basis: inferred, evidence: E}   | 9 | CHECK | Put the supplied title in square brackets, as catalogues do: [Title].
					""")
	void refusesAnArticleThatBreaksARule(String key, String value, int line, Stage stage, String sentence) {
		IngestReport report = read(corpus().article(speech().with(key, value)));
		assertThat(this.archive.problems(report))
			.extracting(Problem::level, Problem::stage, Problem::file, Problem::line, Problem::sentence)
			.containsExactly(tuple(Level.ERROR, stage, "articles/speech.md", line, sentence));
		assertThat(report.refused()).isEqualTo(1);
		assertThat(count("article")).isZero();
	}

	@Test
	void refusesATitleThatIsTooLong() {
		assertThat(this.archive.problems(read(corpus().article(speech().title("x".repeat(2001))))))
			.extracting(Problem::sentence)
			.containsExactly("Give a title of at most 2000 characters.");
	}

	@Test
	void leavesAnArticleThatAnEditorHasChanged() {
		TestCorpus corpus = corpus().article(speech().claims(way()));
		read(corpus);
		this.submitArticle.submit(submission(speech().title("The editor's title")), List.of(), Origin.EDITOR, "editor");
		Map<String, List<String>> before = this.archive.snapshot();
		IngestReport report = read(corpus.article(speech().title("The file's title").claims(disaster())));
		assertThat(report.refused()).isEqualTo(1);
		assertThat(this.archive.problems(report)).containsExactly(new Problem(Level.ERROR, Stage.CHECK,
				"ARTICLE_REFUSED", "articles/speech.md", 2,
				"An editor has changed the article \"speech\" in the archive, "
						+ "so the file was left aside. Carry the editor's changes into the file, or give the file another slug."));
		assertThat(this.archive.changesSince(before)).isEmpty();
		assertThat(this.archive.ask("select title from article")).isEqualTo("The editor's title");
	}

	@Test
	void takesAnEditorsArticleThatTheFileAgreesWith() {
		read(corpus());
		this.submitArticle.submit(submission(speech()), List.of(), Origin.EDITOR, "editor");
		IngestReport report = read(corpus().article(speech().claims(way())));
		assertThat(report.problems()).isZero();
		assertThat(claims()).containsExactly("speech/c02|shown|exact|70|104");
	}

	@Test
	void refusesToReadWhileTheCorpusIsBeingRead() throws Exception {
		TestCorpus corpus = corpus().article(speech());
		CountDownLatch reading = new CountDownLatch(1);
		CountDownLatch refused = new CountDownLatch(1);
		ExecutorService other = Executors.newSingleThreadExecutor();
		try {
			Future<Boolean> first = other.submit(() -> this.lock.holding(() -> {
				reading.countDown();
				return await(refused);
			}));
			assertThat(await(reading)).isTrue();
			assertThatExceptionOfType(IngestIsRunning.class).isThrownBy(() -> read(corpus))
				.withMessage("The corpus is being read already. Wait until that run has ended.");
			assertThat(count("ingest_run")).isZero();
			refused.countDown();
			assertThat(first.get(10, TimeUnit.SECONDS)).isTrue();
		}
		finally {
			other.shutdownNow();
		}
		assertThat(read(corpus).inserted()).isEqualTo(1);
	}

	@Test
	void canReadAgainAfterAReadingThatFailed() {
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> this.lock.holding(() -> {
			throw new IllegalStateException("failed");
		}));
		assertThat(read(corpus().article(speech())).inserted()).isEqualTo(1);
	}

	@Test
	void neverChangesAVersion() {
		read(corpus().article(speech()));
		for (String change : List.of("update article_version set text = 'x', code_points = 1",
				"update article_version set reason = reason", "delete from article_version")) {
			assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> this.archive.change(change))
				.withMessageContaining("article_version is immutable");
		}
		assertThat(this.archive.ask("select text from article_version")).isEqualTo(TEXT);
	}

	@Test
	void keepsARelationOnceFromTheEarlierArticleToTheLater() {
		TestCorpus corpus = twoSpeeches().file("relations.yaml", """
				- {type: disputes, from: later/c02, to: earlier/c01, matter: worth, reason: One is for it.}
				- {type: disputes, from: earlier/c01, to: later/c02, reason: Again.}
				- {type: elaborates, from: later/c02, to: earlier/c01, reason: It adds.}
				- {type: agrees, from: later/c02, to: later/c02, reason: Itself.}
				- {type: agrees, from: later/c02, to: nobody/c01, reason: None.}
				""");
		IngestReport report = read(corpus);
		assertThat(relations()).containsExactly("disputes|earlier/c01|later/c02|One is for it.|null",
				"elaborates|later/c02|earlier/c01|It adds.|null");
		assertThat(this.archive.problems(report)).extracting(Problem::file, Problem::line, Problem::sentence)
			.containsExactly(
					tuple("relations.yaml", 2,
							"earlier/c01 disputes later/c02: The relation stands twice. Keep one of the two."),
					tuple("relations.yaml", 4,
							"later/c02 agrees later/c02: A claim has no relation to itself. Name another claim."),
					tuple("relations.yaml", 5,
							"later/c02 agrees nobody/c01: No claim has the id \"nobody/c01\". Correct the id."));
	}

	@Test
	void withdrawsARelationThatIsNoLongerInItsFileAndTakesItBack() {
		String relation = "- {type: disputes, from: earlier/c01, to: later/c02, reason: Why.}\n";
		TestCorpus corpus = twoSpeeches().file("relations.yaml", relation);
		read(corpus);
		read(corpus.file("relations.yaml", "[]\n"));
		assertThat(relations()).containsExactly("disputes|earlier/c01|later/c02|Why.|No longer in the corpus.");
		read(corpus.file("relations.yaml", "- {type: \n"));
		read(corpus.file("relations.yaml", relation.replace("Why", "Better")));
		assertThat(relations()).containsExactly("disputes|earlier/c01|later/c02|Better.|null");
		read(corpus.file("relations.yaml", "- {type: \n"));
		assertThat(relations()).as("a file that cannot be read withdraws nothing")
			.containsExactly("disputes|earlier/c01|later/c02|Better.|null");
	}

	@Test
	void keepsDiscrepanciesAndWithdrawsThem() {
		TestCorpus corpus = twoSpeeches().file("discrepancies.yaml", """
				- {claim: earlier/c01, point: {number: 2, sub: a}, claim_says: All., plan_says: Half., gravity: degree}
				- {claim: earlier/c01, point: {number: 2, sub: z}, claim_says: X, plan_says: Y, gravity: degree}
				- {claim: nobody/c01, point: {number: 2}, claim_says: X, plan_says: Y, gravity: wording}
				""");
		IngestReport report = read(corpus);
		assertThat(this.archive.problems(report)).extracting(Problem::sentence)
			.containsExactly("earlier/c01: The plan has no point 2z. Correct it.",
					"nobody/c01: No claim has the id \"nobody/c01\". Correct the id.");
		String question = "select d.letter, d.claim_says, d.gravity, d.withdrawn_reason from discrepancy d";
		assertThat(this.archive.list(question)).containsExactly("a|All.|degree|null");
		read(corpus.file("discrepancies.yaml", "[]\n"));
		assertThat(this.archive.list(question)).containsExactly("a|All.|degree|No longer in the corpus.");
	}

	@Test
	void refusesTheSecondOfTwoThingsWithOneSlug() throws IOException {
		TestCorpus corpus = corpus().article(speech())
			.file("articles/twice.md", speech().text(TEXT + " Otherwise.").file())
			.file("sources.yaml", "- {slug: the-daily, name: The Daily}\n- {slug: the-daily, name: The Other}\n")
			.file("agents.yaml",
					"- {slug: ann-author, name: Ann, kind: person}\n- {slug: ann-author, name: Bob, kind: person}\n");
		corpus.file("plans/twice.yaml",
				Files.readString(this.folder.resolve("plans/two-point-plan.yaml")).replace("Plan of", "Other of"));
		Map<String, List<String>> before = Map.of();
		for (int reading = 1; reading <= 2; reading++) {
			IngestReport report = read(corpus);
			assertThat(report.refused()).isEqualTo(1);
			assertThat(this.archive.problems(report)).extracting(Problem::code, Problem::file, Problem::line)
				.containsExactly(tuple("SLUG_TWICE", "plans/two-point-plan.yaml", 1),
						tuple("SLUG_TWICE", "sources.yaml", 2), tuple("SLUG_TWICE", "agents.yaml", 2),
						tuple("SLUG_TWICE", "articles/twice.md", 2));
			if (reading == 2) {
				assertThat(this.archive.changesSince(before)).isEmpty();
			}
			before = this.archive.snapshot();
		}
	}

	@Test
	void followsASlugThatAnArticleHad() {
		TestCorpus corpus = corpus().article(speech().claims(way()));
		read(corpus);
		this.archive.change("insert into old_slug select slug, id from article");
		this.archive.change("update article set slug = 'talk'");
		assertThat(read(corpus)).extracting(IngestReport::unchanged, IngestReport::problems).containsExactly(1, 0);
		IngestReport report = read(corpus.article(speech().claims(way().with("stance", "supports"))));
		assertThat(this.archive.problems(report)).isEmpty();
		assertThat(
				this.archive.list("select a.slug, c.key, c.stance from claim c join article a on a.id = c.article_id"))
			.containsExactly("talk|speech/c02|supports");
	}

	@Test
	void revisesNames() {
		TestCorpus corpus = corpus();
		read(corpus.file("agents.yaml",
				"- {slug: jd-vance, name: JD Vance, kind: person, variants: [\"J.D., J. D.\"]}"));
		read(corpus.file("agents.yaml", "- {slug: jd-vance, name: JD Vance, kind: person, variants: [J.D., J. D.]}"));
		assertThat(this.archive.list("select name from agent_variant order by position")).containsExactly("J.D.",
				"J. D.");
		read(corpus.file("sources.yaml", "- {slug: the-daily, name: The New Daily}"));
		assertThat(this.archive.list("select name, website, country_basis from source"))
			.containsExactly("The New Daily|null|unknown");
	}

	@Test
	void warnsOfARawTextThatIsNotTheOneReceived() {
		String raw = "As received.\n";
		TestCorpus corpus = corpus().file("raw/speech.txt", raw);
		assertThat(read(corpus.article(speech().with("raw", "{file: raw/speech.txt, sha256: " + Sha256.of(raw) + "}")))
			.problems()).isZero();
		assertThat(this.archive.problems(read(corpus.file("raw/speech.txt", raw + "!")))).containsExactly(new Problem(
				Level.WARNING, Stage.CHECK, "RAW_TEXT_DIFFERS", "articles/speech.md", 9,
				"The raw text \"raw/speech.txt\" is not the one of the hash. Put back the text as it was received."));
		IngestReport missing = read(corpus.without("raw/speech.txt"));
		assertThat(this.archive.problems(missing)).extracting(Problem::sentence)
			.containsExactly("The raw text \"raw/speech.txt\" is missing. Put it back, or correct the name.");
		assertThat(missing.refused()).isZero();
	}

	@Test
	void findsTheClaimsOfAFileWhateverItsName() {
		TestCorpus corpus = corpus();
		for (String name : List.of("a+b", "c d", "naïve 🕊")) {
			corpus.file("articles/2025/" + name + ".md", TestArticle.of("s-" + (int) name.charAt(0), TEXT).file());
			corpus.file("articles/2025/" + name + ".claims.yaml", disaster().file("s-" + (int) name.charAt(0)));
		}
		IngestReport report = read(corpus);
		assertThat(this.archive.problems(report)).isEmpty();
		assertThat(report.inserted()).isEqualTo(3);
		assertThat(count("claim")).isEqualTo(3);
	}

	@Test
	void reportsAFileOfAnImpossibleNameAndTakesInTheOthers() {
		IngestReport report = read(corpus().file("articles/50% off.md", TestArticle.of("off", TEXT).file())
			.file("articles/50% off.claims.yaml", "[]")
			.article(speech()));
		assertThat(report.inserted() + report.refused()).isEqualTo(2);
		assertThat(this.archive.list("select slug from article")).contains("speech");
	}

	@Test
	void reportsAFolderThatIsNotThere() {
		IngestReport report = this.archive.read(TestCorpus.in(this.folder.resolve("a")).without("sources.yaml"));
		assertThat(report.problems()).as("a corpus without sources").isZero();
		report = this.archive.readFrom("file:" + this.folder.resolve("nowhere"));
		assertThat(this.archive.problems(report)).extracting(Problem::code, Problem::sentence)
			.containsExactly(tuple("FILE_UNREADABLE",
					"The corpus cannot be read: there is no such folder. Check catena.ingest.corpus."));
	}

	private void assertRefused(TestClaim claim, Stage stage, String code, String sentence) {
		IngestReport report = read(corpus().article(speech().claims(claim, way())));
		assertThat(this.archive.problems(report)).containsExactly(
				new Problem(Level.ERROR, stage, code, "articles/speech.claims.yaml", 2, "speech/c01: " + sentence));
		assertThat(claims()).containsExactly("speech/c02|shown|exact|70|104");
	}

	private TestCorpus corpus() {
		return TestCorpus.in(this.folder);
	}

	private TestCorpus twoSpeeches() {
		return corpus()
			.article(TestArticle.of("later", TEXT)
				.with("authors", "{value: [{agent: the-council}], basis: printed}")
				.with("date", "{value: \"2025-12-02\", basis: printed}")
				.claims(way()))
			.article(TestArticle.of("earlier", TEXT)
				.with("date", "{value: \"2025-12-01~\", basis: inferred, evidence: E}")
				.claims(disaster()));
	}

	private IngestReport read(TestCorpus corpus) {
		return this.archive.read(corpus);
	}

	private static TestArticle speech() {
		return TestArticle.of("speech", TEXT);
	}

	private static TestClaim disaster() {
		return TestClaim.of("c01", DISASTER);
	}

	private static TestClaim way() {
		return TestClaim.of("c02", WAY);
	}

	private static ArticleSubmission submission(TestArticle article) {
		return Objects.requireNonNull(new CorpusReader((problem) -> {
			throw new IllegalStateException(problem.toString());
		}).article(new CorpusFile("speech.md", new ByteArrayResource(article.file().getBytes(StandardCharsets.UTF_8)))))
			.value();
	}

	private static boolean await(CountDownLatch latch) {
		try {
			return latch.await(10, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private List<String> claims() {
		return this.archive.list("select key, standing, anchoring, span_start, span_end from claim order by key");
	}

	private List<String> relations() {
		return this.archive.list("""
				select r.type, f.key, t.key, r.reason, r.withdrawn_reason from relation r
				join claim f on f.id = r.from_id join claim t on t.id = r.to_id order by r.type""");
	}

	private int count(String table) {
		return Integer.parseInt(Objects.requireNonNull(this.archive.ask("select count(*) from " + table)));
	}

}
