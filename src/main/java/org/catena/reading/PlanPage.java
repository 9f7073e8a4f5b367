package org.catena.reading;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A plan with its points and what is claimed on them.
 *
 * @param slug the plan's name in addresses
 * @param title its title
 * @param about which text it is
 * @param published when it was published, in words
 * @param publishedEvidence on what that rests
 * @param limits what could not be seen of its text
 * @param differences how published versions differ as a whole
 * @param points its points, in order
 * @param witnesses the pages in which parts of it were seen
 */
record PlanPage(String slug, String title, String about, String published, @Nullable String publishedEvidence,
		@Nullable String limits, List<String> differences, List<PointRow> points, List<WitnessRow> witnesses) {

	/**
	 * A point in a list.
	 *
	 * @param number from 1
	 * @param title a few words
	 * @param summary the point in our own words
	 * @param theme the name of its theme
	 * @param stances how many claims on it have which stance
	 * @param sources how many sources speak of it
	 * @param contradictions how many contradictions and disputes are between claims on it
	 */
	record PointRow(int number, String title, String summary, String theme, StanceCounts stances, int sources,
			int contradictions) {
	}

	/**
	 * A page in which parts of the plan were seen.
	 *
	 * @param url its address
	 * @param what what kind of text it is
	 * @param seen which parts were seen in it
	 */
	record WitnessRow(String url, String what, String seen) {
	}

}
