package org.catena.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.catena.article.TextSpan;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds the occurrences of a query in texts, as its hits are marked: a phrase is one
 * occurrence, and of occurrences that overlap only the first counts, the longer of two
 * that begin together.
 */
@Component
public class Occurrences {

	/** Occurrences that are given for one text at most. */
	public static final int MOST = 2_000;

	private final Search search;

	private final LineTexts texts;

	Occurrences(Search search, LineTexts texts) {
		this.search = search;
		this.texts = texts;
	}

	/**
	 * Finds the occurrences in a text.
	 * @param words the query as typed
	 * @param text the text of an article version
	 * @return the spans in order, at most {@link #MOST}
	 */
	@Transactional(readOnly = true)
	public List<TextSpan> in(String words, String text) {
		List<Marking.Span> spans = Marking.of(this.search.meaning(SearchQuery.of(words, Scope.ARTICLES)).root())
			.spans(text);
		return Marking.inCodePoints(text, spans.subList(0, Math.min(spans.size(), MOST)));
	}

	/**
	 * Counts the occurrences in the texts of articles, or in the quotes of claims.
	 * @param words the query as typed
	 * @param scope what the ids are of
	 * @param ids whose texts are read
	 * @return how many by id; those without any are missing
	 */
	@Transactional(readOnly = true)
	public Map<Long, Integer> count(String words, Scope scope, List<Long> ids) {
		Marking marking = Marking.of(this.search.meaning(SearchQuery.of(words, Scope.ARTICLES)).root());
		Map<Long, Integer> counts = new HashMap<>();
		this.texts.read(scope, ids, marking, (text) -> {
			if (!text.spans().isEmpty()) {
				counts.put(text.id(), text.spans().size());
			}
			return true;
		});
		return counts;
	}

}
