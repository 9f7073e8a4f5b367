package org.catena.ingest;

import java.nio.file.Path;

import org.catena.article.Articles;
import org.catena.ingest.IngestProperties.OnStartup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.DefaultApplicationArguments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;

class IngestOnStartupTests {

	private final IngestCorpus ingestCorpus = mock();

	private final IngestFile ingestFile = mock();

	private final Articles articles = mock();

	@ParameterizedTest
	@CsvSource({ "ALWAYS,0,true", "ALWAYS,5,true", "WHEN_EMPTY,0,true", "WHEN_EMPTY,1,false", "NEVER,0,false",
			"NEVER,5,false" })
	void followsThePolicy(OnStartup policy, long held, boolean reads) {
		given(this.articles.count()).willReturn(held);
		given(this.ingestCorpus.ingest(anyString())).willReturn(refusing(1));
		IngestOnStartup start = start(policy);
		start.run(new DefaultApplicationArguments("--server.port=0", "serve"));
		then(this.ingestCorpus).should(times(reads ? 1 : 0)).ingest("start");
		assertThat(start.getExitCode()).isZero();
	}

	@ParameterizedTest
	@CsvSource({ "NEVER,0,0", "NEVER,1,1", "WHEN_EMPTY,0,0", "ALWAYS,3,1" })
	void readsOnCommandAndTellsTheShell(OnStartup policy, int refused, int exitCode) {
		given(this.articles.count()).willReturn(5L);
		given(this.ingestCorpus.ingest(anyString())).willReturn(refusing(refused));
		IngestOnStartup start = start(policy);
		start.run(new DefaultApplicationArguments("ingest"));
		then(this.ingestCorpus).should().ingest("command");
		then(this.ingestCorpus).shouldHaveNoMoreInteractions();
		assertThat(start.getExitCode()).isEqualTo(exitCode);
	}

	@Test
	void readsTheFilesThatTheCommandNames() {
		given(this.ingestFile.ingest(Path.of("a.jsonl"), "command")).willReturn(refusing(1));
		given(this.ingestFile.ingest(Path.of("b.csv.gz"), "command")).willReturn(refusing(0));
		IngestOnStartup start = start(OnStartup.ALWAYS);
		start.run(new DefaultApplicationArguments("ingest", "a.jsonl", "b.csv.gz"));
		then(this.ingestFile).should().ingest(Path.of("b.csv.gz"), "command");
		then(this.ingestCorpus).shouldHaveNoInteractions();
		assertThat(start.getExitCode()).isEqualTo(1);
	}

	@Test
	void takesAnOptionOfThatNameForNoCommand() {
		start(OnStartup.NEVER).run(new DefaultApplicationArguments("--ingest"));
		then(this.ingestCorpus).should(never()).ingest(anyString());
	}

	@Test
	void startsWhereAnotherProcessReads() {
		given(this.ingestCorpus.ingest(anyString())).willThrow(new IngestIsRunning());
		IngestOnStartup start = start(OnStartup.ALWAYS);
		start.run(new DefaultApplicationArguments());
		assertThat(start.getExitCode()).isZero();
	}

	@Test
	void failsTheCommandWhereAnotherProcessReads() {
		given(this.ingestCorpus.ingest(anyString())).willThrow(new IngestIsRunning());
		IngestOnStartup start = start(OnStartup.NEVER);
		start.run(new DefaultApplicationArguments("ingest"));
		assertThat(start.getExitCode()).isEqualTo(1);
	}

	private IngestOnStartup start(OnStartup policy) {
		return new IngestOnStartup(this.ingestCorpus, this.ingestFile, new IngestProperties(policy, ""), this.articles);
	}

	private static IngestReport refusing(int articles) {
		return new IngestReport(1, 0, 0, 0, articles, articles);
	}

}
