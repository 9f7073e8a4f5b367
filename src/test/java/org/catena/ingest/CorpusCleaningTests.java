package org.catena.ingest;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;

/** The cleaning that an article documents, applied to its raw text, gives its text. */
class CorpusCleaningTests {

	private static final CorpusFolder FOLDER = new CorpusFolder("file:corpus/");

	static List<CorpusFile> articles() throws IOException {
		return FOLDER.files("articles/**/*.md");
	}

	@Test
	void hasArticlesToClean() throws IOException {
		assertThat(articles()).hasSize(5);
	}

	@ParameterizedTest
	@MethodSource("articles")
	void givesTheTextOfTheArticle(CorpusFile article) throws IOException {
		String file = article.text();
		int end = file.indexOf("\n---\n");
		Map<String, Object> frontMatter = new Yaml().load(file.substring(0, end));
		assertThat(clean(raw(frontMatter), frontMatter)).isEqualTo(file.substring(end + "\n---\n".length()).strip());
	}

	private static String raw(Map<String, Object> frontMatter) throws IOException {
		return FOLDER.files(((Map<?, ?>) frontMatter.get("raw")).get("file").toString()).get(0).text();
	}

	private static String clean(String raw, Map<String, Object> frontMatter) {
		String text = Normalizer.normalize(raw, Normalizer.Form.NFC).replace("\r\n", "\n");
		List<String> subheads = new ArrayList<>();
		for (Object element : (List<?>) frontMatter.get("cleaning")) {
			Map<?, ?> step = (Map<?, ?>) element;
			if ("mark-subhead".equals(step.get("rule"))) {
				subheads.add(step.get("line").toString());
			}
			else {
				String removed = step.get("removed").toString();
				int at = text.indexOf(removed);
				assertThat(at).as("%s: %s", step.get("rule"), removed).isNotNegative();
				text = text.substring(0, at) + text.substring(at + removed.length());
			}
		}
		List<String> paragraphs = new ArrayList<>();
		for (String line : text.split("\n")) {
			String stripped = line.replaceAll("^[\\s\\u00A0]+|[\\s\\u00A0]+$", "");
			if (!stripped.isEmpty()) {
				paragraphs.add(subheads.remove(stripped) ? "## " + stripped : stripped);
			}
		}
		assertThat(subheads).as("subheads that are no line of the raw text").isEmpty();
		return String.join("\n\n", paragraphs);
	}

}
