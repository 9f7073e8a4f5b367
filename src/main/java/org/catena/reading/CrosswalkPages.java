package org.catena.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

import org.catena.reading.CrosswalkRows.CorrespondenceRow;
import org.catena.reading.CrosswalkRows.PointSide;
import org.catena.reading.PlansPage.CrosswalkLink;
import org.catena.reading.PlansPage.PlanRow;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the list of plans and the pages of crosswalks, in a fixed number of statements.
 */
@Component
@Transactional(readOnly = true)
class CrosswalkPages {

	private static final String PLANS = """
			select pl.slug, pl.title, pl.about, pl.published, pl.known, pl.point_count,
			  (select count(*) from point p where p.plan_id = pl.id) as points,
			  (select count(distinct c.id) from point p join claim_point cp on cp.point_id = p.id
			   join shown_claim c on c.id = cp.claim_id where p.plan_id = pl.id) as claims,
			  (select count(*) from article a where a.plan_id = pl.id and a.state = 'published') as articles
			from plan pl where %s order by articles desc, pl.published_earliest, pl.id""";

	private static final String LINKS = """
			select e.slug as earlier, e.title as earlier_title, l.slug as later, l.title as later_title,
			  (select count(*) from correspondence c where c.crosswalk_id = w.id) as rows
			from crosswalk w join plan e on e.id = w.earlier_plan_id join plan l on l.id = w.later_plan_id
			where w.withdrawn_reason is null and %s order by l.published_latest, l.id, e.id""";

	private static final String POINTS = """
			select pl.slug as plan, p.number, p.title, (select count(distinct c.id) from claim_point cp
			  join shown_claim c on c.id = cp.claim_id where cp.point_id = p.id) as claims
			from point p join plan pl on pl.id = p.plan_id where pl.slug in (:earlier, :later) order by pl.slug, p.number""";

	private final JdbcClient jdbc;

	private final CrosswalkRows rows;

	CrosswalkPages(JdbcClient jdbc, CrosswalkRows rows) {
		this.jdbc = jdbc;
		this.rows = rows;
	}

	/** The plans, with the crosswalks between them. */
	PlansPage plans() {
		return new PlansPage(this.jdbc.sql(PLANS.formatted("true")).query(CrosswalkPages::plan).list(),
				this.jdbc.sql(LINKS.formatted("true")).query(CrosswalkPages::link).list());
	}

	/** The crosswalks in which a plan stands. */
	List<CrosswalkLink> links(String plan) {
		return this.jdbc.sql(LINKS.formatted("(e.slug = :plan or l.slug = :plan)"))
			.param("plan", plan)
			.query(CrosswalkPages::link)
			.list();
	}

	/**
	 * Reads a crosswalk.
	 * @throws NotFound when there is none of these plans
	 * @throws Moved when the first of the plans is the later one
	 * @throws Withdrawn when it was withdrawn
	 */
	CrosswalkPage crosswalk(String earlier, String later) {
		record Head(long id, String earlier, String later, String about, @Nullable String withdrawn) {
		}
		Head head = this.jdbc.sql("""
				select w.id, e.slug as earlier, l.slug as later, w.about, w.withdrawn_reason
				from crosswalk w join plan e on e.id = w.earlier_plan_id join plan l on l.id = w.later_plan_id
				where (e.slug = :earlier and l.slug = :later) or (e.slug = :later and l.slug = :earlier)""")
			.param("earlier", earlier)
			.param("later", later)
			.query((rs, row) -> new Head(rs.getLong("id"), rs.getString("earlier"), rs.getString("later"),
					rs.getString("about"), rs.getString("withdrawn_reason")))
			.optional()
			.orElseThrow(() -> new NotFound("crosswalk of " + earlier + " and " + later));
		if (head.withdrawn() != null) {
			throw new Withdrawn(head.withdrawn());
		}
		if (!head.earlier().equals(earlier)) {
			throw new Moved(CrosswalkRows.address(head.earlier(), head.later()));
		}
		List<PlanRow> plans = this.jdbc.sql(PLANS.formatted("pl.slug in (:earlier, :later)"))
			.param("earlier", earlier)
			.param("later", later)
			.query(CrosswalkPages::plan)
			.list();
		List<CorrespondenceRow> correspondences = this.rows.ofCrosswalk(head.id());
		List<PointSide> points = this.jdbc.sql(POINTS)
			.param("earlier", earlier)
			.param("later", later)
			.query((rs, row) -> new PointSide(rs.getString("plan"), rs.getInt("number"), null, rs.getString("title"),
					rs.getInt("claims")))
			.list();
		return new CrosswalkPage(named(plans, earlier), named(plans, later), head.about(), this.rows.remarks(head.id()),
				correspondences, without(points, earlier, correspondences, CorrespondenceRow::earlier),
				without(points, later, correspondences, CorrespondenceRow::later));
	}

	private static PlanRow named(List<PlanRow> plans, String slug) {
		return plans.stream().filter((plan) -> plan.slug().equals(slug)).findFirst().orElseThrow();
	}

	private static List<PointSide> without(List<PointSide> points, String plan, List<CorrespondenceRow> rows,
			Function<CorrespondenceRow, @Nullable PointSide> side) {
		Set<Integer> spoken = new HashSet<>();
		rows.stream().map(side).filter(Objects::nonNull).forEach((point) -> spoken.add(point.number()));
		return points.stream()
			.filter((point) -> point.plan().equals(plan) && !spoken.contains(point.number()))
			.toList();
	}

	private static PlanRow plan(ResultSet rs, int number) throws SQLException {
		return new PlanRow(rs.getString("slug"), rs.getString("title"), rs.getString("about"),
				DateLabel.words(rs.getString("published")), "in_part".equals(rs.getString("known")),
				(Integer) rs.getObject("point_count"), rs.getInt("points"), rs.getInt("claims"), rs.getInt("articles"));
	}

	private static CrosswalkLink link(ResultSet rs, int number) throws SQLException {
		return new CrosswalkLink(rs.getString("earlier"), rs.getString("earlier_title"), rs.getString("later"),
				rs.getString("later_title"), rs.getInt("rows"));
	}

}
