package org.catena.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.catena.WholeApplicationTest;
import org.catena.ingest.TestArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

@WholeApplicationTest
class RelevanceTests {

	@Autowired
	private TestArchive archive;

	@Autowired
	private ConfigurableApplicationContext application;

	@Test
	void measuresTheApplicationBesideBareLucene(@TempDir Path folder) throws IOException {
		this.archive.empty();
		Files.writeString(folder.resolve("documents.jsonl"), """
				{"id": "first", "title": "", "text": "A treaty was signed in the old town."}
				{"id": "second", "title": "Rivers", "text": "Rivers freeze in winter."}
				{"id": "third", "title": "Only a title about treaties", "text": ""}
				""");
		Files.writeString(folder.resolve("queries.tsv"), "1\ttreaty\n2\tfrozen rivers\n");
		Files.writeString(folder.resolve("qrels.txt"), "1 0 first 1\n1 0 third 1\n2 0 second 1\n");
		Map<String, RankingMeasures> means = Relevance.measure(JudgedCollection.read(folder), this.application);
		assertThat(means).hasSize(3);
		RankingMeasures bare = means.get("Lucene, title and text in one field");
		assertThat(bare.averagePrecision()).isEqualTo(1);
		assertThat(bare.ndcgAt10()).isEqualTo(1);
		assertThat(means.get("the application").averagePrecision()).isGreaterThanOrEqualTo(0.5);
	}

}
