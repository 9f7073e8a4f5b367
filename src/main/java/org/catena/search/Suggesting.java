package org.catena.search;

import java.util.ArrayList;
import java.util.List;

import org.catena.article.ArticleText;
import org.catena.search.QueryNode.Known;
import org.catena.search.Suggestion.Kind;
import org.springframework.stereotype.Component;

/**
 * Suggests what can be meant by the beginning of a query: names that the archive knows,
 * and words of its texts.
 */
@Component
public class Suggesting {

	/** Letters from which on something is suggested. */
	private static final int SHORTEST = 2;

	/** Letters of a query that somebody still types. */
	private static final int LONGEST = 200;

	private static final int MOST_OF_A_KIND = 4;

	private final FieldValues values;

	private final Vocabulary vocabulary;

	Suggesting(FieldValues values, Vocabulary vocabulary) {
		this.values = values;
		this.vocabulary = vocabulary;
	}

	/**
	 * Suggestions, words first.
	 * @param typed what was typed so far
	 * @return at most sixteen, none for hardly anything
	 */
	public List<Suggestion> suggest(String typed) {
		String query = ArticleText.normalise(typed).replaceFirst("^\\s+", "");
		if (query.length() > LONGEST || query.isBlank()) {
			return List.of();
		}
		List<Suggestion> suggestions = new ArrayList<>();
		if (!Character.isWhitespace(query.charAt(query.length() - 1))) {
			int space = query.lastIndexOf(' ') + 1;
			String beginning = Predicates.folded(query.substring(space));
			if (beginning.length() >= SHORTEST && beginning.chars().allMatch(Character::isLetterOrDigit)) {
				this.vocabulary.beginningWith(beginning, MOST_OF_A_KIND)
					.forEach((word) -> suggestions
						.add(new Suggestion(Kind.WORD, query.substring(0, space) + word, word)));
			}
		}
		if (query.strip().length() >= SHORTEST) {
			add(suggestions, Kind.AGENT, this.values.beginningWith(Facet.AUTHOR, query, MOST_OF_A_KIND));
			add(suggestions, Kind.SOURCE, this.values.beginningWith(Facet.SOURCE, query, MOST_OF_A_KIND));
			add(suggestions, Kind.POINT, this.values.beginningWith(Facet.POINT, query, MOST_OF_A_KIND));
		}
		return suggestions;
	}

	private static void add(List<Suggestion> suggestions, Kind kind, List<Known> names) {
		names.forEach((name) -> suggestions.add(new Suggestion(kind, name.label(), name.value())));
	}

}
