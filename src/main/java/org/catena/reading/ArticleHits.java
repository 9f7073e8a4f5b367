package org.catena.reading;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import org.catena.article.TextSpan;
import org.catena.reading.Segmentation.Paragraph;
import org.catena.reading.Segmentation.Segment;
import org.catena.search.Occurrences;

/**
 * What a search found in an article, over the segments of its text: a layer of its own
 * over that of the claims, so that either may begin or end within the other.
 */
final class ArticleHits {

	private final String words;

	private final int total;

	private final Map<Segment<?>, List<Piece>> pieces;

	private ArticleHits(String words, int total, Map<Segment<?>, List<Piece>> pieces) {
		this.words = words;
		this.total = total;
		this.pieces = pieces;
	}

	/**
	 * Lays what a search finds over a text.
	 * @param words the query as typed
	 * @param paragraphs the text
	 * @param occurrences what finds
	 */
	static ArticleHits of(String words, List<? extends Paragraph<?>> paragraphs, Occurrences occurrences) {
		StringBuilder text = new StringBuilder();
		for (Paragraph<?> paragraph : paragraphs) {
			text.append(text.isEmpty() ? "" : "\n\n");
			paragraph.segments().forEach((segment) -> text.append(segment.words()));
		}
		List<TextSpan> spans = occurrences.in(words, text.toString());
		Cutter cutter = new Cutter(spans);
		Map<Segment<?>, List<Piece>> pieces = new IdentityHashMap<>();
		int at = 0;
		for (Paragraph<?> paragraph : paragraphs) {
			at += (at > 0) ? 2 : 0;
			for (Segment<?> segment : paragraph.segments()) {
				pieces.put(segment, cutter.cut(segment.words(), at));
				at += segment.words().codePointCount(0, segment.words().length());
			}
		}
		return new ArticleHits(words, spans.size(), pieces);
	}

	/** The address of an article in which the words of a search are marked. */
	static String address(String slug, String words) {
		return "/articles/" + slug + (words.isBlank() ? "" : "?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
	}

	/** The query as typed. */
	public String words() {
		return this.words;
	}

	/** How many hits are marked. */
	public int total() {
		return this.total;
	}

	/** Whether there are more than are marked. */
	public boolean isCut() {
		return this.total == Occurrences.MOST;
	}

	/** The pieces of a segment, in order. */
	public List<Piece> pieces(Segment<?> segment) {
		return this.pieces.getOrDefault(segment, List.of());
	}

	/** Walks forward through segments and hits. */
	private static final class Cutter {

		private final List<TextSpan> spans;

		private int next;

		Cutter(List<TextSpan> spans) {
			this.spans = spans;
		}

		List<Piece> cut(String words, int start) {
			List<Piece> pieces = new ArrayList<>();
			int end = start + words.codePointCount(0, words.length());
			int at = start;
			int index = 0;
			while (at < end) {
				while (this.next < this.spans.size() && this.spans.get(this.next).end() <= at) {
					this.next++;
				}
				TextSpan span = (this.next < this.spans.size()) ? this.spans.get(this.next) : null;
				boolean hit = span != null && span.start() <= at;
				int cut = (span == null) ? end : Math.min(end, hit ? span.end() : span.start());
				int to = words.offsetByCodePoints(index, cut - at);
				pieces.add(new Piece(words.substring(index, to), hit ? this.next + 1 : 0, hit && span.start() == at));
				index = to;
				at = cut;
			}
			return pieces;
		}

	}

	/**
	 * A piece of a segment.
	 *
	 * @param words the text
	 * @param hit the number of the hit that it belongs to, from 1; 0 for none
	 * @param begins whether the hit begins with it
	 */
	record Piece(String words, int hit, boolean begins) {
	}

}
