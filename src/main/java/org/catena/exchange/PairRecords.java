package org.catena.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import static org.catena.exchange.ApiAnswers.object;

/**
 * Reads the relations and discrepancies that are shown, as JSON has them.
 */
@Component
class PairRecords {

	private static final String RELATIONS = """
			select r.*, f.key as from_key, t.key as to_key from shown_relation r
			join claim f on f.id = r.first_id join claim t on t.id = r.second_id where %s order by r.id""";

	private static final String DISCREPANCIES = """
			select d.*, c.key as claim_key, l.slug as plan, p.number from shown_discrepancy d
			join claim c on c.id = d.claim_id join point p on p.id = d.point_id join plan l on l.id = p.plan_id
			where %s order by d.id""";

	private final JdbcClient jdbc;

	PairRecords(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Map<Long, Map<String, @Nullable Object>> relations(List<Long> ids) {
		return byId(RELATIONS, "r.id in (:ids)", ids, PairRecords::relation);
	}

	Map<Long, Map<String, @Nullable Object>> discrepancies(List<Long> ids) {
		return byId(DISCREPANCIES, "d.id in (:ids)", ids, PairRecords::discrepancy);
	}

	/** The relations of a claim. */
	List<Map<String, @Nullable Object>> relationsOf(long claim) {
		return List
			.copyOf(byId(RELATIONS, "r.from_id in (:ids) or r.to_id in (:ids)", List.of(claim), PairRecords::relation)
				.values());
	}

	/** The discrepancies of a claim. */
	List<Map<String, @Nullable Object>> discrepanciesOf(long claim) {
		return List
			.copyOf(byId(DISCREPANCIES, "d.claim_id in (:ids)", List.of(claim), PairRecords::discrepancy).values());
	}

	private Map<Long, Map<String, @Nullable Object>> byId(String sql, String where, List<Long> ids, Reading reading) {
		Map<Long, Map<String, @Nullable Object>> byId = new LinkedHashMap<>();
		if (!ids.isEmpty()) {
			this.jdbc.sql(sql.formatted(where)).param("ids", ids).query((rs) -> {
				byId.put(rs.getLong("id"), reading.read(rs));
			});
		}
		return byId;
	}

	private static Map<String, @Nullable Object> relation(ResultSet rs) throws SQLException {
		return object("type", rs.getString("type"), "from", rs.getString("from_key"), "to", rs.getString("to_key"),
				"matter", rs.getString("matter"), "reason", rs.getString("reason"), "coding", rs.getString("coding"),
				"created", rs.getTimestamp("created_at").toInstant().toString(), "updated",
				rs.getTimestamp("updated_at").toInstant().toString());
	}

	private static Map<String, @Nullable Object> discrepancy(ResultSet rs) throws SQLException {
		return object("claim", rs.getString("claim_key"), "plan", rs.getString("plan"), "point", rs.getInt("number"),
				"letter", rs.getString("letter"), "claim_says", rs.getString("claim_says"), "plan_says",
				rs.getString("plan_says"), "gravity", rs.getString("gravity"), "coding", rs.getString("coding"),
				"created", rs.getTimestamp("created_at").toInstant().toString(), "updated",
				rs.getTimestamp("updated_at").toInstant().toString());
	}

	@FunctionalInterface
	private interface Reading {

		Map<String, @Nullable Object> read(ResultSet row) throws SQLException;

	}

}
