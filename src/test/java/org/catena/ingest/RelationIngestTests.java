package org.catena.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.catena.WholeApplicationTest;
import org.catena.annotation.ClaimRefusal;
import org.catena.annotation.ClaimSubmission;
import org.catena.annotation.Relating;
import org.catena.annotation.RelationSubmission;
import org.catena.annotation.RelationType;
import org.catena.annotation.ReviseClaims;
import org.catena.annotation.Uptake;
import org.catena.ingest.TestCorpus.TestArticle;
import org.catena.ingest.TestCorpus.TestClaim;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What rests on claims: who holds it, which rules it keeps whoever hands it in, and what
 * becomes of it when claims and articles change. The record keeps its rules throughout.
 */
@WholeApplicationTest
class RelationIngestTests {

	private static final String DISASTER = "The plan is a disaster for everybody";

	private static final String WAY = "The plan is the only way out of this";

	private static final String TEXT = DISASTER + ", said one.\n\n" + WAY + ", said another.";

	private static final String DISPUTE = "- {type: disputes, from: ann/c01, to: council/c02, reason: Why.}\n";

	@Autowired
	private TestArchive archive;

	@Autowired
	private Relating relating;

	@Autowired
	private ReviseClaims revise;

	@Autowired
	private CorpusFiles files;

	@Autowired
	private IngestUpload upload;

	@Autowired
	private TransactionTemplate transaction;

	@TempDir
	private Path folder;

	private TestCorpus corpus;

	@BeforeEach
	void holdTwoArticles() {
		this.corpus = TestCorpus.in(this.folder).article(ann("2025-12-01")).article(council());
		this.archive.hold(this.corpus.file("relations.yaml", DISPUTE));
	}

	@AfterEach
	void keepsTheRulesOfTheRecord() throws IOException {
		try (Stream<Path> checks = Files.list(Path.of("db", "check"))) {
			for (Path check : checks.filter((file) -> file.toString().endsWith(".sql")).toList()) {
				assertThat(this.archive.list(Files.readString(check))).as(check.toString()).isEmpty();
			}
		}
	}

	@Test
	void leaveWhatAnEditorWithdrew() {
		assertThat(this.relating.withdraw(RelationType.DISPUTES, "council/c02", "ann/c01", "Read too fast."))
			.as("in either order")
			.isTrue();
		assertThat(problems(read())).isEmpty();
		assertThat(relations()).containsExactly("disputes|ann/c01|council/c02|Why.|editor|Read too fast.");
		assertThat(problems(read(DISPUTE.replace("Why", "Otherwise")))).singleElement()
			.asString()
			.contains("An editor has withdrawn the relation");
		assertThat(relations()).containsExactly("disputes|ann/c01|council/c02|Why.|editor|Read too fast.");
	}

	@Test
	void leaveWhatAnEditorReworded() {
		relate(RelationType.DISPUTES, "ann/c01", "council/c02", "Better.");
		assertThat(problems(read())).containsExactly(
				"ann/c01 disputes council/c02: An editor has changed the relation in the archive, so the file's was left aside. Carry the editor's changes into the file.");
		assertThat(relations()).containsExactly("disputes|ann/c01|council/c02|Better.|editor|null");
		assertThat(problems(read(DISPUTE.replace("Why", "Better")))).isEmpty();
		read("[]\n");
		assertThat(relations()).as("nor is it withdrawn")
			.containsExactly("disputes|ann/c01|council/c02|Better.|editor|null");
	}

	@Test
	void leaveWhatAnEditorTookBack() {
		read("[]\n");
		relate(RelationType.DISPUTES, "ann/c01", "council/c02", "Why.");
		read("[]\n");
		assertThat(relations()).containsExactly("disputes|ann/c01|council/c02|Why.|editor|null");
	}

	@Test
	void areAnEditorsWhenAnEditorHandsInTheFile() throws IOException {
		this.upload.ingest("relations.zip",
				IngestUpload.pack(
						Map.of("relations.yaml", DISPUTE.replace("Why", "Handed in").getBytes(StandardCharsets.UTF_8))),
				"a reviewer");
		read();
		assertThat(relations()).containsExactly("disputes|ann/c01|council/c02|Handed in.|editor|null");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			DISPUTES    | ann/c01     | ann/c02     | Both are claims of one claimant
			AGREES      | council/c02 | ann/c01     | It is kept already that one disputes the other.
			ELABORATES  | ann/c02     | ann/c01     | the other way round
			CONTRADICTS | ann/c01     | council/s01 | is of a coding that serves comparison only
			CONTRADICTS | ann/c01     | ann/c01     | A claim has no relation to itself
			""")
	void keepTheSameRulesFromFilesAsFromForms(RelationType type, String from, String to, String sentence) {
		this.corpus.coding("second-coding", "council", TestClaim.of("s01", DISASTER).with("coding", "second"));
		String held = DISPUTE + "- {type: elaborates, from: ann/c01, to: ann/c02, reason: It adds.}\n";
		assertThat(problems(read(held))).isEmpty();
		List<String> before = relations();
		assertThat(problems(
				read(held + "- {type: " + type.word() + ", from: " + from + ", to: " + to + ", reason: Because.}\n")))
			.singleElement()
			.asString()
			.contains(sentence);
		assertThat(relations()).isEqualTo(before);
		if (!to.endsWith("s01")) {
			assertThat(this.relating.relate(new RelationSubmission(type, from, to, null, "Because.", "editor")))
				.extracting(ClaimRefusal::sentence)
				.singleElement()
				.asString()
				.contains(sentence);
		}
	}

	@Test
	void mayStandOtherwiseInTheNextFile() {
		assertThat(problems(read(DISPUTE.replace("disputes", "agrees")))).isEmpty();
		assertThat(relations()).containsExactly("agrees|ann/c01|council/c02|Why.|corpus|null",
				"disputes|ann/c01|council/c02|Why.|corpus|No longer in the corpus.");
	}

	@Test
	void turnWithTheDatesOfTheirArticles() throws IOException {
		String id = this.archive.ask("select id from relation");
		assertThat(inOrder()).containsExactly("ann/c01 council/c02");
		this.corpus.article(ann("2026-01-01"));
		assertThat(problems(read())).isEmpty();
		assertThat(inOrder()).containsExactly("council/c02 ann/c01");
		assertThat(this.archive.list("select id from relation")).containsExactly(id);
		assertThat(this.files.all("ann").get("relations.yaml")).contains("from: council/c02", "to: ann/c01");
		assertThat(this.relating
			.relate(new RelationSubmission(RelationType.DISPUTES, "ann/c01", "council/c02", null, "Again.", "editor")))
			.isEmpty();
		assertThat(this.archive.list("select reason from relation")).containsExactly("Again.");
	}

	@Test
	void turnWithThePlacesOfTheirClaims() {
		read("- {type: agrees, from: ann/c02, to: ann/c01, reason: Both.}\n");
		assertThat(inOrder()).containsExactly("ann/c01 ann/c02");
		this.archive.change(
				"update claim set span_start = 0, span_end = 1, exact = 'T', anchoring = 'moved' where key = 'ann/c02'");
		this.archive.change(
				"update claim set span_start = 1, span_end = 2, exact = 'h', anchoring = 'moved' where key = 'ann/c01'");
		assertThat(inOrder()).containsExactly("ann/c02 ann/c01");
	}

	@Test
	void areToldToFollowersWhenTheyTurn() {
		String mark = "select transaction from change_mark where kind = 'relation'";
		String before = this.archive.ask(mark);
		this.archive.change("update article set language = 'de' where slug = 'ann'");
		assertThat(this.archive.ask(mark)).isEqualTo(before);
		this.archive.change(
				"update article set date = '2026-01-01', date_earliest = '2026-01-01', date_latest = '2026-01-01' where slug = 'ann'");
		assertThat(this.archive.ask(mark)).isNotEqualTo(before);
	}

	@Test
	void fallWithTheirClaimWhereAFileLeavesItOut() {
		holdAll();
		this.corpus.article(council().claims(way().with("id", "c03")));
		IngestReport report = this.archive.read(this.corpus);
		assertThat(problems(report)).anySatisfy((sentence) -> assertThat(sentence)
			.isEqualTo("ann/c01 disputes council/c02: The claim \"council/c02\" is withdrawn. "
					+ "Put it back, or take out what rests on it, too."));
		String reason = "The claim council/c02 was withdrawn.";
		assertThat(this.archive.list("select withdrawn_reason from relation union all "
				+ "select withdrawn_reason from discrepancy union all select withdrawn_reason from crosswalk"))
			.containsExactly(reason, reason, reason);
		this.corpus.article(council());
		assertThat(problems(this.archive.read(this.corpus))).hasSize(1).first().asString().contains("council/c03");
		assertThat(this.archive.list("select withdrawn_reason from relation union all "
				+ "select withdrawn_reason from discrepancy union all select withdrawn_reason from crosswalk"))
			.as("and come back with it")
			.containsExactly("null", "null", "null");
	}

	@Test
	void fallWithAClaimThatAnEditorWithdrawsForGood() {
		this.transaction.executeWithoutResult((status) -> this.revise.withdraw("council/c02", "Misread."));
		assertThat(problems(read())).containsExactly(
				"ann/c01 disputes council/c02: An editor has withdrawn the claim \"council/c02\". Take out what rests on it, too.");
		assertThat(relations())
			.containsExactly("disputes|ann/c01|council/c02|Why.|corpus|The claim council/c02 was withdrawn.");
	}

	@Test
	void stayWhereARowThatMayMeanThemIsRefused() {
		for (String wrong : List.of(DISPUTE.replace("Why.", "\" \""), DISPUTE.replace("council/c02", "council/c20"))) {
			assertThat(problems(read(wrong))).hasSize(1);
			assertThat(relations()).containsExactly("disputes|ann/c01|council/c02|Why.|corpus|null");
		}
	}

	@Test
	void standAgainstAClaimantThatWouldDisputeWithHimself() {
		this.corpus.article(council()
			.claims(way().with("claimant", "ann-author").with("via", "[author]").with("uptake", "reports")));
		String sentence = "The claim disputes ann/c01, which is of this claimant, and nobody disputes with himself. "
				+ "Withdraw that relation first, or name another claimant.";
		assertThat(problems(read())).containsExactly("council/c02: " + sentence);
		assertThat(this.archive.ask("select uptake from claim where key = 'council/c02'")).isNull();
		ClaimSubmission kept = this.files.claims("council", "standing = 'shown'").get(0);
		ClaimSubmission other = new ClaimSubmission(kept.key(), kept.quote(), kept.paraphrase(), kept.points(),
				kept.version(), "ann-author", List.of("author"), Uptake.REPORTS, kept.certainty(), kept.kind(),
				kept.target(), kept.targetAgent(), kept.aspect(), kept.stance(), kept.confidence(), kept.coding(),
				kept.codebook(), kept.note());
		List<ClaimRefusal> refusals = Objects
			.requireNonNull(this.transaction.execute((status) -> this.revise.code(other)));
		assertThat(refusals).extracting(ClaimRefusal::sentence).containsExactly(sentence);
	}

	@Test
	void areNoReasonToCallAnAuthorSomebodyElse() {
		this.corpus.article(council()
			.claims(way().with("claimant", "the-council").with("via", "[author]").with("uptake", "reports")));
		assertThat(problems(read())).singleElement()
			.asString()
			.contains("council/c02: The article is by \"the-council\"");
		this.corpus.article(council().claims(way(), quoted()));
		assertThat(problems(read())).isEmpty();
		this.corpus.article(council().claims(way(), quoted())
			.with("authors", "{value: [{agent: the-council}, {agent: bob-speaker}], basis: printed}"));
		IngestReport report = read();
		assertThat(report.refused()).isEqualTo(1);
		assertThat(problems(report)).anySatisfy((problem) -> assertThat(problem).contains("council/c05",
				"\"bob-speaker\", who is an author of the article"));
		assertThat(this.archive
			.ask("select count(*) from byline b join article a on a.id = article_id where a.slug = 'council'"))
			.isEqualTo("1");
	}

	@Test
	void includeDiscrepanciesThatEditorsHold() {
		holdAll();
		String said = "select claim_says, origin, withdrawn_reason from discrepancy";
		this.archive.change("update discrepancy set origin = 'editor', claim_says = 'Half.'");
		assertThat(problems(this.archive.read(this.corpus))).containsExactly(
				"council/c02: An editor has changed the discrepancy in the archive, so the file's was left aside. Carry the editor's changes into the file.");
		this.archive.read(this.corpus.file("discrepancies.yaml", "[]\n"));
		assertThat(this.archive.list(said)).containsExactly("Half.|editor|null");
		this.archive.change("update discrepancy set origin = 'corpus'");
		this.archive.read(this.corpus.file("discrepancies.yaml",
				"- {claim: council/c02, point: {number: 7}, claim_says: All., plan_says: Half., gravity: degree}\n"));
		assertThat(this.archive.list(said)).as("a refused row withdraws nothing").containsExactly("Half.|corpus|null");
		this.archive.read(this.corpus.file("discrepancies.yaml", "[]\n"));
		assertThat(this.archive.list(said)).containsExactly("Half.|corpus|No longer in the corpus.");
	}

	@Test
	void includeNoDiscrepancyWithAPlanOfWhichNobodySpeaks() {
		this.corpus.file("plans/later-plan.yaml", laterPlan());
		String row = "- {claim: %s, point: {plan: later-plan, number: 1}, claim_says: A., plan_says: B., gravity: wording}\n";
		assertThat(problems(this.archive.read(this.corpus.file("discrepancies.yaml", row.formatted("council/c02")))))
			.singleElement()
			.asString()
			.contains("the claim is not linked to this point");
	}

	/**
	 * A discrepancy and a crosswalk, beside the relation, on the claim of the council.
	 */
	private void holdAll() {
		this.corpus.file("plans/later-plan.yaml", laterPlan())
			.file("discrepancies.yaml",
					"- {claim: council/c02, point: {number: 1}, claim_says: All., plan_says: Half., gravity: degree}\n")
			.file("correspondences.yaml", """
					- earlier: two-point-plan
					  later: later-plan
					  about: For a test.
					  remarks: [{says: It changed., basis: printed, claims: [council/c02]}]
					  points: []
					""");
		assertThat(problems(this.archive.read(this.corpus))).isEmpty();
	}

	private static String laterPlan() {
		return """
				slug: later-plan
				title: A later plan
				about: A plan for tests.
				published: "2025-11-30"
				themes: {army: armed forces}
				witnesses: {paper: {url: "https://example.org/plan", what: A paper, seen: all points}}
				points:
				- {number: 1, title: The army, theme: army, summary: No cap., witnesses: [paper], verification: seen}
				""";
	}

	private static TestArticle ann(String date) {
		return TestArticle.of("ann", TEXT)
			.with("date", "{value: \"" + date + "\", basis: printed}")
			.claims(TestClaim.of("c01", DISASTER), TestClaim.of("c02", WAY).text("paraphrase", "It is the way."));
	}

	private static TestArticle council() {
		return TestArticle.of("council", TEXT)
			.with("authors", "{value: [{agent: the-council}], basis: printed}")
			.with("date", "{value: \"2025-12-02\", basis: printed}")
			.claims(way());
	}

	private static TestClaim way() {
		return TestClaim.of("c02", WAY).with("stance", "supports");
	}

	private static TestClaim quoted() {
		return TestClaim.of("c05", DISASTER)
			.with("claimant", "bob-speaker")
			.with("via", "[author]")
			.with("uptake", "reports");
	}

	private void relate(RelationType type, String from, String to, String reason) {
		assertThat(this.relating.relate(new RelationSubmission(type, from, to, null, reason, "editor"))).isEmpty();
	}

	private IngestReport read(String relations) {
		this.corpus.file("relations.yaml", relations);
		return read();
	}

	private IngestReport read() {
		return this.archive.read(this.corpus);
	}

	private List<String> problems(IngestReport report) {
		return this.archive.problems(report).stream().map(Problem::sentence).toList();
	}

	private List<String> relations() {
		return this.archive.list("""
				select r.type, f.key, t.key, r.reason, r.origin, r.withdrawn_reason from relation r
				join claim f on f.id = r.from_id join claim t on t.id = r.to_id order by r.type, 2, 3""");
	}

	private List<String> inOrder() {
		return this.archive.list("""
				select f.key || ' ' || t.key from shown_relation r join claim f on f.id = r.first_id
				join claim t on t.id = r.second_id""");
	}

}
