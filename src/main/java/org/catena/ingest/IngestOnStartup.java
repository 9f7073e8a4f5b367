package org.catena.ingest;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

import org.catena.article.Articles;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Reads the corpus at start as the policy says; as the command {@code ingest}, always, or
 * the files that it names, and tells the shell whether an article was refused.
 */
@Component
@Order(0) // other commands speak of what is in the archive, so the corpus comes first
class IngestOnStartup implements ApplicationRunner, ExitCodeGenerator {

	/**
	 * The argument that makes the application read the corpus, or the files that follow
	 * it, and end.
	 */
	static final String COMMAND = "ingest";

	private static final Log log = LogFactory.getLog(IngestOnStartup.class);

	private final IngestCorpus ingestCorpus;

	private final IngestFile ingestFile;

	private final IngestProperties properties;

	private final Articles articles;

	private int exitCode;

	IngestOnStartup(IngestCorpus ingestCorpus, IngestFile ingestFile, IngestProperties properties, Articles articles) {
		this.ingestCorpus = ingestCorpus;
		this.ingestFile = ingestFile;
		this.properties = properties;
		this.articles = articles;
	}

	@Override
	public void run(ApplicationArguments args) {
		List<String> arguments = args.getNonOptionArgs();
		if (arguments.contains(COMMAND)) {
			List<String> files = arguments.subList(arguments.indexOf(COMMAND) + 1, arguments.size());
			this.exitCode = files.isEmpty() ? ingest(() -> this.ingestCorpus.ingest("command")) : ingestFiles(files);
		}
		else if (isWanted()) {
			ingest(() -> this.ingestCorpus.ingest("start"));
		}
	}

	private int ingestFiles(List<String> files) {
		int worst = 0;
		for (String file : files) {
			worst = Math.max(worst, ingest(() -> this.ingestFile.ingest(Path.of(file), "command")));
		}
		return worst;
	}

	private boolean isWanted() {
		return switch (this.properties.onStartup()) {
			case ALWAYS -> true;
			case WHEN_EMPTY -> this.articles.count() == 0;
			case NEVER -> false;
		};
	}

	private int ingest(Supplier<IngestReport> ingest) {
		try {
			return (ingest.get().refused() > 0) ? 1 : 0;
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
