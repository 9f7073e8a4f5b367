package org.catena.exchange;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A table of what readers are shown: what its rows and columns are, and how they are
 * read. The data dictionary, the description by Frictionless and the files come from
 * here.
 *
 * @param name its name in addresses
 * @param title what it is
 * @param row what a row stands for
 * @param columns its columns
 * @param key the columns that name a row
 * @param references columns that name rows of other tables
 * @param sql its rows, with {@code _id} and {@code _n}, by which they are read in parts,
 * before the columns
 */
record DataTable(String name, String title, String row, List<Column> columns, List<String> key,
		List<Reference> references, String sql) {

	private static final String SLUG = "[a-z0-9]+(-[a-z0-9]+)*";

	private static final String CLAIM = SLUG + "/[a-z0-9]+";

	private static final Reference TO_POINT = new Reference(List.of("plan", "point"), "points",
			List.of("plan", "point"));

	/** All of them. */
	static final List<DataTable> ALL = List.of(articles(), claims(), relations(), discrepancies(), matrix(), sources(),
			agents(), plans(), points());

	private static DataTable articles() {
		return new DataTable("articles", "Articles", "an article that is shown", List.of(
				text("article", "Its name in addresses: it is at /articles/ and this").like(SLUG).unique(),
				text("title", "The title, in square brackets where none is printed").required(),
				flag("title_supplied", "Whether the title is supplied"),
				text("source", "The publication").like(SLUG).required(), text("source_name", "Its name").required(),
				text("authors",
						"Persons and bodies in printed order, parted by semicolons; empty where the author is not stated"),
				text("author_names", "Their names"), text("date", "When it appeared, in EDTF (ISO 8601-2)"),
				day("date_earliest", "The first day on which it can have appeared"),
				day("date_latest", "The last such day"), text("language", "A tag of BCP 47").required(),
				text("url", "The address of the original"), text("plan", "The plan that it is about").like(SLUG),
				number("version", "The number of its current version").required(),
				number("words", "Words of the current text").required(),
				number("code_points", "Unicode code points of the current text").required(),
				text("text_sha256", "The SHA-256 of the current text in UTF-8").like("[0-9a-f]{64}").required(),
				number("claims", "How many claims are shown in it").required(), time("created", "When it came in"),
				time("updated", "When it was changed last")), List.of("article"),
				List.of(new Reference(List.of("source"), "sources", List.of("source")),
						new Reference(List.of("plan"), "plans", List.of("plan"))),
				"""
						select a.id as _id, 0 as _n, a.slug, coalesce(a.title, a.supplied_title), a.title is null, s.slug, s.name,
						  array(select g.slug from byline b join agent g on g.id = b.agent_id where b.article_id = a.id order by b.position),
						  array(select g.name from byline b join agent g on g.id = b.agent_id where b.article_id = a.id order by b.position),
						  a.date, a.date_earliest, a.date_latest, a.language, a.url, p.slug, a.version, v.words, v.code_points, v.sha256,
						  (select count(*) from shown_claim c where c.article_id = a.id), a.created_at, a.updated_at
						from article a join source s on s.id = a.source_id left join plan p on p.id = a.plan_id
						join article_version v on v.article_id = a.id and v.number = a.version where a.state = 'published'""");
	}

	private static DataTable claims() {
		return new DataTable("claims", "Claims",
				"a claim that is shown and one of the points that it is linked to, if it is linked to any",
				List.of(text("claim", "Its permanent id: it is at /claims/ and this").like(CLAIM).required(),
						number("link", "The number of the link to a point within the claim, from 1").required(),
						text("article", "The article in which it stands").like(SLUG).required(),
						text("article_title", "Its title").required(),
						text("source", "The publication").like(SLUG).required(),
						text("date", "When the article appeared, in EDTF"),
						text("quote", "The words of the article").required(),
						text("paraphrase", "What is claimed, in the words of the archive").required(),
						number("version_placed", "The version of the article in which the span counts").required(),
						number("span_start", "Where it begins, in code points from 0; empty for an orphan"),
						number("span_end", "Where it ends; not included"),
						text("anchoring", "How the quote stands in that version").of("exact", "moved", "fuzzy",
								"orphan"),
						text("claimant", "Whose claim it is; empty for an author whom nobody names").like(SLUG),
						text("claimant_name", "The name"), flag("claimant_is_author", "Whether that is the author"),
						text("via",
								"Through whom it reaches the article, nearest to the claimant first, parted by semicolons; “author” is the author"),
						text("plan", "The plan; empty where the claim is about no single point").like(SLUG),
						number("point", "The number of the point"),
						text("sub_point", "The letter of the sub-point").like("[a-z]"),
						text("point_title", "The title of the point"),
						text("bearing", "Whether the claim speaks of the rule of the point, or of the matter only")
							.among("about", "touches"),
						text("stance", "Of the claimant towards the target").of("supports", "opposes", "mixed",
								"neutral"),
						text("kind", "What kind of statement it is").of("descriptive", "evaluative", "predictive",
								"normative"),
						text("target", "What the stance is towards").of("plan", "point", "mediators", "process",
								"ukraine_position", "russia_position", "europe_role"),
						text("target_agent", "Who the target is").like(SLUG),
						text("aspect", "The side of the plan").of("origin", "content", "acceptability", "consequences",
								"mediators", "process"),
						text("certainty", "How certain it is said to be").of("asserted", "hedged", "alleged"),
						text("uptake", "How the author takes the claim of another").among("endorses", "reports",
								"rejects"),
						text("version", "Which text of the plan is spoken of").of("original", "revised", "unspecified"),
						decimal("confidence", "Of the coder, from 0 to 1").required(),
						text("coding", "Whose coding it is").required(),
						text("codebook", "The version of the codebook").required(),
						text("note", "A remark of the coder"), time("created", "When it came in"),
						time("updated", "When it was changed last")),
				List.of("claim", "link"),
				List.of(new Reference(List.of("article"), "articles", List.of("article")),
						new Reference(List.of("claimant"), "agents", List.of("agent")),
						new Reference(List.of("target_agent"), "agents", List.of("agent")), TO_POINT),
				"""
						select c.id as _id, coalesce(cp.position, 0) as _n, c.key, coalesce(cp.position, 0) + 1, a.slug,
						  coalesce(a.title, a.supplied_title), s.slug, a.date, c.exact, c.paraphrase, c.placed_on_version, c.span_start,
						  c.span_end, c.anchoring, g.slug, g.name, c.claimant_is_author,
						  array(select coalesce(vg.slug, 'author') from claim_via v left join agent vg on vg.id = v.agent_id
						    where v.claim_id = c.id order by v.position),
						  l.slug, p.number, cp.letter, p.title, cp.bearing, c.stance, c.kind, c.target, t.slug, c.aspect, c.certainty, c.uptake,
						  c.version, c.confidence, c.coding, c.codebook, c.note, c.created_at, c.updated_at
						from shown_claim c join article a on a.id = c.article_id join source s on s.id = a.source_id
						left join agent g on g.id = c.claimant_id left join agent t on t.id = c.target_agent_id
						left join claim_point cp on cp.claim_id = c.id left join point p on p.id = cp.point_id left join plan l on l.id = p.plan_id""");
	}

	private static DataTable relations() {
		return new DataTable("relations", "Relations between claims",
				"a relation; one without direction goes from the earlier article to the later",
				List.of(text("type", "What the one claim is to the other").of("agrees", "elaborates", "contradicts",
						"disputes"), text("from_claim", "The one claim").like(CLAIM).required(),
						text("to_claim", "The other claim").like(CLAIM).required(),
						text("matter", "What both speak of"), text("reason", "Why it is said").required(),
						text("coding", "Whose coding it is").required(), time("created", "When it came in"),
						time("updated", "When it was changed last")),
				List.of("type", "from_claim", "to_claim"),
				List.of(new Reference(List.of("from_claim"), "claims", List.of("claim")),
						new Reference(List.of("to_claim"), "claims", List.of("claim"))),
				"""
						select r.id as _id, 0 as _n, r.type, f.key, t.key, r.matter, r.reason, r.coding, r.created_at, r.updated_at
						from shown_relation r join claim f on f.id = r.first_id join claim t on t.id = r.second_id""");
	}

	private static DataTable discrepancies() {
		return new DataTable("discrepancies", "Discrepancies",
				"a place where a claim states a point otherwise than the plan does",
				List.of(text("claim", "The claim").like(CLAIM).required(),
						text("plan", "The plan").like(SLUG).required(),
						number("point", "The number of the point").required(),
						text("sub_point", "The letter of the sub-point").like("[a-z]"),
						text("claim_says", "What the claim says").required(),
						text("plan_says", "What the plan says").required(),
						text("gravity", "How grave the difference is").of("wording", "degree", "substance"),
						text("coding", "Whose coding it is").required(), time("created", "When it came in"),
						time("updated", "When it was changed last")),
				List.of("claim", "plan", "point", "sub_point"),
				List.of(new Reference(List.of("claim"), "claims", List.of("claim")), TO_POINT),
				"""
						select d.id as _id, 0 as _n, c.key, l.slug, p.number, d.letter, d.claim_says, d.plan_says, d.gravity, d.coding,
						  d.created_at, d.updated_at
						from shown_discrepancy d join claim c on c.id = d.claim_id join point p on p.id = d.point_id
						join plan l on l.id = p.plan_id""");
	}

	private static DataTable matrix() {
		return new DataTable("matrix", "Matrix of points and publications",
				"a point, a publication and a stance that occur together",
				List.of(text("plan", "The plan").like(SLUG).required(),
						number("point", "The number of the point").required(),
						text("source", "The publication").like(SLUG).required(),
						text("stance", "Of the claimant").of("supports", "opposes", "mixed", "neutral"),
						number("claims",
								"How many claims; one that is linked to several parts of the point counts once")
							.required()),
				List.of("plan", "point", "source", "stance"),
				List.of(TO_POINT, new Reference(List.of("source"), "sources", List.of("source"))),
				"""
						select p.id as _id, row_number() over (partition by p.id order by s.id, c.stance) as _n, l.slug, p.number, s.slug,
						  c.stance, count(distinct c.id)
						from shown_claim c join claim_point cp on cp.claim_id = c.id join point p on p.id = cp.point_id
						join plan l on l.id = p.plan_id join article a on a.id = c.article_id join source s on s.id = a.source_id
						group by p.id, l.slug, p.number, s.id, s.slug, c.stance""");
	}

	private static DataTable sources() {
		return new DataTable("sources", "Publications", "a publication",
				List.of(text("source", "Its name in addresses: it is at /sources/ and this").like(SLUG).unique(),
						text("name", "Its name").required(), text("publisher", "Who publishes it"),
						text("website", "Its web address"), text("country", "The country in which it is published"),
						text("country_basis", "On what that rests").of("printed", "public_page", "inferred",
								"general_knowledge", "unknown"),
						text("variants", "Other names, parted by semicolons"),
						number("articles", "How many articles of it are shown").required()),
				List.of("source"), List.of(),
				"""
						select s.id as _id, 0 as _n, s.slug, s.name, s.publisher, s.website, s.country, s.country_basis,
						  array(select v.name from source_variant v where v.source_id = s.id order by v.position),
						  (select count(*) from article a where a.source_id = s.id and a.state = 'published') from source s""");
	}

	private static DataTable agents() {
		return new DataTable("agents", "Persons and bodies", "a person, a body, or a group that a text does not name",
				List.of(text("agent", "Its name in addresses: it is at /agents/ and this").like(SLUG).unique(),
						text("name", "Its authorised name").required(),
						text("kind", "What it is").of("person", "body", "group"), text("about", "One line about it"),
						text("variants", "Other spellings, parted by semicolons"),
						number("claims", "How many claims it makes").required()),
				List.of("agent"), List.of(), """
						select g.id as _id, 0 as _n, g.slug, g.name, g.kind, g.about,
						  array(select v.name from agent_variant v where v.agent_id = g.id order by v.position),
						  (select count(*) from shown_claim c where c.claimant_id = g.id) from agent g""");
	}

	private static DataTable plans() {
		return new DataTable("plans", "Plans", "a document that is commented on",
				List.of(text("plan", "Its name in addresses: it is at /plans/ and this").like(SLUG).unique(),
						text("title", "Its title").required(), text("about", "What it is").required(),
						text("published", "When it was published or came about, in EDTF").required(),
						text("known", "Whether every point is known").of("whole", "in_part"),
						number("points", "How many points the archive has").required()),
				List.of("plan"), List.of(), """
						select l.id as _id, 0 as _n, l.slug, l.title, l.about, l.published, l.known,
						  (select count(*) from point p where p.plan_id = l.id) from plan l""");
	}

	private static DataTable points() {
		return new DataTable("points", "Points of plans", "a point of a plan",
				List.of(text("plan", "The plan").like(SLUG).required(), number("point", "Its number").required(),
						text("title", "Its title").required(), text("theme", "Its theme").required(),
						text("summary", "What it says, in the words of the archive").required(),
						number("claims", "How many claims are linked to it").required()),
				List.of("plan", "point"), List.of(new Reference(List.of("plan"), "plans", List.of("plan"))),
				"""
						select p.id as _id, 0 as _n, l.slug, p.number, p.title, th.slug, p.summary,
						  (select count(distinct cp.claim_id) from claim_point cp join shown_claim c on c.id = cp.claim_id
						    where cp.point_id = p.id)
						from point p join plan l on l.id = p.plan_id join theme th on th.id = p.theme_id""");
	}

	private static Column text(String name, String description) {
		return new Column(name, "string", description, false, false, null, List.of());
	}

	private static Column number(String name, String description) {
		return new Column(name, "integer", description, false, false, null, List.of());
	}

	private static Column decimal(String name, String description) {
		return new Column(name, "number", description, false, false, null, List.of());
	}

	private static Column flag(String name, String description) {
		return new Column(name, "boolean", description, true, false, null, List.of());
	}

	private static Column day(String name, String description) {
		return new Column(name, "date", description, false, false, null, List.of());
	}

	private static Column time(String name, String description) {
		return new Column(name, "datetime", description, true, false, null, List.of());
	}

	/**
	 * A column.
	 *
	 * @param name its name
	 * @param type as Table Schema calls it
	 * @param description what it says
	 * @param isRequired whether it is never empty
	 * @param isUnique whether no value occurs twice
	 * @param pattern the form of its values
	 * @param values its values, where they are words of a list
	 */
	record Column(String name, String type, String description, boolean isRequired, boolean isUnique,
			@Nullable String pattern, List<String> values) {

		Column required() {
			return new Column(this.name, this.type, this.description, true, this.isUnique, this.pattern, this.values);
		}

		Column unique() {
			return new Column(this.name, this.type, this.description, true, true, this.pattern, this.values);
		}

		Column like(String form) {
			return new Column(this.name, this.type, this.description, this.isRequired, this.isUnique, form,
					this.values);
		}

		/** Always one of some words. */
		Column of(String... words) {
			return among(words).required();
		}

		/** One of some words, or empty. */
		Column among(String... words) {
			return new Column(this.name, this.type, this.description, this.isRequired, this.isUnique, this.pattern,
					Arrays.asList(words));
		}

	}

	/**
	 * Columns that name rows of another table.
	 *
	 * @param columns the columns here
	 * @param table the other table
	 * @param theirs its columns
	 */
	record Reference(List<String> columns, String table, List<String> theirs) {
	}

}
