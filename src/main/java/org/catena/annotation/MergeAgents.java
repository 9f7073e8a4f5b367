package org.catena.annotation;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.catena.article.ArticleChanged;
import org.catena.article.MergeNames;
import org.catena.plan.RecordLock;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes one of two agents that are the same: what names the one, as author, claimant,
 * speaker on the way, or target, names the other.
 */
@Component
public class MergeAgents {

	/** Claims of the two, of which those of an author whom only the two could be. */
	private static final String THEIRS = """
			with two as (select id from agent where slug in (:from, :into)),
			theirs as (select c.id, c.article_id, c.claimant_is_author from claim c
			  where c.standing <> 'withdrawn' and (c.claimant_id in (select id from two)
			    or (c.claimant_is_author and c.claimant_id is null
			      and exists (select from byline b where b.article_id = c.article_id)
			      and not exists (select from byline b where b.article_id = c.article_id
			        and b.agent_id not in (select id from two)))))
			""";

	private static final String DISPUTES = THEIRS + """
			select count(*) from relation where type = 'disputes' and withdrawn_reason is null
			and from_id in (select id from theirs) and to_id in (select id from theirs)""";

	private static final String QUOTED = THEIRS + """
			select count(*) from theirs t where not claimant_is_author and exists (select from byline b
			  where b.article_id = t.article_id and b.agent_id in (select id from two))""";

	private final RecordLock lock;

	private final JdbcClient jdbc;

	private final MergeNames names;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	MergeAgents(RecordLock lock, JdbcClient jdbc, MergeNames names, ApplicationEventPublisher events, Clock clock) {
		this.lock = lock;
		this.jdbc = jdbc;
		this.names = names;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * How many disputes stand between the two. Nobody disputes with oneself: these are
	 * mended first, or the two are not the same.
	 */
	public int disputes(String from, String into) {
		return this.jdbc.sql(DISPUTES).param("from", from).param("into", into).query(Integer.class).single();
	}

	/**
	 * How many claims of the one stand in articles by the other, coded as somebody
	 * else's: of the one that stays they would be the author's own.
	 */
	public int quoted(String from, String into) {
		return this.jdbc.sql(QUOTED).param("from", from).param("into", into).query(Integer.class).single();
	}

	/**
	 * Merges an agent into another, in one transaction.
	 * @param from the slug of the one that goes; it leads to the other for ever
	 * @param into the slug of the one that stays
	 * @throws IllegalArgumentException when there are no two such agents, or they dispute
	 * with each other, or one is quoted in an article by the other
	 */
	@Transactional
	public void merge(String from, String into) {
		this.lock.take();
		if (disputes(from, into) > 0) {
			throw new IllegalArgumentException("Nobody disputes with oneself");
		}
		if (quoted(from, into) > 0) {
			throw new IllegalArgumentException("An author's claim is not somebody else's");
		}
		Set<Long> articles = new LinkedHashSet<>(this.names.moveAuthor(from, into));
		articles
			.addAll(move("update claim set claimant_id = %s where claimant_id = %s returning article_id", from, into));
		articles.addAll(move("update claim set target_agent_id = %s where target_agent_id = %s returning article_id",
				from, into));
		articles.addAll(move(
				"update claim_via set agent_id = %s where agent_id = %s returning (select article_id from claim where id = claim_id)",
				from, into));
		if (!articles.isEmpty()) {
			nameSoleAuthors(articles);
			this.jdbc.sql("update article set updated_at = :now where id = any(:articles)")
				.param("now", now())
				.param("articles", articles.toArray(Long[]::new))
				.update();
		}
		this.names.removeAgent(from, into);
		articles.forEach((id) -> this.events.publishEvent(new ArticleChanged(id)));
	}

	private List<Long> move(String sql, String from, String into) {
		return this.jdbc
			.sql(sql.formatted("(select id from agent where slug = :into)",
					"(select id from agent where slug = :from)"))
			.param("from", from)
			.param("into", into)
			.query(Long.class)
			.list();
	}

	/** Of two authors that are one, one is left: the author's claims are that one's. */
	private void nameSoleAuthors(Set<Long> articles) {
		String sole = """
				(select min(agent_id) from byline where byline.article_id = claim.article_id
				 having count(*) = 1)""";
		this.jdbc
			.sql("update claim set claimant_id = " + sole
					+ " where claimant_is_author and claimant_id is null and article_id = any(:articles) and " + sole
					+ " is not null")
			.param("articles", articles.toArray(Long[]::new))
			.update();
		this.jdbc.sql("update claim_via set agent_id = " + sole
				+ " from claim where claim.id = claim_id and is_author and agent_id is null and claim.article_id = any(:articles)")
			.param("articles", articles.toArray(Long[]::new))
			.update();
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

}
