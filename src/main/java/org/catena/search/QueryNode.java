package org.catena.search;

import java.time.LocalDate;
import java.util.List;

/**
 * A query as a tree. New operators are new kinds of nodes.
 */
sealed interface QueryNode {

	/**
	 * Something that stands in a text.
	 *
	 * @param form how it stands there
	 * @param text the words
	 * @param variants other spellings that are found as well
	 * @param distance of a phrase the moves, of words, by which it may be loosened; of a
	 * misspelt word the letters in which it may differ; else 0
	 */
	record Term(Form form, String text, List<String> variants, int distance) implements QueryNode {

		Term(Form form, String text, List<String> variants) {
			this(form, text, variants, 0);
		}

		Term(Form form, String text) {
			this(form, text, List.of(), 0);
		}

		Term with(List<String> others) {
			return new Term(this.form, this.text, others, this.distance);
		}

	}

	/** Two words or phrases in either order with at most so many words between them. */
	record Near(Term one, Term other, int within) implements QueryNode {
	}

	/**
	 * Words without operators: at least two, or one that is typed beside common words.
	 *
	 * @param wanted the words that count
	 * @param common words such as “the”, which weigh little and need not be there
	 * @param any whether one of the wanted words is enough, as in a pasted sentence;
	 * otherwise all are
	 */
	record Words(List<Term> wanted, List<Term> common, boolean any) implements QueryNode {
	}

	/** Words in a certain part of an article. */
	record Within(Part part, QueryNode of) implements QueryNode {
	}

	/**
	 * A value that an article or a claim has.
	 *
	 * @param facet what it is a value of
	 * @param typed as typed
	 * @param known the values that are meant; one of them is enough
	 */
	record Value(Facet facet, String typed, List<Known> known) implements QueryNode {
	}

	/** A value of a facet with its name. */
	record Known(String value, String label) {
	}

	/** The article can have appeared on one of these days, both included. */
	record Days(String typed, LocalDate from, LocalDate to) implements QueryNode {
	}

	/**
	 * One claim that has all of it.
	 *
	 * @param of what it has
	 * @param open whether what else is chosen for claims is asked of the same claim
	 */
	record OneClaim(QueryNode of, boolean open) implements QueryNode {
	}

	/** All of at least two. */
	record All(List<QueryNode> of) implements QueryNode {
	}

	/** At least one of at least two. */
	record Any(List<QueryNode> of) implements QueryNode {
	}

	/** Everything that does not have it. */
	record Not(QueryNode of) implements QueryNode {
	}

	/** All of some; null of none is the caller's case. */
	static QueryNode all(List<QueryNode> some) {
		return (some.size() == 1) ? some.get(0) : new All(List.copyOf(some));
	}

	/** Whether it says something of one claim, so that it can be asked of a claim. */
	static boolean isOfClaims(QueryNode node) {
		if (node instanceof Value value) {
			return value.facet().isOfClaims();
		}
		if (node instanceof Within within) {
			return within.part() == Part.CLAIM;
		}
		if (node instanceof Not not) {
			return isOfClaims(not.of());
		}
		return (node instanceof All all && all.of().stream().allMatch(QueryNode::isOfClaims))
				|| (node instanceof Any any && any.of().stream().allMatch(QueryNode::isOfClaims));
	}

	/** How words stand in a text. */
	enum Form {

		/** A word, in any of its grammatical forms. */
		WORD,
		/** Words one after the other. */
		PHRASE,
		/** The beginning of a word. */
		PREFIX,
		/** A word with {@code *} for any letters, none too, and {@code ?} for one. */
		PATTERN,
		/** A word that may be misspelt. */
		FUZZY

	}

	/** A part of an article that words can be looked for in. */
	enum Part {

		/** The title. */
		TITLE("title"),
		/** The text; of a claim, the words quoted. */
		BODY("body"),
		/** A claim: the words quoted, or our paraphrase. */
		CLAIM("claim");

		private final String field;

		Part(String field) {
			this.field = field;
		}

		/** Its name in queries. */
		String field() {
			return this.field;
		}

	}

}
