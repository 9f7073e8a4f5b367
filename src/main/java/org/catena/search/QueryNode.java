package org.catena.search;

import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A query as a tree. New operators are new kinds of nodes.
 */
sealed interface QueryNode {

	/** What it is made of; nothing where it is a word, a phrase or a value. */
	List<? extends QueryNode> parts();

	/** The same with other words and phrases in their places, but for common words. */
	QueryNode map(UnaryOperator<Term> change);

	/** Its words and phrases in order, without common words. */
	default Stream<Term> terms() {
		return (this instanceof Term term) ? Stream.of(term) : parts().stream().flatMap(QueryNode::terms);
	}

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

		@Override
		public List<QueryNode> parts() {
			return List.of();
		}

		@Override
		public Term map(UnaryOperator<Term> change) {
			return change.apply(this);
		}

		Term with(List<String> others) {
			return new Term(this.form, this.text, others, this.distance);
		}

	}

	/** Two words or phrases in either order with at most so many words between them. */
	record Near(Term one, Term other, int within) implements QueryNode {

		@Override
		public List<? extends QueryNode> parts() {
			return List.of(this.one, this.other);
		}

		@Override
		public QueryNode map(UnaryOperator<Term> change) {
			return new Near(change.apply(this.one), change.apply(this.other), this.within);
		}

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

		@Override
		public List<? extends QueryNode> parts() {
			return this.wanted;
		}

		@Override
		public QueryNode map(UnaryOperator<Term> change) {
			return new Words(this.wanted.stream().map(change).toList(), this.common, this.any);
		}

	}

	/** Words in a certain part of an article. */
	record Within(Part part, QueryNode of) implements QueryNode {

		@Override
		public List<? extends QueryNode> parts() {
			return List.of(this.of);
		}

		@Override
		public QueryNode map(UnaryOperator<Term> change) {
			return new Within(this.part, this.of.map(change));
		}

	}

	/**
	 * A value that an article or a claim has.
	 *
	 * @param facet what it is a value of
	 * @param typed as typed
	 * @param known the values that are meant; one of them is enough
	 */
	record Value(Facet facet, String typed, List<Known> known) implements QueryNode {

		@Override
		public List<? extends QueryNode> parts() {
			return List.of();
		}

		@Override
		public QueryNode map(UnaryOperator<Term> change) {
			return this;
		}

	}

	/** A value of a facet with its name. */
	record Known(String value, String label) {
	}

	/** The article can have appeared on one of these days, both included. */
	record Days(String typed, LocalDate from, LocalDate to) implements QueryNode {

		@Override
		public List<? extends QueryNode> parts() {
			return List.of();
		}

		@Override
		public QueryNode map(UnaryOperator<Term> change) {
			return this;
		}

	}

	/**
	 * One claim that has all of it.
	 *
	 * @param of what it has
	 * @param open whether what else is chosen for claims is asked of the same claim
	 */
	record OneClaim(QueryNode of, boolean open) implements QueryNode {

		@Override
		public List<? extends QueryNode> parts() {
			return List.of(this.of);
		}

		@Override
		public QueryNode map(UnaryOperator<Term> change) {
			return new OneClaim(this.of.map(change), this.open);
		}

	}

	/** All of at least two. */
	record All(List<QueryNode> of) implements QueryNode {

		@Override
		public List<? extends QueryNode> parts() {
			return this.of;
		}

		@Override
		public QueryNode map(UnaryOperator<Term> change) {
			return new All(this.of.stream().map((part) -> part.map(change)).toList());
		}

	}

	/** At least one of at least two. */
	record Any(List<QueryNode> of) implements QueryNode {

		@Override
		public List<? extends QueryNode> parts() {
			return this.of;
		}

		@Override
		public QueryNode map(UnaryOperator<Term> change) {
			return new Any(this.of.stream().map((part) -> part.map(change)).toList());
		}

	}

	/** Everything that does not have it. */
	record Not(QueryNode of) implements QueryNode {

		@Override
		public List<? extends QueryNode> parts() {
			return List.of(this.of);
		}

		@Override
		public QueryNode map(UnaryOperator<Term> change) {
			return new Not(this.of.map(change));
		}

	}

	/** All of some; null of none is the caller's case. */
	static QueryNode all(List<QueryNode> some) {
		return (some.size() == 1) ? some.get(0) : new All(List.copyOf(some));
	}

	/**
	 * Puts together what is asked of the same claim, where that is more than one thing
	 * and one of them at least is wanted.
	 * @param parts what is asked, all of it
	 * @param open whether what else is chosen for claims is asked of the same claim
	 */
	static List<QueryNode> inOneClaim(List<QueryNode> parts, boolean open) {
		List<QueryNode> ofClaims = parts.stream().filter(QueryNode::isOfClaims).toList();
		if (ofClaims.size() < 2 || ofClaims.stream().allMatch(Not.class::isInstance)) {
			return parts;
		}
		return Stream
			.concat(parts.stream().filter((part) -> !isOfClaims(part)), Stream.of(new OneClaim(all(ofClaims), open)))
			.toList();
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
