package org.catena.search;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.catena.WholeApplicationTest;
import org.catena.ingest.TestArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** That the benchmark runs and compares like with like; not how fast anything is. */
@WholeApplicationTest
class BenchmarkTests {

	@Autowired
	private TestArchive archive;

	@Autowired
	private ConfigurableApplicationContext application;

	@LocalServerPort
	private int port;

	@Test
	void printsATable(@TempDir Path folder) throws Exception {
		this.archive.empty().readCorpus();
		String table = Benchmark.run(120, 1, folder, this.application, "http://localhost:" + this.port, null);
		assertThat(table).contains("| word in 99 % of articles `", "| phrase and word `", "| bare `COPY`");
		assertThat(this.archive.ask("select count(*) from article where slug like 'bench-%'")).isEqualTo("120");
		assertThat(this.archive.ask("select count(*) from shown_claim where key like 'bench-%'")).isNotEqualTo("0");
	}

	@Test
	void makesTheSameCorpusFromTheSameSeed(@TempDir Path folder) throws Exception {
		for (String name : List.of("one", "other")) {
			new GeneratedCorpus(Path.of("corpus"), 7).write(folder.resolve(name), 50);
		}
		assertThat(folder.resolve("one")).hasSameTextualContentAs(folder.resolve("other"));
		assertThat(Files.readAllLines(folder.resolve("one"))).hasSize(50);
	}

	@Test
	void takesQuantilesByTheNearestRank() {
		Times times = new Times();
		times.note(3, 1, 2, 4);
		assertThat(times.median()).isEqualTo(2, within(0.0));
		assertThat(times.quantile(0.95)).isEqualTo(4, within(0.0));
		assertThat(times).hasToString("2.0 / 4.0");
	}

}
