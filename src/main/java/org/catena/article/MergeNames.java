package org.catena.article;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.catena.plan.RecordLock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes one of two sources, or of two agents, that are the same: articles, names and
 * variants go over, and the slug of the one that goes leads to the one that stays for
 * ever. What names an agent in claims is the matter of those who keep claims.
 */
@Component
public class MergeNames {

	private final RecordLock lock;

	private final JdbcClient jdbc;

	private final Sources sources;

	private final Agents agents;

	private final RecordNames recordNames;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	MergeNames(RecordLock lock, JdbcClient jdbc, Sources sources, Agents agents, RecordNames recordNames,
			ApplicationEventPublisher events, Clock clock) {
		this.lock = lock;
		this.jdbc = jdbc;
		this.sources = sources;
		this.agents = agents;
		this.recordNames = recordNames;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Merges a source into another.
	 * @param from the slug of the one that goes
	 * @param into the slug of the one that stays
	 * @throws IllegalArgumentException when there are no two such sources
	 */
	@Transactional
	public void sources(String from, String into) {
		begin(from, into);
		Source goes = this.sources.findBySlug(from).orElseThrow(IllegalArgumentException::new);
		Source stays = this.sources.findBySlug(into).orElseThrow(IllegalArgumentException::new);
		SourceSubmission kept = stays.submission();
		this.recordNames.revise(new SourceSubmission(kept.slug(), kept.name(), kept.publisher(),
				variants(kept.name(), kept.variants(), goes.names()), kept.website(), kept.country(),
				kept.countryBasis()));
		List<Long> moved = this.jdbc
			.sql("update article set source_id = :into, updated_at = :now where source_id = :from returning id")
			.param("into", stays.id())
			.param("from", goes.id())
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.query(Long.class)
			.list();
		remove("source", goes.id(), from, stays.id());
		moved.forEach((id) -> this.events.publishEvent(new ArticleChanged(id)));
	}

	/**
	 * Moves the articles that an agent has written to another, with its names. The agent
	 * that goes is there until {@link #removeAgent}.
	 * @param from the slug of the one that goes
	 * @param into the slug of the one that stays
	 * @return the ids of the articles
	 * @throws IllegalArgumentException when there are no two such agents
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public List<Long> moveAuthor(String from, String into) {
		begin(from, into);
		Agent goes = this.agents.findBySlug(from).orElseThrow(IllegalArgumentException::new);
		Agent stays = this.agents.findBySlug(into).orElseThrow(IllegalArgumentException::new);
		AgentSubmission kept = stays.submission();
		this.recordNames.revise(new AgentSubmission(kept.slug(), kept.name(), kept.kind(),
				variants(kept.name(), kept.variants(), goes.names()), kept.about()));
		// Who stands twice in a byline then stands there once.
		List<Long> twice = this.jdbc.sql("""
				delete from byline gone where agent_id = :from and exists (select from byline
				  where article_id = gone.article_id and agent_id = :into) returning article_id""")
			.param("from", goes.id())
			.param("into", stays.id())
			.query(Long.class)
			.list();
		if (!twice.isEmpty()) {
			closeRanks(twice);
		}
		List<Long> moved = new ArrayList<>(twice);
		moved.addAll(this.jdbc.sql("update byline set agent_id = :into where agent_id = :from returning article_id")
			.param("into", stays.id())
			.param("from", goes.id())
			.query(Long.class)
			.list());
		return moved;
	}

	/**
	 * Positions begin with 0 and have no gaps; keys forbid two of the same on the way.
	 */
	private void closeRanks(List<Long> articles) {
		this.jdbc
			.sql("""
					update byline set position = -place from (
					  select article_id, position as before, row_number() over (partition by article_id order by position) as place
					  from byline where article_id = any(:articles)) ranked
					where byline.article_id = ranked.article_id and byline.position = ranked.before""")
			.param("articles", articles.toArray(Long[]::new))
			.update();
		this.jdbc.sql("update byline set position = -position - 1 where position < 0 and article_id = any(:articles)")
			.param("articles", articles.toArray(Long[]::new))
			.update();
	}

	/** Removes an agent that nothing names any more; its slug leads to the other. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void removeAgent(String from, String into) {
		remove("agent", this.agents.findBySlug(from).orElseThrow(IllegalArgumentException::new).id(), from,
				this.agents.findBySlug(into).orElseThrow(IllegalArgumentException::new).id());
	}

	private void remove(String table, long id, String slug, long into) {
		this.jdbc.sql("update old_%1$s_slug set %1$s_id = :into where %1$s_id = :id".formatted(table))
			.param("into", into)
			.param("id", id)
			.update();
		this.jdbc.sql("delete from %1$s_variant where %1$s_id = :id".formatted(table)).param("id", id).update();
		this.jdbc.sql("delete from %1$s where id = :id".formatted(table)).param("id", id).update();
		this.jdbc.sql("insert into old_%1$s_slug (slug, %1$s_id) values (:slug, :into)".formatted(table))
			.param("slug", slug)
			.param("into", into)
			.update();
	}

	private void begin(String from, String into) {
		if (from.equals(into)) {
			throw new IllegalArgumentException("Nothing is merged into itself");
		}
		this.lock.take();
	}

	private static List<String> variants(String name, List<String> variants, List<String> more) {
		Set<String> all = new LinkedHashSet<>(variants);
		all.addAll(more);
		all.remove(name);
		return List.copyOf(all);
	}

}
