package org.catena.search;

import java.util.ArrayList;
import java.util.List;

import org.catena.search.QueryNode.All;
import org.catena.search.QueryNode.Any;
import org.catena.search.QueryNode.Not;
import org.catena.search.QueryNode.Term;
import org.jspecify.annotations.Nullable;

/**
 * Says a query in words, so that readers see what was searched for.
 */
final class QueryInWords {

	private QueryInWords() {
	}

	/** A noun phrase: {@code articles that contain “nato” and do not contain “war”}. */
	static String say(Scope scope, @Nullable QueryNode root) {
		return (root != null) ? scope.word() + " that " + clause(root) : "all " + scope.word();
	}

	private static String clause(QueryNode node) {
		if (node instanceof Not not) {
			return "do not contain " + operand(not.of(), false);
		}
		if (!(node instanceof All all)) {
			return "contain " + operand(node, false);
		}
		List<QueryNode> wanted = new ArrayList<>();
		List<QueryNode> unwanted = new ArrayList<>();
		for (QueryNode part : all.of()) {
			if (part instanceof Not not) {
				unwanted.add(not.of());
			}
			else {
				wanted.add(part);
			}
		}
		List<String> clauses = new ArrayList<>();
		if (!wanted.isEmpty()) {
			clauses.add("contain " + list(wanted, "and"));
		}
		if (!unwanted.isEmpty()) {
			clauses.add("do not contain " + list(unwanted, "or"));
		}
		return String.join(" and ", clauses);
	}

	private static String operand(QueryNode node, boolean inside) {
		if (node instanceof Term term) {
			return switch (term.form()) {
				case WORD -> "“" + term.text() + "”";
				case PHRASE -> "the phrase “" + term.text() + "”";
				case PREFIX -> "a word that begins with “" + term.text() + "”";
			};
		}
		if (node instanceof Not not) {
			return "not " + operand(not.of(), true);
		}
		String list = (node instanceof Any any) ? list(any.of(), "or") : list(((All) node).of(), "and");
		return inside ? "(" + list + ")" : list;
	}

	private static String list(List<QueryNode> nodes, String word) {
		boolean inside = nodes.size() > 1;
		List<String> said = nodes.stream().map((node) -> operand(node, inside)).toList();
		return (said.size() == 1) ? said.get(0)
				: String.join(", ", said.subList(0, said.size() - 1)) + " " + word + " " + said.get(said.size() - 1);
	}

}
