package org.catena.plan;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A plan as it is handed in, whole: its points with their sub-points, themes and the
 * pages in which they were seen.
 *
 * @param slug the plan's name in addresses
 * @param title the plan's title
 * @param about one sentence: which text this is
 * @param known whether every point is handed in, or only those of which reports speak
 * @param count how many points it is said to have, where that is said
 * @param published when it was published; where nobody published it, when it came about
 * @param publishedBasis on what kind of evidence that rests
 * @param publishedEvidence on what that rests
 * @param limits what could not be seen of its text
 * @param themes names of themes by their slugs, in order
 * @param differences how published versions differ as a whole
 * @param witnesses the pages in which parts of it were seen
 * @param points the points, by ascending number
 */
public record PlanSubmission(String slug, String title, String about, Known known, @Nullable PointCount count,
		EdtfDate published, @Nullable PlanBasis publishedBasis, @Nullable String publishedEvidence,
		@Nullable String limits, Map<String, String> themes, List<String> differences,
		List<WitnessSubmission> witnesses, List<PointSubmission> points) {

	/**
	 * How many points a plan is said to have.
	 *
	 * @param value the number, from 1
	 * @param basis on what it rests
	 * @param evidence who says so, in words
	 */
	public record PointCount(int value, PlanBasis basis, @Nullable String evidence) {
	}

	/**
	 * A page in which parts of the plan were seen.
	 *
	 * @param name its short name within the plan
	 * @param url its address
	 * @param what what kind of text it is
	 * @param seen which parts were seen in it
	 */
	public record WitnessSubmission(String name, String url, String what, String seen) {
	}

	/**
	 * A numbered point.
	 *
	 * @param number from 1
	 * @param title a few words
	 * @param theme the slug of its theme
	 * @param secondaryThemes the slugs of further themes
	 * @param summary the point in our own words
	 * @param subPoints its lettered parts
	 * @param subLetters where the letters come from
	 * @param keywords words by which people look for it
	 * @param versionDifferences how published versions of it differ
	 * @param witnesses the names of the pages in which it was seen
	 * @param verification on what the wording rests
	 */
	public record PointSubmission(int number, String title, String theme, List<String> secondaryThemes, String summary,
			List<SubPointSubmission> subPoints, @Nullable String subLetters, List<String> keywords,
			@Nullable String versionDifferences, List<String> witnesses, String verification) {
	}

	/**
	 * A lettered part of a point.
	 *
	 * @param letter one letter, a to z
	 * @param summary the part in our own words
	 */
	public record SubPointSubmission(String letter, String summary) {
	}

}
