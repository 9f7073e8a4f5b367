package org.catena.exchange;

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
 * Articles in JSON.
 */
@Controller
@TellsThePast
class ArticleApi {

	private final ApiAnswers answers;

	private final ArticleRecords articles;

	private final Whereabouts whereabouts;

	private final JdbcClient jdbc;

	ArticleApi(ApiAnswers answers, ArticleRecords articles, Whereabouts whereabouts, JdbcClient jdbc) {
		this.answers = answers;
		this.articles = articles;
		this.whereabouts = whereabouts;
		this.jdbc = jdbc;
	}

	@GetMapping("/articles.json")
	ResponseEntity<byte[]> list(@RequestParam MultiValueMap<String, String> given, HttpServletRequest request) {
		ApiParameters parameters = ApiParameters.ofList(given, "source", "author", "plan", "point", "language", "from",
				"to");
		Filter filter = new Filter()
			.and(parameters.slug("source"), "source", "t.source_id = (select id from source where slug = :source)")
			.and(parameters.slug("author"), "author", """
					exists (select from byline b join agent g on g.id = b.agent_id
					  where b.article_id = t.id and g.slug = :author)""")
			.and(parameters.slug("plan"), "plan", "t.plan_id = (select id from plan where slug = :plan)")
			.andPoint(parameters.point("point"), """
					exists (select from claim c join claim_point cp on cp.claim_id = c.id
					  where c.article_id = t.id and c.standing = 'shown' and cp.point_id = :point)""")
			.and(parameters.one("language").filter(ArticleApi::isLanguage), "language", "t.language = :language")
			.and(parameters.day("from"), "from", "t.date_latest >= :from")
			.and(parameters.day("to"), "to", "t.date_earliest <= :to");
		return this.answers.list(ChangeKind.ARTICLE, parameters, filter, this::byId, request);
	}

	@GetMapping("/articles/{slug:[a-z0-9-]+}.json")
	ResponseEntity<byte[]> article(@PathVariable String slug, @RequestParam MultiValueMap<String, String> given) {
		new ApiParameters(given, List.of());
		ArticleRecord article = this.articles.bySlug(slug)
			.orElseThrow(() -> this.whereabouts.ofArticle(slug, "/articles/%s.json"));
		Map<String, @Nullable Object> body = article(article,
				former(List.of(article.id())).getOrDefault(article.id(), List.of()), this.answers.root());
		body.put("text",
				this.jdbc.sql("select text from article_version where article_id = ? and number = ?")
					.params(article.id(), article.version())
					.query(String.class)
					.single());
		body.put("versions", this.jdbc.sql("""
				select number, sha256, code_points, words, reason, created_at from article_version
				where article_id = ? order by number""")
			.param(article.id())
			.query((rs, row) -> object("number", rs.getInt("number"), "address",
					this.answers.root() + article.address() + "/v" + rs.getInt("number"), "sha256",
					rs.getString("sha256"), "code_points", rs.getInt("code_points"), "words", rs.getInt("words"),
					"reason", rs.getString("reason"), "created", rs.getTimestamp("created_at").toInstant().toString()))
			.list());
		body.put("basis", this.jdbc.sql("""
				select field, basis, evidence, confidence from article_basis where article_id = ? order by field""")
			.param(article.id())
			.query((rs, row) -> object("field", rs.getString("field"), "basis", rs.getString("basis"), "evidence",
					rs.getString("evidence"), "confidence", rs.getBigDecimal("confidence")))
			.list());
		body.put("notes",
				this.jdbc.sql("select note from article_note where article_id = ? order by position")
					.param(article.id())
					.query(String.class)
					.list());
		return this.answers.one(body);
	}

	private Map<Long, Map<String, @Nullable Object>> byId(List<Long> ids) {
		Map<Long, List<String>> former = former(ids);
		Map<Long, Map<String, @Nullable Object>> byId = new LinkedHashMap<>();
		this.articles.byId(ids)
			.forEach((article) -> byId.put(article.id(),
					article(article, former.getOrDefault(article.id(), List.of()), this.answers.root())));
		return byId;
	}

	private Map<Long, List<String>> former(List<Long> ids) {
		Map<Long, List<String>> former = new LinkedHashMap<>();
		if (!ids.isEmpty()) {
			this.jdbc.sql("select article_id, slug from old_slug where article_id in (:ids) order by slug")
				.param("ids", ids)
				.query((rs) -> {
					former.computeIfAbsent(rs.getLong(1), (id) -> new java.util.ArrayList<>()).add(rs.getString(2));
				});
		}
		return former;
	}

	private static boolean isLanguage(String value) {
		if (!value.matches("[a-z]{2,3}(-[A-Za-z0-9]{1,8}){0,4}")) {
			throw ApiParameters.bad("The language is no tag of BCP 47, like “en”.");
		}
		return true;
	}

	private static Map<String, @Nullable Object> article(ArticleRecord article, List<String> former, String root) {
		return object("slug", article.slug(), "address", root + article.address(), "former_slugs", former, "title",
				article.title(), "title_supplied", article.titleSupplied(), "source",
				object("slug", article.source().slug(), "name", article.source().name(), "publisher",
						article.source().publisher(), "website", article.source().website()),
				"authors", article.authors().stream().map(ArticleApi::agent).toList(), "date", article.date(),
				"date_earliest", text(article.dateEarliest()), "date_latest", text(article.dateLatest()), "language",
				article.language(), "url", article.url(), "alternate_url", article.alternateUrl(), "plan",
				article.plan(), "version", article.version(), "words", article.words(), "text_sha256",
				article.textSha256(), "claims", article.claims(), "created", article.created().toString(), "updated",
				article.updated().toString());
	}

	static @Nullable Map<String, @Nullable Object> agent(ArticleRecord.@Nullable AgentName agent) {
		return (agent == null) ? null : object("slug", agent.slug(), "name", agent.name(), "kind", agent.kind());
	}

	static @Nullable String text(@Nullable Object value) {
		return (value != null) ? value.toString() : null;
	}

}
