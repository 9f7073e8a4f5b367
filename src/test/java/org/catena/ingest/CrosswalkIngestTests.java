package org.catena.ingest;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.catena.WholeApplicationTest;
import org.catena.ingest.TestCorpus.TestArticle;
import org.catena.ingest.TestCorpus.TestClaim;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Further plans and what became of a plan's points in them, from the files to the tables.
 */
@WholeApplicationTest
class CrosswalkIngestTests {

	/** Line 6 is the first row, line 11 the second. */
	private static final String CROSSWALK = """
			- earlier: two-point-plan
			  later: later-plan
			  about: Made for a test.
			  remarks: [{says: It changed., basis: printed, claims: [speech/c01]}]
			  points:
			  - kind: narrower
			    earlier: {number: 1}
			    later: {number: 4}
			    note: The cap is higher.
			    basis: general_knowledge
			  - kind: dropped
			    earlier: {number: 2, sub: a}
			    note: No half is spoken of.
			    basis: printed
			    claims: [speech/c02, speech/c01]
			""";

	private final TestArchive archive;

	@TempDir
	private Path folder;

	CrosswalkIngestTests(@Autowired TestArchive archive) {
		this.archive = archive;
	}

	@BeforeEach
	void startEmpty() {
		this.archive.empty();
	}

	@Test
	void keepsAPlanThatIsKnownInPart() {
		this.archive.hold(corpus());
		assertThat(this.archive.list("""
				select known, point_count, point_count_basis, published_basis,
				  (select string_agg(number::text, ',' order by number) from point where plan_id = plan.id)
				from plan order by slug""")).containsExactly("in_part|9|public_page|inferred|4",
				"whole|null|null|null|1,2");
	}

	@Test
	void keepsACrosswalkWithTheClaimsThatItRestsOn() {
		this.archive.hold(corpus().file("correspondences.yaml", CROSSWALK));
		assertThat(this.archive
			.list("""
					select c.position, c.kind, e.number, c.earlier_letter, l.number, c.note, c.basis,
					  (select string_agg(claim_key, ' ' order by position) from correspondence_claim where correspondence_id = c.id)
					from correspondence c left join point e on e.id = c.earlier_point_id
					left join point l on l.id = c.later_point_id order by c.position"""))
			.containsExactly("0|narrower|1|null|4|The cap is higher.|general_knowledge|null",
					"1|dropped|2|a|null|No half is spoken of.|printed|speech/c02 speech/c01");
		assertThat(this.archive.list("select r.sentence, c.claim_key from crosswalk_remark r"
				+ " join crosswalk_remark_claim c on c.remark_id = r.id"))
			.containsExactly("It changed.|speech/c01");
	}

	@Test
	void changesNoRowWhenItReadsThemAgain() {
		TestCorpus corpus = corpus().file("correspondences.yaml", CROSSWALK);
		this.archive.hold(corpus);
		Map<String, List<String>> before = this.archive.snapshot();
		assertThat(this.archive.read(corpus).problems()).isZero();
		assertThat(this.archive.changesSince(before)).isEmpty();
		assertThat(before.get("correspondence")).hasSize(2);
	}

	@Test
	void revisesACrosswalkAsAWhole() {
		TestCorpus corpus = corpus().file("correspondences.yaml", CROSSWALK);
		this.archive.hold(corpus);
		String crosswalk = this.archive.ask("select id from crosswalk");
		corpus.file("correspondences.yaml",
				CROSSWALK.replace("kind: narrower", "kind: same").replace("c02, speech/", ""));
		assertThat(this.archive.read(corpus).problems()).isZero();
		assertThat(this.archive.list("select kind, crosswalk_id from correspondence order by position"))
			.containsExactly("same|" + crosswalk, "dropped|" + crosswalk);
		assertThat(this.archive.list("select claim_key from correspondence_claim")).containsExactly("speech/c01");
	}

	@Test
	void withdrawsACrosswalkThatIsNoLongerThereAndTakesItBack() {
		TestCorpus corpus = corpus().file("correspondences.yaml", CROSSWALK);
		this.archive.hold(corpus);
		this.archive.read(corpus.file("correspondences.yaml", "[]\n"));
		assertThat(this.archive.list("select withdrawn_reason from crosswalk"))
			.containsExactly("No longer in the corpus.");
		this.archive.read(corpus.file("correspondences.yaml", CROSSWALK));
		assertThat(this.archive.list("select withdrawn_reason from crosswalk")).containsExactly("null");
	}

	@Test
	void keepsTheCrosswalkThatItHasWhereTheNewOneIsWrong() {
		TestCorpus corpus = corpus().file("correspondences.yaml", CROSSWALK);
		this.archive.hold(corpus);
		Map<String, List<String>> before = this.archive.snapshot();
		IngestReport report = this.archive
			.read(corpus.file("correspondences.yaml", CROSSWALK.replace("number: 4", "number: 5")));
		assertThat(report.problems()).isEqualTo(1);
		assertThat(this.archive.changesSince(before)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					later: later-plan      | later: lost-plan      | 2  | The archive has no plan "lost-plan". Add its file, or correct the slug.
					later: {number: 4}     | later: {number: 5}    | 8  | The plan later-plan has no point 5. Correct it.
					earlier: {number: 1}   | earlier: {number: 1, sub: z} | 7 | The plan two-point-plan has no point 1z. Correct it.
					speech/c02             | speech/c99            | 15 | The archive shows no claim "speech/c99". Correct the id.
					printed, claims: [speech/c01] | printed, claims: [x] | 4 | The archive shows no claim "x". Correct the id.
					""")
	void reportsWhatTheArchiveDoesNotHoldWithItsLine(String words, String wrong, int line, String sentence) {
		IngestReport report = this.archive.read(corpus().file("correspondences.yaml", CROSSWALK.replace(words, wrong)));
		assertThat(this.archive.problems(report)).hasSize(1).allSatisfy((problem) -> {
			assertThat(problem.code()).isEqualTo("CROSSWALK_REFUSED");
			assertThat(problem.file()).isEqualTo("correspondences.yaml");
			assertThat(problem.line()).isEqualTo(line);
			assertThat(problem.sentence()).endsWith(": " + sentence);
		});
		assertThat(this.archive.ask("select count(*) from crosswalk")).isEqualTo("0");
	}

	@Test
	void reportsACrosswalkThatStandsTwiceOrInBothDirections() {
		String reverse = "- {earlier: later-plan, later: two-point-plan, about: A, remarks: [{says: S, basis: general_knowledge}]}\n";
		IngestReport report = this.archive.read(corpus().file("correspondences.yaml", CROSSWALK + CROSSWALK + reverse));
		assertThat(this.archive.problems(report)).extracting(Problem::sentence)
			.containsExactly("two-point-plan and later-plan: The crosswalk of these two plans stands twice. Keep one.",
					"later-plan and two-point-plan: The archive has the crosswalk of these two plans in the other direction. Keep that one.");
	}

	@Test
	void reportsTwoPointsThatStandTogetherTwice() {
		IngestReport report = this.archive.read(corpus().file("correspondences.yaml", CROSSWALK
				+ "  - {kind: same, earlier: {number: 1}, later: {number: 4}, note: N, basis: general_knowledge}\n"));
		assertThat(this.archive.problems(report)).extracting(Problem::line).containsExactly(16);
	}

	@ParameterizedTest
	@ValueSource(strings = { "kind = 'new'", "kind = 'broad'", "earlier_point_id = null", "later_point_id = null",
			"later_point_id = earlier_point_id", "earlier_letter = 'z'", "basis = 'public_page'", "basis = 'inferred'",
			"page = 'javascript:x'", "note = null", "later_plan_id = earlier_plan_id" })
	void refusesARowThatCannotBe(String change) {
		this.archive.hold(corpus().file("correspondences.yaml", CROSSWALK));
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> this.archive.change("update correspondence set " + change + " where kind = 'narrower'"));
	}

	private TestCorpus corpus() {
		return TestCorpus.in(this.folder)
			.file("plans/later-plan.yaml", """
					slug: later-plan
					title: A later plan
					about: Known from reports.
					known: in_part
					count: {value: 9, basis: public_page, evidence: a report}
					published: "2025-12-01~"
					published_basis: inferred
					themes: {army: armed forces}
					points:
					- {number: 4, title: The army again, theme: army, summary: A higher cap., verification: a report}
					""")
			.article(TestArticle.of("speech", "The plan is bad for all.\n\nThe plan is good for some.")
				.claims(TestClaim.of("c01", "The plan is bad for all"),
						TestClaim.of("c02", "The plan is good for some")));
	}

}
