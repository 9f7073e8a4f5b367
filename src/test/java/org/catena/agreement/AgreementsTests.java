package org.catena.agreement;

import org.catena.agreement.Comparison.Codings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/** The codings of the corpus, compared. */
@SpringBootTest
@AutoConfigureMockMvc(addFilters = false)
@ExtendWith(OutputCaptureExtension.class)
class AgreementsTests {

	@Autowired
	private Agreements agreements;

	@Test
	void compareTheFirstCodingAsItWasMade() {
		Comparison independent = this.agreements.compare(Codings.INDEPENDENT).orElseThrow();
		Comparison adjudicated = this.agreements.compare(Codings.ADJUDICATED).orElseThrow();
		assertThat(independent.articles()).hasSize(5);
		assertThat(independent.overAll().spans().second()).isEqualTo(adjudicated.overAll().spans().second());
		assertThat(independent.in("baev-2025-12-09").spans().first()).isEqualTo(108);
		assertThat(adjudicated.in("baev-2025-12-09").spans().first()).isEqualTo(115);
		assertThat(adjudicated.overAll().in(CodedField.STANCE).agreed())
			.isGreaterThan(independent.overAll().in(CodedField.STANCE).agreed());
	}

	@Test
	void listTheDifferencesUnderTheIdsOfTheFiles() {
		assertThat(this.agreements.adjudications()).hasSize(5)
			.allSatisfy((list) -> assertThat(list.rows())
				.allSatisfy((row) -> assertThat(row.first().name()).matches("c\\d+")));
	}

	@Test
	void areTheSameForOneArticleAloneAsAmongAll() {
		assertThat(this.agreements.adjudications()).isNotEmpty()
			.allSatisfy((list) -> assertThat(this.agreements.adjudications(list.text().slug())).containsExactly(list));
		assertThat(this.agreements.adjudications("unknown")).isEmpty();
	}

	@Test
	void arePrintedByTheCommands(@Autowired AgreementCommand command, CapturedOutput output) {
		command.run(new DefaultApplicationArguments("agreement", "coverage"));
		assertThat(output.getOut()).contains("Independent:", "Adjudicated:", "kind", "all articles",
				"Sentences that carry no claim");
		assertThat(command.getExitCode()).isZero();
	}

	@Test
	void areShown(@Autowired MockMvcTester mvc) {
		assertThat(mvc.get().uri("/about/agreement")).hasStatusOk()
			.bodyText()
			.contains("Two independent codings", "After adjudication", "/about/agreement/baev-2025-12-09");
		assertThat(mvc.get().uri("/about/agreement/ash-2025-11-24")).hasStatusOk()
			.bodyText()
			.contains("/claims/ash-2025-11-24/c01", "Shown now");
		assertThat(mvc.get().uri("/about/coverage")).hasStatusOk().bodyText().contains("Good morning.");
		assertThat(mvc.get().uri("/about/agreement/no-such-article")).hasStatus(404);
	}

	@Test
	void keepTheIndependentClaimsFromReaders(@Autowired MockMvcTester mvc) {
		assertThat(mvc.get().uri("/claims/baev-2025-12-09/c01independent")).hasStatus(404);
		assertThat(mvc.get().uri("/articles/baev-2025-12-09")).hasStatusOk()
			.bodyText()
			.doesNotContain("c01independent");
	}

}
