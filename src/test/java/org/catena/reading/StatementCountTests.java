package org.catena.reading;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.catena.SqlStatements;
import org.catena.WholeApplicationTest;
import org.catena.ingest.TestArchive;
import org.catena.ingest.TestCorpus;
import org.catena.ingest.TestCorpus.TestArticle;
import org.catena.ingest.TestCorpus.TestClaim;
import org.catena.search.IndexSettles;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A page asks a fixed number of questions, however much there is to show.
 */
@WholeApplicationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatementCountTests {

	private final TestArchive archive;

	private final MockMvcTester site;

	private final JdbcClient jdbc;

	StatementCountTests(@Autowired TestArchive archive, @Autowired MockMvcTester site, @Autowired JdbcClient jdbc) {
		this.archive = archive;
		this.site = site;
		this.jdbc = jdbc;
	}

	@BeforeAll
	void holdAShortAndALongSpeech(@TempDir Path folder) {
		TestCorpus corpus = TestCorpus.in(folder).article(speech("short", 5, 1)).article(speech("long", 400, 2));
		corpus.file("plans/later-few.yaml", later("later-few", 1))
			.file("plans/later-many.yaml", later("later-many", 60));
		corpus.file("correspondences.yaml", crosswalk("later-few", 1) + crosswalk("later-many", 60));
		for (String coding : List.of("first", "second")) {
			corpus.coding(coding + "-coding", "short", otherwise(coding, 5));
			corpus.coding(coding + "-coding", "long", otherwise(coding, 400));
		}
		this.archive.hold(corpus.file("relations.yaml",
				IntStream.rangeClosed(2, 5).mapToObj((i) -> relation("short", i)).collect(Collectors.joining())
						+ IntStream.rangeClosed(2, 400)
							.mapToObj((i) -> relation("long", i))
							.collect(Collectors.joining())));
	}

	@Test
	void doesNotDependOnTheClaimsOfAnArticle() {
		List<String> few = statements("/articles/short", 5);
		assertThat(few).isNotEmpty();
		assertThat(statements("/articles/long", 400)).isEqualTo(few).hasSizeLessThan(21);
	}

	@Test
	void doesNotDependOnTheClaimsOnAPoint() {
		List<String> few = statements("/plans/two-point-plan/points/1", 5);
		assertThat(few).isNotEmpty();
		assertThat(statements("/plans/two-point-plan/points/2", 400)).isEqualTo(few).hasSizeLessThan(40);
	}

	@Test
	void doesNotDependOnTheClaimsOnAPointBySource() {
		List<String> few = statements("/plans/two-point-plan/points/1?group=source", 5);
		assertThat(statements("/plans/two-point-plan/points/2?group=source", 400)).isEqualTo(few);
	}

	@Test
	void doesNotDependOnTheClaimsOnAPlan() {
		List<String> none = statements("/plans/later-few", 0);
		assertThat(none).isNotEmpty();
		assertThat(statements("/plans/two-point-plan", 0)).isEqualTo(none).hasSizeLessThan(12);
		assertThat(statements("/plans/later-many?sort=contest", 0)).isEqualTo(none);
	}

	@Test
	void doesNotDependOnTheRowsOfACrosswalk() {
		List<String> few = statements("/plans/two-point-plan/crosswalk/later-few", 0);
		assertThat(few).isNotEmpty();
		assertThat(statements("/plans/two-point-plan/crosswalk/later-many", 0)).isEqualTo(few).hasSizeLessThan(12);
		assertThat(statements("/plans/two-point-plan/crosswalk/later-many.csv", 0)).isEqualTo(few);
	}

	@Test
	void doesNotDependOnTheRelationsOfAClaim() {
		List<String> few = statements("/claims/short/c001", 0);
		assertThat(statements("/claims/long/c001", 0)).isEqualTo(few).hasSizeLessThan(31);
	}

	@Test
	void doesNotDependOnHowMuchOfAnArticleChanged() {
		List<String> few = statements("/articles/short/diff", 0);
		assertThat(few).isNotEmpty();
		assertThat(statements("/articles/long/diff", 0)).isEqualTo(few).hasSizeLessThan(10);
	}

	@Test
	void doesNotDependOnTheHitsInAnArticle() {
		List<String> few = statements("/articles/short?q=sentence", 5);
		assertThat(statements("/articles/long?q=sentence", 400)).isEqualTo(few);
	}

	@Test
	void doesNotDependOnTheLinesOfAConcordance() {
		IndexSettles.on(this.jdbc);
		List<String> few = statements("/search?q=sentence&view=kwic&point=two-point-plan/1", 0);
		assertThat(few).isNotEmpty();
		assertThat(statements("/search?q=sentence&view=kwic&point=two-point-plan/2", 0)).isEqualTo(few)
			.hasSizeLessThan(20);
	}

	@Test
	void doesNotDependOnWhatFrequenciesCount() {
		IndexSettles.on(this.jdbc);
		List<String> few = statements("/frequencies?q=sentence&by=source&point=two-point-plan/1", 0);
		assertThat(few).isNotEmpty();
		assertThat(statements("/frequencies?q=sentence&by=source&point=two-point-plan/2", 0)).isEqualTo(few)
			.hasSizeLessThan(20);
	}

	/** In lists of parameters only the first counts: their length is not a question. */
	private List<String> statements(String address, int claims) {
		return SqlStatements
			.of(() -> assertThat(this.site.get().uri(address)).hasStatusOk().bodyText().satisfies((body) -> {
				if (claims > 0) {
					assertThat(body).contains(claims + " claims</strong>");
				}
			}))
			.stream()
			// Spellings of names are read now and then, whoever asks.
			.filter((sql) -> !sql.contains("agent_variant"))
			.map((sql) -> sql.replaceAll("\\?(, \\?)+", "?"))
			.toList();
	}

	private static TestArticle speech(String slug, int claims, int point) {
		return TestArticle
			.of(slug,
					IntStream.rangeClosed(1, claims)
						.mapToObj(StatementCountTests::sentence)
						.collect(Collectors.joining("\n\n")))
			.claims(IntStream.rangeClosed(1, claims)
				.mapToObj((i) -> TestClaim.of("c%03d".formatted(i), sentence(i))
					.with("points", "[{number: " + point + ", bearing: about}]")
					.with("claimant", "bob-speaker")
					.with("via", "[author]")
					.with("uptake", "reports")
					.with("target_agent", "the-council"))
				.toArray(TestClaim[]::new));
	}

	/** The claims as a coder has them who sees support, if it is the second. */
	private static TestClaim[] otherwise(String coding, int claims) {
		return IntStream.rangeClosed(1, claims)
			.mapToObj((i) -> TestClaim.of((coding.equals("first") ? "c%03d" : "s%03d").formatted(i), sentence(i))
				.with("stance", coding.equals("first") ? "opposes" : "supports")
				.with("coding", coding))
			.toArray(TestClaim[]::new);
	}

	private static String sentence(int number) {
		return "Sentence %03d says that the plan is bad.".formatted(number);
	}

	private static String relation(String slug, int number) {
		return "- {type: contradicts, from: %s/c001, to: %s/c%03d, reason: Because.}\n".formatted(slug, slug, number);
	}

	private static String later(String slug, int points) {
		return "slug: " + slug + "\ntitle: L\nabout: A\npublished: \"2025-12-01\"\nthemes: {t: T}\npoints:\n"
				+ IntStream.rangeClosed(1, points)
					.mapToObj((i) -> "- {number: " + i + ", title: P, theme: t, summary: S, verification: V}\n")
					.collect(Collectors.joining());
	}

	/** Each row rests on another claim; both points of the earlier plan stand in it. */
	private static String crosswalk(String later, int rows) {
		return "- earlier: two-point-plan\n  later: " + later
				+ "\n  about: A\n  remarks: [{says: S, basis: printed, claims: [long/c001]}]\n  points:\n"
				+ "  - {kind: dropped, earlier: {number: 2}, note: N, basis: printed, claims: [long/c400]}\n"
				+ IntStream.rangeClosed(1, rows)
					.mapToObj((i) -> "  - {kind: same, earlier: {number: 1}, later: {number: " + i
							+ "}, note: N, basis: printed, claims: [long/c%03d]}\n".formatted(i))
					.collect(Collectors.joining());
	}

}
