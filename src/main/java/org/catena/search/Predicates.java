package org.catena.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.catena.search.QueryNode.All;
import org.catena.search.QueryNode.Any;
import org.catena.search.QueryNode.Form;
import org.catena.search.QueryNode.Not;
import org.catena.search.QueryNode.Term;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.predicate.dsl.BooleanPredicateClausesStep;
import org.hibernate.search.engine.search.predicate.dsl.NestedPredicateClausesStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.jspecify.annotations.Nullable;

/**
 * Puts a query into the library's terms, for one scope.
 *
 * @param f the library's factory
 * @param scope what is searched for
 */
record Predicates(SearchPredicateFactory f, Scope scope) {

	/**
	 * Where words are looked for. A title says what an article is about, so a word there
	 * weighs three times as much as one in the text.
	 */
	private static final List<Field> ARTICLE_FIELDS = List.of(new Field("title", 3), new Field("text", 1),
			new Field("names", 1));

	/** The claim's own words weigh twice as much as ours. */
	private static final List<Field> CLAIM_FIELDS = List.of(new Field("quote", 2), new Field("paraphrase", 1));

	/**
	 * The predicate of a query.
	 * @param root the words; null for everything
	 * @param query what narrows them
	 * @param apart a facet that is not to narrow, so that its other values are counted
	 */
	SearchPredicate of(@Nullable QueryNode root, SearchQuery query, @Nullable Facet apart) {
		BooleanPredicateClausesStep<?, ?> all = this.f.bool();
		all.must((root != null) ? words(root) : this.f.matchAll().toPredicate());
		for (Facet facet : query.chosen().keySet()) {
			if (facet != apart && !(facet.isOfClaims() && this.scope == Scope.ARTICLES)) {
				all.filter(values(this.f, facet, query));
			}
		}
		if (this.scope == Scope.ARTICLES && hasClaimFacets(query, apart)) {
			NestedPredicateClausesStep<?, ?> claim = this.f.nested("claims");
			query.chosen()
				.keySet()
				.stream()
				.filter((facet) -> facet.isOfClaims() && facet != apart)
				.forEach((facet) -> claim.add(values(this.f, facet, query)));
			all.filter(claim);
		}
		LocalDate from = query.from();
		LocalDate to = query.to();
		if (from != null) {
			all.filter(this.f.range().field("latest").atLeast(from));
		}
		if (to != null) {
			all.filter(this.f.range().field("earliest").atMost(to));
		}
		return all.toPredicate();
	}

	/**
	 * What the claims of an article must have beside the facet that is counted, so that
	 * both are those of the same claim.
	 */
	SearchPredicate sameClaim(SearchQuery query, Facet counted) {
		BooleanPredicateClausesStep<?, ?> all = this.f.bool();
		all.must(this.f.matchAll());
		query.chosen()
			.keySet()
			.stream()
			.filter((facet) -> facet.isOfClaims() && facet != counted)
			.forEach((facet) -> all.filter(values(this.f, facet, query)));
		return all.toPredicate();
	}

	private static boolean hasClaimFacets(SearchQuery query, @Nullable Facet apart) {
		return query.chosen().keySet().stream().anyMatch((facet) -> facet.isOfClaims() && facet != apart);
	}

	private SearchPredicate values(SearchPredicateFactory factory, Facet facet, SearchQuery query) {
		return factory.terms().field(facet.field(this.scope)).matchingAny(query.chosen(facet)).toPredicate();
	}

	private SearchPredicate words(QueryNode node) {
		if (node instanceof Term term) {
			return term(term);
		}
		BooleanPredicateClausesStep<?, ?> bool = this.f.bool();
		if (node instanceof All all) {
			for (QueryNode part : all.of()) {
				if (part instanceof Not not) {
					bool.mustNot(words(not.of()));
				}
				else {
					bool.must(words(part));
				}
			}
			if (all.of().stream().allMatch(Not.class::isInstance)) {
				bool.must(this.f.matchAll());
			}
		}
		else if (node instanceof Any any) {
			any.of().forEach((part) -> bool.should(words(part)));
		}
		else if (node instanceof Not not) {
			bool.must(this.f.matchAll()).mustNot(words(not.of()));
		}
		return bool.toPredicate();
	}

	private SearchPredicate term(Term term) {
		BooleanPredicateClausesStep<?, ?> any = this.f.bool();
		for (Field field : (this.scope == Scope.ARTICLES) ? ARTICLE_FIELDS : CLAIM_FIELDS) {
			if (term.form() == Form.PREFIX) {
				any.should(this.f.prefix().field(field.path()).boost(field.weight()).matching(folded(term.text())));
			}
			else {
				any.should(phrase(field, term.text()));
				term.variants().forEach((variant) -> any.should(phrase(field, variant)));
			}
		}
		return any.toPredicate();
	}

	/** A word can be several to the index, such as 28-point: they stand together then. */
	private SearchPredicate phrase(Field field, String words) {
		return this.f.phrase().field(field.path()).boost(field.weight()).matching(words).toPredicate();
	}

	/** As the index writes words; the library leaves the beginning of a word as it is. */
	static String folded(String word) {
		char[] letters = word.toLowerCase(Locale.ROOT).toCharArray();
		char[] folded = new char[4 * letters.length];
		int length = ASCIIFoldingFilter.foldToASCII(letters, 0, folded, 0, letters.length);
		return new String(folded, 0, length);
	}

	private record Field(String path, float weight) {
	}

}
