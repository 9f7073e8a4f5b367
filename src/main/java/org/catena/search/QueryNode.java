package org.catena.search;

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
	 */
	record Term(Form form, String text, List<String> variants) implements QueryNode {

		Term(Form form, String text) {
			this(form, text, List.of());
		}

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

	/** How words stand in a text. */
	enum Form {

		/** A word, in any of its grammatical forms. */
		WORD,
		/** Words one after the other. */
		PHRASE,
		/** The beginning of a word. */
		PREFIX

	}

}
