package org.catena.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.catena.annotation.BulkAnnotating;
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
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes articles of a file in one transaction: new ones are copied, those that the
 * archive holds otherwise are handed in one by one, and so are all of them when the
 * transaction fails. Whatever is the matter with one article, the others are written.
 */
@Component
class WriteBatch {

	private static final Log log = LogFactory.getLog(WriteBatch.class);

	private final RecordNames recordNames;

	private final Sources sources;

	private final Agents agents;

	private final BulkAccession accession;

	private final BulkAnnotating annotating;

	private final SubmitArticle submitArticle;

	private final TransactionTemplate transaction;

	WriteBatch(RecordNames recordNames, Sources sources, Agents agents, BulkAccession accession,
			BulkAnnotating annotating, SubmitArticle submitArticle, TransactionTemplate transaction) {
		this.recordNames = recordNames;
		this.sources = sources;
		this.agents = agents;
		this.accession = accession;
		this.annotating = annotating;
		this.submitArticle = submitArticle;
		this.transaction = transaction;
	}

	/**
	 * Writes.
	 * @param articles the articles, no two with one slug
	 * @param file their file, for the report
	 * @param by who hands them in
	 * @param run counts what became of them
	 * @return what was wrong
	 */
	List<Problem> write(List<BulkArticle> articles, String file, String by, IngestRun run) {
		Written written = null;
		try {
			this.transaction.executeWithoutResult((status) -> names(articles));
			written = this.transaction.execute((status) -> together(articles, file, by));
		}
		catch (DataAccessException | TransactionException | SubmissionRefused ex) {
			log.warn("Writing the articles of a batch one by one", ex);
		}
		Written all = (written != null) ? written : new Written(file, articles);
		for (BulkArticle article : List.copyOf(all.alone())) {
			alone(article, by, all);
		}
		all.outcomes().forEach(run::count);
		for (int i = 0; i < all.refused(); i++) {
			run.countRefused();
		}
		return all.problems();
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
			this.sources.findBySlugIn(Set.copyOf(newSources.keySet()))
				.stream()
				.map(Source::slug)
				.forEach(newSources::remove);
			newSources.values().forEach(this.recordNames::record);
		}
		if (!newAgents.isEmpty()) {
			this.agents.findBySlugIn(Set.copyOf(newAgents.keySet()))
				.stream()
				.map(Agent::slug)
				.forEach(newAgents::remove);
			newAgents.values().forEach(this.recordNames::record);
		}
	}

	private Written together(List<BulkArticle> articles, String file, String by) {
		Written written = new Written(file, List.of());
		List<BulkAccession.Taken> taken = this.accession.accept(articles.stream().map(BulkArticle::article).toList(),
				Origin.CORPUS, by);
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
		Set<String> differing = held.isEmpty() ? Set.of() : this.annotating.differing(held);
		for (int i = 0; i < taken.size(); i++) {
			BulkArticle article = articles.get(i);
			switch (taken.get(i).state()) {
				case NEW -> written.outcomes().add(Accession.Outcome.INSERTED);
				case REFUSED -> written.refuse(article, taken.get(i).refusals());
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
				.collect(Collectors.toMap((article) -> article.article().slug(), BulkArticle::line));
			this.annotating.annotate(fresh)
				.forEach((refusal) -> written.problems()
					.add(Problem.refused(file, lines.get(refusal.key().replaceFirst("/.*", "")), refusal)));
		}
		return written;
	}

	private void alone(BulkArticle article, String by, Written written) {
		try {
			SubmitArticle.Submitted submitted = this.submitArticle.submit(article.article(), codings(article.claims()),
					Origin.CORPUS, by);
			written.outcomes().add(submitted.outcome());
			submitted.refusals()
				.forEach((refusal) -> written.problems().add(Problem.refused(written.file(), article.line(), refusal)));
			submitted.withdrawn()
				.forEach((key) -> written.problems()
					.add(new Problem(Level.WARNING, Stage.CHECK, "CLAIM_WITHDRAWN", written.file(), article.line(),
							"The claim " + key + " is no longer in the line and was withdrawn.")));
		}
		catch (SubmissionRefused ex) {
			written.refuse(article, ex.refusals());
		}
		catch (DataAccessException | TransactionException ex) {
			log.error("Not stored: line " + article.line(), ex);
			written.refuse(new Problem(Level.ERROR, Stage.STORE, "NOT_STORED", written.file(), article.line(),
					"The record could not be written; the log says why. Mend that and read the file again."));
		}
	}

	private static List<SubmitArticle.Coding> codings(@Nullable List<ClaimSubmission> claims) {
		if (claims == null) {
			return List.of();
		}
		Map<String, List<ClaimSubmission>> byCoding = new LinkedHashMap<>();
		byCoding.put(IngestCorpus.SHOWN_CODING, new ArrayList<>());
		claims.forEach((claim) -> byCoding.computeIfAbsent(claim.coding(), (coding) -> new ArrayList<>()).add(claim));
		List<SubmitArticle.Coding> codings = new ArrayList<>();
		byCoding.forEach((coding, some) -> codings.add(new SubmitArticle.Coding(coding, Standing.SHOWN, some, true)));
		return codings;
	}

	/** What has come of a batch so far. */
	private static final class Written {

		private final String file;

		private final List<Accession.Outcome> outcomes = new ArrayList<>();

		private final List<Problem> problems = new ArrayList<>();

		private final List<BulkArticle> alone;

		private int refused;

		Written(String file, List<BulkArticle> alone) {
			this.file = file;
			this.alone = new ArrayList<>(alone);
		}

		void refuse(BulkArticle article, List<SubmissionRefused.Refusal> refusals) {
			this.refused++;
			refusals.forEach((refusal) -> this.problems.add(new Problem(Level.ERROR, Stage.CHECK, "ARTICLE_REFUSED",
					this.file, article.line(), refusal.sentence())));
		}

		void refuse(Problem problem) {
			this.refused++;
			this.problems.add(problem);
		}

		String file() {
			return this.file;
		}

		List<Accession.Outcome> outcomes() {
			return this.outcomes;
		}

		List<Problem> problems() {
			return this.problems;
		}

		/** Articles that are still to be handed in, one by one. */
		List<BulkArticle> alone() {
			return this.alone;
		}

		int refused() {
			return this.refused;
		}

	}

}
