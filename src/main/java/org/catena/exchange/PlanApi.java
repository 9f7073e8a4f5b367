package org.catena.exchange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.catena.exchange.ApiParameters.Filter;
import org.catena.past.TellsThePast;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import static org.catena.exchange.ApiAnswers.object;

/**
 * Plans and their points in JSON.
 */
@Controller
@TellsThePast
class PlanApi {

	private static final String PLANS = """
			select l.*, m.at, (select count(*) from point p where p.plan_id = l.id) as points
			from plan l join change_mark m on m.kind = 'plan' and m.id = l.id where %s""";

	private static final String POINTS = """
			select p.*, th.slug as theme, m.at,
			  (select count(distinct cp.claim_id) from claim_point cp join shown_claim c on c.id = cp.claim_id
			    where cp.point_id = p.id) as claims
			from point p join theme th on th.id = p.theme_id
			join change_mark m on m.kind = 'plan' and m.id = p.plan_id
			where p.plan_id = :plan and (p.number = :number or :number = 0) order by p.number""";

	private final ApiAnswers answers;

	private final JdbcClient jdbc;

	PlanApi(ApiAnswers answers, JdbcClient jdbc) {
		this.answers = answers;
		this.jdbc = jdbc;
	}

	@GetMapping("/plans.json")
	ResponseEntity<byte[]> plans(@RequestParam MultiValueMap<String, String> given, HttpServletRequest request) {
		return this.answers.list(ChangeKind.PLAN, ApiParameters.ofList(given), new Filter(), (ids) -> {
			Map<Long, Map<String, @Nullable Object>> byId = new LinkedHashMap<>();
			if (!ids.isEmpty()) {
				byId.putAll(plans("l.id in (:value)", ids));
			}
			return byId;
		}, request);
	}

	@GetMapping("/plans/{plan:[a-z0-9-]+}.json")
	ResponseEntity<byte[]> plan(@PathVariable String plan, @RequestParam MultiValueMap<String, String> given) {
		new ApiParameters(given, List.of());
		Map.Entry<Long, Map<String, @Nullable Object>> found = find(plan);
		Map<String, @Nullable Object> body = found.getValue();
		body.put("themes",
				this.jdbc.sql("select slug, name from theme where plan_id = ? order by position")
					.param(found.getKey())
					.query((rs, row) -> object("slug", rs.getString("slug"), "name", rs.getString("name")))
					.list());
		body.put("points", points(found.getKey(), plan, 0));
		return this.answers.one(body);
	}

	@GetMapping("/plans/{plan:[a-z0-9-]+}/points/{number:[1-9][0-9]{0,3}}.json")
	ResponseEntity<byte[]> point(@PathVariable String plan, @PathVariable int number,
			@RequestParam MultiValueMap<String, String> given) {
		new ApiParameters(given, List.of());
		long planId = find(plan).getKey();
		Map<String, @Nullable Object> body = points(planId, plan, number).stream()
			.findFirst()
			.orElseThrow(() -> new NotHere(HttpStatus.NOT_FOUND, "The plan has no point " + number + ".", null));
		long id = this.jdbc.sql("select id from point where plan_id = ? and number = ?")
			.params(planId, number)
			.query(Long.class)
			.single();
		body.put("secondary_themes", this.jdbc.sql("""
				select th.slug from point_secondary_theme s join theme th on th.id = s.theme_id
				where s.point_id = ? order by s.position""").param(id).query(String.class).list());
		body.put("keywords",
				this.jdbc.sql("select keyword from point_keyword where point_id = ? order by position")
					.param(id)
					.query(String.class)
					.list());
		body.put("witnesses", this.jdbc.sql("""
				select w.name, w.url, w.what, w.seen from point_witness pw join witness w on w.id = pw.witness_id
				where pw.point_id = ? order by pw.position""")
			.param(id)
			.query((rs, row) -> object("name", rs.getString("name"), "url", rs.getString("url"), "what",
					rs.getString("what"), "seen", rs.getString("seen")))
			.list());
		Map<String, @Nullable Object> stances = object("supports", 0, "opposes", 0, "mixed", 0, "neutral", 0);
		this.jdbc.sql("""
				select c.stance, count(distinct c.id) from shown_claim c join claim_point cp on cp.claim_id = c.id
				where cp.point_id = ? group by 1""").param(id).query((rs) -> {
			stances.put(rs.getString(1), rs.getInt(2));
		});
		body.put("stances", stances);
		return this.answers.one(body);
	}

	private Map.Entry<Long, Map<String, @Nullable Object>> find(String slug) {
		return plans("l.slug = :value", slug).entrySet()
			.stream()
			.findFirst()
			.orElseThrow(() -> new NotHere(HttpStatus.NOT_FOUND, "There is no plan " + slug + ".", null));
	}

	private Map<Long, Map<String, @Nullable Object>> plans(String where, Object value) {
		Map<Long, Map<String, @Nullable Object>> byId = new LinkedHashMap<>();
		this.jdbc.sql(PLANS.formatted(where)).param("value", value).query((rs) -> {
			byId.put(rs.getLong("id"), object("slug", rs.getString("slug"), "address",
					this.answers.root() + "/plans/" + rs.getString("slug"), "title", rs.getString("title"), "about",
					rs.getString("about"), "published", rs.getString("published"), "published_earliest",
					rs.getString("published_earliest"), "published_latest", rs.getString("published_latest"), "known",
					rs.getString("known"), "limits", rs.getString("limits"), "point_count", rs.getObject("point_count"),
					"points_here", rs.getInt("points"), "updated", NameApi.updated(rs)));
		});
		return byId;
	}

	private List<Map<String, @Nullable Object>> points(long plan, String slug, int number) {
		Map<Long, List<Object>> parts = new LinkedHashMap<>();
		this.jdbc.sql("""
				select s.point_id, s.letter, s.summary from sub_point s join point p on p.id = s.point_id
				where p.plan_id = ? order by s.point_id, s.letter""").param(plan).query((rs) -> {
			parts.computeIfAbsent(rs.getLong(1), (id) -> new java.util.ArrayList<>())
				.add(object("letter", rs.getString(2), "summary", rs.getString(3)));
		});
		return this.jdbc.sql(POINTS)
			.param("plan", plan)
			.param("number", number)
			.query((rs, row) -> object("plan", slug, "number", rs.getInt("number"), "address",
					this.answers.root() + "/plans/" + slug + "/points/" + rs.getInt("number"), "title",
					rs.getString("title"), "theme", rs.getString("theme"), "summary", rs.getString("summary"),
					"sub_points", parts.getOrDefault(rs.getLong("id"), List.of()), "sub_letters",
					rs.getString("sub_letters"), "version_differences", rs.getString("version_differences"),
					"verification", rs.getString("verification"), "claims", rs.getInt("claims"), "updated",
					NameApi.updated(rs)))
			.list();
	}

}
