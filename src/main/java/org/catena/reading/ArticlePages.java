package org.catena.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.catena.agreement.Agreements;
import org.catena.reading.ArticlePage.Neighbour;
import org.catena.reading.ArticlePage.Neighbour.Count;
import org.catena.reading.ArticlePage.VersionRow;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the page of an article, in a fixed number of statements.
 */
@Component
@Transactional(readOnly = true)
class ArticlePages {

	private final JdbcClient jdbc;

	private final ArticleRows articles;

	private final ClaimRows claims;

	private final Agreements agreements;

	private final NotYetThere earlier;

	private final Clock clock;

	ArticlePages(JdbcClient jdbc, ArticleRows articles, ClaimRows claims, Agreements agreements, NotYetThere earlier,
			Clock clock) {
		this.jdbc = jdbc;
		this.articles = articles;
		this.claims = claims;
		this.agreements = agreements;
		this.earlier = earlier;
		this.clock = clock;
	}

	/** How many articles are shown. */
	long count() {
		return this.jdbc.sql("select count(*) from article where state = 'published'").query(Long.class).single();
	}

	/** The slug to which an old slug leads. */
	Optional<String> currentSlug(String slug) {
		return this.jdbc.sql("select a.slug from old_slug o join article a on a.id = o.article_id where o.slug = :slug")
			.param("slug", slug)
			.query(String.class)
			.optional();
	}

	/**
	 * Reads an article.
	 * @param slug its slug
	 * @param number the version to show, or null for the current one
	 * @param filter which claims are marked
	 * @param site the archive's own address, without a slash at its end
	 * @return its page
	 * @throws NotFound when there is no such article or version
	 * @throws org.catena.past.NotOfThatDay when it was not there yet
	 * @throws Withdrawn when it is no longer shown
	 */
	ArticlePage article(String slug, @Nullable Integer number, ClaimFilter filter, String site) {
		Raw raw = this.jdbc.sql("""
				select a.id, a.state, a.withdrawn_reason, a.version, a.url, a.date, a.date_within, a.language,
				  a.derived_publication, a.derived_title, a.derived_date, v.number, v.text
				from article a join article_version v on v.article_id = a.id
				where a.slug = :slug and v.number = coalesce(:number, a.version)""")
			.param("slug", slug)
			.param("number", number, java.sql.Types.INTEGER)
			.query(Raw::of)
			.optional()
			.orElseThrow(() -> this.earlier.noArticle(slug));
		if (raw.withdrawnReason() != null) {
			throw new Withdrawn(raw.withdrawnReason());
		}
		ArticleRow article = this.articles.byId(List.of(raw.id())).get(raw.id());
		if (article == null) {
			throw withdrawnMeanwhile(raw.id(), slug);
		}
		boolean current = raw.number() == raw.version();
		List<ClaimRow> all = this.claims.ofArticle(raw.id());
		List<ClaimRow> placed = current ? all.stream().filter((claim) -> claim.span() != null).toList() : List.of();
		List<ClaimRow> marked = placed.stream().filter(filter::accepts).toList();
		List<ClaimRow> orphans = current ? all.stream().filter((claim) -> claim.span() == null).toList() : List.of();
		List<VersionRow> versions = versions(raw.id());
		VersionRow shown = versions.stream()
			.filter((version) -> version.number() == raw.number())
			.findFirst()
			.orElseThrow();
		return new ArticlePage(article, raw.url(), metadata(raw, article), raw.derivedFrom(), notes(raw.id()),
				Segmentation.paragraphs(raw.text(), marked, (claim) -> java.util.Objects.requireNonNull(claim.span())),
				marked, orphans, StanceCounts.of(marked), shown, versions, neighbours(raw.id()),
				Citation.of(article, raw.url(), raw.number(), site + article.address() + "/v" + raw.number(),
						LocalDate.now(this.clock)),
				this.agreements.adjudications(slug)
					.stream()
					.flatMap((adjudication) -> adjudication.differing().stream())
					.collect(Collectors.toSet()),
				Lanes.of(marked), filter, ClaimFilter.Choices.of(placed), placed.size());
	}

	/** Why an article is not shown that was there a moment ago. */
	RuntimeException withdrawnMeanwhile(long id, String slug) {
		return this.jdbc.sql("select withdrawn_reason from article where id = :id and withdrawn_reason is not null")
			.param("id", id)
			.query(String.class)
			.optional()
			.<RuntimeException>map(Withdrawn::new)
			.orElseGet(() -> new NotFound("article " + slug));
	}

	/** The texts of an article, the newest first. */
	List<VersionRow> versions(long id) {
		return this.jdbc.sql("""
				select number, sha256, words, created_at, reason from article_version where article_id = :id
				order by number desc""")
			.param("id", id)
			.query((rs, row) -> new VersionRow(rs.getInt("number"), rs.getString("sha256"), rs.getInt("words"),
					rs.getTimestamp("created_at").toInstant(), rs.getString("reason")))
			.list();
	}

	private List<String> notes(long id) {
		return this.jdbc.sql("select note from article_note where article_id = :id order by position")
			.param("id", id)
			.query(String.class)
			.list();
	}

	private List<MetadataRow> metadata(Raw raw, ArticleRow article) {
		Map<String, String> values = new LinkedHashMap<>();
		values.put(article.supplied() ? "supplied_title" : "title", article.title());
		values.put("authors", article.authors().isEmpty() ? null : article.authorNames());
		values.put("source", article.sourceName());
		DateLabel date = article.date();
		values.put("date", (date != null) ? date.text() + ((date.within() != null) ? ", " + date.within() : "") : null);
		values.put("url", raw.url());
		values.put("language",
				java.util.Locale.forLanguageTag(raw.language()).getDisplayLanguage(java.util.Locale.ENGLISH));
		values.put("derived_from", raw.derivedFrom());
		List<MetadataRow> rows = new ArrayList<>();
		this.jdbc.sql("""
				select field, basis, evidence, confidence from article_basis where article_id = :id
				order by array_position(array['title', 'supplied_title', 'authors', 'source', 'date', 'url', 'language',
				  'derived_from'], field)""").param("id", raw.id()).query((rs) -> {
			String field = rs.getString("field");
			rows.add(new MetadataRow(field, values.get(field), rs.getString("basis"), rs.getString("evidence"),
					rs.getBigDecimal("confidence")));
		});
		return rows;
	}

	private List<Neighbour> neighbours(long id) {
		Map<Long, List<Count>> counts = new LinkedHashMap<>();
		this.jdbc
			.sql("""
					with related as (
					  select case when a.article_id = :id then b.article_id else a.article_id end as other, r.type
					  from shown_relation r join claim a on a.id = r.from_id join claim b on b.id = r.to_id
					  where (a.article_id = :id) <> (b.article_id = :id)),
					nearest as (select other, count(*) as relations from related group by other order by 2 desc, 1 limit 10)
					select other, type, count(*) as number from related join nearest using (other)
					group by other, relations, type
					order by relations desc, other, array_position(array['agrees', 'elaborates', 'contradicts', 'disputes'], type)""")
			.param("id", id)
			.query((rs) -> {
				counts.computeIfAbsent(rs.getLong("other"), (other) -> new ArrayList<>())
					.add(new Count(rs.getString("type"), rs.getInt("number")));
			});
		Map<Long, ArticleRow> byId = this.articles.byId(List.copyOf(counts.keySet()));
		List<Neighbour> neighbours = new ArrayList<>();
		counts.forEach((other, relations) -> {
			ArticleRow article = byId.get(other);
			if (article != null) {
				neighbours.add(new Neighbour(article, relations));
			}
		});
		return neighbours;
	}

	private record Raw(long id, @Nullable String withdrawnReason, int version, @Nullable String url, String language,
			@Nullable String derivedFrom, int number, String text) {

		static Raw of(ResultSet rs, int row) throws SQLException {
			List<String> derived = new ArrayList<>();
			if (rs.getString("derived_title") != null) {
				derived.add("“" + rs.getString("derived_title") + "”");
			}
			if (rs.getString("derived_publication") != null) {
				derived.add(rs.getString("derived_publication"));
			}
			if (rs.getString("derived_date") != null) {
				derived.add(DateLabel.words(rs.getString("derived_date")));
			}
			return new Raw(rs.getLong("id"), rs.getString("withdrawn_reason"), rs.getInt("version"),
					rs.getString("url"), rs.getString("language"),
					derived.isEmpty() ? null : String.join(", ", derived), rs.getInt("number"), rs.getString("text"));
		}

	}

}
