package org.catena.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.catena.reading.CrosswalkPage.Remark;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the rows of crosswalks with the claims that they rest on: two statements whatever
 * their number.
 */
@Component
class CrosswalkRows {

	private static final String CORRESPONDENCES = """
			select c.id, c.kind, c.note, c.basis, c.evidence, c.page,
			  e.slug as earlier_plan, e.title as earlier_plan_title, ep.number as earlier_number, c.earlier_letter,
			  ep.title as earlier_title, coalesce(ec.claims, 0) as earlier_claims,
			  l.slug as later_plan, l.title as later_plan_title, lp.number as later_number, c.later_letter,
			  lp.title as later_title, coalesce(lc.claims, 0) as later_claims
			from correspondence c join crosswalk w on w.id = c.crosswalk_id and w.withdrawn_reason is null
			join plan e on e.id = c.earlier_plan_id join plan l on l.id = c.later_plan_id
			left join point ep on ep.id = c.earlier_point_id left join point lp on lp.id = c.later_point_id
			left join lateral (select count(distinct s.id) as claims from claim_point cp join shown_claim s on s.id = cp.claim_id
			  where cp.point_id = ep.id and (c.earlier_letter is null or cp.letter = c.earlier_letter)) ec on true
			left join lateral (select count(distinct s.id) as claims from claim_point cp join shown_claim s on s.id = cp.claim_id
			  where cp.point_id = lp.id and (c.later_letter is null or cp.letter = c.later_letter)) lc on true
			where %s order by l.published_latest, c.crosswalk_id, c.position""";

	private static final String QUOTES = """
			select x.%s as on_id, s.key, s.exact, o.name as source
			from %s x join shown_claim s on s.key = x.claim_key
			join article a on a.id = s.article_id join source o on o.id = a.source_id
			where x.%1$s in (:ids) order by x.%1$s, x.position""";

	private final JdbcClient jdbc;

	CrosswalkRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The address of the crosswalk of two plans. */
	static String address(String earlier, String later) {
		return "/plans/" + earlier + "/crosswalk/" + later;
	}

	/** The rows of a crosswalk, in its order. */
	List<CorrespondenceRow> ofCrosswalk(long crosswalk) {
		return read("c.crosswalk_id = :id", crosswalk);
	}

	/** The rows in which a point stands, or a part of it, whatever the other plan. */
	List<CorrespondenceRow> ofPoint(long point) {
		return read("c.earlier_point_id = :id or c.later_point_id = :id", point);
	}

	/** What a crosswalk says of the later plan as a whole. */
	List<Remark> remarks(long crosswalk) {
		record Raw(long id, String sentence, String basis, @Nullable String evidence, @Nullable String page) {
		}
		List<Raw> raws = this.jdbc.sql("""
				select id, sentence, basis, evidence, page from crosswalk_remark
				where crosswalk_id = :id order by position""")
			.param("id", crosswalk)
			.query((rs, row) -> new Raw(rs.getLong("id"), rs.getString("sentence"), rs.getString("basis"),
					rs.getString("evidence"), rs.getString("page")))
			.list();
		Map<Long, List<Quote>> quotes = quotes("remark_id", "crosswalk_remark_claim",
				raws.stream().map(Raw::id).toList());
		return raws.stream()
			.map((raw) -> new Remark(raw.sentence(),
					new Support(raw.basis(), raw.evidence(), raw.page(), quotes.getOrDefault(raw.id(), List.of()))))
			.toList();
	}

	private List<CorrespondenceRow> read(String where, long id) {
		record Raw(long id, String kind, @Nullable PointSide earlier, String earlierPlan, String earlierPlanTitle,
				@Nullable PointSide later, String laterPlan, String laterPlanTitle, String note, String basis,
				@Nullable String evidence, @Nullable String page) {
		}
		List<Raw> raws = this.jdbc.sql(CORRESPONDENCES.formatted(where))
			.param("id", id)
			.query((rs, row) -> new Raw(rs.getLong("id"), rs.getString("kind"), side(rs, "earlier"),
					rs.getString("earlier_plan"), rs.getString("earlier_plan_title"), side(rs, "later"),
					rs.getString("later_plan"), rs.getString("later_plan_title"), rs.getString("note"),
					rs.getString("basis"), rs.getString("evidence"), rs.getString("page")))
			.list();
		Map<Long, List<Quote>> quotes = quotes("correspondence_id", "correspondence_claim",
				raws.stream().map(Raw::id).toList());
		return raws.stream()
			.map((raw) -> new CorrespondenceRow(raw.kind(), raw.earlierPlan(), raw.earlierPlanTitle(), raw.earlier(),
					raw.laterPlan(), raw.laterPlanTitle(), raw.later(), raw.note(),
					new Support(raw.basis(), raw.evidence(), raw.page(), quotes.getOrDefault(raw.id(), List.of()))))
			.toList();
	}

	private Map<Long, List<Quote>> quotes(String column, String table, List<Long> ids) {
		Map<Long, List<Quote>> quotes = new LinkedHashMap<>();
		if (!ids.isEmpty()) {
			this.jdbc.sql(QUOTES.formatted(column, table)).param("ids", ids).query((rs) -> {
				quotes.computeIfAbsent(rs.getLong("on_id"), (id) -> new ArrayList<>())
					.add(new Quote(rs.getString("key"), rs.getString("exact"), rs.getString("source")));
			});
		}
		return quotes;
	}

	private static @Nullable PointSide side(ResultSet rs, String side) throws SQLException {
		int number = rs.getInt(side + "_number");
		return (number > 0) ? new PointSide(rs.getString(side + "_plan"), number, rs.getString(side + "_letter"),
				rs.getString(side + "_title"), rs.getInt(side + "_claims")) : null;
	}

	/**
	 * What became of a point.
	 *
	 * @param kind what the later point is to the earlier, as a word
	 * @param earlierPlan the slug of the earlier plan
	 * @param earlierPlanTitle its title
	 * @param earlier the earlier point; null where the later is new
	 * @param laterPlan the slug of the later plan
	 * @param laterPlanTitle its title
	 * @param later the later point; null where there is none or its number is not known
	 * @param note what remained and what changed
	 * @param support on what that rests
	 */
	record CorrespondenceRow(String kind, String earlierPlan, String earlierPlanTitle, @Nullable PointSide earlier,
			String laterPlan, String laterPlanTitle, @Nullable PointSide later, String note, Support support) {

		/** The address of the crosswalk in which the row stands. */
		public String crosswalk() {
			return address(this.earlierPlan, this.laterPlan);
		}

		/** Why there is no later point. */
		public boolean isDropped() {
			return "dropped".equals(this.kind);
		}

	}

	/**
	 * A point on one side of a crosswalk, or a part of it.
	 *
	 * @param plan the plan's slug
	 * @param number the point's number
	 * @param letter the part's letter, or null for the whole point
	 * @param title the point's title
	 * @param claims how many claims are linked to it
	 */
	record PointSide(String plan, int number, @Nullable String letter, String title, int claims) {

		public String label() {
			return this.number + ((this.letter != null) ? this.letter : "");
		}

		public String address() {
			return "/plans/" + this.plan + "/points/" + this.number + ((this.letter != null) ? "#" + this.letter : "");
		}

	}

	/**
	 * On what a row or a remark rests.
	 *
	 * @param basis the kind of it, as a word
	 * @param evidence in words
	 * @param page the address of the public page that says so
	 * @param claims the claims that say so, as far as they are shown
	 */
	record Support(String basis, @Nullable String evidence, @Nullable String page, List<Quote> claims) {
	}

	/**
	 * A claim that says so.
	 *
	 * @param key its permanent id
	 * @param exact the quote
	 * @param source the name of its source
	 */
	record Quote(String key, String exact, String source) {

		public String address() {
			return "/claims/" + this.key;
		}

	}

}
