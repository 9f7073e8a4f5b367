package org.catena.article;

import java.util.List;

import org.catena.plan.Sha256;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes in the names of the archive, its sources and agents: inserts, revises, or leaves
 * what has not changed.
 */
@Component
public class RecordNames {

	private final Sources sources;

	private final Agents agents;

	private final Articles articles;

	private final ApplicationEventPublisher events;

	RecordNames(Sources sources, Agents agents, Articles articles, ApplicationEventPublisher events) {
		this.sources = sources;
		this.agents = agents;
		this.articles = articles;
		this.events = events;
	}

	/** Records a source. */
	@Transactional
	public Source record(SourceSubmission submission) {
		String sha256 = Sha256.of(submission);
		Source source = this.sources.findBySlug(submission.slug()).orElse(null);
		if (source == null) {
			return this.sources.save(new Source(submission, sha256));
		}
		if (!source.sha256().equals(sha256)) {
			source.revise(submission, sha256);
			publish(this.articles.findIdsBySource(source));
		}
		return source;
	}

	/** Records an agent. */
	@Transactional
	public Agent record(AgentSubmission submission) {
		String sha256 = Sha256.of(submission);
		Agent agent = this.agents.findBySlug(submission.slug()).orElse(null);
		if (agent == null) {
			return this.agents.save(new Agent(submission, sha256));
		}
		if (!agent.sha256().equals(sha256)) {
			agent.revise(submission, sha256);
			publish(this.articles.findIdsByAuthor(agent));
		}
		return agent;
	}

	/** The names of an article's source and authors belong to the article. */
	private void publish(List<Long> articleIds) {
		articleIds.forEach((id) -> this.events.publishEvent(new ArticleChanged(id)));
	}

}
