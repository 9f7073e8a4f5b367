package org.catena.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.catena.exchange.ApiParameters.Filter;
import org.catena.past.TellsThePast;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import static org.catena.exchange.ApiAnswers.object;

/**
 * Sources and agents in JSON.
 */
@Controller
@TellsThePast
class NameApi {

	private static final String SOURCES = """
			select s.*, m.at, (select array_agg(v.name order by v.position) from source_variant v
			    where v.source_id = s.id) as variants,
			  (select count(*) from article a where a.source_id = s.id and a.state = 'published') as articles
			from source s join change_mark m on m.kind = 'source' and m.id = s.id where %s""";

	private static final String AGENTS = """
			select g.*, m.at, (select array_agg(v.name order by v.position) from agent_variant v
			    where v.agent_id = g.id) as variants,
			  (select count(*) from byline b join article a on a.id = b.article_id
			    where b.agent_id = g.id and a.state = 'published') as articles,
			  (select count(*) from shown_claim c where c.claimant_id = g.id) as claims
			from agent g join change_mark m on m.kind = 'agent' and m.id = g.id where %s""";

	private final ApiAnswers answers;

	private final JdbcClient jdbc;

	private final Whereabouts whereabouts;

	NameApi(ApiAnswers answers, JdbcClient jdbc, Whereabouts whereabouts) {
		this.answers = answers;
		this.jdbc = jdbc;
		this.whereabouts = whereabouts;
	}

	@GetMapping("/sources.json")
	ResponseEntity<byte[]> sources(@RequestParam MultiValueMap<String, String> given, HttpServletRequest request) {
		return this.answers.list(ChangeKind.SOURCE, ApiParameters.ofList(given), new Filter(),
				(ids) -> byId(SOURCES.formatted("s.id in (:value)"), ids, this::source), request);
	}

	@GetMapping("/sources/{slug:[a-z0-9-]+}.json")
	ResponseEntity<byte[]> source(@PathVariable String slug, @RequestParam MultiValueMap<String, String> given) {
		new ApiParameters(given, List.of());
		return this.answers.one(byId(SOURCES.formatted("s.slug = :value"), slug, this::source).values()
			.stream()
			.findFirst()
			.orElseThrow(() -> this.whereabouts.ofSource(slug, "/sources/%s.json")));
	}

	@GetMapping("/agents.json")
	ResponseEntity<byte[]> agents(@RequestParam MultiValueMap<String, String> given, HttpServletRequest request) {
		ApiParameters parameters = ApiParameters.ofList(given, "kind");
		Filter filter = new Filter().and(parameters.word("kind", "person", "body", "group"), "type", "t.kind = :type");
		return this.answers.list(ChangeKind.AGENT, parameters, filter,
				(ids) -> byId(AGENTS.formatted("g.id in (:value)"), ids, this::agent), request);
	}

	@GetMapping("/agents/{slug:[a-z0-9-]+}.json")
	ResponseEntity<byte[]> agent(@PathVariable String slug, @RequestParam MultiValueMap<String, String> given) {
		new ApiParameters(given, List.of());
		return this.answers.one(byId(AGENTS.formatted("g.slug = :value"), slug, this::agent).values()
			.stream()
			.findFirst()
			.orElseThrow(() -> this.whereabouts.ofAgent(slug, "/agents/%s.json")));
	}

	private Map<Long, Map<String, @Nullable Object>> byId(String sql, Object value, Reading reading) {
		Map<Long, Map<String, @Nullable Object>> byId = new LinkedHashMap<>();
		if (!(value instanceof List<?> ids) || !ids.isEmpty()) {
			this.jdbc.sql(sql).param("value", value).query((rs) -> {
				byId.put(rs.getLong("id"), reading.read(rs));
			});
		}
		return byId;
	}

	private Map<String, @Nullable Object> source(ResultSet rs) throws SQLException {
		return object("slug", rs.getString("slug"), "address", this.answers.root() + "/sources/" + rs.getString("slug"),
				"name", rs.getString("name"), "publisher", rs.getString("publisher"), "website",
				rs.getString("website"), "country", rs.getString("country"), "country_basis",
				rs.getString("country_basis"), "country_evidence", rs.getString("country_evidence"),
				"country_confidence", rs.getBigDecimal("country_confidence"), "variants", texts(rs, "variants"),
				"articles", rs.getInt("articles"), "updated", updated(rs));
	}

	private Map<String, @Nullable Object> agent(ResultSet rs) throws SQLException {
		return object("slug", rs.getString("slug"), "address", this.answers.root() + "/agents/" + rs.getString("slug"),
				"name", rs.getString("name"), "kind", rs.getString("kind"), "about", rs.getString("about"), "variants",
				texts(rs, "variants"), "articles", rs.getInt("articles"), "claims", rs.getInt("claims"), "updated",
				updated(rs));
	}

	static List<Object> texts(ResultSet rs, String column) throws SQLException {
		java.sql.Array array = rs.getArray(column);
		return (array != null) ? List.of((Object[]) array.getArray()) : List.of();
	}

	static String updated(ResultSet rs) throws SQLException {
		Instant at = rs.getTimestamp("at").toInstant();
		return at.toString();
	}

	@FunctionalInterface
	private interface Reading {

		Map<String, @Nullable Object> read(ResultSet row) throws SQLException;

	}

}
