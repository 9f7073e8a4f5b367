package org.catena.editing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.catena.article.TextDiff;
import org.catena.article.TextDiff.Passage;
import org.catena.article.TextDiff.Stretch;
import org.catena.intake.Proposal;
import org.catena.intake.ProposedValue;
import org.catena.intake.ReceivedPieces.Received;
import org.catena.intake.Shingles;
import org.catena.search.ArticleHit;
import org.catena.search.Scope;
import org.catena.search.Search;
import org.catena.search.SearchQuery;
import org.hibernate.search.util.common.SearchException;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds what the archive has already of a piece that comes in: an article with its
 * address, an earlier piece with the same bytes, an article with the same words.
 */
@Component
class LikelyDuplicates {

	/** The share of runs of words from which two texts count as the same piece. */
	private static final double MUCH = 0.3;

	/** Runs of eight plain words, by which articles with the same words are found. */
	private static final Pattern PROBE = Pattern
		.compile("(?<![\\p{L}\\p{N}])(?:[\\p{L}\\p{N}]{1,30} ){7}[\\p{L}\\p{N}]{1,30}(?![\\p{L}\\p{N}])");

	private static final int MOST_PROBES = 8;

	/** Articles that are read because the index may not have them yet: the newest. */
	private static final int NEWEST = 200;

	/** Articles that are set beside the piece, and characters of a text that is. */
	private static final int MOST_COMPARED = 3;

	private static final int LONGEST_COMPARED = 200_000;

	private final Search search;

	private final JdbcClient jdbc;

	LikelyDuplicates(Search search, JdbcClient jdbc) {
		this.search = search;
		this.jdbc = jdbc;
	}

	/**
	 * Looks for duplicates.
	 * @param received the piece
	 * @param proposal what it says of itself
	 * @param taken the text as it would be taken
	 */
	List<Duplicate> find(Received received, Proposal proposal, String taken) {
		Map<String, List<String>> reasons = new LinkedHashMap<>();
		sameAddress(proposal).forEach((slug) -> reasons.put(slug, new ArrayList<>(List.of("the same address"))));
		Map<String, Held> articles = articles(reasons.keySet());
		articles(candidates(taken)).forEach((slug, article) -> {
			double share = Shingles.contained(taken, article.text());
			if (share >= MUCH) {
				articles.put(slug, article);
				reasons.computeIfAbsent(slug, (added) -> new ArrayList<>())
					.add(String.format(Locale.ROOT, "%.0f %% of its words stand there", 100 * share));
			}
		});
		List<Duplicate> found = new ArrayList<>();
		reasons.forEach((slug, why) -> {
			Held article = java.util.Objects.requireNonNull(articles.get(slug));
			found.add(new Duplicate("/articles/" + slug, article.title(), why,
					(found.size() < MOST_COMPARED) ? Beside.of(article.text(), taken) : null));
		});
		found.addAll(sameBytes(received));
		return found;
	}

	private List<String> sameAddress(Proposal proposal) {
		Set<String> addresses = new TreeSet<>();
		for (ProposedValue address : proposal.addresses()) {
			String typed = Typed.shown(address.value());
			String plain = typed.replaceAll("[?#].*", "").replaceAll("/+$", "");
			addresses.addAll(List.of(typed, plain, plain + "/"));
		}
		return addresses.isEmpty() ? List.of()
				: this.jdbc.sql("""
						select slug from article where url = any(:addresses) or alternate_url = any(:addresses)
						order by slug limit 10""")
					.param("addresses", addresses.toArray(String[]::new))
					.query(String.class)
					.list();
	}

	/** The slugs of articles that have some words of a text in the same order. */
	private Set<String> candidates(String text) {
		List<String> probes = probes(text);
		if (probes.isEmpty()) {
			return Set.of();
		}
		Set<String> slugs = new LinkedHashSet<>();
		try {
			String phrases = probes.stream().map((probe) -> "\"" + probe + "\"").collect(Collectors.joining(" OR "));
			this.search.find(SearchQuery.of(phrases, Scope.ARTICLES).withVariants(false))
				.articleHits()
				.stream()
				.map(ArticleHit::slug)
				.forEach(slugs::add);
		}
		catch (SearchException ex) {
			// Without its index the archive still knows addresses, bytes and what is new.
		}
		slugs.addAll(this.jdbc
			.sql("""
					select slug from (select id, slug, version from article order by updated_at desc, id desc limit :newest) newest
					join article_version on article_id = newest.id and number = newest.version
					where exists (select from unnest(array[:probes]) as probe where strpos(text, probe) > 0)
					order by slug limit 10""")
			.param("newest", NEWEST)
			.param("probes", probes)
			.query(String.class)
			.list());
		return slugs;
	}

	/** Some passages of a text, from all over it. */
	private static List<String> probes(String text) {
		List<String> all = new ArrayList<>();
		Matcher probe = PROBE.matcher(text.substring(0, Math.min(text.length(), LONGEST_COMPARED)));
		while (probe.find()) {
			all.add(probe.group());
		}
		int step = Math.max(1, (all.size() + MOST_PROBES - 1) / MOST_PROBES);
		List<String> some = new ArrayList<>();
		for (int i = 0; i < all.size(); i += step) {
			some.add(all.get(i));
		}
		return some;
	}

	private Map<String, Held> articles(Set<String> slugs) {
		Map<String, Held> articles = new LinkedHashMap<>();
		if (!slugs.isEmpty()) {
			this.jdbc.sql("""
					select slug, coalesce(title, supplied_title) as title, text from article
					join article_version on article_id = article.id and number = version
					where slug in (:slugs) order by slug""").param("slugs", slugs).query((row) -> {
				articles.put(row.getString("slug"), new Held(row.getString("title"), row.getString("text")));
			});
		}
		return articles;
	}

	private List<Duplicate> sameBytes(Received received) {
		return this.jdbc.sql("""
				select id, received_by, received_at from received_piece
				where sha256 = :sha256 and id < :id order by id limit 5""")
			.param("sha256", received.sha256())
			.param("id", received.id())
			.query((row, number) -> new Duplicate("/admin/intake/" + row.getLong("id"),
					"Piece " + row.getLong("id") + ", handed in by " + row.getString("received_by") + " on "
							+ When.of(row, "received_at").words(),
					List.of("the same bytes"), null))
			.list();
	}

	private record Held(String title, String text) {
	}

	/**
	 * An article or piece that is likely the same.
	 *
	 * @param href where it is
	 * @param title how it is called
	 * @param reasons why it is likely the same
	 * @param beside what differs; null where that is not shown
	 */
	record Duplicate(String href, String title, List<String> reasons, @Nullable Beside beside) {

		/** Why it is likely the same, in a line. */
		public String reason() {
			return String.join("; ", this.reasons);
		}

	}

	/**
	 * The text of an article with that of the piece beside it.
	 *
	 * @param tooLong whether they are too long to be shown so
	 * @param stretches their paragraphs
	 */
	record Beside(boolean tooLong, List<Stretch> stretches) {

		static Beside of(String article, String piece) {
			return (article.length() > LONGEST_COMPARED || piece.length() > LONGEST_COMPARED)
					? new Beside(true, List.of())
					: new Beside(false, TextDiff.stretches(TextDiff.passages(article, piece)));
		}

		/** How many paragraphs are not the same in both. */
		public long changed() {
			return this.stretches.stream()
				.flatMap((stretch) -> stretch.passages().stream())
				.filter(Passage::isChanged)
				.count();
		}

	}

}
