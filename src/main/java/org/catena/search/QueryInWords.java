package org.catena.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

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
import org.jspecify.annotations.Nullable;

/**
 * Says a query in words, so that readers see what was searched for.
 *
 * @param one whether one thing is spoken of, or several
 * @param claims whether claims are spoken of, rather than articles
 */
record QueryInWords(boolean one, boolean claims) {

	/** A noun phrase: {@code articles that contain “nato” and do not contain “war”}. */
	static String say(Scope scope, @Nullable QueryNode root) {
		return (root != null) ? scope.word() + " that " + new QueryInWords(false, scope == Scope.CLAIMS).clause(root)
				: "all " + scope.word();
	}

	/** The same of one of them: {@code article that contains “nato”}. */
	static String sayOfOne(Scope scope, @Nullable QueryNode root) {
		String noun = scope.word().substring(0, scope.word().length() - 1);
		return (root != null) ? noun + " that " + new QueryInWords(true, scope == Scope.CLAIMS).clause(root) : noun;
	}

	/** A part of a query by itself. */
	static String part(QueryNode node) {
		return isOfWords(node) ? operand(node, false) : new QueryInWords(true, false).clause(node);
	}

	/** Whether it is about words alone. */
	static boolean isOfWords(QueryNode node) {
		if (node instanceof All all) {
			return all.of().stream().allMatch(QueryInWords::isOfWords);
		}
		if (node instanceof Any any) {
			return any.of().stream().allMatch(QueryInWords::isOfWords);
		}
		return (node instanceof Not not) ? isOfWords(not.of())
				: node instanceof Term || node instanceof Near || node instanceof Words;
	}

	private String clause(QueryNode node) {
		return clause(node, false);
	}

	private String clause(QueryNode node, boolean negative) {
		if (node instanceof Not not) {
			return negative ? clause(not.of()) : clause(not.of(), true);
		}
		if (node instanceof Words words) {
			return words(words);
		}
		if (node instanceof Within within) {
			return within(within, negative);
		}
		if (node instanceof Value value) {
			return value(value, negative);
		}
		if (node instanceof Days days) {
			return verb("may have", "may have", "cannot have", "cannot have", negative) + " appeared "
					+ (days.from().equals(days.to()) ? "on " + days.from()
							: "between " + days.from() + " and " + days.to());
		}
		if (node instanceof OneClaim claim) {
			return claim(claim, negative);
		}
		if (isOfWords(node) && !(node instanceof All)) {
			return contain(negative) + operand(node, false);
		}
		if (negative) {
			return verb("is", "are", "is", "are", false) + " not what ("
					+ new QueryInWords(true, this.claims).clause(node) + ")";
		}
		return (node instanceof Any any) ? any.of().stream().map(this::clause).collect(Collectors.joining(" or "))
				: all(((All) node).of());
	}

	private String all(List<QueryNode> parts) {
		List<QueryNode> wanted = new ArrayList<>();
		List<QueryNode> unwanted = new ArrayList<>();
		List<QueryNode> others = new ArrayList<>();
		for (QueryNode part : parts) {
			QueryNode bare = (part instanceof Not not) ? not.of() : part;
			if (!isOfWords(bare)) {
				others.add(part);
			}
			else if (part instanceof Not) {
				unwanted.add(bare);
			}
			else {
				wanted.add(part);
			}
		}
		List<String> clauses = new ArrayList<>();
		if (!wanted.isEmpty()) {
			clauses.add(contain(false) + list(wanted, "and"));
		}
		if (!unwanted.isEmpty()) {
			clauses.add(contain(true) + list(unwanted, "or"));
		}
		others.forEach((other) -> clauses.add((other instanceof Any) ? "(" + clause(other) + ")" : clause(other)));
		return (clauses.size() == 2) ? String.join(" and ", clauses) : listed(clauses, ", and ");
	}

	private String words(Words words) {
		String list = list(new ArrayList<>(words.wanted()), words.any() ? "or" : "and");
		if (words.any() && words.wanted().size() > 1) {
			return verb("contains", "contain", "", "", false) + " at least one of the " + words.wanted().size()
					+ " words " + list;
		}
		return contain(false) + list;
	}

	private String within(Within within, boolean negative) {
		String what = operand(within.of(), false);
		if (this.claims && within.part() == Part.CLAIM) {
			return contain(negative) + what;
		}
		return verb("has ", "have ", "does not have ", "do not have ", negative) + what + switch (within.part()) {
			case TITLE -> this.claims ? " in the title of the article" : " in the title";
			case BODY -> this.claims ? " in the words quoted" : " in the text";
			case CLAIM -> " in a claim";
		};
	}

	private String claim(OneClaim claim, boolean negative) {
		if (this.claims) {
			return negative ? verb("is", "are", "", "", false) + " not what ("
					+ new QueryInWords(true, true).clause(claim.of()) + ")" : clause(claim.of());
		}
		String together = (claim.of() instanceof All all) ? stanceOnPoint(all.of()) : null;
		return verb("has", "have", "has", "have", false) + (negative ? " no claim that " : " a claim that ")
				+ ((together != null) ? together : new QueryInWords(true, true).clause(claim.of()));
	}

	/**
	 * {@code opposes point 7}, where nothing else is said of the stance and the point.
	 */
	private static @Nullable String stanceOnPoint(List<QueryNode> parts) {
		List<Value> values = parts.stream()
			.filter(Value.class::isInstance)
			.map(Value.class::cast)
			.filter((value) -> value.facet() == Facet.STANCE || value.facet() == Facet.POINT)
			.toList();
		if (parts.size() != 2 || values.size() != 2 || values.get(0).facet() == values.get(1).facet()) {
			return null;
		}
		Value stance = values.get((values.get(0).facet() == Facet.STANCE) ? 0 : 1);
		Value point = values.get((values.get(0).facet() == Facet.STANCE) ? 1 : 0);
		return (stance.known().get(0).value().endsWith("poses") || stance.known().get(0).value().endsWith("ports"))
				&& !point.known().get(0).value().equals(Facet.NO_POINT)
						? stance.known().get(0).value() + " point " + point.known().get(0).label() : null;
	}

	private String value(Value value, boolean negative) {
		Facet facet = value.facet();
		if (facet.isOfClaims() && !this.claims) {
			return claim(new OneClaim(value, false), negative);
		}
		String names = value.known().stream().map(Known::label).limit(3).collect(Collectors.joining(" or "))
				+ ((value.known().size() > 3) ? " or %d more".formatted(value.known().size() - 3) : "");
		String be = verb("is ", "are ", "is not ", "are not ", negative);
		return switch (facet) {
			case SOURCE -> be + "from " + names;
			case AUTHOR ->
				(value.known().get(0).value().equals(Facet.NOT_STATED)) ? verb("does", "do", "does", "do", false)
						+ (negative ? " state the author" : " not state the author") : be + "by " + names;
			case PLAN -> be + "on the plan " + names;
			case LANGUAGE -> be + "in " + names;
			case YEAR, MONTH -> be + "of " + names;
			case POINT -> value.known().get(0).value().equals(Facet.NO_POINT)
					? be + (negative ? "on the plan as a whole" : "on no single point") : be + "on point " + names;
			case THEME -> be + "on " + names;
			case STANCE -> stance(value, negative, be);
			case CLAIMANT ->
				verb("has ", "have ", "does not have ", "do not have ", negative) + names + " for claimant";
			case KIND -> be + names.toLowerCase(java.util.Locale.ROOT);
			case TARGET -> verb("has ", "have ", "does not have ", "do not have ", negative) + "the target " + names;
			case ASPECT -> verb("has ", "have ", "does not have ", "do not have ", negative) + "the aspect " + names;
		};
	}

	private String stance(Value value, boolean negative, String be) {
		return switch (value.known().get(0).value()) {
			case "supports" -> verb("supports", "support", "does not support", "do not support", negative);
			case "opposes" -> verb("opposes", "oppose", "does not oppose", "do not oppose", negative);
			default -> be + value.known().get(0).value();
		};
	}

	private String contain(boolean negative) {
		return verb("contains ", "contain ", "does not contain ", "do not contain ", negative);
	}

	private String verb(String ofOne, String ofSeveral, String notOfOne, String notOfSeveral, boolean negative) {
		return negative ? (this.one ? notOfOne : notOfSeveral) : (this.one ? ofOne : ofSeveral);
	}

	private static String operand(QueryNode node, boolean inside) {
		if (node instanceof Term term) {
			return term(term);
		}
		if (node instanceof Near near) {
			return operand(near.one(), false) + " with at most %d words between it and ".formatted(near.within())
					+ operand(near.other(), false);
		}
		if (node instanceof Not not) {
			return "not " + operand(not.of(), true);
		}
		if (node instanceof Words words) {
			return list(new ArrayList<>(words.wanted()), words.any() ? "or" : "and");
		}
		String list = (node instanceof Any any) ? list(any.of(), "or") : list(((All) node).of(), "and");
		return inside ? "(" + list + ")" : list;
	}

	private static String term(Term term) {
		if (term.form() == Form.PATTERN) {
			return "a word like “" + term.text() + "”";
		}
		if (term.form() == Form.FUZZY) {
			return "a word that differs from “" + term.text() + "” in at most "
					+ ((term.distance() == 1) ? "1 letter" : term.distance() + " letters");
		}
		return switch (term.form()) {
			case PHRASE -> (term.distance() == 0) ? "the phrase “" + term.text() + "”"
					: "the words “" + term.text() + "” at most " + term.distance() + " words apart";
			case PREFIX -> "a word that begins with “" + term.text() + "”";
			default -> "“" + term.text() + "”";
		};
	}

	private static String list(List<QueryNode> nodes, String word) {
		boolean inside = nodes.size() > 1;
		return listed(nodes.stream().map((node) -> operand(node, inside)).toList(), " " + word + " ");
	}

	private static String listed(List<String> said, String last) {
		return (said.size() == 1) ? said.get(0)
				: String.join(", ", said.subList(0, said.size() - 1)) + last + said.get(said.size() - 1);
	}

}
