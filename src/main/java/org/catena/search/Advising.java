package org.catena.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.catena.search.Found.Advice;
import org.catena.search.Found.Without;
import org.catena.search.QueryNode.All;
import org.catena.search.QueryNode.Form;
import org.catena.search.QueryNode.OneClaim;
import org.catena.search.QueryNode.Term;
import org.catena.search.QueryNode.Words;
import org.hibernate.search.mapper.orm.session.SearchSession;
import org.jspecify.annotations.Nullable;

/**
 * Says what to try where a query found nothing, or hardly anything: which of its parts is
 * to blame, and words that could be meant.
 *
 * @param session the library's session
 * @param query the query
 * @param vocabulary the words of the index
 */
record Advising(SearchSession session, SearchQuery query, Vocabulary vocabulary) {

	/** Hits up to which another word may be meant. */
	static final int FEW = 2;

	/** Parts that are tried at most: each costs two counts. */
	private static final int MOST_PARTS = 8;

	Advice advise(@Nullable QueryNode root, long found) {
		List<Without> without = (found == 0) ? without(root) : List.of();
		QueryNode other = (root != null && found <= FEW) ? corrected(root) : null;
		if (root == null || other == null || other.equals(root)) {
			return new Advice(null, 0, without);
		}
		long finds = count(this.query, other);
		if (finds == 0 && other instanceof Words words && root instanceof Words before) {
			finds = following(words);
			return (finds > following(before)) ? new Advice(QueryText.write(other), finds, without)
					: new Advice(null, 0, without);
		}
		return (finds > found) ? new Advice(QueryText.write(other), finds, without) : new Advice(null, 0, without);
	}

	private long following(Words words) {
		return new IndexQuery(this.session, this.query.scope(), this.query, words).following().count();
	}

	private List<Without> without(@Nullable QueryNode root) {
		List<Without> found = new ArrayList<>();
		List<QueryNode> parts = parts(root);
		for (QueryNode part : parts.subList(0, Math.min(parts.size(), MOST_PARTS))) {
			List<QueryNode> rest = parts.stream().filter((other) -> other != part).toList();
			if (!rest.isEmpty()) {
				QueryNode other = rest(root, rest);
				found.add(new Without(QueryInWords.part(part), this.query.asking(QueryText.write(other)),
						count(this.query, other), count(this.query.unnarrowed(), part)));
			}
		}
		List<QueryNode> dead = parts.stream()
			.filter((part) -> found.stream()
				.anyMatch((without) -> without.alone() == 0 && without.part().equals(QueryInWords.part(part))))
			.toList();
		if (dead.size() > 1 && dead.size() < parts.size()) {
			QueryNode other = rest(root, parts.stream().filter((part) -> !dead.contains(part)).toList());
			found.add(new Without(dead.stream().map(QueryInWords::part).collect(Collectors.joining(" and ")),
					this.query.asking(QueryText.write(other)), count(this.query, other), -1));
		}
		for (Facet facet : this.query.chosen().keySet()) {
			SearchQuery wider = this.query.with(facet, List.of());
			found.add(new Without("the choice of " + facet.label().toLowerCase(java.util.Locale.ROOT), wider,
					count(wider, root), -1));
		}
		if (this.query.from() != null || this.query.to() != null) {
			SearchQuery wider = this.query.between(null, null);
			found.add(new Without("the choice of days", wider, count(wider, root), -1));
		}
		return found.stream().sorted(Comparator.comparing(Without::finds).reversed()).toList();
	}

	private static List<QueryNode> parts(@Nullable QueryNode root) {
		if (root instanceof Words words) {
			return new ArrayList<>(words.wanted());
		}
		if (root instanceof OneClaim claim && claim.of() instanceof All all) {
			return all.of();
		}
		if (root instanceof All all) {
			List<QueryNode> parts = new ArrayList<>();
			all.of()
				.forEach((part) -> parts
					.addAll((part instanceof OneClaim claim && claim.open() && claim.of() instanceof All inner)
							? inner.of() : List.of(part)));
			return parts;
		}
		return List.of();
	}

	/** What is left, with what it says of claims said of one claim again. */
	private static QueryNode rest(@Nullable QueryNode root, List<QueryNode> rest) {
		if (root instanceof Words words) {
			return new Words(rest.stream().map(Term.class::cast).toList(), words.common(), words.any());
		}
		return QueryNode.all(QueryNode.inOneClaim(rest, true));
	}

	private long count(SearchQuery narrowed, @Nullable QueryNode root) {
		return new IndexQuery(this.session, narrowed.scope(), narrowed, root).count();
	}

	/** The query with words of the index instead of those that it does not have. */
	private QueryNode corrected(QueryNode node) {
		Map<String, String> known = new HashMap<>();
		return node.map((term) -> corrected(term, known));
	}

	private Term corrected(Term term, Map<String, String> known) {
		if (term.form() != Form.WORD && term.form() != Form.PHRASE) {
			return term;
		}
		List<String> words = TextAnalysis.words(term.text());
		List<String> corrected = words.stream()
			.map((word) -> known.computeIfAbsent(word,
					(misspelt) -> this.vocabulary.instead(misspelt).orElse(misspelt)))
			.toList();
		return corrected.equals(words) ? term
				: new Term(term.form(), String.join(" ", corrected), List.of(), term.distance());
	}

}
