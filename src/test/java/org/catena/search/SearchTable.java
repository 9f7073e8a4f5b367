package org.catena.search;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.provider.Arguments;

/**
 * Queries to the five articles of the corpus, and what they find. An index anywhere must
 * find the same.
 */
final class SearchTable {

	private SearchTable() {
	}

	/**
	 * A query, and the articles that it finds: with all of its words, without what
	 * follows.
	 */
	static Stream<Arguments> articles() {
		return Stream.of("~ash topgab pomeroy rising-nepal baev", "\"security guarantees\"~rising-nepal baev",
				"“security guarantee”~rising-nepal baev", "nato -membership~pomeroy baev",
				"membership~ash topgab rising-nepal", "witk*~ash topgab pomeroy rising-nepal baev",
				"witcoff~ash topgab pomeroy rising-nepal baev", "dmitriev~ash pomeroy baev",
				"dimitriev~ash pomeroy baev", "DMITRIEV’S~ash pomeroy baev", "\"witkoff-dmitriev plan\"~ash",
				"zelenskyy -trump~", "lavrov~baev", "nutter OR lavrov~baev", "pomeroy~pomeroy", "Zoe Pomeroy~pomeroy",
				"\"The Rising Nepal\"~rising-nepal", "mediation quality~baev", "the mediation of quality~baev",
				"qualities~baev", "\"peace process\" -mediation~rising-nepal", "pjotr~topgab", "😀~", "xyzzy~",
				// patterns and misspellings
				"med?ation quality~baev", "qual*ty~baev", "lavr*~baev", "lavrof~1~baev", "lavrof~~baev",
				"pjoter~1~topgab",
				// parts
				"title:mediation~baev", "title:lavrov~", "body:lavrov~baev", "title:(quality mediation)~baev",
				"title:medi*~baev", "title:\"quality of mediation\"~baev", "quality in:title~baev",
				"title:(lavrov OR quality)~baev",
				// fields of articles
				"source:prio~baev", "source:\"Kyiv Post\"~ash", "source:nepal~rising-nepal", "author:ash~ash",
				"author:\"timothy ash\"~ash", "author:Baev OR author:ash~ash baev", "author:(baev OR ash)~ash baev",
				"-author:(baev OR ash) -author:unknown~pomeroy", "author:unknown~topgab rising-nepal",
				"year:2025~ash topgab pomeroy rising-nepal baev", "year:2024~", "date:2025-12-09~baev",
				"date:2025-12-09..2026~baev", "source:prio mediation~baev", "source:prio pjotr~",
				"language:english lavrov~baev", "plan:28-point-plan lavrov~baev")
			.map(SearchTable::row);
	}

	/** What only intervals find exactly. */
	static Stream<Arguments> nearness() {
		return Stream
			.of("quality NEAR/1 mediation~baev", "mediation NEAR/1 quality~baev", "\"quality mediation\"~1~baev",
					"\"quality mediation\"~", "\"major issue\" NEAR/3 mediation~baev", "quality NEAR lavrov~")
			.map(SearchTable::row);
	}

	/** Fields of claims, and what the record says of the articles they find. */
	static Stream<Arguments> claims() {
		String claims = "select distinct c.article_id from shown_claim c where ";
		String point = "exists (select from claim_point cp join point p on p.id = cp.point_id where cp.claim_id = c.id and p.number = ";
		String articles = "select id from article where id not in (";
		return Stream.of(Arguments.of("point:6 stance:supports", claims + "c.stance = 'supports' and " + point + "6)"),
				Arguments.of("(point:6 stance:supports)", claims + "c.stance = 'supports' and " + point + "6)"),
				Arguments.of("(point:6) AND (stance:supports kind:descriptive)",
						claims + point + "6) intersect " + claims + "c.stance = 'supports' and c.kind = 'descriptive'"),
				Arguments.of("point:6 -stance:neutral", claims + "c.stance <> 'neutral' and " + point + "6)"),
				Arguments.of("point:28-point-plan/6 stance:(supports OR mixed)",
						claims + "c.stance in ('supports', 'mixed') and " + point + "6)"),
				Arguments.of("point:6 (stance:supports OR stance:mixed)",
						claims + "c.stance in ('supports', 'mixed') and " + point + "6)"),
				Arguments.of("-stance:supports", articles + claims + "c.stance = 'supports')"),
				Arguments.of("-(point:6 stance:supports)",
						articles + claims + "c.stance = 'supports' and " + point + "6))"),
				Arguments.of("point:(6 7)", claims + point + "6) and " + point + "7)"),
				Arguments.of("point:none stance:opposes", claims
						+ "c.stance = 'opposes' and not exists (select from claim_point cp where cp.claim_id = c.id)"),
				Arguments.of("claimant:zelenskyy",
						claims + "c.claimant_id = (select id from agent where slug = 'volodymyr-zelensky')"),
				Arguments.of("theme:nato stance:opposes", claims
						+ "c.stance = 'opposes' and exists (select from claim_point cp join point p on p.id = cp.point_id join theme t on t.id = p.theme_id where cp.claim_id = c.id and t.slug = 'nato')"),
				Arguments.of("target:\"ukraine position\"", claims + "c.target = 'ukraine_position'"),
				Arguments.of("aspect:origin kind:evaluative", claims + "c.aspect = 'origin' and c.kind = 'evaluative'"),
				Arguments.of("in:claim lavrov", claims + "c.exact ilike '%lavrov%' or c.paraphrase ilike '%lavrov%'"),
				Arguments.of("lavrov in:claim stance:neutral", claims
						+ "(c.exact ilike '%lavrov%' or c.paraphrase ilike '%lavrov%') and c.stance = 'neutral'"),
				Arguments.of("claim:lavrov -stance:neutral", claims
						+ "(c.exact ilike '%lavrov%' or c.paraphrase ilike '%lavrov%') and c.stance <> 'neutral'"));
	}

	private static Arguments row(String line) {
		int end = line.lastIndexOf('~');
		String articles = line.substring(end + 1);
		return Arguments.of(line.substring(0, end), articles.isEmpty() ? List.of() : List.of(articles.split(" ")));
	}

}
