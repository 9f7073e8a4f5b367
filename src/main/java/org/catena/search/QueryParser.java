package org.catena.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.catena.article.Brief;
import org.catena.plan.EdtfDate;
import org.catena.search.QueryNode.All;
import org.catena.search.QueryNode.Any;
import org.catena.search.QueryNode.Days;
import org.catena.search.QueryNode.Form;
import org.catena.search.QueryNode.Known;
import org.catena.search.QueryNode.Near;
import org.catena.search.QueryNode.Not;
import org.catena.search.QueryNode.Part;
import org.catena.search.QueryNode.Term;
import org.catena.search.QueryNode.Value;
import org.catena.search.QueryNode.Within;
import org.jspecify.annotations.Nullable;

/**
 * Reads what people type; {@code /about/search} explains it. Words side by side are all
 * wanted, {@code OR} binds less than that. Whatever is typed is read as far as it makes
 * sense, and a note says what was left out and why.
 *
 * <p>
 * Fields of claims that stand side by side are asked of the same claim, also in an
 * {@code OR} among them or after a minus; brackets around several of them ask for a claim
 * of its own. A minus with no such field beside it asks for articles without any such
 * claim.
 */
final class QueryParser {

	/** Characters that a query may have at most. */
	static final int LONGEST = 2_000;

	/** Words, phrases and values that a query with operators may have at most. */
	static final int MOST_TERMS = 50;

	/** Words that a query of words alone may have at most. */
	static final int MOST_WORDS = 100;

	/** Beginnings and patterns at most: each stands for many words of the index. */
	static final int MOST_PATTERNS = 10;

	/**
	 * Misspelt words at most: the library puts up to 50 words for each into a query, in
	 * each of three fields, and refuses a query of more than 1,024.
	 */
	static final int MOST_FUZZY = 4;

	/** Brackets and minus signs that may be open at once. */
	static final int DEEPEST = 20;

	/** Letters that a pattern must begin with at least. */
	static final int SHORTEST_PREFIX = 2;

	/** Stars and question marks that a word may have at most. */
	static final int MOST_GAPS = 4;

	/** Words between others at most. */
	static final int FARTHEST = 100;

	/** Words that are meant by {@code NEAR} without a number. */
	static final int NEAR = 10;

	/** Letters in which a word may differ at most. */
	static final int MOST_EDITS = 2;

	private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}*?]+");

	/** A star, or a question mark before a letter: at the end it is punctuation. */
	private static final Pattern GAP = Pattern.compile("\\*|\\?(?=[\\p{L}\\p{N}?*])");

	private static final Pattern FUZZY = Pattern.compile("([\\p{L}\\p{M}\\p{N}'’]+)~(\\d{0,9})");

	private static final Pattern DATE = Pattern.compile("\\d{4}(?:-\\d{2}){0,2}");

	private static final Pattern EMPHASIS = Pattern.compile("\\p{Lu}[\\p{Lu}\\p{N}]+");

	private final List<Token> tokens;

	private final Predicate<String> searchable;

	private final Values values;

	private final List<String> notes = new ArrayList<>();

	private int next;

	private int terms;

	private int mostTerms = MOST_TERMS;

	private int patterns;

	private int fuzzy;

	private int depth;

	/** The field whose values are being read in brackets. */
	private @Nullable QueryField field;

	/** The part that {@code in:} named among the words that are being read. */
	private @Nullable Part inside;

	private QueryParser(List<Token> tokens, Predicate<String> searchable, Values values) {
		this.tokens = tokens;
		this.searchable = searchable;
		this.values = values;
	}

	/**
	 * Reads a query.
	 * @param typed the query in the characters of the archive, see
	 * {@link org.catena.article.ArticleText#normalise(String)}
	 * @param searchable whether a piece of text has anything that the index keeps
	 * @param values what the archive knows
	 * @return what it means
	 */
	static ParsedQuery parse(String typed, Predicate<String> searchable, Values values) {
		if (typed.isBlank()) {
			return new ParsedQuery(null, true, List.of());
		}
		if (typed.length() > LONGEST) {
			return new ParsedQuery(null, false,
					List.of("The query has %,d characters, and at most %,d can be searched for. Please shorten it."
						.formatted(typed.length(), LONGEST)));
		}
		QueryParser parser = new QueryParser(Token.read(typed), searchable, values);
		QueryNode root = parser.query();
		return new ParsedQuery(root, false, List.copyOf(parser.notes));
	}

	/** Reads a query in an archive that knows no names. */
	static ParsedQuery parse(String typed, Predicate<String> searchable) {
		return parse(typed, searchable, (facet, value) -> List.of());
	}

	private @Nullable QueryNode query() {
		PlainWords plain = PlainWords.find(this.tokens);
		if (plain != null) {
			this.notes.addAll(plain.notes());
			this.mostTerms = MOST_WORDS;
			return words(plain);
		}
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
		QueryNode root = parts.isEmpty() ? null : QueryNode.all(parts);
		if (root == null) {
			note("Nothing in the query can be searched for: it needs a word.");
		}
		else if (isNegative(root)) {
			note("The query only says what is not wanted, so it is taken from everything that the archive has.");
		}
		return root;
	}

	/** Words without operators. */
	private @Nullable QueryNode words(PlainWords plain) {
		List<Term> wanted = new ArrayList<>();
		List<Term> common = new ArrayList<>();
		for (String word : plain.words()) {
			if (plain.isLong() && !this.searchable.test(word)) {
				continue;
			}
			noteUnknownField(word);
			QueryNode node = term(Form.WORD, word, 0);
			if (node instanceof Term term) {
				boolean emphasised = EMPHASIS.matcher(word).matches() && !plain.isShouted();
				(CommonWords.has(word) && !emphasised ? common : wanted).add(term);
			}
		}
		if (wanted.isEmpty()) {
			// “To be or not to be”: then these are what is looked for.
			wanted.addAll(common);
			common.clear();
		}
		if (wanted.isEmpty()) {
			note("Nothing in the query can be searched for: it needs a word.");
			return null;
		}
		if (!common.isEmpty() && !plain.isLong()) {
			note("Common words need not be there: "
					+ common.stream().map((term) -> "“" + term.text() + "”").collect(Collectors.joining(", ")) + ".");
		}
		return (wanted.size() + common.size() == 1) ? wanted.get(0)
				: new QueryNode.Words(List.copyOf(wanted), List.copyOf(common), plain.isLong());
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
		Part outside = this.inside;
		this.inside = null;
		List<QueryNode> parts = new ArrayList<>();
		while (true) {
			Token token = peek();
			if (token == null || token instanceof Token.Or || token instanceof Token.Close) {
				break;
			}
			take();
			QueryNode part = nearness(operand(token));
			if (part instanceof All all) {
				parts.addAll(all.of());
			}
			else if (part != null) {
				parts.add(part);
			}
		}
		if (this.inside != null) {
			parts = inside(this.inside, parts);
		}
		this.inside = outside;
		if (this.field == null) {
			parts = QueryNode.inOneClaim(parts, this.depth == 0);
		}
		return parts.isEmpty() ? null : QueryNode.all(parts);
	}

	/** The words beside {@code in:}, in its part. */
	private List<QueryNode> inside(Part part, List<QueryNode> parts) {
		List<QueryNode> placed = new ArrayList<>();
		List<QueryNode> words = new ArrayList<>();
		for (QueryNode node : parts) {
			boolean negative = node instanceof Not;
			QueryNode bare = (node instanceof Not not) ? not.of() : node;
			if (!QueryInWords.isOfWords(bare)) {
				placed.add(node);
			}
			else if (negative) {
				placed.add(new Not(new Within(part, bare)));
			}
			else {
				words.add(node);
			}
		}
		if (!words.isEmpty()) {
			placed.add(0, new Within(part, QueryNode.all(words)));
		}
		if (placed.stream()
			.noneMatch((node) -> node instanceof Within || (node instanceof Not not && not.of() instanceof Within))) {
			note("“in:%s” has no words beside it and was left out.".formatted(part.field()));
		}
		return placed;
	}

	private @Nullable QueryNode nearness(@Nullable QueryNode before) {
		QueryNode left = before;
		List<QueryNode> pairs = new ArrayList<>();
		while (peek() instanceof Token.Near near) {
			take();
			Token of = peek();
			boolean operand = of != null
					&& !(of instanceof Token.Or || of instanceof Token.Close || of instanceof Token.And);
			if (operand) {
				take();
			}
			QueryNode right = operand ? operand(of) : null;
			if (isNearable(left) && isNearable(right)) {
				pairs.add(new Near((Term) left, (Term) right, within(near.within())));
			}
			else {
				note("NEAR stands between two words or phrases; here it was left out.");
				Stream.of(Optional.ofNullable(left), Optional.ofNullable(right))
					.flatMap(Optional::stream)
					.filter((side) -> pairs.stream().noneMatch((pair) -> pair instanceof Near p && p.other() == side))
					.forEach(pairs::add);
			}
			left = right;
		}
		return pairs.isEmpty() ? before : QueryNode.all(pairs);
	}

	private static boolean isNearable(@Nullable QueryNode node) {
		return node instanceof Term term && (term.form() == Form.WORD || term.form() == Form.PHRASE);
	}

	private int within(int words) {
		if (words > FARTHEST) {
			note("At most %d words can be between others; so many were taken.".formatted(FARTHEST));
		}
		return (words == 0) ? NEAR : Math.min(words, FARTHEST);
	}

	private @Nullable QueryNode operand(Token token) {
		if (token instanceof Token.And || token instanceof Token.Near) {
			if (token instanceof Token.Near) {
				note("NEAR stands between two words or phrases; here it was left out.");
			}
			return null;
		}
		if (token instanceof Token.Minus) {
			return negation();
		}
		if (token instanceof Token.Open) {
			return bracket();
		}
		if (token instanceof Token.FieldName name) {
			return field(name);
		}
		if (this.field != null && this.field.part() == null) {
			return value(this.field, token);
		}
		if (token instanceof Token.Quoted quoted) {
			return phrase(quoted);
		}
		return (token instanceof Token.Plain plain) ? plain(plain.text()) : null;
	}

	private @Nullable QueryNode phrase(Token.Quoted quoted) {
		if (!quoted.closed()) {
			note("A quotation mark was not closed; the phrase was taken to go on to the end.");
		}
		if (quoted.text().indexOf('*') >= 0) {
			note("A * between quotation marks was left out: it stands for the rest of a word outside them only.");
		}
		return term(Form.PHRASE, quoted.text(), (quoted.slop() == 0) ? 0 : within(quoted.slop()));
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

	private @Nullable QueryNode field(Token.FieldName name) {
		QueryField named = java.util.Objects.requireNonNull(QueryField.find(name.name()));
		Token of = peek();
		if (of == null || of instanceof Token.Or || of instanceof Token.Close || of instanceof Token.And
				|| of instanceof Token.Near) {
			note("“%s:” has nothing after it and was read as a word.".formatted(name.name()));
			return term(Form.WORD, name.name(), 0);
		}
		take();
		if (named == QueryField.IN) {
			return place(of);
		}
		QueryField around = this.field;
		this.field = named;
		QueryNode node = nested(() -> operand(of));
		this.field = around;
		Part part = named.part();
		return (node == null || part == null) ? node : within(part, node);
	}

	/** Words in a part; values beside them stay as they are. */
	private QueryNode within(Part part, QueryNode node) {
		if (QueryInWords.isOfWords(node)) {
			return new Within(part, node);
		}
		if (node instanceof All all) {
			return new All(all.of().stream().map((inner) -> within(part, inner)).toList());
		}
		if (node instanceof Any any) {
			return new Any(any.of().stream().map((inner) -> within(part, inner)).toList());
		}
		return (node instanceof Not not) ? new Not(within(part, not.of())) : node;
	}

	private @Nullable QueryNode place(Token of) {
		String typed = typed(of);
		this.inside = switch (typed.toLowerCase(Locale.ROOT)) {
			case "claim", "claims" -> Part.CLAIM;
			case "title", "titles" -> Part.TITLE;
			case "body", "text", "texts" -> Part.BODY;
			case "article", "articles" -> null;
			default -> {
				note("Words can be looked for in:claim, in:title and in:body; “in:%s” was left out."
					.formatted(Brief.of(typed)));
				yield this.inside;
			}
		};
		return null;
	}

	private @Nullable QueryNode value(QueryField named, Token token) {
		String typed = typed(token).strip();
		if (typed.isEmpty()) {
			note("An empty pair of quotation marks was left out.");
			return null;
		}
		if (named.isDate()) {
			return days(typed);
		}
		Facet facet = java.util.Objects.requireNonNull(named.facet());
		List<Known> known = this.values.find(facet, typed);
		if (known.isEmpty()) {
			note("The archive knows no %s “%s”, so it was read as words.".formatted(facet.parameter(),
					Brief.of(typed)));
			return term((token instanceof Token.Quoted) ? Form.PHRASE : Form.WORD, typed, 0);
		}
		return counted() ? new Value(facet, typed, List.copyOf(known)) : null;
	}

	private @Nullable QueryNode days(String typed) {
		String[] ends = typed.split("\\.\\.", -1);
		String first = ends[0];
		String last = ends[ends.length - 1];
		if (ends.length <= 2 && DATE.matcher(first).matches() && DATE.matcher(last).matches()) {
			Optional<EdtfDate> from = EdtfDate.find(first);
			Optional<EdtfDate> to = EdtfDate.find(last);
			if (from.isPresent() && to.isPresent() && !to.get().latest().isBefore(from.get().earliest())) {
				return counted() ? new Days(typed, from.get().earliest(), to.get().latest()) : null;
			}
		}
		note("“%s” is no date like 2025, 2025-11, 2025-11-24 or 2025-11..2025-12, so it was read as words."
			.formatted(Brief.of(typed)));
		return term(Form.WORD, typed, 0);
	}

	private static String typed(Token token) {
		if (token instanceof Token.Quoted quoted) {
			return quoted.text();
		}
		return (token instanceof Token.Plain plain) ? plain.text() : "";
	}

	private void noteUnknownField(String text) {
		Matcher field = Token.FIELD.matcher(text);
		if (field.lookingAt()) {
			note("“%s:” is no field of the search, so it was read as a word.".formatted(field.group(1)));
		}
	}

	private @Nullable QueryNode plain(String text) {
		noteUnknownField(text);
		Matcher fuzzy = FUZZY.matcher(text);
		if (fuzzy.matches()) {
			return fuzzy(fuzzy.group(1), fuzzy.group(2));
		}
		if (!GAP.matcher(text).find()) {
			return term(Form.WORD, text, 0);
		}
		List<QueryNode> parts = new ArrayList<>();
		StringBuilder before = new StringBuilder();
		for (String piece : pieces(text)) {
			if (GAP.matcher(piece).find()) {
				QueryNode words = this.searchable.test(before.toString()) ? term(Form.WORD, before.toString(), 0)
						: null;
				before.setLength(0);
				QueryNode pattern = pattern(piece, text);
				Stream.of(Optional.ofNullable(words), Optional.ofNullable(pattern))
					.flatMap(Optional::stream)
					.forEach(parts::add);
			}
			else {
				before.append(piece);
			}
		}
		if (this.searchable.test(before.toString())) {
			Optional.ofNullable(term(Form.WORD, before.toString(), 0)).ifPresent(parts::add);
		}
		return parts.isEmpty() ? null : QueryNode.all(parts);
	}

	/** Words and what is between them, in order. */
	private static List<String> pieces(String text) {
		List<String> pieces = new ArrayList<>();
		Matcher between = BETWEEN_WORDS.matcher(text);
		int at = 0;
		while (between.find()) {
			pieces.add(text.substring(at, between.start()));
			pieces.add(between.group());
			at = between.end();
		}
		pieces.add(text.substring(at));
		return pieces;
	}

	private @Nullable QueryNode pattern(String piece, String text) {
		String pattern = piece.replaceAll("\\*{2,}", "*").replaceAll("\\?+$", "");
		Matcher gap = GAP.matcher(pattern);
		int gaps = (int) gap.results().count();
		int first = gap.reset().find() ? gap.start() : pattern.length();
		if (pattern.codePointCount(0, first) < SHORTEST_PREFIX) {
			note("A * or ? needs at least %d letters before it: “%s” was left out.".formatted(SHORTEST_PREFIX,
					Brief.of(text)));
			return null;
		}
		if (gaps > MOST_GAPS) {
			note("A word can have at most %d of * and ?: “%s” was left out.".formatted(MOST_GAPS, Brief.of(text)));
			return null;
		}
		if (gaps == 0) {
			return term(Form.WORD, pattern, 0);
		}
		if (++this.patterns > MOST_PATTERNS) {
			note("At most %d words with * or ? can be searched for; the rest was left out.".formatted(MOST_PATTERNS));
			return null;
		}
		return (first == pattern.length() - 1 && pattern.endsWith("*"))
				? term(Form.PREFIX, pattern.substring(0, first), 0) : term(Form.PATTERN, pattern, 0);
	}

	private @Nullable QueryNode fuzzy(String word, String edits) {
		int letters = word.codePointCount(0, word.length());
		// As many as two letters in a short word make another word of it.
		int most = (letters < 3) ? 0 : (letters < 6) ? 1 : MOST_EDITS;
		int asked = edits.isEmpty() ? most : Integer.parseInt(edits);
		if (asked > most) {
			note("“%s” was looked for with %s: a longer word can differ in up to %d.".formatted(Brief.of(word),
					(most == 0) ? "no other letters"
							: (most == 1) ? "at most 1 other letter" : "at most 2 other letters",
					MOST_EDITS));
		}
		int distance = Math.min(asked, most);
		if (distance == 0) {
			return term(Form.WORD, word, 0);
		}
		if (++this.fuzzy > MOST_FUZZY) {
			note("At most %d words with ~ can be searched for; the rest was left out.".formatted(MOST_FUZZY));
			return null;
		}
		return term(Form.FUZZY, word, distance);
	}

	private @Nullable QueryNode term(Form form, String text, int distance) {
		String stripped = text.strip();
		if (!this.searchable.test(stripped)) {
			note(stripped.isEmpty() ? "An empty pair of quotation marks was left out."
					: "“%s” has no word in it and was left out.".formatted(Brief.of(stripped)));
			return null;
		}
		return counted() ? new Term(form, stripped, List.of(), distance) : null;
	}

	private boolean counted() {
		if (++this.terms > this.mostTerms) {
			note("At most %d words and phrases can be searched for; the rest was left out.".formatted(this.mostTerms));
			return false;
		}
		return true;
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

	/** What the archive knows. */
	@FunctionalInterface
	interface Values {

		/**
		 * The values of a facet that are meant.
		 * @param typed as typed
		 * @return none where the archive knows none
		 */
		List<Known> find(Facet facet, String typed);

	}

}
