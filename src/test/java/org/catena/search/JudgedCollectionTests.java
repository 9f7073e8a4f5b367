package org.catena.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class JudgedCollectionTests {

	@Test
	void readsTheThreeFiles(@TempDir Path folder) throws IOException {
		write(folder, "1\tpeace plan\n2\tnothing relevant\n", "1 0 MED-10 2\n1\tQ0\tb 0\n2 0 b 0\n");
		Files.writeString(folder.resolve("documents.jsonl"), """
				{"id": "MED-10", "title": "A title", "text": "Words.", "url": "ignored"}

				{"id": 7, "text": "No title"}
				""");
		JudgedCollection collection = JudgedCollection.read(folder);
		assertThat(collection.queries()).isEqualTo(Map.of("1", "peace plan"));
		assertThat(collection.grades().get("1")).isEqualTo(Map.of("MED-10", 2, "b", 0));
		List<JudgedCollection.Document> documents = new ArrayList<>();
		collection.forEachDocument(documents::add);
		assertThat(documents).containsExactly(new JudgedCollection.Document("MED-10", "A title", "Words."),
				new JudgedCollection.Document("7", "", "No title"));
	}

	@Test
	void saysWhichLineIsWrong(@TempDir Path folder) throws IOException {
		write(folder, "1\tpeace plan\n", "1 0 a 1\n1 0 b\n");
		assertThatIOException().isThrownBy(() -> JudgedCollection.read(folder))
			.withMessageContaining("qrels.txt, line 2");
	}

	@ParameterizedTest
	@ValueSource(strings = { "articles", "claims" })
	void shipsSetsThatJudgeWhatIsInTheCorpus(String name) throws IOException {
		StringBuilder corpus = new StringBuilder();
		try (Stream<Path> files = Files.walk(Path.of("corpus", "articles"))) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				corpus.append(Files.readString(file)).append('\n');
			}
		}
		JudgedCollection collection = JudgedCollection.read(Path.of("src", "bench", "relevance", name));
		assertThat(collection.queries()).hasSizeGreaterThanOrEqualTo(20);
		assertThat(collection.isOfClaims()).isEqualTo(name.equals("claims"));
		collection.grades()
			.values()
			.forEach((grades) -> grades.keySet()
				.forEach((id) -> assertThat(corpus)
					.containsPattern("(?m)^(slug|- id): " + java.util.regex.Pattern.quote(id) + "$")));
	}

	private static void write(Path folder, String queries, String judgments) throws IOException {
		Files.writeString(folder.resolve("queries.tsv"), queries);
		Files.writeString(folder.resolve("qrels.txt"), judgments);
	}

}
