package org.catena.editing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.catena.annotation.Aspect;
import org.catena.annotation.Certainty;
import org.catena.annotation.Kind;
import org.catena.annotation.PlanVersion;
import org.catena.annotation.Stance;
import org.catena.annotation.Target;
import org.catena.annotation.Uptake;
import org.catena.article.AgentKind;
import org.catena.article.BasisKind;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the fields of a form offer.
 *
 * @param sources the sources of the archive
 * @param plans its plans
 * @param agents the names of its people and bodies
 * @param points the points of the plan that the article comments on
 */
record FormChoices(List<Choice> sources, List<Choice> plans, List<String> agents, List<PointChoice> points) {

	private static final List<Choice> BASES = Choice.of(BasisKind.class);

	private static final List<Choice> AGENT_KINDS = Choice.of(AgentKind.class);

	private static final Map<String, List<Choice>> CODES = Map.of("version", Choice.of(PlanVersion.class), "uptake",
			Choice.of(Uptake.class), "certainty", Choice.of(Certainty.class), "kind", Choice.of(Kind.class), "target",
			Choice.of(Target.class), "aspect", Choice.of(Aspect.class), "stance", Choice.of(Stance.class));

	static FormChoices read(JdbcClient jdbc, String plan) {
		return new FormChoices(choices(jdbc, "select slug, name from source order by lower(name)"),
				choices(jdbc, "select slug, title from plan order by id"),
				jdbc.sql("select name from agent order by lower(name)").query(String.class).list(), points(jdbc, plan));
	}

	private static List<Choice> choices(JdbcClient jdbc, String sql) {
		return jdbc.sql(sql).query((row, number) -> new Choice(row.getString(1), row.getString(2))).list();
	}

	private static List<PointChoice> points(JdbcClient jdbc, String plan) {
		Map<Integer, PointChoice> points = new LinkedHashMap<>();
		jdbc.sql("""
				select point.number, point.title, sub_point.letter, sub_point.summary
				from point join plan on plan.id = point.plan_id left join sub_point on sub_point.point_id = point.id
				where plan.slug = :plan order by point.number, sub_point.letter""")
			.param("plan", Typed.shown(plan))
			.query((row) -> {
				int number = row.getInt("number");
				if (!points.containsKey(number)) {
					points.put(number, new PointChoice(number, row.getString("title"), new ArrayList<>()));
				}
				if (row.getString("letter") != null) {
					points.get(number).parts().add(new Choice(row.getString("letter"), row.getString("summary")));
				}
			});
		return List.copyOf(points.values());
	}

	public List<Choice> bases() {
		return BASES;
	}

	public List<Choice> agentKinds() {
		return AGENT_KINDS;
	}

	/** The value list of a field of a claim. */
	public List<Choice> codes(String field) {
		return CODES.getOrDefault(field, List.of());
	}

	/** The key that chooses a value of a field of a claim. */
	public String key(String field, String value) {
		return MarkingKeys.of(field, value);
	}

	/**
	 * A point of the plan.
	 *
	 * @param number from 1
	 * @param title a few words
	 * @param parts its lettered parts
	 */
	record PointChoice(int number, String title, List<Choice> parts) {
	}

}
