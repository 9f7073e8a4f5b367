package org.catena.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.catena.search.QueryNode.All;
import org.catena.search.QueryNode.Any;
import org.catena.search.QueryNode.Days;
import org.catena.search.QueryNode.Form;
import org.catena.search.QueryNode.Known;
import org.catena.search.QueryNode.Near;
import org.catena.search.QueryNode.Not;
import org.catena.search.QueryNode.OneClaim;
import org.catena.search.QueryNode.Part;
import org.catena.search.QueryNode.Term;
import org.catena.search.QueryNode.Value;
import org.catena.search.QueryNode.Within;
import org.catena.search.QueryNode.Words;
import org.hibernate.search.backend.elasticsearch.ElasticsearchExtension;
import org.hibernate.search.backend.lucene.LuceneExtension;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.predicate.dsl.BooleanPredicateClausesStep;
import org.hibernate.search.engine.search.predicate.dsl.NestedPredicateClausesStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.jspecify.annotations.Nullable;

/**
 * Puts a query into the library's terms, for one scope. Words rank by BM25, over one
 * field that holds everything; what only narrows does not count for the order.
 *
 * @param f the library's factory
 * @param scope what is searched for
 */
record Predicates(SearchPredicateFactory f, Scope scope) {

	/**
	 * What a common word weighs: half of what BM25 gives it. Whole, “what” and “how”,
	 * which hardly stand in some collections, weigh like subjects; without it, a sentence
	 * looked for among short ones loses what tells it from others (measured in decision
	 * 10).
	 */
	private static final float COMMON = 0.5f;

	/**
	 * The predicate of a query.
	 * @param root the words; null for everything
	 * @param query what narrows them
	 * @param apart a facet that is not to narrow, so that its other values are counted
	 */
	SearchPredicate of(@Nullable QueryNode root, SearchQuery query, @Nullable Facet apart) {
		QueryNode claim = openClaim(root);
		boolean narrowed = this.scope == Scope.ARTICLES && hasClaimFacets(query, apart);
		BooleanPredicateClausesStep<?, ?> all = this.f.bool();
		if (root == null) {
			all.must(this.f.matchAll());
		}
		else if (claim == null || !narrowed) {
			all.must(node(root, place(null)));
		}
		else {
			List<QueryNode> rest = (root instanceof All parts)
					? parts.of().stream().filter((part) -> part != claim).toList() : List.of();
			all.must(rest.isEmpty() ? this.f.matchAll().toPredicate() : node(QueryNode.all(rest), place(null)));
		}
		for (Facet facet : query.chosen().keySet()) {
			if (facet != apart && !(facet.isOfClaims() && this.scope == Scope.ARTICLES)) {
				all.filter(values(facet, query));
			}
		}
		if (narrowed) {
			NestedPredicateClausesStep<?, ?> same = this.f.nested("claims");
			chosenOfClaims(query, apart).forEach((facet) -> same.add(values(facet, query)));
			if (claim != null) {
				same.add(inClaim(claim));
			}
			all.must(same);
		}
		days(all, query.from(), query.to());
		return all.toPredicate();
	}

	/**
	 * What the claims of an article must have beside the facet that is counted, so that
	 * both are those of the same claim; null where nothing is asked of them.
	 */
	@Nullable SearchPredicate sameClaim(@Nullable QueryNode root, SearchQuery query, Facet counted) {
		if (openClaim(root) == null && chosenOfClaims(query, counted).findAny().isEmpty()) {
			return null;
		}
		BooleanPredicateClausesStep<?, ?> all = this.f.bool();
		all.must(this.f.matchAll());
		chosenOfClaims(query, counted).forEach((facet) -> all.filter(values(facet, query)));
		QueryNode claim = openClaim(root);
		if (claim != null) {
			all.filter(inClaim(claim));
		}
		return all.toPredicate();
	}

	/** Those that have some of the words of a query, and not all. */
	SearchPredicate following(Words words, SearchQuery query, @Nullable Facet apart) {
		BooleanPredicateClausesStep<?, ?> some = this.f.bool();
		words.wanted().forEach((term) -> some.should(term(term, place(null))));
		BooleanPredicateClausesStep<?, ?> all = this.f.bool();
		all.must(some).mustNot(of(words, SearchQuery.of("", this.scope), null)).filter(of(null, query, apart));
		common(words, all);
		return all.toPredicate();
	}

	/** The one claim that the query speaks of and that facets narrow further, if any. */
	private static @Nullable QueryNode openClaim(@Nullable QueryNode root) {
		if (root instanceof OneClaim claim) {
			return claim.open() ? claim : null;
		}
		if (root != null && !(root instanceof Not) && !(root instanceof Any) && QueryNode.isOfClaims(root)) {
			return root;
		}
		if (root instanceof All all) {
			return all.of()
				.stream()
				.filter((part) -> part instanceof OneClaim claim ? claim.open()
						: part instanceof Value value ? value.facet().isOfClaims()
								: part instanceof Within within && within.part() == Part.CLAIM)
				.findFirst()
				.orElse(null);
		}
		return null;
	}

	private static boolean hasClaimFacets(SearchQuery query, @Nullable Facet apart) {
		return chosenOfClaims(query, apart).findAny().isPresent();
	}

	private static Stream<Facet> chosenOfClaims(SearchQuery query, @Nullable Facet apart) {
		return query.chosen().keySet().stream().filter((facet) -> facet.isOfClaims() && facet != apart);
	}

	private SearchPredicate values(Facet facet, SearchQuery query) {
		return this.f.terms().field(facet.field(this.scope)).matchingAny(query.chosen(facet)).toPredicate();
	}

	private void days(BooleanPredicateClausesStep<?, ?> all, @Nullable LocalDate from, @Nullable LocalDate to) {
		if (from != null) {
			all.filter(this.f.range().field("latest").atLeast(from));
		}
		if (to != null) {
			all.filter(this.f.range().field("earliest").atMost(to));
		}
	}

	private SearchPredicate node(QueryNode node, Place place) {
		if (node instanceof Term term) {
			return term(term, place);
		}
		if (node instanceof Near near) {
			return near(near, place);
		}
		if (node instanceof Words words) {
			return words(words, place);
		}
		if (node instanceof Value value) {
			return (this.scope == Scope.ARTICLES && value.facet().isOfClaims() && !place.inClaim()) ? ofAClaim(value)
					: value(value);
		}
		if (node instanceof Within within) {
			boolean nested = this.scope == Scope.ARTICLES && within.part() == Part.CLAIM;
			return (nested && !place.inClaim()) ? ofAClaim(within) : node(within.of(), place(within.part()));
		}
		if (node instanceof OneClaim claim) {
			return (this.scope == Scope.ARTICLES) ? ofAClaim(claim.of()) : node(claim.of(), place);
		}
		BooleanPredicateClausesStep<?, ?> bool = this.f.bool();
		if (node instanceof Days days) {
			bool.must(this.f.matchAll());
			days(bool, days.from(), days.to());
		}
		else if (node instanceof All all) {
			all(all, place, bool);
		}
		else if (node instanceof Any any) {
			any.of().forEach((part) -> bool.should(node(part, place)));
		}
		else if (node instanceof Not not) {
			bool.must(this.f.matchAll()).mustNot(node(not.of(), place));
		}
		return bool.toPredicate();
	}

	private void all(All all, Place place, BooleanPredicateClausesStep<?, ?> bool) {
		boolean scored = false;
		for (QueryNode part : all.of()) {
			if (part instanceof Not not) {
				bool.mustNot(node(not.of(), place));
			}
			else if (part instanceof Value || part instanceof Days) {
				bool.filter(node(part, place));
			}
			else {
				bool.must(node(part, place));
				scored = true;
			}
		}
		if (!scored) {
			bool.must(this.f.matchAll());
		}
	}

	private SearchPredicate ofAClaim(QueryNode node) {
		return this.f.nested("claims").add(inClaim(node)).toPredicate();
	}

	/** What is asked of a claim, within it. */
	private SearchPredicate inClaim(QueryNode node) {
		return node((node instanceof OneClaim claim) ? claim.of() : node, new Place("claims." + ClaimFields.CLAIM,
				List.of("claims." + ClaimFields.CLAIM + TextFields.WORDS), true));
	}

	private SearchPredicate value(Value value) {
		List<String> parts = new ArrayList<>();
		List<String> values = new ArrayList<>();
		for (Known known : value.known()) {
			boolean part = value.facet() == Facet.POINT
					&& Character.isLetter(known.value().charAt(known.value().length() - 1))
					&& !known.value().equals(Facet.NO_POINT);
			(part ? parts : values).add(known.value());
		}
		String field = value.facet().field(this.scope);
		BooleanPredicateClausesStep<?, ?> any = this.f.bool();
		if (!values.isEmpty()) {
			any.should(this.f.terms().field(field).matchingAny(values));
		}
		if (!parts.isEmpty()) {
			any.should(this.f.terms().field(field.replace("point", ClaimFields.PART)).matchingAny(parts));
		}
		return any.toPredicate();
	}

	private SearchPredicate words(Words words, Place place) {
		BooleanPredicateClausesStep<?, ?> all = this.f.bool();
		if (words.any()) {
			BooleanPredicateClausesStep<?, ?> any = this.f.bool();
			words.wanted().forEach((term) -> any.should(term(term, place)));
			all.must(any);
		}
		else {
			words.wanted().forEach((term) -> all.must(term(term, place)));
		}
		common(words, all);
		return all.toPredicate();
	}

	private void common(Words words, BooleanPredicateClausesStep<?, ?> all) {
		words.common().forEach((term) -> all.should(this.f.match().field("all").matching(term.text()).boost(COMMON)));
	}

	private SearchPredicate term(Term term, Place place) {
		if (term.form() == Form.WORD || term.form() == Form.PHRASE) {
			return written(term, place);
		}
		BooleanPredicateClausesStep<?, ?> any = this.f.bool();
		String word = folded(term.text());
		for (String field : place.words()) {
			any.should(switch (term.form()) {
				case PREFIX -> this.f.prefix().field(field).matching(word).toPredicate();
				case PATTERN -> this.f.wildcard().field(field).matching(word).toPredicate();
				// The first letter is taken to be right, which bounds what is compared.
				default -> this.f.match().field(field).matching(word).fuzzy(term.distance(), 1).toPredicate();
			});
		}
		return any.toPredicate();
	}

	/** A word can be several to the index, such as 28-point: they stand together then. */
	private SearchPredicate written(Term term, Place place) {
		if (term.variants().isEmpty()) {
			return phrase(term.text(), term, place);
		}
		BooleanPredicateClausesStep<?, ?> any = this.f.bool().should(phrase(term.text(), term, place));
		term.variants().forEach((variant) -> any.should(phrase(variant, term, place)));
		return any.toPredicate();
	}

	private SearchPredicate phrase(String words, Term term, Place place) {
		return this.f.phrase().field(place.stems()).matching(words).slop(term.distance()).toPredicate();
	}

	/**
	 * Nearness, by the intervals of Lucene, which a cluster has as well. Only there two
	 * names may overlap.
	 */
	private SearchPredicate near(Near near, Place place) {
		return this.f.extension()
			.ifSupported(LuceneExtension.get(),
					(lucene) -> lucene.fromLuceneQuery(new IntervalQuery(place.stems(), intervals(near))))
			.ifSupported(ElasticsearchExtension.get(),
					(cluster) -> cluster.fromJson(ClusterIntervals.of(place.stems(), near)))
			.orElseFail()
			.toPredicate();
	}

	/** Either order, with at most so many words between. */
	static IntervalsSource intervals(Near near) {
		return Intervals.maxgaps(near.within(), Intervals.unorderedNoOverlaps(ways(near.one()), ways(near.other())));
	}

	private static IntervalsSource ways(Term term) {
		return Intervals.or(Stream.concat(Stream.of(term.text()), term.variants().stream())
			.map((way) -> Intervals.phrase(TextAnalysis.stems(way).toArray(String[]::new)))
			.toArray(IntervalsSource[]::new));
	}

	/** As the index writes words; the library leaves patterns as they are. */
	static String folded(String word) {
		char[] letters = word.toLowerCase(Locale.ROOT).toCharArray();
		char[] folded = new char[4 * letters.length];
		int length = ASCIIFoldingFilter.foldToASCII(letters, 0, folded, 0, letters.length);
		return new String(folded, 0, length);
	}

	private Place place(@Nullable Part part) {
		String claim = ClaimFields.CLAIM + TextFields.WORDS;
		boolean articles = this.scope == Scope.ARTICLES;
		if (part == Part.CLAIM) {
			return articles ? new Place("claims." + ClaimFields.CLAIM, List.of("claims." + claim), true)
					: new Place("all", List.of(claim), false);
		}
		if (part == null) {
			return new Place("all", articles
					? List.of("title" + TextFields.WORDS, "names" + TextFields.WORDS, "text" + TextFields.WORDS)
					: List.of(claim), false);
		}
		String field = (part == Part.TITLE) ? "title" : "text";
		return new Place(field, List.of(field + TextFields.WORDS), false);
	}

	/**
	 * Where words are looked for.
	 *
	 * @param stems the field of stems
	 * @param words the fields of words as written
	 * @param inClaim whether they are those of the claims of an article
	 */
	private record Place(String stems, List<String> words, boolean inClaim) {
	}

}
