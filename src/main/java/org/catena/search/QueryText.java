package org.catena.search;

import java.util.stream.Collectors;

import org.catena.search.QueryNode.All;
import org.catena.search.QueryNode.Any;
import org.catena.search.QueryNode.Days;
import org.catena.search.QueryNode.Near;
import org.catena.search.QueryNode.Not;
import org.catena.search.QueryNode.OneClaim;
import org.catena.search.QueryNode.Part;
import org.catena.search.QueryNode.Term;
import org.catena.search.QueryNode.Value;
import org.catena.search.QueryNode.Within;
import org.catena.search.QueryNode.Words;

/**
 * Writes a query as it can be typed, so that a changed one can be a link.
 */
final class QueryText {

	private QueryText() {
	}

	static String write(QueryNode node) {
		return write(node, true);
	}

	private static String write(QueryNode node, boolean outermost) {
		if (node instanceof Term term) {
			return term(term);
		}
		if (node instanceof Near near) {
			return bracketed(term(near.one()) + " NEAR/" + near.within() + " " + term(near.other()), outermost);
		}
		if (node instanceof Words words) {
			return java.util.stream.Stream.concat(words.wanted().stream(), words.common().stream())
				.map(QueryText::term)
				.collect(Collectors.joining(" "));
		}
		if (node instanceof Within within) {
			return within.part().field() + ":" + operand(within.of());
		}
		if (node instanceof Value value) {
			return value.facet().parameter() + ":" + quoted(value.typed());
		}
		if (node instanceof Days days) {
			return "date:" + days.typed();
		}
		if (node instanceof OneClaim claim) {
			return claim.open() ? write(claim.of(), outermost) : "(" + write(claim.of(), true) + ")";
		}
		if (node instanceof Not not) {
			return "-" + operand(not.of());
		}
		String joined = (node instanceof Any any)
				? any.of().stream().map((part) -> write(part, false)).collect(Collectors.joining(" OR "))
				: ((All) node).of().stream().map((part) -> write(part, false)).collect(Collectors.joining(" "));
		return bracketed(joined, outermost);
	}

	private static String operand(QueryNode node) {
		return (node instanceof Term || node instanceof Value
				|| node instanceof Within within && within.part() != Part.CLAIM) ? write(node, false)
						: "(" + write(node, true) + ")";
	}

	private static String bracketed(String query, boolean outermost) {
		return outermost ? query : "(" + query + ")";
	}

	private static String term(Term term) {
		return switch (term.form()) {
			case WORD, PATTERN -> term.text();
			case PHRASE -> "\"" + term.text() + "\"" + ((term.distance() > 0) ? "~" + term.distance() : "");
			case PREFIX -> term.text() + "*";
			case FUZZY -> term.text() + "~" + term.distance();
		};
	}

	private static String quoted(String value) {
		return value.matches("[\\p{L}\\p{N}/_.-]+") ? value : "\"" + value.replace("\"", "") + "\"";
	}

}
