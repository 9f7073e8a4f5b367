package org.catena.exchange;

import java.nio.file.Path;

import org.catena.ingest.TestCorpus;
import org.catena.ingest.TestCorpus.TestArticle;
import org.catena.ingest.TestCorpus.TestClaim;

/**
 * A small corpus whose values would like to be syntax of every format.
 */
final class Hostile {

	/**
	 * What breaks formats: of XML, BibTeX, RIS, JSON, HTML, and of writing directions.
	 */
	static final String WORDS = "]]> {brace} \\textbf{x} \" ' <b>&amp;</b> </script><!-- % $1 #2 _3 ~ ^ "
			+ "\u05e9\u05dc\u05d5\u05dd \u202eright to left\u202c \ud83d\udd4a x\u0301";

	/** A quote with a line feed, behind an emoji. */
	static final String QUOTE = "The plan " + WORDS + "\nER  - is a disaster";

	static final String TITLE = "Title " + WORDS;

	static final String TEXT = "\ud83d\udd4a\ud83d\udd4a Before it, some words that make up the prefix of it. " + QUOTE
			+ ". After it, some words that make up its suffix.\n\n## A subhead\n\nThe army is too small for the country.";

	private Hostile() {
	}

	static TestCorpus corpus(Path folder) {
		return TestCorpus.in(folder)
			.article(TestArticle.of("hostile", TEXT)
				.title(TITLE)
				.with("url", "{value: \"https://example.org/hostile?a=1&b=%7B2%7D\", basis: printed}")
				.claims(TestClaim.of("c01", QUOTE)
					.text("paraphrase", "Paraphrase " + WORDS)
					.text("note", "Note " + WORDS)
					.with("points", "[{number: 2, sub: a, bearing: about}, {number: 1, bearing: touches}]")
					.with("claimant", "bob-speaker")
					.with("via", "[the-council, author]")
					.with("uptake", "reports")
					.with("target_agent", "the-council"),
						TestClaim.of("c02", "The army is too small for the country")
							.with("points", "[{number: 1, bearing: about}]")))
			.article(TestArticle.of("plain", "The army is large enough for the country, says nobody at all.")
				.with("authors", "{value: null, basis: unknown}")
				.with("title", "{value: null, basis: unknown}")
				.with("supplied_title", "{value: \"[On the army]\", basis: inferred, evidence: the text}")
				.with("date", "{value: \"2025-12-04~\", basis: inferred, evidence: the text}")
				.claims(TestClaim.of("c01", "The army is large enough for the country")
					.with("points", "[{number: 1, bearing: about}]")
					.with("stance", "supports")))
			.file("relations.yaml",
					"- {type: contradicts, from: hostile/c02, to: plain/c01, matter: army, reason: "
							+ TestCorpus.yaml("Reason " + WORDS) + "}\n")
			.file("discrepancies.yaml",
					"- {claim: hostile/c01, point: {number: 2, sub: a}, gravity: degree, claim_says: "
							+ TestCorpus.yaml("Says " + WORDS) + ", plan_says: " + TestCorpus.yaml("Plan " + WORDS)
							+ "}\n");
	}

}
