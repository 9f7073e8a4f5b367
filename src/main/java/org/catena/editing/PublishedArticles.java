package org.catena.editing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.catena.annotation.TextQuote;
import org.catena.article.ArticleSubmission.RawText;
import org.catena.article.Basis;
import org.catena.article.BasisKind;
import org.catena.article.DerivedFrom;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads published articles and their claims, for editors.
 */
@Component
class PublishedArticles {

	private final JdbcClient jdbc;

	PublishedArticles(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** An article as a form would have it, and its fixity. */
	Optional<Opened> open(String slug) {
		return this.jdbc.sql("""
				select article.*, source.slug as source, plan.slug as plan, article_version.text
				from article join source on source.id = article.source_id left join plan on plan.id = article.plan_id
				join article_version on article_version.article_id = article.id
				  and article_version.number = article.version
				where article.slug = :slug and article.state = 'published'""")
			.param("slug", slug)
			.query((row, number) -> new Opened(form(row), row.getString("sha256")))
			.optional();
	}

	private ArticleForm form(ResultSet article) throws SQLException {
		long id = article.getLong("id");
		Map<String, BasisForm> bases = bases(id);
		List<AuthorForm> authors = authors(id);
		DerivedFrom derived = new DerivedFrom(article.getString("derived_publication"),
				article.getString("derived_title"), article.getString("derived_date"));
		boolean isDerived = bases.containsKey("derived_from");
		return new ArticleForm(Typed.orEmpty(article.getString("title")), basis(bases, "title"),
				Typed.orEmpty(article.getString("supplied_title")), basis(bases, "supplied_title"),
				article.getString("text"), new SourceForm(article.getString("source"), "", "", "", BasisForm.EMPTY),
				basis(bases, "source"), authors, authors.isEmpty(), basis(bases, "authors"),
				Typed.orEmpty(article.getString("date")), Typed.orEmpty(article.getString("date_within")),
				basis(bases, "date"), Typed.orEmpty(article.getString("url")),
				Typed.orEmpty(article.getString("alternate_url")), basis(bases, "url"), article.getString("language"),
				basis(bases, "language"), Typed.orEmpty(article.getString("plan")),
				DerivedForm.from(isDerived ? derived : null, basis(bases, "derived_from")),
				String.join("\n\n", notes(id)), List.of(), List.of());
	}

	private static BasisForm basis(Map<String, BasisForm> bases, String field) {
		return bases.getOrDefault(field, BasisForm.EMPTY);
	}

	private Map<String, BasisForm> bases(long article) {
		Map<String, BasisForm> bases = new HashMap<>();
		this.jdbc.sql("select field, basis, evidence, confidence from article_basis where article_id = :article")
			.param("article", article)
			.query((row) -> {
				Basis basis = new Basis(kind(row.getString("basis")), row.getString("evidence"),
						row.getBigDecimal("confidence"));
				bases.put(row.getString("field"), BasisForm.from(basis));
			});
		return bases;
	}

	private static BasisKind kind(String word) {
		for (BasisKind kind : BasisKind.values()) {
			if (kind.word().equals(word)) {
				return kind;
			}
		}
		throw new IllegalStateException("No basis " + word);
	}

	private List<AuthorForm> authors(long article) {
		AgentNames names = new AgentNames(this.jdbc);
		return this.jdbc.sql("""
				select agent.slug, agent.name, byline.printed from byline join agent on agent.id = byline.agent_id
				where byline.article_id = :article order by byline.position""")
			.param("article", article)
			.query((row, number) -> new AuthorForm(names.nameOf(row.getString("slug"), row.getString("name")), "",
					Typed.orEmpty(row.getString("printed"))))
			.list();
	}

	private List<String> notes(long article) {
		return this.jdbc.sql("select note from article_note where article_id = :article order by position")
			.param("article", article)
			.query(String.class)
			.list();
	}

	/** An article, withdrawn or not. */
	Optional<DeskRow> desk(String slug) {
		return this.jdbc.sql("""
				select slug, coalesce(title, supplied_title) as title, withdrawn_reason, version, origin, updated_at,
				  (select count(*) from claim where article_id = article.id and standing = 'shown') as claims
				from article where slug = :slug""")
			.param("slug", slug)
			.query((row, number) -> new DeskRow(row.getString("slug"), row.getString("title"),
					row.getString("withdrawn_reason"), row.getInt("version"), row.getString("origin"),
					When.of(row, "updated_at"), row.getInt("claims")))
			.optional();
	}

	/** The articles that are withdrawn, the last first. */
	List<DeskRow> withdrawn() {
		return this.jdbc.sql("""
				select slug, coalesce(title, supplied_title) as title, withdrawn_reason, version, origin, updated_at,
				  0 as claims from article where state = 'withdrawn' order by updated_at desc, id desc limit 20""")
			.query((row, number) -> new DeskRow(row.getString("slug"), row.getString("title"),
					row.getString("withdrawn_reason"), row.getInt("version"), row.getString("origin"),
					When.of(row, "updated_at"), row.getInt("claims")))
			.list();
	}

	/** The hash of an article as it is now. */
	Optional<String> sha256(String slug) {
		return this.jdbc.sql("select sha256 from article where slug = :slug")
			.param("slug", slug)
			.query(String.class)
			.optional();
	}

	/** Whether an article is withdrawn. */
	boolean isWithdrawn(String slug) {
		return this.jdbc.sql("select exists (select from article where slug = :slug and state = 'withdrawn')")
			.param("slug", slug)
			.query(Boolean.class)
			.single();
	}

	/** The current text of a published article. */
	Optional<String> text(String slug) {
		return this.jdbc.sql("""
				select text from article_version v join article a on a.id = v.article_id and a.version = v.number
				where a.slug = :slug and a.state = 'published'""").param("slug", slug).query(String.class).optional();
	}

	/** The text as received, where the archive has it. */
	@Nullable RawText raw(String slug) {
		return this.jdbc.sql("select raw_file, raw_sha256 from article where slug = :slug and raw_file is not null")
			.param("slug", slug)
			.query((row, number) -> new RawText(row.getString("raw_file"), row.getString("raw_sha256")))
			.optional()
			.orElse(null);
	}

	/** The claims that readers see, in the order of the text; orphans come last. */
	List<ClaimRow> claims(String slug) {
		return this.jdbc.sql("""
				select claim.key, claim.exact, claim.prefix, claim.suffix, claim.paraphrase, claim.stance,
				  claim.anchoring
				from shown_claim claim join article on article.id = claim.article_id
				where article.slug = :slug order by claim.span_start nulls last, claim.key""")
			.param("slug", slug)
			.query((row, number) -> new ClaimRow(row.getString("key"),
					new TextQuote(row.getString("exact"), row.getString("prefix"), row.getString("suffix")),
					row.getString("paraphrase"), row.getString("stance"), "orphan".equals(row.getString("anchoring"))))
			.list();
	}

	/**
	 * The number of the next claim of an article: numbers are never used again, so those
	 * of withdrawn claims count too.
	 */
	int nextClaim(String slug) {
		return this.jdbc.sql("""
				select coalesce(max(cast(substring(claim.key from '/c([0-9]{1,8})$') as int)), 0) + 1
				from claim join article on article.id = claim.article_id where article.slug = :slug""")
			.param("slug", slug)
			.query(Integer.class)
			.single();
	}

	/** Whether an article has, or once had, this slug. */
	boolean isTaken(String slug) {
		return this.jdbc.sql("""
				select exists (select from article where slug = :slug)
				or exists (select from old_slug where slug = :slug)""")
			.param("slug", slug)
			.query(Boolean.class)
			.single();
	}

	List<ArticleRow> lastChanged() {
		return this.jdbc.sql("""
				select slug, coalesce(title, supplied_title) as title, origin, version, updated_at from article
				where state = 'published' order by updated_at desc, id desc limit 8""")
			.query((row, number) -> new ArticleRow(row.getString("slug"), row.getString("title"),
					row.getString("origin"), row.getInt("version"), When.of(row, "updated_at")))
			.list();
	}

	/**
	 * An article to be edited.
	 *
	 * @param form the article as a form has it, without claims
	 * @param sha256 its fixity
	 */
	record Opened(ArticleForm form, String sha256) {
	}

	/**
	 * An article as its editors find it.
	 *
	 * @param slug its name in addresses
	 * @param title its title
	 * @param withdrawnReason why it is not shown, where it is withdrawn
	 * @param version the number of its current version
	 * @param origin who changed it last: the corpus or an editor
	 * @param updatedAt when it changed
	 * @param claims how many of its claims are shown
	 */
	record DeskRow(String slug, String title, @Nullable String withdrawnReason, int version, String origin,
			When updatedAt, int claims) {

		public boolean isWithdrawn() {
			return this.withdrawnReason != null;
		}

	}

	/**
	 * A published claim.
	 *
	 * @param key its id
	 * @param quote its quote
	 * @param paraphrase what is claimed
	 * @param stance of the claimant
	 * @param orphan whether the current text does not hold the quote
	 */
	record ClaimRow(String key, TextQuote quote, String paraphrase, String stance, boolean orphan) {
	}

	/**
	 * A published article in a list.
	 *
	 * @param slug its name in addresses
	 * @param title its title
	 * @param origin who changed it last: the corpus or an editor
	 * @param version the number of its current version
	 * @param updatedAt when it changed
	 */
	record ArticleRow(String slug, String title, String origin, int version, When updatedAt) {
	}

	/** The id of a claim by its number. */
	static String key(String slug, int number) {
		return slug + "/c" + ((number < 10) ? "0" : "") + number;
	}

}
