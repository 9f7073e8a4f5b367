package org.catena.editing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads claims that readers see, and how they are related, for editors.
 */
@Component
class RelatingRows {

	/** Claims on the same points that are looked at, the newest. */
	private static final int MOST_OPPOSED = 200;

	private static final String SIDE = """
			select c.id, c.key, c.exact, c.paraphrase, c.stance, c.kind, c.target, a.slug,
			  coalesce(a.title, a.supplied_title) as title, s.name as source, a.date,
			  coalesce(g.name, 'the author, not stated') as claimant,
			  coalesce(cast(c.claimant_id as text), 'author of ' || a.slug) as claimant_key,
			  (select string_agg(p.number || coalesce(cp.letter, ''), ', ' order by cp.position)
			    from claim_point cp join point p on p.id = cp.point_id where cp.claim_id = c.id) as points
			from shown_claim c join article a on a.id = c.article_id join source s on s.id = a.source_id
			left join agent g on g.id = c.claimant_id
			""";

	private final JdbcClient jdbc;

	RelatingRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<Side> find(String key) {
		return this.jdbc.sql(SIDE + "where c.key = :key")
			.param("key", Typed.shown(key))
			.query((row, number) -> side(row))
			.optional();
	}

	/** Claims by their ids, in this order; those that readers do not see are left out. */
	List<Side> all(Collection<String> keys) {
		Map<String, Side> found = new LinkedHashMap<>();
		keys.forEach((key) -> found.put(key, null));
		this.jdbc.sql(SIDE + "where c.key = any(:keys)").param("keys", keys.toArray(String[]::new)).query((row) -> {
			found.put(row.getString("key"), side(row));
		});
		return found.values().stream().filter((side) -> side != null).toList();
	}

	/**
	 * Claims of other claimants that take the opposite stance and are linked to a point
	 * of the claim, with the point.
	 */
	Map<Side, String> opposed(Side claim) {
		Map<Side, String> opposed = new LinkedHashMap<>();
		String stance = switch (claim.stance()) {
			case "supports" -> "opposes";
			case "opposes" -> "supports";
			default -> "none";
		};
		this.jdbc.sql(SIDE.replace("select c.id,", "select same.label as same, c.id,") + """
				join lateral (
				  select min(p.number || coalesce(cp.letter, '')) as label from claim_point cp
				  join point p on p.id = cp.point_id
				  join claim_point own on own.point_id = cp.point_id and own.claim_id = :id
				  where cp.claim_id = c.id
				) same on same.label is not null
				where c.id in (select claim_id from claim_point where point_id in
				    (select point_id from claim_point where claim_id = :id))
				  and c.stance = :stance and c.id <> :id
				order by c.id desc limit :most""")
			.param("id", claim.id())
			.param("stance", stance)
			.param("most", MOST_OPPOSED)
			.query((row) -> {
				Side side = side(row);
				if (!side.claimantKey().equals(claim.claimantKey())) {
					opposed.put(side, row.getString("same"));
				}
			});
		return opposed;
	}

	/** The relations of a claim, as they read from it. */
	List<Held> held(Side claim) {
		return this.jdbc.sql("""
				select r.type, r.reason, r.matter, r.coding, a.key as from_key, b.key as to_key,
				  o.key as other_key, o.exact, o.paraphrase
				from shown_relation r join claim a on a.id = r.first_id join claim b on b.id = r.second_id
				join claim o on o.id = case when r.from_id = :id then r.to_id else r.from_id end
				where r.from_id = :id or r.to_id = :id order by r.type, o.key""")
			.param("id", claim.id())
			.query((row, number) -> new Held(row.getString("type"), row.getString("from_key"), row.getString("to_key"),
					row.getString("other_key"), row.getString("exact"), row.getString("matter"),
					row.getString("reason"), row.getString("coding")))
			.list();
	}

	/** The claims that were coded last, of which no relation is kept. */
	List<Side> unrelated(int limit) {
		return this.jdbc.sql(SIDE + """
				where not exists (select from relation r where r.withdrawn_reason is null
				  and (r.from_id = c.id or r.to_id = c.id))
				order by c.id desc limit :limit""").param("limit", limit).query((row, number) -> side(row)).list();
	}

	private static Side side(ResultSet row) throws SQLException {
		return new Side(row.getLong("id"), row.getString("key"), row.getString("slug"), row.getString("title"),
				row.getString("source"), Typed.orEmpty(row.getString("date")), row.getString("exact"),
				row.getString("paraphrase"), row.getString("claimant"), row.getString("claimant_key"),
				row.getString("stance"), row.getString("kind"), row.getString("target"),
				Typed.orEmpty(row.getString("points")));
	}

	/**
	 * A claim as one side of a relation.
	 *
	 * @param id its number in the tables
	 * @param key its id
	 * @param article the slug of its article
	 * @param title of the article
	 * @param source of the article
	 * @param date of the article, empty where it is not known
	 * @param exact its quote
	 * @param paraphrase what is claimed
	 * @param claimant whose claim it is
	 * @param claimantKey tells claimants apart
	 * @param stance of the claimant
	 * @param kind of statement
	 * @param target what the stance is towards
	 * @param points that it is linked to
	 */
	record Side(long id, String key, String article, String title, String source, String date, String exact,
			String paraphrase, String claimant, String claimantKey, String stance, String kind, String target,
			String points) {
	}

	/**
	 * A relation that is kept.
	 *
	 * @param type its type
	 * @param from the id of the claim from which it goes
	 * @param to the id of the other
	 * @param other the id of the one that is not the claim of the page
	 * @param exact its quote
	 * @param matter what both speak of
	 * @param reason why it holds
	 * @param coding who says so
	 */
	record Held(String type, String from, String to, String other, String exact, @Nullable String matter, String reason,
			String coding) {
	}

}
