package org.catena.reading;

import java.util.List;

/**
 * The language of queries by examples that run.
 *
 * @param groups the examples by what they are about
 */
record SearchExamples(List<Group> groups) {

	/**
	 * All of them.
	 * @param plan the name of a plan in addresses
	 */
	static SearchExamples of(String plan) {
		return new SearchExamples(List.of(group("Words", "words",
				example("security guarantees", "articles that have both words, in any grammatical form"),
				example("erdogan", "Erdoğan too: accents and capitals make no difference"),
				example("what would Europe have to accept if the United States give security guarantees to Kyiv",
						"a question or a sentence: what it is about comes first"),
				example("\"security guarantees\"", "the words side by side"),
				example("\"peace plan\"~3", "the words at most three apart"),
				example("witkoff NEAR/10 dmitriev", "at most ten words between them, either one first"),
				example("\"peace plan\" NEAR/20 ukraine", "also between phrases")),
				group("Together and apart", "operators",
						example("kushner OR rubio", "one of them at least; | does the same"),
						example("nato -membership", "without a word; NOT and a minus sign do the same"),
						example("(kushner OR rubio) europe", "brackets say what belongs together")),
				group("Parts of words", "patterns", example("negotiat*", "words that begin so"),
						example("mediat?on", "one letter, whichever"), example("wit*off", "any letters in between"),
						example("zelensky~1", "words that differ in one letter; ~2 in two")),
				group("Where words stand", "places", example("title:mediation", "in the title"),
						example("body:\"security guarantees\"", "in the text"),
						example("territory in:claim", "in the words of a claim, or in our words for it"),
						example("claim:(territory OR donbas)", "the same, for what is in the brackets")),
				group("Who, when, on what", "fields",
						example("source:prio", "from a source; any word of its name will do"),
						example("source:\"Kyiv Post\"", "a name of several words is put in quotation marks"),
						example("author:ash", "by an author, under any of the author’s names"),
						example("author:unknown", "by an author whom nobody names"),
						example("year:2025-11", "of a month, as far as the date is certain; also a year or a day"),
						example("date:2025-11-20..2025-12-05", "between two days, both included"),
						example("point:7", "with a claim on point 7 of the plan"),
						example("point:" + plan + "/7", "the same, naming the plan"),
						example("theme:nato stance:opposes", "on a theme of the plan"),
						example("claimant:putin", "with a claim of Putin, whoever reports it"),
						example("kind:predictive stance:supports", "with a prediction that supports something")),
				group("The same claim", "claims",
						example("point:7 stance:opposes",
								"an article with one claim that is on point 7 and opposes it"),
						example("(point:7) AND (stance:opposes point:21)",
								"two claims: brackets around fields ask for a claim of its own"),
						example("point:7 stance:(opposes OR mixed)", "either stance, in one claim"),
						example("point:7 -stance:opposes", "a claim on point 7 that does not oppose"),
						example("-stance:mixed nato", "no claim of the article has a mixed stance"),
						example("-(point:7 stance:supports) nato", "no claim of it supports point 7"))));
	}

	private static Group group(String title, String id, Example... examples) {
		return new Group(title, id, List.of(examples));
	}

	private static Example example(String query, String meaning) {
		return new Example(query, meaning);
	}

	/** Examples of one sort. */
	record Group(String title, String id, List<Example> examples) {
	}

	/** A query and what it finds. */
	record Example(String query, String meaning) {
	}

}
