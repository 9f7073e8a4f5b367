package org.catena.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.persistence.EntityManager;
import org.catena.article.ArticleText;
import org.catena.search.FacetCounts.Value;
import org.catena.search.Found.Spelt;
import org.catena.search.QueryNode.All;
import org.catena.search.QueryNode.Any;
import org.catena.search.QueryNode.Not;
import org.catena.search.QueryNode.Term;
import org.hibernate.search.mapper.orm.session.SearchSession;
import org.hibernate.search.util.common.SearchException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Searches articles and claims. Whatever is asked is answered as far as it makes sense,
 * and what was ignored is said; the text of the query never makes it fail.
 */
@Component
public class Search {

	/** Hits that can be paged through at most. */
	public static final int MOST_HITS = 10_000;

	/** Values of a facet that can be chosen at most. */
	private static final int MOST_CHOSEN = 50;

	private final EntityManager entities;

	private final IndexFolder folder;

	private final NameSpellings spellings;

	private final FacetNames names;

	private final HitRows rows;

	Search(EntityManager entities, IndexFolder folder, NameSpellings spellings, FacetNames names, HitRows rows) {
		this.entities = entities;
		this.folder = folder;
		this.spellings = spellings;
		this.names = names;
		this.rows = rows;
	}

	/** Hits on a page. */
	public static int pageSize(Scope scope) {
		return (scope == Scope.ARTICLES) ? 10 : 20;
	}

	/**
	 * Searches.
	 * @param asked what is asked for
	 * @return what was found
	 */
	@Transactional(readOnly = true)
	public Found find(SearchQuery asked) {
		ParsedQuery parsed = QueryParser.parse(ArticleText.normalise(asked.words()), TextAnalysis::hasWord);
		List<String> notes = new ArrayList<>(parsed.notes());
		SearchQuery query = known(asked, notes);
		QueryNode root = spelt(parsed);
		if (root == null && !parsed.blank()) {
			return new Found(query, "", false, List.of(), notes, 0, 0, 1, List.of(), List.of(), List.of(),
					!this.folder.isWhole());
		}
		try {
			return find(query, root, notes);
		}
		catch (SearchException ex) {
			if (this.folder.isWhole()) {
				throw ex;
			}
			return new Found(query, QueryInWords.say(query.scope(), root), true, List.of(), notes, 0, 0, 1, List.of(),
					List.of(), List.of(), true);
		}
	}

	/**
	 * What the words of a query mean.
	 * @param words the query as typed
	 * @return its meaning in all spellings; the root is null for everything and for
	 * nothing
	 */
	ParsedQuery meaning(String words) {
		ParsedQuery parsed = QueryParser.parse(ArticleText.normalise(words), TextAnalysis::hasWord);
		return new ParsedQuery(spelt(parsed), parsed.blank(), parsed.notes());
	}

	private @Nullable QueryNode spelt(ParsedQuery parsed) {
		return (parsed.root() != null) ? this.spellings.now().spell(parsed.root()) : null;
	}

	private Found find(SearchQuery asked, @Nullable QueryNode root, List<String> notes) {
		SearchSession session = org.hibernate.search.mapper.orm.Search.session(this.entities);
		Scope scope = asked.scope();
		int size = pageSize(scope);
		IndexQuery index = new IndexQuery(session, scope, asked, root);
		SearchQuery query = asked;
		IndexQuery.Answer answer = index.hits((Math.min(asked.page(), MOST_HITS / size) - 1) * size, size);
		int pages = (int) Math.max(1, (Math.min(answer.total(), MOST_HITS) + size - 1) / size);
		if (query.page() > pages) {
			notes.add((answer.total() > MOST_HITS)
					? "Only the first %,d hits can be paged through; this is the last of these pages. Narrow the search to see others."
						.formatted(MOST_HITS)
					: "There is no page %,d; this is the last one.".formatted(query.page()));
			query = query.onPage(pages);
			answer = index.hits((pages - 1) * size, size);
		}
		Scope other = (scope == Scope.ARTICLES) ? Scope.CLAIMS : Scope.ARTICLES;
		long others = new IndexQuery(session, other, asked, root).count();
		Marking marking = Marking.of(root);
		return new Found(query, QueryInWords.say(scope, root), true, spelt(root), notes,
				(scope == Scope.ARTICLES) ? answer.total() : others, (scope == Scope.CLAIMS) ? answer.total() : others,
				pages, (scope == Scope.ARTICLES) ? this.rows.articles(answer.hits(), marking) : List.of(),
				(scope == Scope.CLAIMS) ? this.rows.claims(answer.hits(), marking) : List.of(),
				facets(index, query, answer), !this.folder.isWhole());
	}

	/** The query without values that the archive does not know. */
	private SearchQuery known(SearchQuery asked, List<String> notes) {
		SearchQuery query = asked;
		Map<Facet, List<String>> chosen = new EnumMap<>(Facet.class);
		asked.chosen().forEach((facet, values) -> {
			if (values.size() > MOST_CHOSEN) {
				notes.add("At most %d values of “%s” can be chosen; the rest was left out.".formatted(MOST_CHOSEN,
						facet.label()));
			}
			chosen.put(facet, values.subList(0, Math.min(values.size(), MOST_CHOSEN)));
		});
		Map<Facet, Map<String, String>> labels = this.names.of(chosen);
		for (Map.Entry<Facet, List<String>> entry : chosen.entrySet()) {
			Set<String> known = labels.get(entry.getKey()).keySet();
			List<String> kept = new ArrayList<>();
			for (String value : entry.getValue()) {
				if (known.contains(value)) {
					kept.add(value);
				}
				else {
					notes.add("The archive knows no %s “%s”; it was left out."
						.formatted(entry.getKey().label().toLowerCase(java.util.Locale.ROOT), brief(value)));
				}
			}
			query = query.with(entry.getKey(), kept);
		}
		return query.onPage(asked.page());
	}

	private static String brief(String value) {
		return (value.length() <= 60) ? value : value.substring(0, 60) + "…";
	}

	private List<FacetCounts> facets(IndexQuery index, SearchQuery query, IndexQuery.Answer answer) {
		Map<Facet, Map<String, Long>> counts = new EnumMap<>(answer.counts());
		query.chosen().keySet().forEach((facet) -> counts.put(facet, index.countsWithout(facet)));
		Map<Facet, Collection<String>> values = new EnumMap<>(Facet.class);
		counts.forEach((facet, counted) -> {
			Map<String, Long> all = new LinkedHashMap<>(counted);
			query.chosen(facet).forEach((value) -> all.putIfAbsent(value, 0L));
			counts.put(facet, all);
			values.put(facet, all.keySet());
		});
		Map<Facet, Map<String, String>> labels = this.names.of(values);
		List<FacetCounts> facets = new ArrayList<>();
		counts.forEach((facet, counted) -> facets.add(new FacetCounts(facet, counted.entrySet()
			.stream()
			.map((count) -> new Value(count.getKey(), labels.get(facet).getOrDefault(count.getKey(), count.getKey()),
					count.getValue(), query.chosen(facet).contains(count.getKey())))
			.sorted(Comparator.comparing(Value::chosen)
				.thenComparing(Value::count)
				.reversed()
				.thenComparing(Value::label))
			.toList())));
		return facets;
	}

	private static List<Spelt> spelt(@Nullable QueryNode node) {
		List<Spelt> spelt = new ArrayList<>();
		collect(node, spelt);
		return spelt;
	}

	private static void collect(@Nullable QueryNode node, List<Spelt> spelt) {
		if (node instanceof All all) {
			all.of().forEach((part) -> collect(part, spelt));
		}
		else if (node instanceof Any any) {
			any.of().forEach((part) -> collect(part, spelt));
		}
		else if (node instanceof Not not) {
			collect(not.of(), spelt);
		}
		else if (node instanceof Term term && !term.variants().isEmpty()) {
			spelt.add(new Spelt(term.text(), term.variants()));
		}
	}

}
