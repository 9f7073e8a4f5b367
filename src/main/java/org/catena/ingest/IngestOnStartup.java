package org.catena.ingest;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.catena.article.Articles;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Reads the corpus at start as the policy says; as the command {@code ingest}, always,
 * and tells the shell whether an article was refused.
 */
@Component
@Order(0) // other commands speak of what is in the archive, so the corpus comes first
class IngestOnStartup implements ApplicationRunner, ExitCodeGenerator {

	/** The argument that makes the application read the corpus and end. */
	static final String COMMAND = "ingest";

	private static final Log log = LogFactory.getLog(IngestOnStartup.class);

	private final IngestCorpus ingestCorpus;

	private final IngestProperties properties;

	private final Articles articles;

	private int exitCode;

	IngestOnStartup(IngestCorpus ingestCorpus, IngestProperties properties, Articles articles) {
		this.ingestCorpus = ingestCorpus;
		this.properties = properties;
		this.articles = articles;
	}

	@Override
	public void run(ApplicationArguments args) {
		if (args.getNonOptionArgs().contains(COMMAND)) {
			this.exitCode = ingest("command");
		}
		else if (isWanted()) {
			ingest("start");
		}
	}

	private boolean isWanted() {
		return switch (this.properties.onStartup()) {
			case ALWAYS -> true;
			case WHEN_EMPTY -> this.articles.count() == 0;
			case NEVER -> false;
		};
	}

	private int ingest(String by) {
		try {
			return (this.ingestCorpus.ingest(by).refused() > 0) ? 1 : 0;
		}
		catch (IngestIsRunning ex) {
			log.warn(ex.getMessage());
			return 1;
		}
	}

	@Override
	public int getExitCode() {
		return this.exitCode;
	}

}
