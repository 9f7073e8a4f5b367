package org.catena.reading;

import java.util.List;

import org.catena.reading.PlanPage.WitnessRow;
import org.catena.reading.RelationRows.DiscrepancyRow;
import org.jspecify.annotations.Nullable;

/**
 * The dossier of a point: what it says, and who says what of it.
 *
 * @param plan the plan's slug
 * @param planTitle the plan's title
 * @param number the point's number
 * @param last the number of the plan's last point
 * @param title a few words
 * @param summary the point in our own words
 * @param theme the name of its theme
 * @param parts its lettered parts
 * @param subLetters where the letters come from
 * @param keywords words by which people look for it
 * @param versionDifferences how published versions of it differ
 * @param verification on what the wording rests
 * @param witnesses the pages in which it was seen
 * @param groups the claims on it, by stance and then by source
 * @param stances how many claims have which stance
 * @param opposed contradictions and disputes between claims on it
 * @param discrepancies where claims state it otherwise
 * @param silent the articles that do not speak of it
 */
record PointPage(String plan, String planTitle, int number, int last, String title, String summary, String theme,
		List<Part> parts, @Nullable String subLetters, List<String> keywords, @Nullable String versionDifferences,
		String verification, List<WitnessRow> witnesses, List<Group> groups, StanceCounts stances,
		List<RelationRow> opposed, List<DiscrepancyRow> discrepancies, List<ArticleRow> silent) {

	/** The claims on the point in the order of the page. */
	public int total() {
		return this.stances.total();
	}

	/**
	 * A lettered part.
	 *
	 * @param letter a to z
	 * @param summary the part in our own words
	 * @param claims how many claims are linked to it
	 */
	record Part(String letter, String summary, int claims) {
	}

	/**
	 * The claims of one stance.
	 *
	 * @param stance the stance as a word
	 * @param count how many claims
	 * @param sources the claims by article
	 */
	record Group(String stance, int count, List<BySource> sources) {
	}

	/**
	 * The claims of one article.
	 *
	 * @param article the article
	 * @param claims its claims
	 */
	record BySource(ArticleRow article, List<ClaimRow> claims) {
	}

}
