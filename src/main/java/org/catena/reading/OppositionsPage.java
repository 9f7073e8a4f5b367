package org.catena.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Contradictions and disputes, by matter.
 *
 * @param matters the matters, those with most pairs first
 * @param type the only type that is shown, or null for both
 * @param within whether only pairs within one article are shown, only pairs between
 * articles, or null for both
 * @param total how many pairs are shown
 */
record OppositionsPage(List<Matter> matters, @Nullable String type, @Nullable String within, int total) {

	static OppositionsPage of(List<RelationRow> relations, @Nullable String type, @Nullable String within) {
		Map<String, List<RelationRow>> byMatter = new LinkedHashMap<>();
		int total = 0;
		for (RelationRow relation : relations) {
			boolean inside = relation.isWithinOneArticle();
			if ((type != null && !type.equals(relation.type())) || ("article".equals(within) && !inside)
					|| ("between".equals(within) && inside)) {
				continue;
			}
			String matter = relation.matter();
			byMatter.computeIfAbsent((matter != null) ? matter : "other", (key) -> new ArrayList<>()).add(relation);
			total++;
		}
		List<Matter> matters = new ArrayList<>();
		byMatter.forEach((name, pairs) -> matters.add(new Matter(name, pairs)));
		matters.sort((one, other) -> Integer.compare(other.pairs().size(), one.pairs().size()));
		return new OppositionsPage(matters, type, within, total);
	}

	/**
	 * What the pairs are about.
	 *
	 * @param name the matter, in a word
	 * @param pairs the pairs, contradictions first
	 */
	record Matter(String name, List<RelationRow> pairs) {
	}

}
