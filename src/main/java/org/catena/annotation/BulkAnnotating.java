package org.catena.annotation;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.catena.article.Agent;
import org.catena.article.Article;
import org.catena.article.CopyRows;
import org.catena.article.Origin;
import org.catena.plan.RecordLock;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Marks claims in the texts of many new articles at once, by the rules of
 * {@link Annotating}.
 */
@Component
public class BulkAnnotating {

	private final RecordLock lock;

	private final JdbcClient jdbc;

	private final JdbcOperations copying;

	private final ClaimNames names;

	private final Clock clock;

	BulkAnnotating(RecordLock lock, JdbcClient jdbc, JdbcOperations copying, ClaimNames names, Clock clock) {
		this.lock = lock;
		this.jdbc = jdbc;
		this.copying = copying;
		this.names = names;
		this.clock = clock;
	}

	/**
	 * Keeps the claims of articles that have none yet, as those that readers are shown.
	 * @param markups the articles with their claims
	 * @return why some claims were not kept
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public List<ClaimRefusal> annotate(List<Markup> markups) {
		this.lock.take();
		Instant now = this.clock.instant();
		Map<String, Agent> agents = this.names
			.agents(markups.stream().flatMap((markup) -> markup.claims().stream()).toList());
		List<ClaimRefusal> refusals = new ArrayList<>();
		List<Claim> claims = new ArrayList<>();
		for (Markup markup : markups) {
			Set<String> seen = new HashSet<>();
			for (ClaimSubmission submission : markup.claims()) {
				int before = refusals.size();
				if (!seen.add(submission.key())) {
					refusals.add(ClaimRefusal.twice(submission.key()));
					continue;
				}
				Claim.Names found = this.names.find(submission, markup.article(), agents, refusals);
				Anchored anchored = Anchoring.anchor(submission.quote(), markup.text());
				Annotating.refusal(submission, anchored, refusals);
				if (refusals.size() == before && anchored instanceof Anchored.At at) {
					claims
						.add(new Claim(markup.article(), submission, found, at.span(), new Claim.Keeping(Standing.SHOWN,
								Origin.CORPUS, Annotating.fixity(markup.article(), submission, Standing.SHOWN), now)));
				}
			}
		}
		insert(claims);
		return refusals;
	}

	private void insert(List<Claim> claims) {
		CopyRows.begin(this.copying);
		List<Long> ids = CopyRows.ids(this.copying, "claim_seq", claims.size());
		CopyRows rows = new CopyRows(Claim.COLUMNS);
		CopyRows vias = new CopyRows("claim_via (claim_id, position, is_author, agent_id)");
		CopyRows links = new CopyRows("claim_point (claim_id, position, point_id, letter, bearing)");
		for (int i = 0; i < claims.size(); i++) {
			claims.get(i).copyTo(ids.get(i), rows, vias, links);
		}
		List.of(rows, vias, links).forEach((each) -> each.send(this.copying));
	}

	/**
	 * Which articles the archive holds with other claims than these.
	 * @param markups articles that the archive holds, with all the claims that readers
	 * are to be shown
	 * @return the slugs of those whose claims differ
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Set<String> differing(List<Markup> markups) {
		Map<String, Map<String, String>> kept = new HashMap<>();
		this.jdbc.sql("""
				select a.slug, c.key, c.sha256 from claim c join article a on a.id = c.article_id
				where a.slug = any(:slugs) and c.standing = 'shown'""")
			.param("slugs", markups.stream().map((markup) -> markup.article().slug()).toArray(String[]::new))
			.query((row) -> {
				kept.computeIfAbsent(row.getString("slug"), (slug) -> new HashMap<>())
					.put(row.getString("key"), row.getString("sha256"));
			});
		Set<String> differing = new HashSet<>();
		for (Markup markup : markups) {
			Map<String, String> claims = new HashMap<>();
			markup.claims()
				.forEach(
						(claim) -> claims.put(claim.key(), Annotating.fixity(markup.article(), claim, Standing.SHOWN)));
			if (!claims.equals(kept.getOrDefault(markup.article().slug(), Map.of()))) {
				differing.add(markup.article().slug());
			}
		}
		return differing;
	}

	/**
	 * Claims of an article.
	 *
	 * @param article the article, which need not be managed
	 * @param text its current text
	 * @param claims its claims
	 */
	public record Markup(Article article, String text, List<ClaimSubmission> claims) {
	}

}
