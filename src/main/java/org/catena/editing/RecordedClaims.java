package org.catena.editing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
		AgentNames names = new AgentNames(this.jdbc);
		return this.jdbc.sql("""
				select c.*, a.slug as article, coalesce(a.title, a.supplied_title) as title, p.slug as plan,
				  g.slug as claimant_slug, g.name as claimant_name, t.slug as target_slug, t.name as target_name
				from claim c join article a on a.id = c.article_id left join plan p on p.id = a.plan_id
				left join agent g on g.id = c.claimant_id left join agent t on t.id = c.target_agent_id
				where c.key = :key and c.standing <> 'withdrawn' and a.state = 'published'""")
			.param("key", key)
			.query((row, number) -> recorded(row, names))
			.optional();
	}

	private RecordedClaim recorded(ResultSet claim, AgentNames names) throws SQLException {
		long id = claim.getLong("id");
		String plan = claim.getString("plan");
		List<PointLink> points = points(id);
		List<PointLink> own = points.stream().filter((point) -> java.util.Objects.equals(point.plan(), plan)).toList();
		String claimant = claim.getBoolean("claimant_is_author") ? ClaimSubmission.AUTHOR
				: names.nameOf(claim.getString("claimant_slug"), claim.getString("claimant_name"));
		String target = claim.getString("target_slug");
		ClaimForm form = new ClaimForm(claim.getString("exact"), Typed.orEmpty(claim.getString("prefix")),
				Typed.orEmpty(claim.getString("suffix")), claim.getString("paraphrase"), words(own, Bearing.ABOUT),
				words(own, Bearing.TOUCHES), claim.getString("version"), claimant, via(id, names),
				Typed.orEmpty(claim.getString("uptake")), claim.getString("certainty"), claim.getString("kind"),
				claim.getString("target"), (target != null) ? names.nameOf(target, claim.getString("target_name")) : "",
				claim.getString("aspect"), claim.getString("stance"),
				Typed.confidence(claim.getBigDecimal("confidence")), Typed.orEmpty(claim.getString("note")));
		return new RecordedClaim(id, claim.getString("key"), claim.getString("article"), claim.getString("title"), plan,
				claim.getString("coding"), claim.getInt("made_on_version"), claim.getString("anchoring"), form,
				points.stream().filter((point) -> !own.contains(point)).toList());
	}

	private List<PointLink> points(long claim) {
		return this.jdbc.sql("""
				select plan.slug, point.number, claim_point.letter, claim_point.bearing
				from claim_point join point on point.id = point_id join plan on plan.id = point.plan_id
				where claim_id = :claim order by claim_point.position""")
			.param("claim", claim)
			.query((row, number) -> new PointLink(row.getString("slug"), row.getInt("number"), row.getString("letter"),
					Bearing.valueOf(row.getString("bearing").toUpperCase(Locale.ROOT))))
			.list();
	}

	private static String words(List<PointLink> points, Bearing bearing) {
		List<String> words = new ArrayList<>();
		points.stream()
			.filter((point) -> point.bearing() == bearing)
			.forEach((point) -> words.add(point.number() + Typed.orEmpty(point.letter())));
		return String.join(", ", words);
	}

	private String via(long claim, AgentNames names) {
		List<String> via = this.jdbc.sql("""
				select is_author, agent.slug, agent.name from claim_via left join agent on agent.id = agent_id
				where claim_id = :claim order by position""")
			.param("claim", claim)
			.query((row, number) -> row.getBoolean("is_author") ? ClaimSubmission.AUTHOR
					: names.nameOf(row.getString("slug"), row.getString("name")))
			.list();
		return String.join("; ", via);
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
