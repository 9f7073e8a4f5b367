package org.catena.search;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * All that a query finds, however much, for exports and counts. The ids come first and at
 * once, so that whoever reads a long list slowly holds no connection meanwhile.
 */
@Component
public class AllHits {

	private final Indexes indexes;

	private final Search search;

	private final HitRows rows;

	private final FacetNames names;

	private final Answers answers;

	AllHits(Indexes indexes, Search search, HitRows rows, FacetNames names, Answers answers) {
		this.indexes = indexes;
		this.search = search;
		this.rows = rows;
		this.names = names;
		this.answers = answers;
	}

	/**
	 * The ids of everything that a query finds, in its order.
	 * @param query the query, as it was answered; its page does not matter
	 * @return ids of articles or claims
	 */
	@Transactional(readOnly = true)
	public List<Long> ids(SearchQuery query) {
		ParsedQuery meaning = this.search.meaning(query);
		return isNothing(meaning) ? List.of() : index(query, meaning).all(Integer.MAX_VALUE);
	}

	/**
	 * The ids of the first of what a query finds, in its order.
	 * @param query the query, as it was answered; its page does not matter
	 * @param most how many at most
	 * @return ids of articles or claims
	 */
	@Transactional(readOnly = true)
	public List<Long> ids(SearchQuery query, int most) {
		ParsedQuery meaning = this.search.meaning(query);
		return isNothing(meaning) ? List.of() : index(query, meaning).all(most);
	}

	/**
	 * The ids of some of what a query finds, of what was changed last first.
	 * @param query the query, as it was answered
	 * @param offset how many to pass over
	 * @param limit how many at most
	 * @return ids of articles or claims
	 */
	@Transactional(readOnly = true)
	public List<Long> changed(SearchQuery query, int offset, int limit) {
		ParsedQuery meaning = this.search.meaning(query);
		return isNothing(meaning) ? List.of() : index(query, meaning).changed(offset, limit);
	}

	/** What is ignored in a query and why, in sentences. */
	@Transactional(readOnly = true)
	public List<String> notes(SearchQuery query) {
		return this.search.meaning(query).notes();
	}

	/**
	 * Counts what a query finds, and by the values of facets, without showing any of it.
	 * @param query the query
	 */
	@Transactional(readOnly = true)
	public Counted counted(SearchQuery query) {
		ParsedQuery meaning = this.search.meaning(query);
		if (isNothing(meaning)) {
			return new Counted("", false, meaning.notes(), 0, Map.of(), false);
		}
		Answers.Answer answer = this.answers.answer(index(query, meaning), 0, 0);
		return new Counted(QueryInWords.say(query.scope(), meaning.root()), true, meaning.notes(), answer.total(),
				answer.counts(), answer.cutOff());
	}

	/**
	 * The values of a facet as pages call them, those with most hits first.
	 * @param facet the facet
	 * @param counted what was counted without a choice in the facet
	 */
	public FacetCounts named(Facet facet, Counted counted) {
		Map<String, Long> counts = counted.facets().getOrDefault(facet, Map.of());
		Map<String, String> labels = this.names.of(Map.of(facet, counts.keySet())).getOrDefault(facet, Map.of());
		return new FacetCounts(facet, counts.entrySet()
			.stream()
			.map((count) -> new FacetCounts.Value(count.getKey(), labels.getOrDefault(count.getKey(), count.getKey()),
					count.getValue(), false))
			.sorted(Comparator.comparing(FacetCounts.Value::count).reversed().thenComparing(FacetCounts.Value::label))
			.toList());
	}

	/**
	 * What pages show of articles.
	 * @param query for which words the passages are chosen
	 * @param ids the articles; those that are no longer shown are left out
	 */
	@Transactional(readOnly = true)
	public List<ArticleHit> articles(SearchQuery query, List<Long> ids) {
		return this.rows.articles(ids, Marking.of(this.search.meaning(query).root()));
	}

	private IndexQuery index(SearchQuery query, ParsedQuery meaning) {
		return new IndexQuery(this.indexes.session(), query.scope(), query, meaning.root());
	}

	/**
	 * What was counted.
	 *
	 * @param inWords what was searched for, as a noun phrase
	 * @param understood whether there was something to search for
	 * @param notes what was ignored and why, in sentences
	 * @param total how many hits there are
	 * @param facets hits by facet and value as the index writes it
	 * @param cutOff whether it took too long, so that all counts are lower bounds
	 */
	public record Counted(String inWords, boolean understood, List<String> notes, long total,
			Map<Facet, Map<String, Long>> facets, boolean cutOff) {
	}

	/** Whether something was typed of which nothing can be searched for. */
	static boolean isNothing(ParsedQuery meaning) {
		return meaning.root() == null && !meaning.blank();
	}

}
