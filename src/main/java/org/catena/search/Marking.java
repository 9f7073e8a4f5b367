package org.catena.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.QueryBuilder;
import org.catena.article.TextSpan;
import org.catena.search.Passage.Piece;
import org.catena.search.QueryNode.Near;
import org.catena.search.QueryNode.Not;
import org.jspecify.annotations.Nullable;

/**
 * Marks in a text what a query asks for. It reads the text of the record as the index
 * reads it, so that a phrase is marked as one, whatever cluster the index is in.
 */
final class Marking {

	/** Characters of a passage; a longer sentence is cut around what was found. */
	private static final int LONGEST_PASSAGE = 360;

	/** Characters by which a passage may be longer for the sake of its last word. */
	private static final int LONGEST_WORD = 40;

	/** Characters of a text that are shown where nothing was found in it. */
	private static final int BEGINNING = 220;

	private static final String STEMS = "stems";

	private static final String WORDS = "words";

	/** For each term of the query, the ways to find it. */
	private final List<List<Query>> terms = new ArrayList<>();

	/** The fields that these look into. */
	private final Set<String> fields = new HashSet<>();

	private final Candidates candidates = new Candidates();

	private Marking() {
	}

	/** The marking of a query; null for everything marks nothing. */
	static Marking of(@Nullable QueryNode root) {
		Marking marking = new Marking();
		if (root != null) {
			marking.collect(root, new QueryBuilder(TextAnalysis.stemming()));
		}
		return marking;
	}

	/** What must not be there is not marked where it is nevertheless. */
	private void collect(QueryNode node, QueryBuilder builder) {
		if (node instanceof Near near) {
			this.terms.add(List.of(new IntervalQuery(STEMS, Predicates.intervals(near))));
			this.fields.add(STEMS);
			near.terms().forEach(this.candidates::add);
		}
		else if (node instanceof QueryNode.Term term) {
			this.terms.add(ways(term, builder));
			this.candidates.add(term);
			this.fields.add(switch (term.form()) {
				case WORD, PHRASE -> STEMS;
				case PREFIX, PATTERN, FUZZY -> WORDS;
			});
		}
		else if (!(node instanceof Not)) {
			node.parts().forEach((part) -> collect(part, builder));
		}
	}

	private static List<Query> ways(QueryNode.Term term, QueryBuilder builder) {
		Term word = new Term(WORDS, Predicates.folded(term.text()));
		return switch (term.form()) {
			case PREFIX -> List.of(new PrefixQuery(word));
			case PATTERN -> List.of(new WildcardQuery(word));
			case FUZZY -> List.of(new FuzzyQuery(word, term.distance(), 1));
			case WORD,
					PHRASE ->
				Stream.concat(Stream.of(term.text()), term.variants().stream())
					.map((way) -> builder.createPhraseQuery(STEMS, way, term.distance()))
					.filter(Objects::nonNull)
					.toList();
		};
	}

	/** The whole text, marked. */
	Passage whole(String text) {
		return marked(text, 0, text.length(), spans(text));
	}

	/**
	 * The passages of a text that together have most of the query, in their order; the
	 * beginning where it has nothing of it.
	 * @param text the text
	 * @param most how many at most
	 * @return at least one
	 */
	List<Passage> best(String text, int most) {
		List<Span> spans = spans(text);
		if (spans.isEmpty()) {
			return List.of(beginning(text));
		}
		List<Sentence> found = sentences(text, spans).stream()
			.sorted(Comparator.comparing(Sentence::terms)
				.thenComparing((sentence) -> sentence.spans().size())
				.reversed())
			.collect(Collectors.toCollection(ArrayList::new));
		List<Sentence> best = new ArrayList<>();
		Set<Integer> shown = new HashSet<>();
		while (best.size() < most && !found.isEmpty()) {
			// Of sentences with as many new terms, the sort has put the best first.
			Sentence next = found.stream()
				.reduce((one, other) -> (other.newTerms(shown) > one.newTerms(shown)) ? other : one)
				.orElseThrow();
			found.remove(next);
			best.add(next);
			next.spans().forEach((span) -> shown.add(span.term()));
		}
		return best.stream()
			.sorted(Comparator.comparing(Sentence::start))
			.map((sentence) -> sentence.passage(text))
			.toList();
	}

	private static Passage beginning(String text) {
		int paragraph = text.indexOf("\n\n");
		String first = (paragraph >= 0) ? text.substring(0, paragraph) : text;
		if (first.length() <= BEGINNING) {
			return marked(first, 0, first.length(), List.of());
		}
		int space = first.lastIndexOf(' ', BEGINNING);
		return new Passage(
				List.of(new Piece(first.substring(0, (space > 0) ? space : apart(first, BEGINNING)) + " …", false)));
	}

	/** What was found, in order, without overlaps. */
	List<Span> spans(String text) {
		if (this.terms.isEmpty() || text.isEmpty()) {
			return List.of();
		}
		MemoryIndex index = new MemoryIndex(true);
		if (this.fields.contains(STEMS)) {
			index.addField(STEMS, this.candidates.stems(text));
		}
		if (this.fields.contains(WORDS)) {
			index.addField(WORDS, this.candidates.words(text));
		}
		IndexSearcher searcher = index.createSearcher();
		LeafReaderContext leaf = searcher.getIndexReader().leaves().get(0);
		List<Span> spans = new ArrayList<>();
		for (int term = 0; term < this.terms.size(); term++) {
			for (Query way : this.terms.get(term)) {
				find(searcher, leaf, way, term, spans);
			}
		}
		spans.sort(Comparator.comparing(Span::start).thenComparing(Comparator.comparing(Span::end).reversed()));
		List<Span> apart = new ArrayList<>();
		for (Span span : spans) {
			if (apart.isEmpty() || span.start() >= apart.get(apart.size() - 1).end()) {
				apart.add(span);
			}
		}
		return apart;
	}

	/**
	 * Where spans of a text stand in code points.
	 * @param spans in order, without overlaps
	 */
	static List<TextSpan> inCodePoints(String text, List<Span> spans) {
		List<TextSpan> counted = new ArrayList<>();
		int at = 0;
		int codePoint = 0;
		for (Span span : spans) {
			int start = codePoint + text.codePointCount(at, span.start());
			codePoint = start + text.codePointCount(span.start(), span.end());
			counted.add(new TextSpan(start, codePoint));
			at = span.end();
		}
		return counted;
	}

	private static void find(IndexSearcher searcher, LeafReaderContext leaf, Query query, int term, List<Span> spans) {
		try {
			Matches matches = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1)
				.matches(leaf, 0);
			if (matches != null) {
				for (String field : matches) {
					add(matches.getMatches(field), term, spans);
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Of words near each other the words, without what is between them. */
	private static void add(@Nullable MatchesIterator each, int term, List<Span> spans) throws IOException {
		while (each != null && each.next()) {
			MatchesIterator within = (each.getQuery() instanceof IntervalQuery) ? each.getSubMatches() : null;
			if (within != null) {
				add(within, term, spans);
			}
			else {
				spans.add(new Span(each.startOffset(), each.endOffset(), term));
			}
		}
	}

	/**
	 * The sentences in which something was found. A paragraph ends a sentence too:
	 * subheads have no full stop. What has nothing is not cut up.
	 */
	private static List<Sentence> sentences(String text, List<Span> spans) {
		List<Sentence> sentences = new ArrayList<>();
		int span = 0;
		for (int start = 0; start < text.length() && span < spans.size();) {
			int paragraph = text.indexOf("\n\n", start);
			int end = (paragraph >= 0) ? paragraph : text.length();
			int first = span;
			while (span < spans.size() && spans.get(span).start() < end) {
				span++;
			}
			if (span > first) {
				sentences(text.substring(start, end), start, spans.subList(first, span), sentences);
			}
			start = (paragraph >= 0) ? paragraph + 2 : end;
		}
		return sentences;
	}

	private static void sentences(String paragraph, int offset, List<Span> spans, List<Sentence> sentences) {
		BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
		breaks.setText(paragraph);
		for (int span = 0; span < spans.size();) {
			int at = spans.get(span).start() - offset;
			int end = breaks.following(at);
			int start = breaks.previous();
			int first = span;
			while (span < spans.size() && spans.get(span).start() < offset + end) {
				span++;
			}
			sentences.add(new Sentence(offset + start, offset + end, spans.subList(first, span)));
		}
	}

	private static Passage marked(String text, int start, int end, List<Span> spans) {
		List<Piece> pieces = new ArrayList<>();
		int at = start;
		for (Span span : spans) {
			if (span.start() >= end || span.end() <= start) {
				continue;
			}
			int from = Math.max(span.start(), start);
			add(pieces, text.substring(at, from), false);
			at = Math.min(span.end(), end);
			add(pieces, text.substring(from, at), true);
		}
		add(pieces, text.substring(at, end), false);
		return new Passage(List.copyOf(pieces));
	}

	private static void add(List<Piece> pieces, String text, boolean hit) {
		if (!text.isEmpty()) {
			pieces.add(new Piece(text, hit));
		}
	}

	/**
	 * Where a term of the query was found, half-open.
	 *
	 * @param start the first character, in UTF-16
	 * @param end the character after the last
	 * @param term the number of the term
	 */
	record Span(int start, int end, int term) {
	}

	/**
	 * A sentence, half-open.
	 *
	 * @param start the first character, in UTF-16
	 * @param end the character after the last
	 * @param spans what begins in it, at least one
	 */
	private record Sentence(int start, int end, List<Span> spans) {

		long terms() {
			return newTerms(Set.of());
		}

		/** How many terms of the query it has that others have not. */
		long newTerms(Set<Integer> shown) {
			return this.spans.stream().map(Span::term).filter((term) -> !shown.contains(term)).distinct().count();
		}

		Passage passage(String text) {
			int last = this.end;
			while (last > this.start && Character.isWhitespace(text.charAt(last - 1))) {
				last--;
			}
			if (last - this.start <= LONGEST_PASSAGE) {
				return marked(text, this.start, last, this.spans);
			}
			int hit = this.spans.get(0).start();
			int from = begin(text, Math.max(this.start, hit - LONGEST_PASSAGE / 3), hit);
			int to = end(text, Math.min(last, Math.max(from + LONGEST_PASSAGE, this.spans.get(0).end())), last);
			List<Piece> pieces = new ArrayList<>();
			add(pieces, (from > this.start) ? "… " : "", false);
			pieces.addAll(marked(text, from, to, this.spans).pieces());
			add(pieces, (to < last) ? " …" : "", false);
			return new Passage(List.copyOf(pieces));
		}

		/** Where a word begins, before what was found; the place itself if none does. */
		private int begin(String text, int at, int hit) {
			if (at == this.start) {
				return at;
			}
			for (int place = at; place < hit; place++) {
				if (Character.isWhitespace(text.charAt(place))) {
					return place + 1;
				}
			}
			return apart(text, at);
		}

		/** Where a word ends; the place itself if none does soon. */
		private static int end(String text, int at, int last) {
			for (int place = at; place < Math.min(last, at + LONGEST_WORD); place++) {
				if (Character.isWhitespace(text.charAt(place))) {
					return place;
				}
			}
			return (last - at <= LONGEST_WORD) ? last : apart(text, at);
		}

	}

	/** A place that is not within a character of two units. */
	private static int apart(String text, int at) {
		return (at > 0 && at < text.length() && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at)))
				? at - 1 : at;
	}

}
