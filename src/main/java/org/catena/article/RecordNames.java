package org.catena.article;

import java.util.List;

import org.catena.plan.RecordLock;
import org.catena.plan.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes in the names of the archive, its sources and agents: inserts, revises, or leaves
 * what has not changed.
 */
@Component
public class RecordNames {

	private final RecordLock lock;

	private final Sources sources;

	private final Agents agents;

	private final Articles articles;

	private final OldNames oldNames;

	private final ApplicationEventPublisher events;

	RecordNames(RecordLock lock, Sources sources, Agents agents, Articles articles, OldNames oldNames,
			ApplicationEventPublisher events) {
		this.lock = lock;
		this.oldNames = oldNames;
		this.sources = sources;
		this.agents = agents;
		this.articles = articles;
		this.events = events;
	}

	/**
	 * Records a source of the corpus. One that an editor has changed, or merged into
	 * another, stays as it is.
	 */
	@Transactional
	public Source record(SourceSubmission submission) {
		Source source = find(submission);
		if (source != null && (source.origin() == Origin.EDITOR || !source.slug().equals(submission.slug()))) {
			return source;
		}
		return record(source, submission, Origin.CORPUS);
	}

	/** Records a source that the archive does not know; another stays as it is. */
	@Transactional
	public Source recordNew(SourceSubmission submission) {
		Source source = find(submission);
		return (source != null) ? source : record(null, submission, Origin.EDITOR);
	}

	/** Records a source as an editor wants it. */
	@Transactional
	public Source revise(SourceSubmission submission) {
		return record(find(submission), submission, Origin.EDITOR);
	}

	private @Nullable Source find(SourceSubmission submission) {
		this.lock.take();
		return this.sources.findBySlug(this.oldNames.source(submission.slug())).orElse(null);
	}

	private Source record(@Nullable Source source, SourceSubmission submission, Origin origin) {
		String sha256 = Sha256.of(submission);
		if (source == null) {
			return this.sources.save(new Source(submission, origin, sha256));
		}
		if (!source.sha256().equals(sha256)) {
			source.revise(submission, origin, sha256);
			publish(this.articles.findIdsBySource(source));
		}
		return source;
	}

	/**
	 * Records an agent of the corpus. One that an editor has changed, or merged into
	 * another, stays as it is.
	 */
	@Transactional
	public Agent record(AgentSubmission submission) {
		Agent agent = find(submission);
		if (agent != null && (agent.origin() == Origin.EDITOR || !agent.slug().equals(submission.slug()))) {
			return agent;
		}
		return record(agent, submission, Origin.CORPUS);
	}

	/** Records an agent whom the archive does not know; another stays as it is. */
	@Transactional
	public Agent recordNew(AgentSubmission submission) {
		Agent agent = find(submission);
		return (agent != null) ? agent : record(null, submission, Origin.EDITOR);
	}

	/** Records an agent as an editor wants it. */
	@Transactional
	public Agent revise(AgentSubmission submission) {
		return record(find(submission), submission, Origin.EDITOR);
	}

	private @Nullable Agent find(AgentSubmission submission) {
		this.lock.take();
		return this.agents.findBySlug(this.oldNames.agent(submission.slug())).orElse(null);
	}

	private Agent record(@Nullable Agent agent, AgentSubmission submission, Origin origin) {
		String sha256 = Sha256.of(submission);
		if (agent == null) {
			return this.agents.save(new Agent(submission, origin, sha256));
		}
		if (!agent.sha256().equals(sha256)) {
			agent.revise(submission, origin, sha256);
			publish(this.articles.findIdsByAuthor(agent));
		}
		return agent;
	}

	/** The names of an article's source and authors belong to the article. */
	private void publish(List<Long> articleIds) {
		articleIds.forEach((id) -> this.events.publishEvent(new ArticleChanged(id)));
	}

}
