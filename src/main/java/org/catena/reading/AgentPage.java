package org.catena.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.catena.reading.ClaimRow.PointRef;
import org.jspecify.annotations.Nullable;

/**
 * An agent: what it is said to claim and by whom, and what is said of it.
 *
 * @param head who it is
 * @param written the newest articles that it wrote
 * @param claimed the claims that are its own
 * @param stances how many of all these have which stance
 * @param sayings in which sources they stand, and what the authors make of them
 * @param opposed contradictions and disputes between its own claims
 * @param passedOn the claims of others that come through it
 * @param aimedAt the claims that are aimed at it
 * @param mentions where it is named otherwise
 */
record AgentPage(Head head, List<ArticleRow> written, Some claimed, StanceCounts stances, List<Saying> sayings,
		Pairs opposed, Some passedOn, Some aimedAt, Mentions mentions) {

	/** Whether nothing in the archive is linked to it, nor names it. */
	public boolean isUnheard() {
		return this.written.isEmpty() && this.claimed.total() == 0 && this.passedOn.total() == 0
				&& this.aimedAt.total() == 0 && this.mentions.articleCount() == 0;
	}

	/** Its claims by the first point that they are about; those on no point last. */
	public List<OnPoint> byPoint() {
		Map<String, OnPoint> groups = new java.util.TreeMap<>();
		for (ClaimRow claim : this.claimed.claims()) {
			PointRef first = claim.points()
				.stream()
				.filter(PointRef::about)
				.findFirst()
				.orElse(claim.points().isEmpty() ? null : claim.points().get(0));
			String key = (first != null) ? "%s %05d".formatted(first.plan(), first.number()) : "~";
			groups.computeIfAbsent(key, (sorted) -> new OnPoint(first, new ArrayList<>())).claims().add(claim);
		}
		return List.copyOf(groups.values());
	}

	/**
	 * Who an agent is.
	 *
	 * @param slug its name in addresses
	 * @param name its authorised name
	 * @param kind person, body or group
	 * @param about one line about it
	 * @param variants other spellings of the name
	 */
	record Head(String slug, String name, String kind, @Nullable String about, List<String> variants) {
	}

	/**
	 * Some of the claims.
	 *
	 * @param claims those that are shown
	 * @param total how many there are
	 */
	record Some(List<ClaimRow> claims, int total) {
	}

	/**
	 * Some of the pairs of claims.
	 *
	 * @param shown those that are shown
	 * @param total how many there are
	 */
	record Pairs(List<RelationRow> shown, int total) {
	}

	/**
	 * Claims on one point.
	 *
	 * @param point the point; null for what is on none
	 * @param claims the claims
	 */
	record OnPoint(@Nullable PointRef point, List<ClaimRow> claims) {
	}

	/**
	 * How often a source says that the agent claims something.
	 *
	 * @param source the source's slug
	 * @param name its name
	 * @param uptakes how many claims, by what the author makes of them; {@code author}
	 * where the agent is the author
	 */
	record Saying(String source, String name, Map<String, Integer> uptakes) {

		public int total() {
			return this.uptakes.values().stream().mapToInt(Integer::intValue).sum();
		}

		static List<Saying> of(List<Said> said) {
			Map<String, Saying> sayings = new LinkedHashMap<>();
			for (Said one : said) {
				Objects
					.requireNonNull(sayings.computeIfAbsent(one.source(),
							(source) -> new Saying(source, one.name(), new LinkedHashMap<>())))
					.uptakes()
					.put(one.uptake(), one.claims());
			}
			return List.copyOf(sayings.values());
		}

	}

	/**
	 * A count.
	 *
	 * @param source the source's slug
	 * @param name its name
	 * @param uptake what the author makes of the claims
	 * @param claims how many
	 */
	record Said(String source, String name, String uptake, int claims) {
	}

	/**
	 * Where texts name an agent, by its name or a variant of it.
	 *
	 * @param articles the articles that name it most often, with a place in each
	 * @param articleCount how many articles
	 * @param claims some of the claims of others whose words name it
	 * @param claimCount how many such claims
	 * @param searched how many articles were searched, the newest
	 * @param all how many articles there are
	 */
	record Mentions(List<Mention> articles, int articleCount, List<ClaimRow> claims, int claimCount, int searched,
			int all) {
	}

	/**
	 * An article that names an agent.
	 *
	 * @param article the article
	 * @param times how often
	 * @param before the words before the first of these places
	 * @param name the name as it stands there
	 * @param after the words after it
	 */
	record Mention(ArticleRow article, int times, String before, String name, String after) {
	}

}
