package org.catena.editing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.catena.annotation.Bearing;
import org.catena.annotation.ClaimSubmission;
import org.catena.annotation.ClaimSubmission.PointLink;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads claims of the archive for forms.
 */
@Component
class RecordedClaims {

	private final JdbcClient jdbc;

	RecordedClaims(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** A claim that is held, of a published article. */
	Optional<RecordedClaim> find(String key) {
		return read("c.key = :key", "key", key).stream().findFirst();
	}

	/**
	 * Claims that are held, of published articles, by their numbers, in a fixed number of
	 * statements.
	 */
	Map<Long, RecordedClaim> of(Collection<Long> ids) {
		Map<Long, RecordedClaim> claims = new HashMap<>();
		read("c.id = any(:ids)", "ids", ids.toArray(Long[]::new)).forEach((claim) -> claims.put(claim.id(), claim));
		return claims;
	}

	private List<RecordedClaim> read(String which, String name, Object value) {
		AgentNames names = new AgentNames(this.jdbc);
		Map<Long, List<PointLink>> points = new HashMap<>();
		this.jdbc.sql("""
				select c.id, plan.slug, point.number, claim_point.letter, claim_point.bearing
				from claim_point join claim c on c.id = claim_id join point on point.id = point_id
				join plan on plan.id = point.plan_id where %s order by c.id, claim_point.position""".formatted(which))
			.param(name, value)
			.query((row) -> {
				points.computeIfAbsent(row.getLong("id"), (id) -> new ArrayList<>())
					.add(new PointLink(row.getString("slug"), row.getInt("number"), row.getString("letter"),
							Bearing.valueOf(row.getString("bearing").toUpperCase(Locale.ROOT))));
			});
		Map<Long, List<String>> vias = new HashMap<>();
		this.jdbc.sql("""
				select c.id, is_author, agent.slug, agent.name from claim_via join claim c on c.id = claim_id
				left join agent on agent.id = agent_id where %s order by c.id, position""".formatted(which))
			.param(name, value)
			.query((row) -> {
				vias.computeIfAbsent(row.getLong("id"), (id) -> new ArrayList<>())
					.add(row.getBoolean("is_author") ? ClaimSubmission.AUTHOR
							: names.nameOf(row.getString("slug"), row.getString("name")));
			});
		return this.jdbc.sql("""
				select c.*, a.slug as article, coalesce(a.title, a.supplied_title) as title, p.slug as plan,
				  g.slug as claimant_slug, g.name as claimant_name, t.slug as target_slug, t.name as target_name
				from claim c join article a on a.id = c.article_id left join plan p on p.id = a.plan_id
				left join agent g on g.id = c.claimant_id left join agent t on t.id = c.target_agent_id
				where %s and c.standing <> 'withdrawn' and a.state = 'published'""".formatted(which))
			.param(name, value)
			.query((row, number) -> recorded(row, names, points.getOrDefault(row.getLong("id"), List.of()),
					vias.getOrDefault(row.getLong("id"), List.of())))
			.list();
	}

	private static RecordedClaim recorded(ResultSet claim, AgentNames names, List<PointLink> points, List<String> via)
			throws SQLException {
		String plan = claim.getString("plan");
		List<PointLink> own = points.stream().filter((point) -> java.util.Objects.equals(point.plan(), plan)).toList();
		String claimant = claim.getBoolean("claimant_is_author") ? ClaimSubmission.AUTHOR
				: names.nameOf(claim.getString("claimant_slug"), claim.getString("claimant_name"));
		String target = claim.getString("target_slug");
		ClaimForm form = new ClaimForm(claim.getString("exact"), Typed.orEmpty(claim.getString("prefix")),
				Typed.orEmpty(claim.getString("suffix")), claim.getString("paraphrase"), words(own, Bearing.ABOUT),
				words(own, Bearing.TOUCHES), claim.getString("version"), claimant, String.join("; ", via),
				Typed.orEmpty(claim.getString("uptake")), claim.getString("certainty"), claim.getString("kind"),
				claim.getString("target"), (target != null) ? names.nameOf(target, claim.getString("target_name")) : "",
				claim.getString("aspect"), claim.getString("stance"),
				Typed.confidence(claim.getBigDecimal("confidence")), Typed.orEmpty(claim.getString("note")));
		return new RecordedClaim(claim.getLong("id"), claim.getString("key"), claim.getString("article"),
				claim.getString("title"), plan, claim.getString("coding"), claim.getInt("made_on_version"),
				claim.getString("anchoring"), form, points.stream().filter((point) -> !own.contains(point)).toList());
	}

	private static String words(List<PointLink> points, Bearing bearing) {
		List<String> words = new ArrayList<>();
		points.stream()
			.filter((point) -> point.bearing() == bearing)
			.forEach((point) -> words.add(point.number() + Typed.orEmpty(point.letter())));
		return String.join(", ", words);
	}

	/** The crosswalk of plans that rests on a claim, if one does. */
	Optional<String> crosswalk(String key) {
		return this.jdbc
			.sql("""
					select earlier.slug || ' and ' || later.slug from (
					  select crosswalk_id from correspondence_claim join correspondence on correspondence.id = correspondence_id
					  where claim_key = :key
					  union select crosswalk_id from crosswalk_remark_claim join crosswalk_remark on crosswalk_remark.id = remark_id
					  where claim_key = :key) resting
					join crosswalk on crosswalk.id = resting.crosswalk_id
					join plan earlier on earlier.id = earlier_plan_id join plan later on later.id = later_plan_id
					where crosswalk.withdrawn_reason is null limit 1""")
			.param("key", key)
			.query(String.class)
			.optional();
	}

}
