package org.catena.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.catena.article.TextDiff;
import org.catena.reading.ArticlePage.VersionRow;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Compares two versions of an article, in a fixed number of statements.
 */
@Component
@Transactional(readOnly = true)
class DiffPages {

	private final JdbcClient jdbc;

	private final ArticleRows articles;

	private final ArticlePages pages;

	DiffPages(JdbcClient jdbc, ArticleRows articles, ArticlePages pages) {
		this.jdbc = jdbc;
		this.articles = articles;
		this.pages = pages;
	}

	/**
	 * Compares two versions.
	 * @param slug the article's slug
	 * @param from the number of the version that is left, as text; empty for the one
	 * before the other
	 * @param to the number of the version that is reached, as text; empty for the current
	 * one
	 * @return its page; it says so when a number is none of a version
	 * @throws NotFound when there is no such article
	 * @throws Withdrawn when it is no longer shown
	 */
	DiffPage diff(String slug, String from, String to) {
		record Held(long id, @Nullable String withdrawnReason) {
		}
		Held held = this.jdbc.sql("select id, withdrawn_reason from article where slug = :slug")
			.param("slug", slug)
			.query((rs, row) -> new Held(rs.getLong("id"), rs.getString("withdrawn_reason")))
			.optional()
			.orElseThrow(() -> new NotFound("article " + slug));
		if (held.withdrawnReason() != null) {
			throw new Withdrawn(held.withdrawnReason());
		}
		ArticleRow article = this.articles.byId(List.of(held.id())).get(held.id());
		if (article == null) {
			throw this.pages.withdrawnMeanwhile(held.id(), slug);
		}
		List<VersionRow> versions = this.pages.versions(held.id());
		Optional<VersionRow> right = to.isEmpty() ? Optional.of(versions.get(0)) : version(versions, to);
		Optional<VersionRow> left = from.isEmpty() ? right.map((version) -> before(versions, version))
				: version(versions, from);
		if (right.isEmpty() || left.isEmpty()) {
			return new DiffPage(article, versions, left.orElse(null), right.orElse(null), right.isEmpty() ? to : from,
					List.of());
		}
		Map<Integer, String> texts = texts(held.id(), left.get().number(), right.get().number());
		return new DiffPage(article, versions, left.get(), right.get(), null,
				TextDiff.passages(Objects.requireNonNull(texts.get(left.get().number())),
						Objects.requireNonNull(texts.get(right.get().number()))));
	}

	private static Optional<VersionRow> version(List<VersionRow> versions, String number) {
		return versions.stream().filter((version) -> String.valueOf(version.number()).equals(number)).findFirst();
	}

	/** The version before one; the first has none and is compared with itself. */
	private static VersionRow before(List<VersionRow> versions, VersionRow version) {
		return versions.stream().filter((other) -> other.number() < version.number()).findFirst().orElse(version);
	}

	private Map<Integer, String> texts(long id, int left, int right) {
		Map<Integer, String> texts = new HashMap<>();
		this.jdbc.sql("select number, text from article_version where article_id = :id and number in (:left, :right)")
			.param("id", id)
			.param("left", left)
			.param("right", right)
			.query((rs) -> {
				texts.put(rs.getInt("number"), rs.getString("text"));
			});
		return texts;
	}

}
