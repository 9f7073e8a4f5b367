package org.catena.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.catena.exchange.ArticleRecord.AgentName;
import org.catena.exchange.Reference.Quote;
import org.catena.site.SiteAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Pages as schema.org describes such things. Nothing is reviewed here, so there is no
 * {@code ClaimReview}.
 */
@Component
class SchemaOrg {

	private static final Pattern POINT = Pattern.compile("/plans/([a-z0-9-]+)/points/(\\d{1,6})");

	private final SiteAddress site;

	private final ClaimRecords claims;

	private final JdbcClient jdbc;

	private final JsonMapper json;

	SchemaOrg(SiteAddress site, ClaimRecords claims, JdbcClient jdbc, JsonMapper json) {
		this.site = site;
		this.claims = claims;
		this.jdbc = jdbc;
		this.json = json;
	}

	/**
	 * The page of an article or of a claim, as JSON that can stand in a script element.
	 */
	String of(Reference reference) {
		Quote quote = reference.quote();
		Map<String, Object> thing = (quote == null) ? article(reference)
				: this.claims.byKey(quote.claim()).map((claim) -> claim(reference, claim)).orElseGet(Map::of);
		return script(thing);
	}

	/** The pages of points, the home page and the page about the archive. */
	Optional<String> of(String path) {
		Matcher point = POINT.matcher(path);
		if (point.matches()) {
			return point(point.group(1), Integer.parseInt(point.group(2))).map(this::script);
		}
		return (path.equals("/") || path.equals("/about")) ? Optional.of(script(whole())) : Optional.empty();
	}

	private Map<String, Object> article(Reference reference) {
		ArticleRecord article = reference.article();
		Map<String, Object> thing = begin("OpinionNewsArticle", reference.root() + article.address());
		thing.put("headline", reference.title());
		thing.put("url", reference.url());
		thing.put("archivedAt", reference.archived());
		thing.put("mainEntityOfPage", reference.root() + article.address());
		if (!article.authors().isEmpty()) {
			thing.put("author", article.authors().stream().map((author) -> agent(author, reference.root())).toList());
		}
		ReferenceDate date = reference.date();
		if (date != null) {
			thing.put("datePublished", date.iso());
		}
		thing.put("inLanguage", article.language());
		Map<String, Object> publication = new LinkedHashMap<>();
		publication.put("@type", "Periodical");
		publication.put("name", reference.publication());
		put(publication, "url", article.source().website());
		thing.put("isPartOf", publication);
		Map<String, Object> publisher = new LinkedHashMap<>();
		publisher.put("@type", "Organization");
		String name = article.source().publisher();
		publisher.put("name", (name != null) ? name : reference.publication());
		thing.put("publisher", publisher);
		thing.put("wordCount", article.words());
		return thing;
	}

	private Map<String, Object> claim(Reference reference, ClaimRecord claim) {
		Map<String, Object> thing = begin("Claim", reference.root() + claim.address());
		thing.put("name", Reference.spaced(claim.paraphrase()));
		thing.put("text", claim.quote().exact());
		thing.put("url", reference.root() + claim.address());
		AgentName claimant = claim.claimant();
		if (claimant != null) {
			Map<String, Object> agent = agent(claimant, reference.root());
			thing.put("author", agent);
			thing.put("claimInterpreter", Map.of("@type", "Organization", "name", "Catena", "url", reference.root()));
		}
		Map<String, Object> article = article(reference);
		article.remove("@context");
		thing.put("appearance", article);
		List<Object> about = new ArrayList<>();
		claim.points().forEach((point) -> {
			Map<String, Object> term = new LinkedHashMap<>();
			term.put("@type", "DefinedTerm");
			term.put("@id", reference.root() + point.address());
			term.put("name", point.title());
			term.put("termCode", Integer.toString(point.number()));
			about.add(term);
		});
		if (!about.isEmpty()) {
			thing.put("about", about);
		}
		thing.put("dateCreated", Annotations.time(claim.created()));
		return thing;
	}

	private Optional<Map<String, Object>> point(String plan, int number) {
		return this.jdbc.sql("""
				select p.title, p.summary, pl.slug, pl.title as plan_title, pl.about from point p
				join plan pl on pl.id = p.plan_id where pl.slug = ? and p.number = ?""")
			.param(plan)
			.param(number)
			.query((rs, row) -> {
				String root = this.site.root();
				Map<String, Object> term = begin("DefinedTerm", root + "/plans/" + plan + "/points/" + number);
				term.put("name", rs.getString("title"));
				term.put("termCode", Integer.toString(number));
				term.put("description", rs.getString("summary"));
				term.put("url", root + "/plans/" + plan + "/points/" + number);
				Map<String, Object> set = new LinkedHashMap<>();
				set.put("@type", "DefinedTermSet");
				set.put("@id", root + "/plans/" + plan);
				set.put("name", rs.getString("plan_title"));
				term.put("inDefinedTermSet", set);
				return term;
			})
			.optional();
	}

	private Map<String, Object> whole() {
		String root = this.site.root();
		Map<String, Object> thing = begin("Dataset", root + "/");
		thing.put("name", "Catena: commentary on the 28-point peace plan for Ukraine");
		thing.put("description",
				"Articles about the 28-point peace plan for Ukraine of November 2025. Every claim about "
						+ "the plan is marked in its words, coded, linked to the plan's points and to other claims.");
		thing.put("url", root + "/");
		thing.put("inLanguage", "en");
		thing.put("isAccessibleForFree", true);
		thing.put("keywords", List.of("peace plan for Ukraine", "news commentary", "argument", "annotation"));
		thing.put("creator", Map.of("@type", "Organization", "name", "Catena", "url", root + "/about"));
		Instant changed = this.jdbc.sql("select max(updated_at) from article where state = 'published'")
			.query((rs, row) -> Optional.ofNullable(rs.getTimestamp(1)).map(java.sql.Timestamp::toInstant))
			.single()
			.orElse(null);
		if (changed != null) {
			thing.put("dateModified", Annotations.time(changed));
		}
		thing.put("distribution",
				List.of(download(root + "/annotations/", LinkedData.ANNOTATION.toString(), "Claims and relations"),
						download(root + "/claims.csv", "text/csv", "Claims and points"),
						download(root + "/claims.jsonl", "application/jsonl", "Claims and points"),
						download(root + "/articles.csl.json", ReferenceFormat.CSL_JSON.type().toString(),
								"References of the articles")));
		return thing;
	}

	private static Map<String, Object> download(String address, String type, String name) {
		Map<String, Object> download = new LinkedHashMap<>();
		download.put("@type", "DataDownload");
		download.put("name", name);
		download.put("contentUrl", address);
		download.put("encodingFormat", type);
		return download;
	}

	private static Map<String, Object> begin(String type, String id) {
		Map<String, Object> thing = new LinkedHashMap<>();
		thing.put("@context", "https://schema.org");
		thing.put("@type", type);
		thing.put("@id", id);
		return thing;
	}

	private static Map<String, Object> agent(AgentName agent, String root) {
		Map<String, Object> thing = new LinkedHashMap<>();
		thing.put("@type", agent.kind().equals("person") ? "Person" : "Organization");
		thing.put("name", agent.name());
		thing.put("url", root + "/agents/" + agent.slug());
		return thing;
	}

	private static void put(Map<String, Object> thing, String name, @Nullable String value) {
		if (value != null) {
			thing.put(name, value);
		}
	}

	/**
	 * A script element ends, and a comment in it begins, where the browser reads so,
	 * whatever JSON means by it.
	 */
	private String script(Map<String, Object> thing) {
		return this.json.writeValueAsString(thing)
			.replace("<", "\\u003c")
			.replace(">", "\\u003e")
			.replace("&", "\\u0026")
			.replace("\u2028", "\\u2028")
			.replace("\u2029", "\\u2029");
	}

}
