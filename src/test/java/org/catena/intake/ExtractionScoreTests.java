package org.catena.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ExtractionScoreTests {

	@Test
	void countsEachWordAsOftenAsItOccurs() {
		assertThat(ExtractionScore.f1("a a b", "a b b")).isEqualTo(2 * 2 / 6.0);
		assertThat(ExtractionScore.f1("和平计划", "和平")).isEqualTo(2 * 2 / 6.0);
		assertThat(ExtractionScore.f1("", "")).isEqualTo(1);
		assertThat(ExtractionScore.f1("a", "")).isZero();
	}

	@Test
	void reportsScoresAndMisses(@TempDir Path folder) throws IOException {
		page(folder, "good", "On the plan", "By Ann Example, 9 Dec 2025", "2025-12-09T10:00:00Z");
		page(folder, "bad", "Another title", "Somebody Else", "2025-12-08");
		String report = ExtractionScore.of(folder).report();
		assertThat(report).contains("| title | 2 | 0.500 |")
			.contains("| author | 2 | 0.500 |")
			.contains("| author, letter by letter as printed | 2 | 0.000 |")
			.contains("| date | 2 | 0.500 |")
			.contains("| body, mean F1 of words | 2 | 1.000 |")
			.contains("| bad | title | Another title | On the plan |")
			.doesNotContain("| good |");
	}

	private static void page(Path folder, String name, String title, String byline, String date) throws IOException {
		String text = "<p>"
				+ "A sentence of the piece, which is about the plan, its points, and its authors. ".repeat(8) + "</p>";
		Path page = Files.createDirectory(folder.resolve(name));
		Files.writeString(page.resolve("source.html"),
				"<html><head><title>On the plan</title><meta name=author content='Ann Example'>"
						+ "<meta property=article:published_time content=2025-12-09></head><body><article>" + text
						+ "</article></body></html>");
		Files.writeString(page.resolve("expected.html"), text);
		Files.writeString(page.resolve("expected-metadata.json"), """
				{"title": "%s", "byline": "%s", "publishedTime": "%s", "siteName": null}""".formatted(title, byline,
				date));
	}

}
