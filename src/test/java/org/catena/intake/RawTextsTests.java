package org.catena.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;

/** The cleaning rules make of each raw text what was once cleaned by hand. */
class RawTextsTests {

	static List<Path> articles() throws IOException {
		try (Stream<Path> files = Files.list(Path.of("corpus/articles/2025"))) {
			return files.filter((file) -> file.toString().endsWith(".md")).sorted().toList();
		}
	}

	@Test
	void hasFiveTexts() throws IOException {
		assertThat(articles()).hasSize(5);
	}

	@ParameterizedTest
	@MethodSource("articles")
	void givesTheTextOfTheArticle(Path article) throws Exception {
		String file = Files.readString(article);
		assertThat(read(article).text()).isEqualTo(file.substring(file.indexOf("\n---\n") + 5).strip());
	}

	@ParameterizedTest
	@MethodSource("articles")
	void proposesThePrintedTitle(Path article) throws Exception {
		Object title = ((Map<?, ?>) frontMatter(article).get("title")).get("value");
		assertThat(Proposal.first(read(article).titles()).map(ProposedValue::value).orElse(null)).isEqualTo(title);
	}

	@Test
	void proposesWhatTheTextsPrintOfAuthorsDatesAndSources() throws Exception {
		Proposal baev = read(Path.of("corpus/articles/2025/2025-12-09-baev.md"));
		Proposal pomeroy = read(Path.of("corpus/articles/2025/2025-12-04-pomeroy.md"));
		assertThat(baev.bylines().get(0).names()).containsExactly("Pavel K. Baev");
		assertThat(baev.dates().get(0).value()).isEqualTo("2025-12-09");
		assertThat(baev.dates().get(0).evidence()).contains("Posted Tuesday, 9 Dec 2025 by Pavel K. Baev");
		assertThat(pomeroy.bylines().get(0).names()).containsExactly("Zoë Pomeroy");
		assertThat(pomeroy.sources().get(0).value()).isEqualTo("The Colloquium");
		assertThat(pomeroy.dates()).isEmpty();
		assertThat(pomeroy.warnings()).anyMatch((warning) -> warning.contains("12 minutes ago"));
	}

	@Test
	void keepsReprintNotes() throws Exception {
		assertThat(read(Path.of("corpus/articles/2025/2025-11-24-ash.md")).notes()).hasSize(2);
	}

	private static Proposal read(Path article) throws Exception {
		Object raw = ((Map<?, ?>) frontMatter(article).get("raw")).get("file");
		return PieceReading.propose(
				new Piece(Files.readAllBytes(Path.of("corpus", raw.toString())), "text/plain", null, null),
				LocalDate.of(2026, 1, 1));
	}

	private static Map<String, Object> frontMatter(Path article) throws IOException {
		String file = Files.readString(article);
		return new Yaml().load(file.substring(0, file.indexOf("\n---\n")));
	}

}
