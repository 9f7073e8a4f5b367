package org.catena.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.catena.search.QueryNode.All;
import org.catena.search.QueryNode.Any;
import org.catena.search.QueryNode.Form;
import org.catena.search.QueryNode.Not;
import org.catena.search.QueryNode.Term;
import org.jspecify.annotations.Nullable;

/**
 * Reads what people type: words, {@code "phrases"}, {@code OR} or {@code |}, {@code -} or
 * {@code NOT}, {@code prefix*}, brackets; words side by side are all wanted, {@code OR}
 * binds less than that. Whatever is typed is read as far as it makes sense, and a note
 * says what was left out and why.
 */
final class QueryParser {

	/** Characters that a query may have at most. */
	static final int LONGEST = 1_000;

	/** Words, phrases and beginnings that a query may have at most. */
	static final int MOST_TERMS = 50;

	/** Brackets and minus signs that may be open at once. */
	static final int DEEPEST = 20;

	/** Letters that the beginning of a word must have at least. */
	static final int SHORTEST_PREFIX = 2;

	private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

	private final List<Token> tokens;

	private final Predicate<String> searchable;

	private final List<String> notes = new ArrayList<>();

	private int next;

	private int terms;

	private int depth;

	private QueryParser(List<Token> tokens, Predicate<String> searchable) {
		this.tokens = tokens;
		this.searchable = searchable;
	}

	/**
	 * Reads a query.
	 * @param typed the query in the characters of the archive, see
	 * {@link org.catena.article.ArticleText#normalise(String)}
	 * @param searchable whether a piece of text has anything that the index keeps
	 * @return what it means
	 */
	static ParsedQuery parse(String typed, Predicate<String> searchable) {
		if (typed.isBlank()) {
			return new ParsedQuery(null, true, List.of());
		}
		if (typed.length() > LONGEST) {
			return new ParsedQuery(null, false,
					List.of("The query has %,d characters, and at most %,d can be searched for. Please shorten it."
						.formatted(typed.length(), LONGEST)));
		}
		QueryParser parser = new QueryParser(Token.read(typed), searchable);
		QueryNode root = parser.query();
		return new ParsedQuery(root, false, List.copyOf(parser.notes));
	}

	private @Nullable QueryNode query() {
		List<QueryNode> parts = new ArrayList<>();
		while (peek() != null) {
			QueryNode part = alternatives();
			if (part != null) {
				parts.add(part);
			}
			if (peek() != null) {
				take();
				note("A closing bracket without its opening one was left out.");
			}
		}
		QueryNode root = (parts.size() > 1) ? new All(List.copyOf(parts)) : parts.isEmpty() ? null : parts.get(0);
		if (root == null) {
			note("Nothing in the query can be searched for: it needs a word.");
		}
		else if (isNegative(root)) {
			note("The query only says what is not wanted, so it is taken from everything that the archive has.");
		}
		return root;
	}

	private static boolean isNegative(QueryNode node) {
		return node instanceof Not || (node instanceof All all && all.of().stream().allMatch(QueryParser::isNegative));
	}

	/** Up to the end or a closing bracket, which stays. */
	private @Nullable QueryNode alternatives() {
		List<QueryNode> alternatives = new ArrayList<>();
		boolean oneSided = false;
		boolean afterOr = false;
		while (true) {
			QueryNode alternative = conjunction();
			if (alternative != null) {
				alternatives.add(alternative);
			}
			oneSided |= alternative == null && (afterOr || peek() instanceof Token.Or);
			if (!(peek() instanceof Token.Or)) {
				break;
			}
			take();
			afterOr = true;
		}
		if (oneSided) {
			note("An OR with nothing on one of its sides was left out.");
		}
		return (alternatives.size() > 1) ? new Any(List.copyOf(alternatives))
				: alternatives.isEmpty() ? null : alternatives.get(0);
	}

	/** Up to the end, an OR or a closing bracket, which stay. */
	private @Nullable QueryNode conjunction() {
		List<QueryNode> parts = new ArrayList<>();
		while (true) {
			Token token = peek();
			if (token == null || token instanceof Token.Or || token instanceof Token.Close) {
				break;
			}
			take();
			QueryNode part = operand(token);
			if (part instanceof All all) {
				parts.addAll(all.of());
			}
			else if (part != null) {
				parts.add(part);
			}
		}
		return (parts.size() > 1) ? new All(List.copyOf(parts)) : parts.isEmpty() ? null : parts.get(0);
	}

	private @Nullable QueryNode operand(Token token) {
		if (token instanceof Token.And) {
			return null;
		}
		if (token instanceof Token.Minus) {
			return negation();
		}
		if (token instanceof Token.Open) {
			return bracket();
		}
		if (token instanceof Token.Quoted quoted) {
			if (!quoted.closed()) {
				note("A quotation mark was not closed; the phrase was taken to go on to the end.");
			}
			if (quoted.text().indexOf('*') >= 0) {
				note("A * between quotation marks was left out: it stands for the rest of a word outside them only.");
			}
			return term(Form.PHRASE, quoted.text());
		}
		return (token instanceof Token.Plain plain) ? plain(plain.text()) : null;
	}

	private @Nullable QueryNode negation() {
		Token of = peek();
		if (of == null || of instanceof Token.Or || of instanceof Token.Close || of instanceof Token.And) {
			note("A minus sign or NOT with nothing after it was left out.");
			return null;
		}
		take();
		QueryNode node = nested(() -> operand(of));
		return (node instanceof Not not) ? not.of() : (node != null) ? new Not(node) : null;
	}

	private @Nullable QueryNode bracket() {
		return nested(() -> {
			QueryNode inner = alternatives();
			if (peek() == null) {
				note("A bracket was not closed; it was taken to go on to the end.");
			}
			else {
				take();
			}
			return inner;
		});
	}

	private @Nullable QueryNode nested(java.util.function.Supplier<@Nullable QueryNode> reading) {
		if (this.depth == DEEPEST) {
			note("More than %d brackets inside each other cannot be searched; what stands deeper was left out."
				.formatted(DEEPEST));
			this.next = this.tokens.size();
			return null;
		}
		this.depth++;
		QueryNode node = reading.get();
		this.depth--;
		return node;
	}

	private @Nullable QueryNode plain(String text) {
		int star = text.indexOf('*');
		if (star < 0) {
			return term(Form.WORD, text);
		}
		String beginning = text.substring(0, star);
		if (text.substring(star).chars().anyMatch((other) -> other != '*')) {
			note("A * stands for the rest of a word, at its end only: “%s” was read as “%s*”.".formatted(text,
					beginning));
		}
		String[] pieces = BETWEEN_WORDS.split(beginning);
		String last = (pieces.length > 0) ? pieces[pieces.length - 1] : "";
		if (last.codePointCount(0, last.length()) < SHORTEST_PREFIX) {
			note("A * needs at least %d letters before it: “%s” was left out.".formatted(SHORTEST_PREFIX, text));
			return null;
		}
		QueryNode prefix = term(Form.PREFIX, last);
		String before = beginning.substring(0, beginning.lastIndexOf(last));
		if (prefix == null || !this.searchable.test(before)) {
			return prefix;
		}
		QueryNode words = term(Form.WORD, before);
		return (words != null) ? new All(List.of(words, prefix)) : prefix;
	}

	private @Nullable QueryNode term(Form form, String text) {
		String stripped = text.strip();
		if (!this.searchable.test(stripped)) {
			note(stripped.isEmpty() ? "An empty pair of quotation marks was left out."
					: "“%s” has no word in it and was left out.".formatted(stripped));
			return null;
		}
		if (++this.terms > MOST_TERMS) {
			note("At most %d words and phrases can be searched for; the rest was left out.".formatted(MOST_TERMS));
			return null;
		}
		return new Term(form, stripped);
	}

	private void note(String sentence) {
		if (!this.notes.contains(sentence)) {
			this.notes.add(sentence);
		}
	}

	private @Nullable Token peek() {
		return (this.next < this.tokens.size()) ? this.tokens.get(this.next) : null;
	}

	private void take() {
		this.next++;
	}

}
