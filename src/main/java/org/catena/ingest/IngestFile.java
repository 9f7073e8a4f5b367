package org.catena.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.catena.annotation.BulkAnnotating;
import org.catena.annotation.ClaimRefusal;
import org.catena.annotation.ClaimSubmission;
import org.catena.annotation.Standing;
import org.catena.article.Accession;
import org.catena.article.Agent;
import org.catena.article.AgentSubmission;
import org.catena.article.Agents;
import org.catena.article.Article;
import org.catena.article.BulkAccession;
import org.catena.article.Origin;
import org.catena.article.RecordNames;
import org.catena.article.Source;
import org.catena.article.SourceSubmission;
import org.catena.article.Sources;
import org.catena.article.SubmissionRefused;
import org.catena.history.Attribution;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads a file of many articles into the archive, a batch at a time: what it holds
 * already is passed over, so a reading that was cut off is simply begun again. A bad line
 * is reported and does not stop the others.
 */
@Component
public class IngestFile {

	/** Articles of a batch at most, each batch being one transaction. */
	private static final int BATCH = 500;

	/** Characters of a batch, roughly, at most: texts can be long. */
	private static final int BATCH_SIZE = 4_000_000;

	/** Batches that are read ahead at most. */
	private static final int AHEAD = 2;

	/** Problems that a report keeps at most. */
	static final int MOST_PROBLEMS = 1_000;

	private static final Log log = LogFactory.getLog(IngestFile.class);

	private final IngestLock lock;

	private final IngestRuns runs;

	private final IngestProblems problems;

	private final RecordNames recordNames;

	private final Sources sources;

	private final Agents agents;

	private final BulkAccession accession;

	private final BulkAnnotating annotating;

	private final SubmitArticle submitArticle;

	private final TransactionTemplate transaction;

	private final Clock clock;

	IngestFile(IngestLock lock, IngestRuns runs, IngestProblems problems, RecordNames recordNames, Sources sources,
			Agents agents, BulkAccession accession, BulkAnnotating annotating, SubmitArticle submitArticle,
			TransactionTemplate transaction, Clock clock) {
		this.lock = lock;
		this.runs = runs;
		this.problems = problems;
		this.recordNames = recordNames;
		this.sources = sources;
		this.agents = agents;
		this.accession = accession;
		this.annotating = annotating;
		this.submitArticle = submitArticle;
		this.transaction = transaction;
		this.clock = clock;
	}

	/**
	 * Reads a file.
	 * @param path a file of JSON lines or CSV, perhaps compressed by gzip
	 * @param by who asked for it
	 * @return what came of it
	 * @throws IngestIsRunning when something is being read already
	 */
	public IngestReport ingest(Path path, String by) {
		return this.lock.holding(() -> {
			Reading reading = new Reading(path, by);
			return Attribution.reading(reading.run.id(), by).during(reading::read);
		});
	}

	/**
	 * Articles that were read together.
	 *
	 * @param articles the articles
	 * @param problems what was wrong with these and others
	 * @param refused how many others were no articles
	 * @param part which part of the file had been read, from 0 to 1
	 * @param last whether nothing follows
	 */
	private record Batch(List<BulkArticle> articles, List<Problem> problems, int refused, double part, boolean last) {
	}

	/** One reading. One thread reads and checks, another writes. */
	private final class Reading {

		private final Path path;

		private final String file;

		private final String by;

		private final BlockingQueue<Batch> batches = new ArrayBlockingQueue<>(AHEAD);

		private final IngestRun run;

		private final Progress progress = new Progress();

		private volatile boolean ended;

		private int kept;

		private int found;

		Reading(Path path, String by) {
			this.path = path;
			this.file = path.getFileName().toString();
			this.by = by;
			this.run = IngestFile.this.runs.save(new IngestRun(by + ": " + this.file, IngestFile.this.clock.instant()));
		}

		IngestReport read() {
			log.info("Reading " + this.path);
			Thread reader = new Thread(this::readAll, "ingest-reader");
			reader.setDaemon(true);
			reader.start();
			try {
				boolean last = false;
				while (!last) {
					Batch batch = this.batches.take();
					write(batch);
					last = batch.last();
				}
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new IllegalStateException("Interrupted while reading " + this.path, ex);
			}
			finally {
				this.ended = true;
				reader.interrupt();
			}
			return end();
		}

		private void readAll() {
			Reader reader = new Reader();
			try (BulkFile bulk = new BulkFile(this.path)) {
				if (!BulkFile.isBulkFile(this.path)) {
					throw new IOException(
							"its name must end in .jsonl or .csv, or in either with .gz, so that its format is known");
				}
				if (bulk.isCsv()) {
					reader.csv(bulk);
				}
				else {
					reader.json(bulk);
				}
			}
			catch (IOException ex) {
				reader.unreadable("The file cannot be read " + ((reader.line > 0) ? "further: " : ": ") + reason(ex)
						+ ". What came before was taken in; mend the file and begin again.");
			}
			catch (RuntimeException | Error ex) {
				log.error("Not read: " + this.path, ex);
				reader.unreadable("The file cannot be read further: " + ex + ". The log says more.");
			}
			reader.hand(true, 1);
		}

		private static String reason(IOException ex) {
			return (ex instanceof java.nio.file.NoSuchFileException) ? "there is no such file"
					: (ex instanceof java.io.EOFException) ? "it ends in the middle" : String.valueOf(ex.getMessage());
		}

		/** Whatever is the matter with one article, the others are written. */
		private void write(Batch batch) {
			List<Problem> found = new ArrayList<>(batch.problems());
			for (int i = 0; i < batch.refused(); i++) {
				this.run.countRefused();
			}
			try {
				IngestFile.this.transaction.executeWithoutResult((status) -> names(batch.articles()));
				List<BulkArticle> alone = writeTogether(batch.articles(), found);
				alone.forEach((article) -> writeAlone(article, found));
			}
			catch (DataAccessException | TransactionException | SubmissionRefused ex) {
				log.warn("Writing the articles of a batch one by one", ex);
				batch.articles().forEach((article) -> writeAlone(article, found));
			}
			keep(found);
			this.progress.say(this.file, this.run, batch.part());
		}

		/** Sources and agents that the file describes and the archive does not have. */
		private void names(List<BulkArticle> articles) {
			Map<String, SourceSubmission> newSources = new LinkedHashMap<>();
			Map<String, AgentSubmission> newAgents = new LinkedHashMap<>();
			for (BulkArticle article : articles) {
				SourceSubmission source = article.source();
				if (source != null) {
					newSources.putIfAbsent(source.slug(), source);
				}
				article.agents().forEach((agent) -> newAgents.putIfAbsent(agent.slug(), agent));
			}
			if (!newSources.isEmpty()) {
				IngestFile.this.sources.findBySlugIn(Set.copyOf(newSources.keySet()))
					.stream()
					.map(Source::slug)
					.forEach(newSources::remove);
				newSources.values().forEach(IngestFile.this.recordNames::record);
			}
			if (!newAgents.isEmpty()) {
				IngestFile.this.agents.findBySlugIn(Set.copyOf(newAgents.keySet()))
					.stream()
					.map(Agent::slug)
					.forEach(newAgents::remove);
				newAgents.values().forEach(IngestFile.this.recordNames::record);
			}
		}

		/** Writes a batch in one transaction; returns what must be written alone. */
		private List<BulkArticle> writeTogether(List<BulkArticle> articles, List<Problem> found) {
			Written written = IngestFile.this.transaction.execute((status) -> accept(articles));
			if (written == null) {
				return List.of();
			}
			found.addAll(written.problems());
			written.outcomes().forEach(this.run::count);
			for (int i = 0; i < written.refused(); i++) {
				this.run.countRefused();
			}
			return written.alone();
		}

		private Written accept(List<BulkArticle> articles) {
			Written written = new Written(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new int[1]);
			List<BulkAccession.Taken> taken = IngestFile.this.accession
				.accept(articles.stream().map(BulkArticle::article).toList(), Origin.CORPUS, this.by);
			List<BulkAnnotating.Markup> fresh = new ArrayList<>();
			List<BulkAnnotating.Markup> held = new ArrayList<>();
			for (int i = 0; i < taken.size(); i++) {
				BulkArticle article = articles.get(i);
				Article entity = taken.get(i).article();
				if (entity != null && article.claims() != null) {
					((taken.get(i).state() == BulkAccession.State.NEW) ? fresh : held)
						.add(new BulkAnnotating.Markup(entity, article.article().text().value(), article.claims()));
				}
			}
			Set<String> differing = held.isEmpty() ? Set.of() : IngestFile.this.annotating.differing(held);
			for (int i = 0; i < taken.size(); i++) {
				BulkArticle article = articles.get(i);
				switch (taken.get(i).state()) {
					case NEW -> written.outcomes().add(Accession.Outcome.INSERTED);
					case REFUSED -> written
						.refuse(taken.get(i).refusals().stream().map((refusal) -> refused(article, refusal)).toList());
					case DIFFERENT -> written.alone().add(article);
					case SAME -> {
						if (differing.contains(article.article().slug())) {
							written.alone().add(article);
						}
						else {
							written.outcomes().add(Accession.Outcome.UNCHANGED);
						}
					}
				}
			}
			if (!fresh.isEmpty()) {
				Map<String, Integer> lines = articles.stream()
					.collect(Collectors.toMap((article) -> article.article().slug(), BulkArticle::line,
							(first, second) -> first));
				IngestFile.this.annotating.annotate(fresh)
					.forEach((refusal) -> written.problems()
						.add(refused(lines.get(refusal.key().replaceFirst("/.*", "")), refusal)));
			}
			return written;
		}

		private void writeAlone(BulkArticle article, List<Problem> found) {
			try {
				SubmitArticle.Submitted submitted = IngestFile.this.submitArticle.submit(article.article(),
						codings(article.claims()), Origin.CORPUS, this.by);
				this.run.count(submitted.outcome());
				submitted.refusals().forEach((refusal) -> found.add(refused(article.line(), refusal)));
				submitted.withdrawn()
					.forEach((key) -> found.add(new Problem(Level.WARNING, Stage.CHECK, "CLAIM_WITHDRAWN", this.file,
							article.line(), "The claim " + key + " is no longer in the line and was withdrawn.")));
			}
			catch (SubmissionRefused ex) {
				this.run.countRefused();
				ex.refusals().forEach((refusal) -> found.add(refused(article, refusal)));
			}
			catch (DataAccessException | TransactionException ex) {
				log.error("Not stored: line " + article.line(), ex);
				this.run.countRefused();
				found.add(new Problem(Level.ERROR, Stage.STORE, "NOT_STORED", this.file, article.line(),
						"The record could not be written; the log says why. Mend that and read the file again."));
			}
		}

		private static List<SubmitArticle.Coding> codings(@Nullable List<ClaimSubmission> claims) {
			if (claims == null) {
				return List.of();
			}
			Map<String, List<ClaimSubmission>> byCoding = new LinkedHashMap<>();
			byCoding.put(IngestCorpus.SHOWN_CODING, new ArrayList<>());
			claims
				.forEach((claim) -> byCoding.computeIfAbsent(claim.coding(), (coding) -> new ArrayList<>()).add(claim));
			List<SubmitArticle.Coding> codings = new ArrayList<>();
			byCoding
				.forEach((coding, some) -> codings.add(new SubmitArticle.Coding(coding, Standing.SHOWN, some, true)));
			return codings;
		}

		private Problem refused(BulkArticle article, SubmissionRefused.Refusal refusal) {
			return new Problem(Level.ERROR, Stage.CHECK, "ARTICLE_REFUSED", this.file, article.line(),
					refusal.sentence());
		}

		private Problem refused(@Nullable Integer line, ClaimRefusal refusal) {
			Stage stage = refusal.code().startsWith("QUOTE_") ? Stage.ANCHOR : Stage.CHECK;
			return new Problem(Level.ERROR, stage, refusal.code(), this.file, line,
					refusal.key() + ": " + refusal.sentence());
		}

		/** However many problems there are, the report can be read. */
		private void keep(List<Problem> found) {
			this.found += found.size();
			List<Problem> some = found.subList(0, Math.min(found.size(), MOST_PROBLEMS - this.kept));
			some.forEach(log::warn);
			this.kept += some.size();
			IngestFile.this.problems
				.saveAll(some.stream().map((problem) -> new IngestProblem(this.run, problem)).toList());
		}

		private IngestReport end() {
			if (this.found > this.kept) {
				IngestFile.this.problems.saveAll(List.of(new IngestProblem(this.run,
						new Problem(Level.WARNING, Stage.READ, "PROBLEMS_LEFT_OUT", this.file, null,
								"%,d further problems are not listed. Mend these and read the file again."
									.formatted(this.found - this.kept)))));
			}
			this.run.end(IngestFile.this.clock.instant());
			IngestRun ended = IngestFile.this.runs.save(this.run);
			log.info(this.file + " read: " + ended.inserted() + " articles new, " + ended.updated() + " changed, "
					+ ended.unchanged() + " the same, " + ended.refused() + " refused, " + this.found + " problems");
			return new IngestReport(ended.id(), ended.inserted(), ended.updated(), ended.unchanged(), ended.refused(),
					this.found);
		}

		/** What reads, in a thread of its own. */
		private final class Reader {

			private final List<BulkArticle> articles = new ArrayList<>();

			private final List<Problem> problems = new ArrayList<>();

			private final SlugsSeen slugs = new SlugsSeen();

			private final BulkReader lines = new BulkReader(Reading.this.file, this.problems::add);

			private int refused;

			private int size;

			private int line;

			void json(BulkFile bulk) throws IOException {
				LineReader reader = bulk.lines();
				for (LineReader.Line next = reader.next(); next != null && !Reading.this.ended; next = reader.next()) {
					this.line = next.number();
					if (!next.isBlank()) {
						add(this.lines.json(next), bulk);
					}
				}
			}

			void csv(BulkFile bulk) throws IOException {
				CsvReader reader = bulk.records();
				CsvReader.CsvRecord first = reader.next();
				if (first == null) {
					throw new IOException("it is empty");
				}
				List<String> header = first.fields().stream().map(String::strip).toList();
				for (CsvReader.CsvRecord next = reader.next(); next != null
						&& !Reading.this.ended; next = reader.next()) {
					this.line = next.line();
					if (!next.isEmpty()) {
						add(this.lines.csv(next, header), bulk);
					}
				}
			}

			private void add(@Nullable BulkArticle article, BulkFile bulk) throws IOException {
				int before = (article != null) ? this.slugs.add(article.article().slug(), article.line()) : 0;
				if (article == null) {
					this.refused++;
				}
				else if (before > 0) {
					this.refused++;
					this.problems.add(new Problem(Level.ERROR, Stage.CHECK, "SLUG_TWICE", Reading.this.file,
							article.line(), "The slug \"" + article.article().slug() + "\" is that of line " + before
									+ " already. Give one of the two articles another slug, or take one out."));
				}
				else {
					this.articles.add(article);
					this.size += article.size();
				}
				if (this.articles.size() == BATCH || this.size > BATCH_SIZE || this.problems.size() >= BATCH) {
					hand(false, bulk.part());
				}
			}

			void unreadable(String sentence) {
				this.refused++;
				this.problems.add(Problem.unreadable(Reading.this.file, (this.line > 0) ? this.line : null, sentence));
			}

			void hand(boolean last, double part) {
				Batch batch = new Batch(List.copyOf(this.articles), List.copyOf(this.problems), this.refused, part,
						last);
				this.articles.clear();
				this.problems.clear();
				this.refused = 0;
				this.size = 0;
				try {
					while (!Reading.this.ended && !Reading.this.batches.offer(batch, 1, TimeUnit.SECONDS)) {
						// Until there is room, or nobody takes any more.
					}
				}
				catch (InterruptedException ex) {
					Thread.currentThread().interrupt();
				}
			}

		}

	}

	/**
	 * What came of a batch.
	 *
	 * @param outcomes what became of the articles that were taken in
	 * @param problems what was wrong
	 * @param alone articles that must be written alone
	 * @param refusals how many were refused, at index 0
	 */
	private record Written(List<Accession.Outcome> outcomes, List<Problem> problems, List<BulkArticle> alone,
			int[] refusals) {

		void refuse(List<Problem> why) {
			this.refusals[0]++;
			this.problems.addAll(why);
		}

		int refused() {
			return this.refusals[0];
		}

	}

	/** Says every few seconds how far it is. */
	private static final class Progress {

		private static final long EVERY = TimeUnit.SECONDS.toNanos(5);

		private final long start = System.nanoTime();

		private long said = this.start;

		void say(String file, IngestRun run, double part) {
			long now = System.nanoTime();
			if (now - this.said < EVERY) {
				return;
			}
			this.said = now;
			double seconds = (now - this.start) / 1e9;
			int articles = run.inserted() + run.updated() + run.unchanged() + run.refused();
			log.info("%s: %,d articles, %.0f %% read, %,.0f a second, %s left".formatted(file, articles, 100 * part,
					articles / seconds, duration((part > 0) ? seconds / part - seconds : 0)));
		}

		static String duration(double seconds) {
			long whole = Math.round(seconds);
			return (whole < 60) ? whole + " s" : (whole < 3600) ? whole / 60 + " min " + whole % 60 + " s"
					: whole / 3600 + " h " + whole % 3600 / 60 + " min";
		}

	}

}
