package org.catena.article;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.catena.article.SubmissionRefused.Refusal;
import org.catena.plan.Plan;
import org.catena.plan.Plans;
import org.catena.plan.RecordLock;
import org.catena.plan.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Taking in many articles at once, by the rules of {@link Accession}: new ones are copied
 * into the record; those that it holds are recognised by slug and hash, and one that has
 * changed is left for {@link Accession}.
 */
@Component
public class BulkAccession {

	private final RecordLock lock;

	private final JdbcClient jdbc;

	private final JdbcOperations copying;

	private final Sources sources;

	private final Agents agents;

	private final OldNames oldNames;

	private final Plans plans;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	BulkAccession(RecordLock lock, JdbcClient jdbc, JdbcOperations copying, Sources sources, Agents agents,
			OldNames oldNames, Plans plans, ApplicationEventPublisher events, Clock clock) {
		this.lock = lock;
		this.oldNames = oldNames;
		this.jdbc = jdbc;
		this.copying = copying;
		this.sources = sources;
		this.agents = agents;
		this.plans = plans;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Takes in articles.
	 * @param submissions the articles; of two with one slug, the second is left for
	 * {@link Accession}
	 * @param origin where they come from
	 * @param by who hands them in
	 * @return what became of each, in their order
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public List<Taken> accept(List<ArticleSubmission> submissions, Origin origin, String by) {
		this.lock.take();
		Map<String, String> kept = kept(submissions);
		Lookup lookup = new Lookup(submissions);
		Instant now = this.clock.instant();
		Set<String> seen = new HashSet<>();
		List<Taken> taken = new ArrayList<>();
		for (ArticleSubmission submission : submissions) {
			String before = kept.get(submission.slug());
			String sha256 = Sha256.of(submission);
			if (!seen.add(submission.slug()) || (before != null && !before.equals(sha256))) {
				taken.add(new Taken(State.DIFFERENT, null, List.of()));
			}
			else {
				State state = (before != null) ? State.SAME : State.NEW;
				taken.add(check(submission, state, lookup,
						(names) -> new Article(submission, names, origin, sha256, now)));
			}
		}
		insert(submissions, taken, by, now);
		return taken;
	}

	/** The hashes of those that the archive holds, by slug. */
	private Map<String, String> kept(List<ArticleSubmission> submissions) {
		Map<String, String> kept = new HashMap<>();
		this.jdbc.sql("""
				select slug, sha256 from article where slug = any(:slugs)
				union all select o.slug, a.sha256 from old_slug o join article a on a.id = o.article_id
				where o.slug = any(:slugs)""")
			.param("slugs", submissions.stream().map(ArticleSubmission::slug).toArray(String[]::new))
			.query((row) -> {
				kept.put(row.getString("slug"), row.getString("sha256"));
			});
		return kept;
	}

	private static Taken check(ArticleSubmission submission, State state, Lookup lookup,
			Function<Article.Names, Article> make) {
		try {
			return new Taken(state,
					make.apply(SubmissionCheck.of(submission, lookup::source, lookup::agent, lookup::plan)), List.of());
		}
		catch (SubmissionRefused ex) {
			return new Taken(State.REFUSED, null, ex.refusals());
		}
	}

	private void insert(List<ArticleSubmission> submissions, List<Taken> taken, String by, Instant now) {
		int count = (int) taken.stream().filter((each) -> each.state() == State.NEW).count();
		if (count == 0) {
			return;
		}
		CopyRows.begin(this.copying);
		List<Long> ids = CopyRows.ids(this.copying, "article_seq", count);
		List<Long> versionIds = CopyRows.ids(this.copying, "article_version_seq", count);
		CopyRows articles = new CopyRows(Article.COLUMNS);
		CopyRows versions = new CopyRows(ArticleVersion.COLUMNS);
		CopyRows bylines = new CopyRows("byline (article_id, position, agent_id, printed)");
		CopyRows notes = new CopyRows("article_note (article_id, position, note)");
		CopyRows bases = new CopyRows("article_basis (article_id, field, basis, evidence, confidence)");
		int number = 0;
		for (int i = 0; i < taken.size(); i++) {
			Article article = taken.get(i).article();
			if (article == null || taken.get(i).state() != State.NEW) {
				continue;
			}
			ArticleSubmission submission = submissions.get(i);
			long id = ids.get(number);
			article.numbered(id).copyTo(articles);
			new ArticleVersion(article, 1, submission.text(), "First version", by, now).copyTo(versions,
					versionIds.get(number));
			article.copyBylinesTo(bylines);
			for (int position = 0; position < submission.notes().size(); position++) {
				notes.add(id, position, submission.notes().get(position));
			}
			submission.bases()
				.forEach((field, basis) -> bases.add(id, field.word(), basis.kind().word(), basis.evidence(),
						basis.confidence()));
			number++;
		}
		List.of(articles, versions, bylines, notes, bases).forEach((rows) -> rows.send(this.copying));
		this.events.publishEvent(new ArticlesAdded(ids));
	}

	/** What the articles name, read at once. */
	private final class Lookup {

		private final Map<String, Source> bySource;

		private final Map<String, Agent> byAgent;

		private final Map<String, Optional<Plan>> byPlan = new HashMap<>();

		Lookup(List<ArticleSubmission> submissions) {
			this.bySource = BulkAccession.this.sources
				.findBySlugIn(submissions.stream().map(ArticleSubmission::source).distinct().toList())
				.stream()
				.collect(Collectors.toMap(Source::slug, Function.identity()));
			this.byAgent = BulkAccession.this.agents
				.findBySlugIn(submissions.stream()
					.flatMap((submission) -> submission.authors().stream())
					.map(ArticleSubmission.BylineSubmission::agent)
					.distinct()
					.toList())
				.stream()
				.collect(Collectors.toMap(Agent::slug, Function.identity()));
		}

		Optional<Source> source(String slug) {
			return Optional.ofNullable(this.bySource.get(slug))
				.or(() -> BulkAccession.this.sources.findBySlug(BulkAccession.this.oldNames.source(slug)));
		}

		Optional<Agent> agent(String slug) {
			return Optional.ofNullable(this.byAgent.get(slug))
				.or(() -> BulkAccession.this.agents.findBySlug(BulkAccession.this.oldNames.agent(slug)));
		}

		Optional<Plan> plan(String slug) {
			return this.byPlan.computeIfAbsent(slug, BulkAccession.this.plans::findBySlug);
		}

	}

	/**
	 * What became of an article.
	 *
	 * @param state whether it was taken in
	 * @param article the article as it was handed in, where it is new or the same; it is
	 * not managed, and has an id only where it is new
	 * @param refusals what is to be mended, only where it was refused
	 */
	public record Taken(State state, @Nullable Article article, List<Refusal> refusals) {
	}

	/** Whether an article was taken in. */
	public enum State {

		/** It was taken in. */
		NEW,
		/** The archive holds it as it is. */
		SAME,
		/** The archive holds another article of this slug, which was left as it was. */
		DIFFERENT,
		/** It breaks a rule. */
		REFUSED

	}

}
