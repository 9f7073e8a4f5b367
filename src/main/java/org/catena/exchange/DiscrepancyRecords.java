package org.catena.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the discrepancies that are shown, for machine forms: one statement whatever their
 * number.
 */
@Component
class DiscrepancyRecords {

	private final JdbcClient jdbc;

	DiscrepancyRecords(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The discrepancies of claims by the claims' ids, in the order of the plan. */
	Map<Long, List<DiscrepancyRecord>> of(List<ClaimRecord> claims) {
		Map<Long, List<DiscrepancyRecord>> discrepancies = new HashMap<>();
		if (!claims.isEmpty()) {
			this.jdbc
				.sql("""
						select d.claim_id, l.slug as plan, p.number, d.letter, d.claim_says, d.plan_says, d.gravity, d.coding, d.updated_at
						from shown_discrepancy d join point p on p.id = d.point_id join plan l on l.id = p.plan_id
						where d.claim_id in (:ids) order by d.claim_id, l.id, p.number, d.letter""")
				.param("ids", claims.stream().map(ClaimRecord::id).toList())
				.query((rs) -> {
					discrepancies.computeIfAbsent(rs.getLong("claim_id"), (id) -> new ArrayList<>())
						.add(new DiscrepancyRecord(rs.getString("plan"), rs.getInt("number"), rs.getString("letter"),
								rs.getString("claim_says"), rs.getString("plan_says"), rs.getString("gravity"),
								rs.getString("coding"), rs.getTimestamp("updated_at").toInstant()));
				});
		}
		return discrepancies;
	}

}
