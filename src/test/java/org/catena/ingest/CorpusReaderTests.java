package org.catena.ingest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;

import org.catena.annotation.Bearing;
import org.catena.annotation.ClaimSubmission;
import org.catena.annotation.ClaimSubmission.PointLink;
import org.catena.annotation.RelationType;
import org.catena.annotation.Stance;
import org.catena.article.AgentSubmission;
import org.catena.article.ArticleSubmission;
import org.catena.article.BasisKind;
import org.catena.article.MetadataField;
import org.catena.article.SourceSubmission;
import org.catena.ingest.TestCorpus.TestArticle;
import org.catena.ingest.TestCorpus.TestClaim;
import org.catena.plan.CorrespondenceKind;
import org.catena.plan.CrosswalkSubmission;
import org.catena.plan.CrosswalkSubmission.CorrespondenceSubmission;
import org.catena.plan.CrosswalkSubmission.PointName;
import org.catena.plan.CrosswalkSubmission.Support;
import org.catena.plan.Known;
import org.catena.plan.PlanBasis;
import org.catena.plan.PlanSubmission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.io.ByteArrayResource;

import static org.assertj.core.api.Assertions.assertThat;

class CorpusReaderTests {

	private static final String TEXT = "The plan is bad for everybody.\n\n## What next\n\nIt ends in a collapse.";

	private static final String PLAN = """
			slug: plan
			title: Plan
			about: A plan.
			published: "2025-11-20"
			themes: {army: armed forces}
			witnesses: {paper: {url: "https://example.org", what: paper, seen: all}}
			points:
			- {number: 1, title: T, theme: army, summary: S, witnesses: [paper], verification: V}
			""";

	private static final String CROSSWALK = """
			- earlier: first
			  later: second
			  about: All
			  remarks:
			  - {says: It changed., basis: printed, claims: [a/c1, a/c2]}
			  points:
			  - kind: narrower
			    earlier: {number: 6, sub: a}
			    later: {number: 7}
			    note: Less.
			    basis: public_page
			    page: https://example.org/plan
			    evidence: E
			  - kind: dropped
			    earlier: {number: 7}
			    note: Gone.
			    basis: general_knowledge
			  - kind: new
			    later: {number: 8}
			    note: Added.
			    basis: general_knowledge
			  - kind: kept
			    earlier: {number: 8}
			    note: Still there.
			    basis: inferred
			    evidence: From words.
			""";

	private final List<Problem> problems = new ArrayList<>();

	private final CorpusReader reader = new CorpusReader(this.problems::add);

	@Test
	void readsAnArticle() {
		ArticleSubmission article = article(TestArticle.of("speech", TEXT)
			.with("date",
					"{value: \"2025-12-04~\", basis: inferred, evidence: from a word, within: \"[2025-12-03..]\"}")
			.with("url", "{value: \"https://example.org/a\", basis: public_page, alternate: \"https://example.org/b\"}")
			.with("derived_from", "{publication: A paper, basis: inferred, evidence: from words, confidence: 0.7}")
			.with("notes", "[Reprinted.]")
			.with("raw", "{file: raw/a.txt, sha256: abc}")
			.with("cleaning", "[{rule: none}]")
			.file());
		assertThat(article.slug()).isEqualTo("speech");
		assertThat(article.title()).isEqualTo("A speech");
		assertThat(article.text().value()).isEqualTo(TEXT);
		assertThat(Objects.requireNonNull(article.date()).text()).isEqualTo("2025-12-04~");
		assertThat(Objects.requireNonNull(article.dateWithin()).text()).isEqualTo("[2025-12-03..]");
		assertThat(article.alternateUrl()).isEqualTo("https://example.org/b");
		assertThat(article.notes()).containsExactly("Reprinted.");
		assertThat(article.authors()).extracting(ArticleSubmission.BylineSubmission::agent)
			.containsExactly("ann-author");
		assertThat(article.bases()).containsOnlyKeys(MetadataField.TITLE, MetadataField.AUTHORS, MetadataField.SOURCE,
				MetadataField.DATE, MetadataField.URL, MetadataField.LANGUAGE, MetadataField.DERIVED_FROM);
		assertThat(article.bases().get(MetadataField.DATE).kind()).isEqualTo(BasisKind.INFERRED);
		assertThat(article.bases().get(MetadataField.DERIVED_FROM).confidence()).isEqualByComparingTo("0.7");
		assertThat(this.problems).isEmpty();
	}

	@Test
	void readsAnArticleThatNothingIsKnownOf() {
		ArticleSubmission article = article(TestArticle.of("speech", TEXT)
			.with("title", "{value: null, basis: unknown}")
			.with("supplied_title", "{value: \"[On the plan]\", basis: inferred, evidence: made}")
			.with("authors", "{value: null, basis: unknown}")
			.without("date")
			.file());
		assertThat(article.title()).isNull();
		assertThat(article.suppliedTitle()).isEqualTo("[On the plan]");
		assertThat(article.authors()).isEmpty();
		assertThat(article.date()).isNull();
		assertThat(article.bases().get(MetadataField.AUTHORS).kind()).isEqualTo(BasisKind.UNKNOWN);
		assertThat(this.problems).isEmpty();
	}

	@Test
	void readsAnArticleFromWindows() {
		String file = "\ufeff" + TestArticle.of("speech", TEXT).file().replace("\n", "\r\n");
		assertThat(article(file).text().value()).isEqualTo(TEXT);
		assertThat(this.problems).isEmpty();
	}

	@Test
	void readsAClaim() {
		ClaimSubmission claim = this.reader
			.claims(file(TestClaim.of("c01", "“bad” \ud83d\udd4a\u00a0 for\nall")
				.text("prefix", "is ")
				.with("points", "[{number: 2, sub: a, bearing: about}, {plan: other, number: 1, bearing: touches}]")
				.with("claimant", "bob-speaker")
				.with("via", "[the-council, author]")
				.with("uptake", "rejects")
				.file("speech")))
			.get(0)
			.value();
		assertThat(claim.key()).isEqualTo("speech/c01");
		assertThat(claim.quote().exact()).isEqualTo("“bad” \ud83d\udd4a\u00a0 for\nall");
		assertThat(claim.quote().prefix()).isEqualTo("is ");
		assertThat(claim.quote().suffix()).isNull();
		assertThat(claim.points()).containsExactly(new PointLink(null, 2, "a", Bearing.ABOUT),
				new PointLink("other", 1, null, Bearing.TOUCHES));
		assertThat(claim.via()).containsExactly("the-council", "author");
		assertThat(claim.stance()).isEqualTo(Stance.OPPOSES);
		assertThat(claim.confidence()).isEqualTo("0.90");
		assertThat(this.problems).isEmpty();
	}

	@Test
	void readsNamesRelationsAndDiscrepancies() {
		SourceSubmission source = this.reader
			.sources(file("- {slug: daily, name: The Daily, country: {value: Norway, basis: inferred, evidence: E}}"))
			.get(0)
			.value();
		assertThat(source.country()).isEqualTo("Norway");
		assertThat(source.countryBasis().kind()).isEqualTo(BasisKind.INFERRED);
		AgentSubmission agent = this.reader.agents(file("- {slug: ann, name: Ann, kind: person, variants: [A]}"))
			.get(0)
			.value();
		assertThat(agent.variants()).containsExactly("A");
		assertThat(this.reader.relations(file("- {type: disputes, from: a/c1, to: b/c1, matter: nato, reason: R}"))
			.get(0)
			.value()
			.type()).isEqualTo(RelationType.DISPUTES);
		assertThat(this.reader
			.discrepancies(
					file("- {claim: a/c1, point: {number: 6, sub: a}, claim_says: C, plan_says: P, gravity: degree}"))
			.get(0)
			.value()
			.letter()).isEqualTo("a");
		assertThat(this.problems).isEmpty();
	}

	@Test
	void readsAPlan() {
		PlanSubmission plan = Objects.requireNonNull(this.reader.plan(file(PLAN))).value();
		assertThat(plan.points()).extracting(PlanSubmission.PointSubmission::number).containsExactly(1);
		assertThat(plan.witnesses()).extracting(PlanSubmission.WitnessSubmission::name).containsExactly("paper");
		assertThat(this.problems).isEmpty();
	}

	@Test
	void reportsAFileThatIsNotUtf8() {
		assertThat(this.reader.claims(new CorpusFile("file.yaml",
				new ByteArrayResource("- id: caf\u00e9".getBytes(StandardCharsets.ISO_8859_1)))))
			.isEmpty();
		assertProblem("FILE_UNREADABLE", null, "The file is not UTF-8. Save it as UTF-8.");
	}

	@Test
	void reportsAFileThatCannotBeRead() {
		assertThat(this.reader.claims(new CorpusFile("file.yaml", new ByteArrayResource(new byte[0]) {

			@Override
			public byte[] getContentAsByteArray() throws java.io.IOException {
				throw new java.io.IOException("the disk is gone");
			}

		}))).isEmpty();
		assertProblem("FILE_UNREADABLE", null, "The file cannot be read: the disk is gone.");
	}

	@Test
	void reportsAFileThatIsTooLarge() {
		assertThat(this.reader.claims(new CorpusFile("file.yaml", new ByteArrayResource(new byte[0]) {

			@Override
			public long contentLength() {
				return CorpusFile.LONGEST + 1;
			}

		}))).isEmpty();
		assertProblem("FILE_UNREADABLE", null, "The file cannot be read: The file is larger than 64 MiB.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "\n\n", "# a comment\n", "---\n" })
	void reportsAnEmptyFile(String text) {
		assertThat(this.reader.sources(file(text))).isEmpty();
		assertThat(this.problems).hasSize(1);
		assertThat(this.problems.get(0).sentence()).isIn("The file is empty. Fill it, or remove it.",
				"Write a list here: each entry begins with \"- \".");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "The plan is bad.", "slug: speech\n---\ntext", "---\nslug: speech\ntext",
			"--- \nslug: s\n---\n", "\n---\nslug: speech\n---\ntext" })
	void reportsAnArticleWithoutFrontMatter(String text) {
		assertThat(this.reader.article(file(text))).isNull();
		assertProblem("FILE_UNREADABLE", 1,
				"Begin the file with front matter: a line of three hyphens, the metadata, a line of three hyphens.");
	}

	@Test
	void reportsEmptyFrontMatter() {
		assertThat(this.reader.article(file("---\n---\ntext"))).isNull();
		assertProblem("FILE_UNREADABLE", null, "The file is empty. Fill it, or remove it.");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			- a: 'x\\n- b: [c\\n     | 3
			- id: x\\n\\tkind: y\\n  | 2
			- id: x\\n kind: y\\n    | 2
			- id: *nobody\\n        | 1
			a: b: c\\n              | 1
			a: 1\\n---\\nb: 2\\n    | 2
			- %x\\n- @y             | 1
			- "x\\n                 | 2
			""")
	void reportsWhatIsNotYamlWithItsLine(String text, int line) {
		assertThat(this.reader.sources(file(text.replace("\\n", "\n").replace("\\t", "\t")))).isEmpty();
		assertThat(this.problems).hasSize(1);
		Problem problem = this.problems.get(0);
		assertThat(problem.code()).isEqualTo("FILE_UNREADABLE");
		assertThat(problem.line()).isEqualTo(line);
		assertThat(problem.sentence()).startsWith("This is not YAML: ")
			.endsWith(". Mend the line or the one before it.");
	}

	@Test
	void countsTheLinesOfFrontMatterFromTheTopOfTheFile() {
		assertThat(this.reader.article(file("---\nslug: speech\ntitle: 'x\n---\ntext\n"))).isNull();
		assertThat(this.problems).hasSize(1);
		this.problems.clear();
		assertThat(this.reader.article(file(TestArticle.of("speech", TEXT).with("tilte", "x").file()))).isNull();
		assertThat(this.problems).hasSize(1);
		assertThat(this.problems.get(0).line()).isEqualTo(9);
		assertThat(this.problems.get(0).sentence()).startsWith("The key \"tilte\" is not known here.");
	}

	@Test
	void reportsABombOfAliasesAtOnce() {
		StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
		for (int i = 1; i < 60; i++) {
			bomb.append("a%d: &a%d [*a%d, *a%d]%n".formatted(i, i, i - 1, i - 1));
		}
		assertThat(this.reader.plan(file(bomb.toString()))).isNull();
		assertThat(this.problems).hasSize(1);
		assertThat(this.problems.get(0).code()).isEqualTo("FILE_UNREADABLE");
	}

	@ParameterizedTest
	@ValueSource(strings = { "[", "{a: ", "- ", "? " })
	void reportsDeepNesting(String piece) {
		assertThat(this.reader.plan(file(piece.repeat(100_000)))).isNull();
		assertThat(this.problems).isNotEmpty().allSatisfy((problem) -> assertThat(problem.sentence()).isNotBlank());
	}

	@Test
	void reportsAValueThatContainsItself() {
		assertThat(this.reader.claims(file("- &c {id: x, points: [*c], via: *c}"))).isEmpty();
		assertThat(this.problems).isNotEmpty();
	}

	@Test
	void buildsNoObjectsFromTags() {
		assertThat(this.reader.sources(file("- !!java.net.URL [\"http://example.org\"]\n"))).isEmpty();
		assertThat(this.problems).isNotEmpty();
	}

	@Test
	void reportsAMappingInPlaceOfAList() {
		assertThat(this.reader.claims(file("\nid: speech/c01\n"))).isEmpty();
		assertProblem("VALUE_REFUSED", 2, "Write a list here: each entry begins with \"- \".");
	}

	@Test
	void readsTheOtherClaimsWhereOneIsFaulty() {
		String claims = TestClaim.of("c01", "The plan is bad for everybody").file("s")
				+ TestClaim.of("c02", "It ends").with("stance", "against").file("s")
				+ TestClaim.of("c03", "It ends in a collapse").file("s");
		assertThat(this.reader.claims(file(claims))).extracting((claim) -> claim.value().key())
			.containsExactly("s/c01", "s/c03");
		assertProblem("VALUE_REFUSED", lineOf(claims, "against"),
				"\"against\" is no value of \"stance\". Choose one of supports, opposes, mixed, neutral.");
	}

	@ParameterizedTest
	@CsvSource({ "kind, descriptive", "target, plan", "aspect, origin", "certainty, asserted", "version, original",
			"stance, supports" })
	void refusesAWordThatIsNotOfTheCodebook(String key, String first) {
		String claims = TestClaim.of("c01", "Words").with(key, "wrong").file("s");
		assertThat(this.reader.claims(file(claims))).isEmpty();
		assertThat(this.problems).hasSize(1);
		assertThat(this.problems.get(0).line()).isEqualTo(lineOf(claims, "wrong"));
		assertThat(this.problems.get(0).sentence())
			.startsWith("\"wrong\" is no value of \"" + key + "\". Choose one of " + first + ", ");
	}

	@ParameterizedTest
	@ValueSource(strings = { "id", "exact", "paraphrase", "version", "claimant", "certainty", "kind", "target",
			"aspect", "stance", "confidence", "coding", "codebook" })
	void reportsAMissingValueOnce(String key) {
		String claims = TestClaim.of("c01", "Words")
			.file("s")
			.replaceFirst(key + ": .*\n", "x: 1\n")
			.replace("x: 1", "note: N");
		assertThat(this.reader.claims(file(claims))).isEmpty();
		assertThat(this.problems).hasSize(1);
		assertThat(this.problems.get(0).line()).isEqualTo(1);
		assertThat(this.problems.get(0).sentence()).startsWith("Give a value for \"" + key + "\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "1.01", "-0.1", "0.955", "high", "NaN", "1e1000000000", "1e-1000000000", "0,9", "0x1" })
	void reportsWhatIsNoConfidence(String confidence) {
		assertThat(this.reader.claims(file(TestClaim.of("c01", "Words").text("confidence", confidence).file("s"))))
			.isEmpty();
		assertThat(this.problems).extracting(Problem::sentence)
			.containsExactly("Give a confidence from 0 to 1 with two decimals at most, not \"" + confidence + "\".");
	}

	@ParameterizedTest
	@CsvSource({ "0,0.00", "1,1.00", "1.0,1.00", ".5,0.50", "9e-1,0.90", "0e999999999,0.00" })
	void writesAConfidenceInOneWay(String confidence, String written) {
		assertThat(this.reader.claims(file(TestClaim.of("c01", "Words").text("confidence", confidence).file("s")))
			.get(0)
			.value()
			.confidence()).isEqualTo(written);
	}

	@Test
	void reportsADateThatIsNone() {
		String article = TestArticle.of("speech", TEXT).with("date", "{value: last week, basis: printed}").file();
		assertThat(this.reader.article(file(article))).isNull();
		assertProblem("VALUE_REFUSED", lineOf(article, "last week"),
				"Give a date in EDTF, 2025-12-09 or 2025-12-04~ or [2025-11-23..2025-11-30] for instance, not \"last week\".");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Daily", "the daily", "../x", "é" })
	void reportsWhatIsNoSlug(String slug) {
		assertThat(this.reader.sources(file("- {slug: \"" + slug + "\", name: N}"))).isEmpty();
		assertProblem("VALUE_REFUSED", 1,
				"Give a slug of lower-case letters, digits and single hyphens, not \"" + slug + "\".");
	}

	@ParameterizedTest
	@ValueSource(strings = { "javascript:alert(1)", "data:text/html,x", "//example.org", "example.org", "https://",
			"JavaScript:alert(1)", "ftp://example.org", "http://exa mple.org" })
	void reportsAnAddressThatIsNotOfTheWeb(String address) {
		assertThat(this.reader.sources(file("- {slug: s, name: N, website: \"" + address + "\"}"))).isEmpty();
		assertProblem("VALUE_REFUSED", 1,
				"Give a whole address that begins with http:// or https://, not \"" + address + "\".");
		this.problems.clear();
		assertThat(this.reader.plan(file(PLAN.replace("https://example.org", address)))).isNull();
		assertProblem("VALUE_REFUSED", 6,
				"Give a whole address that begins with http:// or https://, not \"" + address + "\".");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{value: Norway, basis: unknown}", "{value: null, basis: inferred}" })
	void reportsACountryThatContradictsItsBasis(String country) {
		assertThat(this.reader.sources(file("- slug: s\n  name: N\n  country: " + country + "\n"))).isEmpty();
		assertProblem("VALUE_REFUSED", 3,
				"Give the country with what it rests on, or neither: the basis of no country is unknown.");
	}

	@Test
	void reportsAPointWithAThemeThatThePlanHasNot() {
		assertThat(this.reader.plan(file(PLAN.replace("theme: army", "theme: navy")))).isNull();
		assertProblem("VALUE_REFUSED", 8, "The plan has no theme \"navy\". Add it to its themes, or correct it.");
	}

	@Test
	void reportsAPointWithAWitnessThatThePlanHasNot() {
		assertThat(this.reader.plan(file(PLAN.replace("[paper]", "[radio]")))).isNull();
		assertProblem("VALUE_REFUSED", 8, "The plan has no witness \"radio\". Add it to its witnesses, or correct it.");
	}

	@Test
	void reportsAPointNumberThatStandsTwice() {
		String point = PLAN.lines().reduce((first, second) -> second).orElseThrow();
		assertThat(this.reader.plan(file(PLAN + point + "\n"))).isNull();
		assertThat(this.problems).extracting(Problem::sentence)
			.containsExactly("A point number stands twice. Number every point differently.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "-1" })
	void reportsAPointNumberBelowOne(String number) {
		assertThat(this.reader.plan(file(PLAN.replace("number: 1", "number: " + number)))).isNull();
		assertProblem("VALUE_REFUSED", 8, "Points are numbered from 1.");
	}

	@Test
	void reportsAPlanWithoutPoints() {
		assertThat(this.reader.plan(file(PLAN.replaceFirst("(?s)points:.*", "points: []\n")))).isNull();
		assertThat(this.problems).extracting(Problem::sentence).containsExactly("Give the points of the plan.");
	}

	@Test
	void reportsAPlanWithoutDate() {
		assertThat(this.reader.plan(file(PLAN.replaceFirst("published: .*\n", "")))).isNull();
		assertThat(this.problems).extracting(Problem::sentence).containsExactly("Say when the plan was published.");
	}

	@Test
	void readsAPlanThatIsKnownInPart() {
		PlanSubmission plan = Objects.requireNonNull(this.reader.plan(file("""
				slug: later
				title: L
				about: A
				known: in_part
				count: {value: 27, basis: printed, evidence: E}
				published: "[..2025-12-02]"
				published_basis: inferred
				points: []
				"""))).value();
		assertThat(plan.known()).isEqualTo(Known.IN_PART);
		assertThat(plan.count()).isEqualTo(new PlanSubmission.PointCount(27, PlanBasis.PRINTED, "E"));
		assertThat(plan.publishedBasis()).isEqualTo(PlanBasis.INFERRED);
		assertThat(plan.points()).isEmpty();
		assertThat(this.problems).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			whole   | 2 | The plan is said to have 2 points, but 1 are given. Correct one of the two.
			in_part | 0 | Give the number of points, from 1.
			in_part | x | Give a whole number for "value", not "x".
			""")
	void reportsANumberOfPointsThatThePointsBelie(String known, String count, String sentence) {
		String plan = PLAN + "known: " + known + "\ncount: {value: " + count + ", basis: printed}\n";
		assertThat(this.reader.plan(file(plan))).isNull();
		assertThat(this.problems).extracting(Problem::sentence).contains(sentence);
		assertThat(this.problems.get(0).line()).isEqualTo(lineOf(plan, "value:"));
	}

	@Test
	void reportsAPointBeyondTheNumberOfPoints() {
		String plan = PLAN.replace("number: 1", "number: 3") + "known: in_part\ncount: {value: 2, basis: printed}\n";
		assertThat(this.reader.plan(file(plan))).isNull();
		assertProblem("VALUE_REFUSED", lineOf(plan, "value:"),
				"The plan is said to have 2 points, but point 3 is given. Correct one of the two.");
	}

	@Test
	void readsACrosswalk() {
		CrosswalkSubmission crosswalk = this.reader.crosswalks(file(CROSSWALK)).get(0).value();
		assertThat(this.problems).isEmpty();
		assertThat(crosswalk.label()).isEqualTo("first and second");
		assertThat(crosswalk.remarks()).containsExactly(new CrosswalkSubmission.RemarkSubmission("It changed.",
				new Support(PlanBasis.PRINTED, null, null, List.of("a/c1", "a/c2"))));
		assertThat(crosswalk.points()).extracting(CorrespondenceSubmission::kind)
			.containsExactly(CorrespondenceKind.NARROWER, CorrespondenceKind.DROPPED, CorrespondenceKind.NEW,
					CorrespondenceKind.KEPT);
		assertThat(crosswalk.points().get(0)).isEqualTo(
				new CorrespondenceSubmission(CorrespondenceKind.NARROWER, new PointName(6, "a"), new PointName(7, null),
						"Less.", new Support(PlanBasis.PUBLIC_PAGE, "E", "https://example.org/plan", List.of())));
		assertThat(crosswalk.points().get(3).later()).isNull();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					kind: narrower                | kind: wider          | 7  | "wider" is no value of "kind". Choose one of same, narrower, broader, kept, dropped, new.
					later: {number: 7}            | later: null          | 9  | Give the point of the later plan: {number: 6}.
					earlier: {number: 6, sub: a}  | earlier: null        | 8  | Give the point of the earlier plan: {number: 6}.
					later: {number: 7}            | later: {number: x}   | 9  | Give a whole number for "number", not "x".
					page: https://example.org/plan | page: null          | 12 | Give the address of the page that says so.
					https://example.org/plan      | javascript:x         | 12 | Give a whole address that begins with http:// or https://, not "javascript:x".
					kind: dropped                 | kind: new            | 15 | A new point has no counterpart in the earlier plan. Remove it, or choose another kind.
					kind: new                     | kind: dropped        | 19 | A dropped point has no counterpart in the later plan. Remove it, or choose another kind.
					kind: kept                    | kind: same           | 22 | Give the point of the later plan: {number: 6}.
					claims: [a/c1, a/c2]          | claims: []           | 5  | Name the claims that say so: [ash-2025-11-24/c82].
					claims: [a/c1, a/c2]          | claims: [a/c1, a/c1] | 5  | A claim stands twice. Keep one of the two.
					later: second                 | later: first         | 2  | Name another plan than the earlier one.
					evidence: From words.         | evidence: null       | 26 | Say from which words it follows.
					evidence: From words.         | note2: x             | 26 | The key "note2" is not known here. Correct or remove it; known are kind, earlier, later, note, basis, evidence, page, claims.
					about: All                    | about: null          | 3  | Give a value for "about".
					""")
	void reportsWhatIsWrongInACrosswalkWithItsLine(String words, String wrong, int line, String sentence) {
		String crosswalk = CROSSWALK.replace(words, wrong);
		assertThat(crosswalk).isNotEqualTo(CROSSWALK);
		assertThat(this.reader.crosswalks(file(crosswalk))).isEmpty();
		assertThat(this.problems)
			.contains(new Problem(Level.ERROR, Stage.READ, "VALUE_REFUSED", "file.yaml", line, sentence));
	}

	@Test
	void reportsACrosswalkThatSaysNothing() {
		assertThat(this.reader.crosswalks(file("- {earlier: a, later: b, about: A, points: []}"))).isEmpty();
		assertProblem("VALUE_REFUSED", 1, "Say something of the points, or of the plans as a whole.");
	}

	@Test
	void reportsADiscrepancyWithoutPoint() {
		assertThat(this.reader.discrepancies(file("- {claim: a/c1, claim_says: C, plan_says: P, gravity: degree}")))
			.isEmpty();
		assertProblem("VALUE_REFUSED", 1, "Give the point: {number: 6}.");
	}

	@Test
	void neverThrowsWhateverItReads() {
		Random random = new Random(28);
		String good = TestArticle.of("speech", TEXT).file();
		String claims = TestClaim.of("c01", "The plan")
			.with("points", "[{number: 2, sub: a, bearing: about}]")
			.file("s");
		String pieces = "-:[]{}\"'#&*!|>%@`?,~\n\t \u0000\ufeff\ud83d0aé";
		for (int i = 0; i < 3_000; i++) {
			StringBuilder file = new StringBuilder(switch (i % 4) {
				case 0 -> good;
				case 1 -> claims;
				case 2 -> PLAN;
				default -> CROSSWALK;
			});
			for (int j = random.nextInt(4); j >= 0; j--) {
				int at = random.nextInt(file.length());
				if (random.nextBoolean()) {
					file.delete(at, Math.min(file.length(), at + random.nextInt(12)));
				}
				file.insert(Math.min(at, file.length()), pieces.charAt(random.nextInt(pieces.length())));
			}
			CorpusFile changed = file(file.toString());
			this.reader.article(changed);
			this.reader.claims(changed);
			this.reader.plan(changed);
			this.reader.sources(changed);
			this.reader.agents(changed);
			this.reader.relations(changed);
			this.reader.discrepancies(changed);
			this.reader.crosswalks(changed);
		}
		assertThat(this.problems).allSatisfy((problem) -> {
			assertThat(problem.file()).isEqualTo("file.yaml");
			assertThat(problem.sentence()).isNotBlank();
			assertThat(problem.line()).satisfiesAnyOf((line) -> assertThat(line).isNull(),
					(line) -> assertThat(line).isPositive());
		});
	}

	private ArticleSubmission article(String text) {
		return Objects.requireNonNull(this.reader.article(file(text)), () -> this.problems.toString()).value();
	}

	private static CorpusFile file(String text) {
		return new CorpusFile("file.yaml", new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)));
	}

	private static int lineOf(String text, String words) {
		return (int) text.substring(0, text.indexOf(words)).lines().count();
	}

	private void assertProblem(String code, @org.jspecify.annotations.Nullable Integer line, String sentence) {
		assertThat(this.problems)
			.containsExactly(new Problem(Level.ERROR, Stage.READ, code, "file.yaml", line, sentence));
	}

}
