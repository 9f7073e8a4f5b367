package org.catena.editing;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.ui.ExtendedModelMap;

import static org.assertj.core.api.Assertions.assertThat;

/** How many questions the page of an adjudication asks the database. */
@WholeApplicationTest
@WithMockUser(username = "another", roles = "REVIEWER")
class AdjudicationStatementTests {

	@Autowired
	private TestArchive archive;

	@Autowired
	private Editors editors;

	@Autowired
	private SecondCodings codings;

	@Autowired
	private FinishCoding finishCoding;

	@Autowired
	private Decisions decisions;

	@Autowired
	private AdjudicationController controller;

	@Test
	void doesNotDependOnTheClaims(@TempDir Path folder) {
		this.archive.hold(TestCorpus.in(folder).article(speech("short", 3)).article(speech("long", 200)));
		this.editors.add("counted-coder", "{noop}", Role.EDITOR);
		List<String> few = statements(coding("short", 3), 3);
		assertThat(few).isNotEmpty().hasSizeLessThan(20);
		assertThat(statements(coding("long", 200), 200)).isEqualTo(few);
	}

	private List<String> statements(long id, int rows) {
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.setRemoteUser("another");
		request.addUserRole(Role.REVIEWER.name());
		ExtendedModelMap model = new ExtendedModelMap();
		// The figures are computed once.
		this.controller.open(String.valueOf(id), "", request, model);
		List<String> statements = SqlStatements.of(() -> this.controller.open(String.valueOf(id), "", request, model));
		assertThat(((AdjudicationPage) model.get("page")).rows()).hasSize(rows)
			.allSatisfy((row) -> assertThat(row.differing()).isNotEmpty())
			.anySatisfy((row) -> assertThat(row.decision()).isNotNull());
		return statements;
	}

	private long coding(String slug, int claims) {
		long id = this.codings.begin("counted-coder", slug, true).orElseThrow();
		List<ClaimForm> forms = IntStream.rangeClosed(1, claims)
			.mapToObj((i) -> new ClaimForm(sentence(i), "", "", "Otherwise.", "1", "", "original", "Bob Speaker",
					"author", "reports", "asserted", "evaluative", "plan", "", "content", "supports", "0.8", ""))
			.toList();
		assertThat(this.codings.save(id, forms, List.of(), 1)).isTrue();
		assertThat(this.finishCoding.finish(this.codings.find(id).orElseThrow())).isEmpty();
		this.decisions.decide(id, 1, 0, new Decisions.Decided(Decisions.Choice.SECOND, null, "Because", 0), "another");
		return id;
	}

	private static TestArticle speech(String slug, int claims) {
		return TestArticle
			.of(slug,
					IntStream.rangeClosed(1, claims)
						.mapToObj(AdjudicationStatementTests::sentence)
						.collect(Collectors.joining("\n\n")))
			.claims(IntStream.rangeClosed(1, claims)
				.mapToObj((i) -> TestClaim.of("c%03d".formatted(i), sentence(i))
					.with("points", "[{number: 1, bearing: about}]"))
				.toArray(TestClaim[]::new));
	}

	private static String sentence(int number) {
		return "Sentence %03d says that the plan is bad.".formatted(number);
	}

}
