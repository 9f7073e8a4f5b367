package org.catena.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.catena.article.ArticleText;
import org.catena.article.Brief;
import org.catena.article.FirstPlan;
import org.catena.article.OldNames;
import org.catena.search.FacetCounts.Value;
import org.catena.search.Found.Advice;
import org.catena.search.Found.Following;
import org.catena.search.Found.Spelt;
import org.catena.search.QueryNode.Words;
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

	/**
	 * Hits that are few enough for others to follow that have not all words: as many as
	 * anybody looks through, or judges of rankings do.
	 */
	private static final int FEW = 1_000;

	/**
	 * Values of a facet that get names at most, those with most hits; pages list fewer.
	 * The others are counted alone.
	 */
	private static final int MOST_NAMED = 100;

	/** A point or a theme by itself; what stands for none has an underscore. */
	private static final Predicate<String> OF_NO_PLAN = Pattern.compile("[a-z0-9-]+").asMatchPredicate();

	/** Values of a facet that can be chosen at most. */
	public static final int MOST_CHOSEN = 50;

	private final Indexes indexes;

	private final IndexMark index;

	private final NameSpellings spellings;

	private final FacetNames names;

	private final HitRows rows;

	private final FieldValues values;

	private final Vocabulary vocabulary;

	private final Answers answers;

	private final OldNames oldNames;

	private final FirstPlan firstPlan;

	Search(Indexes indexes, IndexMark index, NameSpellings spellings, FacetNames names, HitRows rows,
			FieldValues values, Vocabulary vocabulary, Answers answers, OldNames oldNames, FirstPlan firstPlan) {
		this.indexes = indexes;
		this.index = index;
		this.spellings = spellings;
		this.names = names;
		this.rows = rows;
		this.values = values;
		this.vocabulary = vocabulary;
		this.answers = answers;
		this.oldNames = oldNames;
		this.firstPlan = firstPlan;
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
		ParsedQuery meaning = meaning(asked);
		QueryNode root = meaning.root();
		List<String> notes = new ArrayList<>(meaning.notes());
		SearchQuery query = known(asked, notes);
		if (root == null && !meaning.blank()) {
			return nothing(query, "", false, notes);
		}
		try {
			QueryNode inAllSpellings = (root == null || asked.variants()) ? root : this.spellings.now().spell(root);
			return find(query, root, spelt(inAllSpellings), notes);
		}
		catch (SearchException ex) {
			if (this.index.isWhole()) {
				throw ex;
			}
			return nothing(query, QueryInWords.say(query.scope(), root), true, notes);
		}
	}

	/**
	 * What the words of a query mean.
	 * @param query the query
	 * @return its meaning, in all spellings unless they are switched off; the root is
	 * null for everything and for nothing
	 */
	ParsedQuery meaning(SearchQuery query) {
		ParsedQuery parsed = QueryParser.parse(ArticleText.normalise(query.words()), TextAnalysis::hasWord,
				this.values);
		QueryNode root = parsed.root();
		return (root == null || !query.variants()) ? parsed
				: new ParsedQuery(this.spellings.now().spell(root), parsed.blank(), parsed.notes());
	}

	/**
	 * The ids of the best hits, in the order in which pages show them.
	 * @param asked what is asked for; its page does not matter
	 * @param most how many at most
	 */
	@Transactional(readOnly = true)
	List<Long> ranking(SearchQuery asked, int most) {
		ParsedQuery meaning = meaning(asked);
		QueryNode root = meaning.root();
		if (root == null && !meaning.blank()) {
			return List.of();
		}
		IndexQuery index = new IndexQuery(this.indexes.session(), asked.scope(), asked, root);
		List<Long> ids = new ArrayList<>(index.ids(0, most));
		if (isFollowed(root, asked) && ids.size() < Math.min(most, FEW)) {
			ids.addAll(index.following().ids(0, most - ids.size()));
		}
		return ids;
	}

	/**
	 * Whether hits with some of the words follow those with all: by relevance alone; by
	 * date they would be mixed in.
	 */
	private static boolean isFollowed(@Nullable QueryNode root, SearchQuery query) {
		return root instanceof Words words && !words.any() && words.wanted().size() > 1
				&& query.sort() == Sort.RELEVANCE;
	}

	private Found nothing(SearchQuery query, String inWords, boolean understood, List<String> notes) {
		return new Found(query, inWords, understood, List.of(), notes, 0, 0, 1, List.of(), List.of(), List.of(),
				!this.index.isWhole(), Following.NONE, Advice.NONE);
	}

	private Found find(SearchQuery asked, @Nullable QueryNode root, List<Spelt> spellings, List<String> notes) {
		SearchSession session = this.indexes.session();
		Scope scope = asked.scope();
		int size = pageSize(scope);
		IndexQuery index = new IndexQuery(session, scope, asked, root);
		SearchQuery query = asked;
		Answers.Answer answer = this.answers.answer(index, (Math.min(asked.page(), MOST_HITS / size) - 1) * size, size);
		Scope other = (scope == Scope.ARTICLES) ? Scope.CLAIMS : Scope.ARTICLES;
		Answers.Count others = this.answers.count(new IndexQuery(session, other, asked, root));
		long total = answer.total();
		List<Long> ids = new ArrayList<>(answer.hits());
		IndexQuery rest = (isFollowed(root, query) && total < FEW) ? index.following() : null;
		Answers.Answer restAnswer = (rest != null && total == 0) ? this.answers.answer(rest, 0, 0) : null;
		Answers.Count restCount = (restAnswer != null || rest == null) ? restAnswer : this.answers.count(rest);
		long following = (restCount != null) ? restCount.total() : 0;
		long all = total + following;
		int pages = (int) Math.max(1, (Math.min(all, MOST_HITS) + size - 1) / size);
		if (query.page() > pages) {
			notes.add((all > MOST_HITS)
					? "Only the first %,d hits can be paged through; this is the last of these pages. Narrow the search to see others."
						.formatted(MOST_HITS)
					: "There is no page %,d; this is the last one.".formatted(query.page()));
			query = query.onPage(pages);
			ids = new ArrayList<>(index.ids((pages - 1) * size, size));
		}
		int from = ids.size();
		if (rest != null && from < size) {
			int offset = (int) Math.max(0, (query.page() - 1L) * size - total);
			ids.addAll(rest.ids(offset, size - from));
		}
		Marking marking = Marking.of(root);
		List<ArticleHit> articles = (scope == Scope.ARTICLES) ? this.rows.articles(ids, marking) : List.of();
		List<ClaimHit> claims = (scope == Scope.CLAIMS) ? this.rows.claims(ids, marking) : List.of();
		Advice advice = (total <= Advising.FEW) ? new Advising(session, query, this.vocabulary).advise(root, total)
				: Advice.NONE;
		List<FacetCounts> facets = facets(query, (restAnswer != null) ? restAnswer : answer);
		if (answer.cutOff() || others.cutOff() || (restCount != null && restCount.cutOff())) {
			notes.add("The search took too long and was cut off, so something can be missing. Narrow it.");
		}
		return new Found(query, (total == 1) ? QueryInWords.sayOfOne(scope, root) : QueryInWords.say(scope, root), true,
				spellings, notes, (scope == Scope.ARTICLES) ? total : others.total(),
				(scope == Scope.CLAIMS) ? total : others.total(), pages, articles, claims, facets,
				!this.index.isWhole(), (following > 0) ? new Following(following, from) : Following.NONE, advice);
	}

	/**
	 * The query without values that the archive does not know, and with the names that
	 * others have now.
	 */
	private SearchQuery known(SearchQuery asked, List<String> notes) {
		SearchQuery query = asked;
		Map<Facet, List<String>> chosen = new EnumMap<>(Facet.class);
		asked.chosen().forEach((facet, values) -> {
			if (values.size() > MOST_CHOSEN) {
				notes.add("At most %d values of “%s” can be chosen; the rest was left out.".formatted(MOST_CHOSEN,
						facet.label()));
			}
			chosen.put(facet, ofPlans(facet, values.subList(0, Math.min(values.size(), MOST_CHOSEN))));
		});
		Map<Facet, Map<String, String>> labels = this.names.of(chosen);
		for (Map.Entry<Facet, List<String>> entry : chosen.entrySet()) {
			Facet facet = entry.getKey();
			Set<String> known = labels.get(facet).keySet();
			Map<String, String> current = current(facet,
					entry.getValue().stream().filter((value) -> !known.contains(value)).toList());
			List<String> kept = new ArrayList<>();
			for (String value : entry.getValue()) {
				if (known.contains(value)) {
					kept.add(value);
				}
				else if (current.containsKey(value)) {
					kept.add(current.get(value));
				}
				else {
					notes.add("The archive knows no %s “%s”; it was left out."
						.formatted(facet.label().toLowerCase(java.util.Locale.ROOT), Brief.of(value)));
				}
			}
			query = query.with(facet, kept);
		}
		return query.onPage(asked.page());
	}

	/** Points and themes that are written without a plan are of the first. */
	private List<String> ofPlans(Facet facet, List<String> values) {
		boolean named = (facet != Facet.POINT && facet != Facet.THEME) || values.stream().noneMatch(OF_NO_PLAN);
		Optional<String> plan = named ? Optional.empty() : this.firstPlan.slug();
		return plan.isEmpty() ? values
				: values.stream().map((value) -> OF_NO_PLAN.test(value) ? plan.get() + "/" + value : value).toList();
	}

	/** The names that sources and agents have now, by those that they had. */
	private Map<String, String> current(Facet facet, List<String> unknown) {
		if (unknown.isEmpty()) {
			return Map.of();
		}
		return switch (facet) {
			case SOURCE -> this.oldNames.sources(unknown);
			case AUTHOR, CLAIMANT -> this.oldNames.agents(unknown);
			default -> Map.of();
		};
	}

	private List<FacetCounts> facets(SearchQuery query, Answers.Answer answer) {
		Map<Facet, Map<String, Long>> counts = answer.counts();
		Map<Facet, List<String>> named = new EnumMap<>(Facet.class);
		counts.forEach((facet, counted) -> named.put(facet,
				Stream.concat(query.chosen(facet).stream(), counted.keySet().stream().limit(MOST_NAMED))
					.distinct()
					.toList()));
		Map<Facet, Map<String, String>> labels = this.names.of(named);
		List<FacetCounts> facets = new ArrayList<>();
		counts.forEach((facet, counted) -> {
			List<Value> values = new ArrayList<>();
			named.get(facet)
				.forEach((value) -> values.add(new Value(value, labels.get(facet).getOrDefault(value, value),
						counted.getOrDefault(value, 0L), query.chosen(facet).contains(value))));
			values.sort(Comparator.comparing(Value::chosen)
				.thenComparing(Value::count)
				.reversed()
				.thenComparing(Value::label));
			counted.keySet()
				.stream()
				.skip(MOST_NAMED)
				.filter((value) -> !query.chosen(facet).contains(value))
				.forEach((value) -> values.add(new Value(value, value, counted.get(value), false)));
			facets.add(new FacetCounts(facet, values));
		});
		return facets;
	}

	private static List<Spelt> spelt(@Nullable QueryNode node) {
		return (node == null) ? List.of()
				: node.terms()
					.filter((term) -> !term.variants().isEmpty())
					.map((term) -> new Spelt(term.text(), term.variants()))
					.toList();
	}

}
