package org.catena.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.catena.annotation.ClaimRefusal;
import org.catena.annotation.ClaimSubmission;
import org.catena.annotation.Claims;
import org.catena.annotation.DiscrepancySubmission;
import org.catena.annotation.RecordDiscrepancies;
import org.catena.annotation.RecordRelations;
import org.catena.annotation.RelationSubmission;
import org.catena.annotation.Standing;
import org.catena.article.Accession;
import org.catena.article.AgentSubmission;
import org.catena.article.ArticleSubmission;
import org.catena.article.Origin;
import org.catena.article.RecordNames;
import org.catena.article.SourceSubmission;
import org.catena.article.SubmissionRefused;
import org.catena.history.Attribution;
import org.catena.plan.CrosswalkRefusal;
import org.catena.plan.CrosswalkSubmission;
import org.catena.plan.PlanSubmission;
import org.catena.plan.RecordCrosswalks;
import org.catena.plan.RecordPlan;
import org.catena.plan.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Reads the corpus into the archive: plans, names, articles with their claims, relations,
 * discrepancies, crosswalks of plans. Reading the same corpus again changes nothing; a
 * bad file is reported and does not stop the others.
 */
@Component
public class IngestCorpus {

	/** The coding whose claims the archive shows. */
	static final String SHOWN_CODING = "first";

	private static final Log log = LogFactory.getLog(IngestCorpus.class);

	private final IngestProperties properties;

	private final IngestLock lock;

	private final IngestRuns runs;

	private final IngestProblems problems;

	private final RecordPlan recordPlan;

	private final RecordNames recordNames;

	private final SubmitArticle submitArticle;

	private final RecordRelations recordRelations;

	private final RecordDiscrepancies recordDiscrepancies;

	private final RecordCrosswalks recordCrosswalks;

	private final Claims claims;

	private final Clock clock;

	IngestCorpus(IngestProperties properties, IngestLock lock, IngestRuns runs, IngestProblems problems,
			RecordPlan recordPlan, RecordNames recordNames, SubmitArticle submitArticle,
			RecordRelations recordRelations, RecordDiscrepancies recordDiscrepancies, RecordCrosswalks recordCrosswalks,
			Claims claims, Clock clock) {
		this.properties = properties;
		this.lock = lock;
		this.runs = runs;
		this.problems = problems;
		this.recordPlan = recordPlan;
		this.recordNames = recordNames;
		this.submitArticle = submitArticle;
		this.recordRelations = recordRelations;
		this.recordDiscrepancies = recordDiscrepancies;
		this.recordCrosswalks = recordCrosswalks;
		this.claims = claims;
		this.clock = clock;
	}

	/**
	 * Reads the corpus of the configuration, or the one inside the application.
	 * @param by who asked for it
	 * @return what came of it
	 * @throws IngestIsRunning when the corpus is being read already
	 */
	public IngestReport ingest(String by) {
		String location = this.properties.corpus();
		if (location.isEmpty()) {
			location = Files.isRegularFile(Path.of("corpus", "sources.yaml")) ? "file:corpus/" : "classpath:corpus/";
		}
		return ingest(new CorpusFolder(location), by);
	}

	IngestReport ingest(CorpusFolder folder, String by) {
		return this.lock.holding(() -> {
			Reading reading = new Reading(folder, by, true);
			return Attribution.reading(reading.run.id(), by).during(reading::read);
		});
	}

	/**
	 * Reads some files of a corpus, handed in by somebody who may publish: what they do
	 * not name stays as it is, and sources and agents that the archive knows stay as they
	 * are there.
	 * @param found takes what is wrong with them
	 */
	IngestReport ingestPart(CorpusFolder folder, String by, Consumer<Problem> found) {
		return this.lock.holding(() -> {
			Reading reading = new Reading(folder, by, false);
			IngestReport report = Attribution.reading(reading.run.id(), by).during(reading::read);
			reading.found.all().forEach(found);
			return report;
		});
	}

	/** One reading. */
	private final class Reading {

		private final CorpusFolder folder;

		private final String by;

		/** Whether it is the whole corpus: what is not in it is withdrawn then. */
		private final boolean whole;

		/** What an editor changed, the whole corpus does not overwrite. */
		private final Origin origin;

		private final FoundProblems found = new FoundProblems();

		/** Where each plan, source, agent and article was read, by its kind and slug. */
		private final Map<String, String> slugs = new HashMap<>();

		private final CorpusReader reader = new CorpusReader(this.found);

		private final CorpusCodings codings;

		private final IngestRun run;

		Reading(CorpusFolder folder, String by, boolean whole) {
			this.folder = folder;
			this.by = by;
			this.whole = whole;
			this.origin = whole ? Origin.CORPUS : Origin.EDITOR;
			this.codings = new CorpusCodings(folder, this.reader, whole, this.found);
			this.run = IngestCorpus.this.runs.save(new IngestRun(by, IngestCorpus.this.clock.instant()));
		}

		IngestReport read() {
			log.info("Reading the corpus in " + this.folder);
			try {
				if (!this.folder.exists()) {
					throw new java.io.FileNotFoundException("there is no such folder");
				}
				files("plans/*.yaml").forEach(this::plan);
				RecordNames record = IngestCorpus.this.recordNames;
				files("sources.yaml").forEach((file) -> names(file, this.reader.sources(file), SourceSubmission::slug,
						this.whole ? record::record : record::recordNew));
				files("agents.yaml").forEach((file) -> names(file, this.reader.agents(file), AgentSubmission::slug,
						this.whole ? record::record : record::recordNew));
				List<CorpusFile> articles = files("articles/**/*.md");
				for (int i = 0; i < articles.size(); i++) {
					articleOrProblem(articles.get(i), i + 1, articles.size());
				}
				files("relations.yaml").forEach(this::relations);
				files("discrepancies.yaml").forEach(this::discrepancies);
				files("correspondences.yaml").forEach(this::crosswalks);
			}
			catch (IOException ex) {
				this.found.accept(Problem.unreadable(this.folder.toString(), null,
						"The corpus cannot be read: " + ex.getMessage() + ". Check catena.ingest.corpus."));
			}
			return end();
		}

		private IngestReport end() {
			this.run.end(IngestCorpus.this.clock.instant());
			IngestRun ended = IngestCorpus.this.runs.save(this.run);
			IngestCorpus.this.problems
				.saveAll(this.found.all().stream().map((problem) -> new IngestProblem(ended, problem)).toList());
			log.info("Corpus read: " + ended.inserted() + " articles new, " + ended.updated() + " changed, "
					+ ended.unchanged() + " the same, " + ended.refused() + " refused, " + this.found.count()
					+ " problems");
			return ended.report(this.found.count());
		}

		private List<CorpusFile> files(String pattern) throws IOException {
			return this.folder.files(pattern);
		}

		private void plan(CorpusFile file) {
			Located<PlanSubmission> plan = this.reader.plan(file);
			if (plan != null && isFirst("plan", plan.value().slug(), plan)) {
				store(file.path(), () -> IngestCorpus.this.recordPlan.record(plan.value()));
			}
		}

		private <T> void names(CorpusFile file, List<Located<T>> submissions, Function<T, String> slug,
				Function<T, Object> record) {
			for (Located<T> submission : submissions) {
				if (isFirst(file.path(), slug.apply(submission.value()), submission)) {
					store(file.path(), () -> record.apply(submission.value()));
				}
			}
		}

		/**
		 * Of two things with one slug, each reading would keep the one and then the
		 * other.
		 */
		private boolean isFirst(String kind, String slug, Located<?> at) {
			String other = this.slugs.putIfAbsent(kind + " " + slug, at.file());
			if (other != null) {
				this.found.accept(new Problem(Level.ERROR, Stage.CHECK, "SLUG_TWICE", at.file(), at.line("slug"),
						"The slug \"" + slug + "\" stands in " + other
								+ " already. Give one of the two another slug, or take one out."));
			}
			return other == null;
		}

		/** Whatever is the matter with one file, the others are read. */
		private void articleOrProblem(CorpusFile file, int number, int of) {
			try {
				article(file, number, of);
			}
			catch (RuntimeException ex) {
				log.error("Not read: " + file.path(), ex);
				this.found.accept(Problem.unreadable(file.path(), null, "The file cannot be read: " + ex.getMessage()
						+ ". Mend it, or tell those who run the archive; the log says more."));
				this.run.countRefused();
			}
		}

		private void article(CorpusFile file, int number, int of) {
			Located<ArticleSubmission> article = this.reader.article(file);
			if (article == null) {
				this.run.countRefused();
				return;
			}
			if (!isFirst("article", article.value().slug(), article)) {
				this.run.countRefused();
				return;
			}
			checkRaw(article);
			CorpusCodings.Codings codings = this.codings.of(file);
			SubmitArticle.Submitted submitted = null;
			try {
				submitted = store(file.path(), () -> IngestCorpus.this.submitArticle.submit(article.value(),
						codings.codings(), this.origin, this.by));
			}
			catch (SubmissionRefused ex) {
				ex.refusals()
					.forEach((refusal) -> this.found.accept(new Problem(Level.ERROR, Stage.CHECK, "ARTICLE_REFUSED",
							file.path(), article.line(refusal.field()), refusal.sentence())));
			}
			if (submitted == null) {
				this.run.countRefused();
				return;
			}
			this.run.count(submitted.outcome());
			this.found.refused(submitted.refusals(), codings.claims(), ClaimSubmission::key);
			submitted.withdrawn()
				.forEach((key) -> this.found.accept(
						new Problem(Level.WARNING, Stage.CHECK, "CLAIM_WITHDRAWN", file.path(), null, "The claim " + key
								+ " is no longer in the file and was withdrawn. Put it back if that was not meant.")));
			log.info(number + " of " + of + ": " + submitted.slug() + ", " + codings.claims().size() + " claims, "
					+ submitted.outcome().name().toLowerCase(java.util.Locale.ROOT));
		}

		private void checkRaw(Located<ArticleSubmission> article) {
			ArticleSubmission.RawText raw = article.value().raw();
			if (raw == null || !this.whole) {
				return;
			}
			String sentence = null;
			try {
				List<CorpusFile> files = files(raw.file());
				if (files.isEmpty()) {
					sentence = "The raw text \"" + raw.file() + "\" is missing. Put it back, or correct the name.";
				}
				else if (!Sha256.of(files.get(0).bytes()).equals(raw.sha256())) {
					sentence = "The raw text \"" + raw.file()
							+ "\" is not the one of the hash. Put back the text as it was received.";
				}
			}
			catch (IOException | java.io.UncheckedIOException ex) {
				sentence = "The raw text \"" + raw.file() + "\" cannot be read: " + ex.getMessage() + ".";
			}
			if (sentence != null) {
				this.found.accept(new Problem(Level.WARNING, Stage.CHECK, "RAW_TEXT_DIFFERS", article.file(),
						article.line("raw"), sentence));
			}
		}

		private void relations(CorpusFile file) {
			int before = this.found.count();
			List<Located<RelationSubmission>> relations = this.reader.relations(file);
			boolean complete = this.whole && this.found.count() == before;
			List<ClaimRefusal> refusals = store(file.path(), () -> IngestCorpus.this.recordRelations
				.record(relations.stream().map(Located::value).toList(), SHOWN_CODING, this.origin, complete));
			if (refusals != null) {
				this.found.refused(refusals, relations, RelationSubmission::label);
			}
		}

		private void discrepancies(CorpusFile file) {
			int before = this.found.count();
			List<Located<DiscrepancySubmission>> discrepancies = this.reader.discrepancies(file);
			boolean complete = this.whole && this.found.count() == before;
			List<ClaimRefusal> refusals = store(file.path(), () -> IngestCorpus.this.recordDiscrepancies
				.record(discrepancies.stream().map(Located::value).toList(), SHOWN_CODING, this.origin, complete));
			if (refusals != null) {
				this.found.refused(refusals, discrepancies, DiscrepancySubmission::claim);
			}
		}

		private void crosswalks(CorpusFile file) {
			int before = this.found.count();
			List<Located<CrosswalkSubmission>> crosswalks = this.reader.crosswalks(file);
			boolean complete = this.whole && this.found.count() == before;
			List<CrosswalkRefusal> refusals = store(file.path(),
					() -> IngestCorpus.this.recordCrosswalks.record(crosswalks.stream().map(Located::value).toList(),
							(key) -> IngestCorpus.this.claims.existsByKeyAndStanding(key, Standing.SHOWN), complete));
			if (refusals == null) {
				return;
			}
			for (CrosswalkRefusal refusal : refusals) {
				Located<CrosswalkSubmission> at = crosswalks.get(refusal.crosswalk());
				String list = refusal.list();
				this.found.accept(new Problem(Level.ERROR, Stage.CHECK, "CROSSWALK_REFUSED", file.path(),
						(list != null) ? at.line(list, refusal.row(), refusal.field()) : at.line(refusal.field()),
						at.value().label() + ": " + refusal.sentence()));
			}
		}

		private <T> @Nullable T store(String file, java.util.function.Supplier<T> work) {
			try {
				return work.get();
			}
			catch (DataAccessException | TransactionException ex) {
				log.error("Not stored: " + file, ex);
				this.found.accept(new Problem(Level.ERROR, Stage.STORE, "NOT_STORED", file, null,
						"The record could not be written; the log says why. Mend that and read the corpus again."));
				return null;
			}
		}

	}

}
