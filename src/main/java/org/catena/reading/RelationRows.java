package org.catena.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads relations and discrepancies with their claims, in a fixed number of statements.
 */
@Component
class RelationRows {

	private static final String RELATIONS = """
			select r.type, r.first_id, r.second_id, r.matter, r.reason from shown_relation r where %s
			order by array_position(array['contradicts', 'disputes', 'agrees', 'elaborates'], r.type), r.id limit 2000""";

	private static final String DISCREPANCIES = """
			select d.claim_id, pl.slug as plan, p.number, p.title, d.letter, d.claim_says, d.plan_says, d.gravity
			from shown_discrepancy d join point p on p.id = d.point_id join plan pl on pl.id = p.plan_id where %s
			order by array_position(array['substance', 'degree', 'wording'], d.gravity), p.number, d.id""";

	private final JdbcClient jdbc;

	private final ClaimRows claims;

	RelationRows(JdbcClient jdbc, ClaimRows claims) {
		this.jdbc = jdbc;
		this.claims = claims;
	}

	/** The relations of a claim, contradictions first. */
	List<RelationRow> ofClaim(long claimId) {
		return read("r.from_id = :id or r.to_id = :id", Map.of("id", claimId));
	}

	/** Contradictions and disputes between claims on a point. */
	List<RelationRow> onPoint(long pointId) {
		return read("""
				r.type in ('contradicts', 'disputes')
				and exists (select from claim_point p where p.claim_id = r.from_id and p.point_id = :id)
				and exists (select from claim_point p where p.claim_id = r.to_id and p.point_id = :id)""",
				Map.of("id", pointId));
	}

	/** Contradictions and disputes of a claim on a point with one that is not on it. */
	List<RelationRow> reachingPoint(long pointId) {
		return read("""
				r.type in ('contradicts', 'disputes')
				and exists (select from claim_point p where p.claim_id = r.from_id and p.point_id = :id)
				<> exists (select from claim_point p where p.claim_id = r.to_id and p.point_id = :id)""",
				Map.of("id", pointId));
	}

	/**
	 * Contradictions and disputes between sources, one of each matter: first those in
	 * which the one claimant supports what the other opposes.
	 */
	List<RelationRow> oppositions(int limit) {
		return read("""
				r.id in (select id from (
				  select distinct on (s.matter) s.id, s.matter,
				    (array[f.stance, t.stance] @> array['supports', 'opposes'])::int as opposite,
				    (f.target = 'plan')::int + (t.target = 'plan')::int as plan
				  from shown_relation s join claim f on f.id = s.from_id join claim t on t.id = s.to_id
				  where s.type in ('contradicts', 'disputes') and f.article_id <> t.article_id
				  order by s.matter, opposite desc, plan desc, s.id) o
				  order by opposite desc, plan desc, id limit %d)""".formatted(limit), Map.of());
	}

	/** Relations by their ids, contradictions first. */
	List<RelationRow> byId(List<Long> ids) {
		return ids.isEmpty() ? List.of() : read("r.id in (:ids)", Map.of("ids", ids));
	}

	/** The relations between the claims of one list and those of another. */
	List<RelationRow> between(List<ClaimRow> left, List<ClaimRow> right) {
		if (left.isEmpty() || right.isEmpty()) {
			return List.of();
		}
		return read("(r.from_id in (:left) and r.to_id in (:right)) or (r.from_id in (:right) and r.to_id in (:left))",
				Map.of("left", left.stream().map(ClaimRow::id).toList(), "right",
						right.stream().map(ClaimRow::id).toList()));
	}

	/** The discrepancies of a claim. */
	List<DiscrepancyRow> discrepanciesOfClaim(long claimId) {
		return discrepancies("d.claim_id = :id", claimId);
	}

	/** The discrepancies between a point and its retellings. */
	List<DiscrepancyRow> discrepanciesOnPoint(long pointId) {
		return discrepancies("d.point_id = :id", pointId);
	}

	private List<DiscrepancyRow> discrepancies(String where, long id) {
		return discrepancies(where, Map.of("id", id));
	}

	private List<DiscrepancyRow> discrepancies(String where, Map<String, ?> params) {
		record Raw(long claimId, String plan, int number, String title, @Nullable String letter, String claimSays,
				String planSays, String gravity) {
		}
		List<Raw> raws = this.jdbc.sql(DISCREPANCIES.formatted(where))
			.params(params)
			.query((rs, row) -> new Raw(rs.getLong("claim_id"), rs.getString("plan"), rs.getInt("number"),
					rs.getString("title"), rs.getString("letter"), rs.getString("claim_says"),
					rs.getString("plan_says"), rs.getString("gravity")))
			.list();
		Map<Long, ClaimRow> byId = this.claims.byId(raws.stream().map(Raw::claimId).distinct().toList());
		List<DiscrepancyRow> rows = new ArrayList<>();
		for (Raw raw : raws) {
			ClaimRow claim = byId.get(raw.claimId());
			if (claim != null) {
				rows.add(new DiscrepancyRow(claim,
						new ClaimRow.PointRef(raw.plan(), raw.number(), raw.letter(), raw.title(), true),
						raw.claimSays(), raw.planSays(), raw.gravity()));
			}
		}
		return rows;
	}

	private List<RelationRow> read(String where, Map<String, ?> params) {
		record Raw(String type, long from, long to, @Nullable String matter, String reason) {
		}
		List<Raw> raws = this.jdbc.sql(RELATIONS.formatted(where))
			.params(params)
			.query((rs, row) -> new Raw(rs.getString("type"), rs.getLong("first_id"), rs.getLong("second_id"),
					rs.getString("matter"), rs.getString("reason")))
			.list();
		List<Long> ids = raws.stream().flatMap((raw) -> List.of(raw.from(), raw.to()).stream()).distinct().toList();
		Map<Long, ClaimRow> byId = this.claims.byId(ids);
		List<RelationRow> rows = new ArrayList<>();
		for (Raw raw : raws) {
			ClaimRow from = byId.get(raw.from());
			ClaimRow to = byId.get(raw.to());
			if (from != null && to != null) {
				rows.add(new RelationRow(raw.type(), from, to, raw.matter(), raw.reason()));
			}
		}
		return rows;
	}

	/**
	 * A discrepancy as pages show it.
	 *
	 * @param claim the claim
	 * @param point the point that it states otherwise
	 * @param claimSays what the claim says
	 * @param planSays what the plan says
	 * @param gravity how grave the difference is, as a word
	 */
	record DiscrepancyRow(ClaimRow claim, ClaimRow.PointRef point, String claimSays, String planSays, String gravity) {
	}

}
