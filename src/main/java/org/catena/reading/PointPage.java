package org.catena.reading;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.catena.reading.CrosswalkRows.CorrespondenceRow;
import org.catena.reading.PlanPage.WitnessRow;
import org.catena.reading.RelationRows.DiscrepancyRow;
import org.jspecify.annotations.Nullable;

/**
 * The dossier of a point: what it says, who says what of it and against whom, and what
 * became of it.
 *
 * @param plan the plan's slug
 * @param planTitle the plan's title
 * @param number the point's number
 * @param place where it stands in the plan
 * @param text what it says
 * @param by how the claims are grouped
 * @param groups the claims on it, by stance and then by source, or by source
 * @param stances how many claims have which stance
 * @param sources who speaks of it, and how
 * @param silent the articles that do not speak of it
 * @param opposed contradictions and disputes between claims on it
 * @param reaching contradictions and disputes between a claim on it and one that is on
 * other points or none
 * @param discrepancies where claims state it otherwise
 * @param correspondences what became of it in later plans, or what it was in earlier ones
 * @param day the day on which the page was made, to be cited
 */
record PointPage(String plan, String planTitle, int number, Place place, Text text, By by, List<Group> groups,
		StanceCounts stances, List<SourceRow> sources, List<ArticleRow> silent, List<RelationRow> opposed,
		List<RelationRow> reaching, List<DiscrepancyRow> discrepancies, List<CorrespondenceRow> correspondences,
		DateLabel day) {

	/** The claims on the point in the order of the page. */
	public int total() {
		return this.stances.total();
	}

	public String address() {
		return "/plans/" + this.plan + "/points/" + this.number;
	}

	/** The sources that tell what the point says. */
	public List<SourceRow> retelling() {
		return this.sources.stream().filter((source) -> !source.retellings().isEmpty()).toList();
	}

	/** How many retellings state the point as it is written, as far as was found. */
	public long faithful() {
		return retellings().stream().filter((retelling) -> retelling.gravities().isEmpty()).count();
	}

	/** The places at which the point is retold. */
	public List<Retelling> retellings() {
		return this.sources.stream().flatMap((source) -> source.retellings().stream()).toList();
	}

	/** Who stands against whom, in the order of the pairs on the page. */
	public Collection<Against> against() {
		Map<String, Against> against = new LinkedHashMap<>();
		for (int i = 0; i < this.opposed.size(); i++) {
			RelationRow pair = this.opposed.get(i);
			Against added = new Against(voice(pair.from()), voice(pair.to()), i,
					"contradicts".equals(pair.type()) ? 1 : 0, "contradicts".equals(pair.type()) ? 0 : 1);
			against.merge(added.left() + "\n" + added.right(), added, Against::and);
		}
		return against.values();
	}

	private static String voice(ClaimRow claim) {
		return claim.claimantIsAuthor() ? claim.article().sourceName()
				: claim.claimantName() + " in " + claim.article().sourceName();
	}

	/** How the claims are grouped. */
	enum By {

		STANCE, SOURCE;

		/** The grouping of an address; by stance where it names none. */
		static By of(@Nullable String word) {
			return "source".equals(word) ? SOURCE : STANCE;
		}

		/** The value as addresses write it. */
		public String word() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/**
	 * Where a point stands in its plan.
	 *
	 * @param of how many points the plan has; null where that is not known
	 * @param previous the number of the point before it, or null
	 * @param next the number of the point after it, or null
	 */
	record Place(@Nullable Integer of, @Nullable Integer previous, @Nullable Integer next) {
	}

	/**
	 * What a point says.
	 *
	 * @param title a few words
	 * @param summary the point in our own words
	 * @param theme the name of its theme
	 * @param parts its lettered parts
	 * @param subLetters where the letters come from
	 * @param keywords words by which people look for it
	 * @param versionDifferences how published versions of it differ
	 * @param verification on what the wording rests
	 * @param witnesses the pages in which it was seen
	 */
	record Text(String title, String summary, String theme, List<Part> parts, @Nullable String subLetters,
			List<String> keywords, @Nullable String versionDifferences, String verification,
			List<WitnessRow> witnesses) {
	}

	/**
	 * A lettered part.
	 *
	 * @param letter a to z
	 * @param summary the part in our own words
	 * @param claims the claims that are linked to it
	 */
	record Part(String letter, String summary, List<ClaimRow> claims) {
	}

	/**
	 * The claims of one stance, or of one article.
	 *
	 * @param id its anchor
	 * @param stance the stance as a word, where the claims are grouped by it
	 * @param stances how many claims have which stance
	 * @param sources the claims by article
	 */
	record Group(String id, @Nullable String stance, StanceCounts stances, List<BySource> sources) {

		public int count() {
			return this.stances.total();
		}

	}

	/**
	 * The claims of one article.
	 *
	 * @param article the article
	 * @param claims its claims
	 */
	record BySource(ArticleRow article, List<ClaimRow> claims) {
	}

	/**
	 * What an article does with the point.
	 *
	 * @param article the article
	 * @param stances how many of its claims have which stance
	 * @param retellings where it tells what the point says
	 * @param about whether any of its claims is about the point, rather than touching its
	 * matter
	 */
	record SourceRow(ArticleRow article, StanceCounts stances, List<Retelling> retellings, boolean about) {
	}

	/**
	 * A place at which an article tells what the point says.
	 *
	 * @param claim the claim
	 * @param gravities how grave its differences from the point are, as words, each once;
	 * none where no difference was found
	 */
	record Retelling(ClaimRow claim, List<String> gravities) {
	}

	/**
	 * Who stands against whom.
	 *
	 * @param left the one, in words
	 * @param right the other, in words
	 * @param pair the place of the first of their pairs on the page, from 0
	 * @param contradictions how many pairs contradict each other
	 * @param disputes how many dispute
	 */
	record Against(String left, String right, int pair, int contradictions, int disputes) {

		Against and(Against other) {
			return new Against(this.left, this.right, this.pair, this.contradictions + other.contradictions,
					this.disputes + other.disputes);
		}

	}

}
