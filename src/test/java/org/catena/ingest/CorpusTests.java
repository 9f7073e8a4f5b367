package org.catena.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.catena.annotation.Anchored;
import org.catena.annotation.Anchoring;
import org.catena.annotation.Bearing;
import org.catena.annotation.ClaimSubmission;
import org.catena.annotation.ClaimSubmission.PointLink;
import org.catena.annotation.DiscrepancySubmission;
import org.catena.annotation.RelationSubmission;
import org.catena.annotation.RelationType;
import org.catena.annotation.Target;
import org.catena.article.AgentSubmission;
import org.catena.article.ArticleSubmission;
import org.catena.article.SourceSubmission;
import org.catena.plan.PlanSubmission;
import org.catena.plan.PlanSubmission.PointSubmission;
import org.catena.plan.Sha256;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The files of the corpus, checked without a database. */
class CorpusTests {

	private static final String FIRST = "articles";

	private static final CorpusFolder FOLDER = new CorpusFolder("file:corpus/");

	private static final List<Problem> PROBLEMS = new ArrayList<>();

	private static final CorpusReader READER = new CorpusReader(PROBLEMS::add);

	private static List<ArticleSubmission> articles;

	private static PlanSubmission plan;

	private static Set<String> agents;

	@BeforeAll
	static void read() throws IOException {
		articles = files("articles/**/*.md").map(READER::article).map(CorpusTests::present).toList();
		plan = present(READER.plan(files("plans/28-point-plan.yaml").findFirst().orElseThrow()));
		agents = files("agents.yaml").flatMap((file) -> READER.agents(file).stream())
			.map((agent) -> agent.value().slug())
			.collect(Collectors.toSet());
	}

	@Test
	void hasNothingThatCannotBeRead() throws IOException {
		for (String coding : List.of(FIRST, "first-coding", "second-coding")) {
			assertThat(claims(coding)).as(coding).hasSizeGreaterThan(400);
		}
		assertThat(relations()).hasSizeGreaterThan(120);
		assertThat(discrepancies()).hasSizeGreaterThan(20);
		assertThat(PROBLEMS).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { FIRST, "first-coding", "second-coding" })
	void quotesWhatStandsAtExactlyOnePlace(String coding) throws IOException {
		Map<String, String> texts = articles.stream()
			.collect(Collectors.toMap(ArticleSubmission::slug, (article) -> article.text().value()));
		for (ClaimSubmission claim : claims(coding)) {
			String slug = claim.key().substring(0, claim.key().indexOf('/'));
			assertThat(texts).as(claim.key()).containsKey(slug);
			assertThat(Anchoring.anchor(claim.quote(), texts.get(slug))).as(claim.key())
				.isInstanceOf(Anchored.At.class);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { FIRST, "first-coding", "second-coding" })
	void namesAgentsAndPointsThatExist(String coding) throws IOException {
		for (ClaimSubmission claim : claims(coding)) {
			List<String> named = new ArrayList<>(claim.via());
			named.add(claim.claimant());
			if (claim.targetAgent() != null) {
				named.add(claim.targetAgent());
			}
			named.removeIf(ClaimSubmission.AUTHOR::equals);
			assertThat(agents).as(claim.key()).containsAll(named);
			assertThat(claim.points()).as(claim.key())
				.doesNotHaveDuplicates()
				.allMatch((link) -> exists(link.number(), link.letter()));
			assertThat(claim.codebook()).as(claim.key()).isEqualTo(ClaimSubmission.CODEBOOK);
			if (claim.target() == Target.POINT) {
				assertThat(claim.points()).as(claim.key()).extracting(PointLink::bearing).contains(Bearing.ABOUT);
			}
		}
	}

	@Test
	void usesNoIdTwice() throws IOException {
		assertThat(Stream.concat(claims(FIRST).stream(), claims("second-coding").stream()).map(ClaimSubmission::key))
			.doesNotHaveDuplicates();
		assertThat(claims("first-coding").stream().map(ClaimSubmission::key)).doesNotHaveDuplicates();
		assertThat(articles.stream().map(ArticleSubmission::slug)).doesNotHaveDuplicates();
		List<String> sources = files("sources.yaml").flatMap((file) -> READER.sources(file).stream())
			.map(Located::value)
			.map(SourceSubmission::slug)
			.toList();
		assertThat(sources).doesNotHaveDuplicates()
			.containsAll(articles.stream().map(ArticleSubmission::source).toList());
		assertThat(files("agents.yaml").flatMap((file) -> READER.agents(file).stream())
			.map(Located::value)
			.map(AgentSubmission::slug)).doesNotHaveDuplicates();
	}

	@Test
	void holdsEachCodingUnderItsName() throws IOException {
		assertThat(claims(FIRST)).extracting(ClaimSubmission::coding).containsOnly("first");
		assertThat(claims("first-coding")).extracting(ClaimSubmission::coding).containsOnly("first");
		assertThat(claims("second-coding")).extracting(ClaimSubmission::coding).containsOnly("second");
	}

	@Test
	void relatesClaimsThatTheArchiveShows() throws IOException {
		Map<String, ClaimSubmission> shown = claims(FIRST).stream()
			.collect(Collectors.toMap(ClaimSubmission::key, Function.identity()));
		Set<String> seen = new HashSet<>();
		for (RelationSubmission relation : relations()) {
			assertThat(shown).as(relation.label()).containsKeys(relation.from(), relation.to());
			assertThat(relation.from()).as(relation.label()).isNotEqualTo(relation.to());
			assertThat(relation.reason()).as(relation.label()).isNotBlank();
			String pair = relation.type().isDirected() ? relation.from() + " " + relation.to()
					: Stream.of(relation.from(), relation.to()).sorted().collect(Collectors.joining(" "));
			assertThat(seen.add(relation.type() + " " + pair)).as(relation.label()).isTrue();
		}
	}

	@Test
	void disputesNothingWithOneself() throws IOException {
		Map<String, ClaimSubmission> shown = claims(FIRST).stream()
			.collect(Collectors.toMap(ClaimSubmission::key, Function.identity()));
		for (RelationSubmission relation : relations()) {
			if (relation.type() == RelationType.DISPUTES) {
				assertThat(claimant(shown.get(relation.from()))).as(relation.label())
					.isNotEqualTo(claimant(shown.get(relation.to())));
			}
		}
	}

	@Test
	void notesDiscrepanciesOfClaimsThatTheArchiveShows() throws IOException {
		Set<String> shown = claims(FIRST).stream().map(ClaimSubmission::key).collect(Collectors.toSet());
		for (DiscrepancySubmission discrepancy : discrepancies()) {
			assertThat(shown).contains(discrepancy.claim());
			assertThat(exists(discrepancy.number(), discrepancy.letter())).as(discrepancy.claim()).isTrue();
			assertThat(discrepancy.claimSays()).as(discrepancy.claim()).isNotEqualTo(discrepancy.planSays());
		}
		assertThat(discrepancies().stream()
			.map((discrepancy) -> discrepancy.claim() + " " + discrepancy.number() + discrepancy.letter()))
			.doesNotHaveDuplicates();
	}

	@Test
	void keepsTheRawTextsByteForByte() throws IOException {
		assertThat(articles).hasSize((int) files("raw/*").count());
		for (ArticleSubmission article : articles) {
			ArticleSubmission.RawText raw = present(article.raw());
			assertThat(Sha256.of(files(raw.file()).findFirst().orElseThrow().bytes())).as(raw.file())
				.isEqualTo(raw.sha256());
		}
	}

	private static boolean exists(int number, @Nullable String letter) {
		return plan.points()
			.stream()
			.filter((point) -> point.number() == number)
			.map(PointSubmission::subPoints)
			.anyMatch((parts) -> letter == null || parts.stream().anyMatch((part) -> part.letter().equals(letter)));
	}

	private static String claimant(@Nullable ClaimSubmission claim) {
		ClaimSubmission there = present(claim);
		String slug = there.key().substring(0, there.key().indexOf('/'));
		if (!ClaimSubmission.AUTHOR.equals(there.claimant())) {
			return there.claimant();
		}
		List<String> authors = articles.stream()
			.filter((article) -> article.slug().equals(slug))
			.flatMap((article) -> article.authors().stream())
			.map(ArticleSubmission.BylineSubmission::agent)
			.toList();
		return (authors.size() == 1) ? authors.get(0) : "the author of " + slug;
	}

	private static List<ClaimSubmission> claims(String coding) throws IOException {
		return files(coding + "/**/*.claims.yaml").flatMap((file) -> READER.claims(file).stream())
			.map(Located::value)
			.toList();
	}

	private static List<RelationSubmission> relations() throws IOException {
		return files("relations.yaml").flatMap((file) -> READER.relations(file).stream()).map(Located::value).toList();
	}

	private static List<DiscrepancySubmission> discrepancies() throws IOException {
		return files("discrepancies.yaml").flatMap((file) -> READER.discrepancies(file).stream())
			.map(Located::value)
			.toList();
	}

	private static Stream<CorpusFile> files(String pattern) throws IOException {
		return FOLDER.files(pattern).stream();
	}

	private static <T> T present(@Nullable Located<T> located) {
		assertThat(located).isNotNull();
		return located.value();
	}

	private static <T> T present(@Nullable T value) {
		assertThat(value).isNotNull();
		return value;
	}

}
