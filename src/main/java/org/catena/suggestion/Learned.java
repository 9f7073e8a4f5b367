package org.catena.suggestion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;

import org.catena.suggestion.Suggested.SuggestedPoint;

/**
 * What is learned about one plan: each point is spoken of in its own words and in those
 * of the claims that are linked to it.
 */
final class Learned {

	/** What a word of a coded claim counts beside a word of the plan. */
	private static final double OF_CLAIMS = 0.5;

	/** What a word around the quote counts beside a word of it. */
	private static final double AROUND = 0.4;

	/** What the claim before counts beside the best score by words. */
	private static final double BEFORE = 0.3;

	/** What each further claim before counts beside the one after it. */
	private static final double FADING = 0.5;

	private static final int NEIGHBOURS = 10;

	private static final int MOST_SIMILAR = 5;

	private static final int MOST_POINTS = 5;

	private static final int MOST_WORDS = 4;

	private final String plan;

	private final List<PlanPoint> points;

	private final List<CodedQuote> claims;

	private final Ranking byPoint;

	private final Ranking byPlan;

	private final Ranking byClaim;

	Learned(String plan, List<PlanPoint> points, List<CodedQuote> claims, Ranking byClaim) {
		this.plan = plan;
		this.points = points;
		this.claims = claims;
		Map<Integer, Bag> spoken = new HashMap<>();
		points.forEach((point) -> spoken.put(point.number(), new Bag().add(point.words(), 1)));
		for (CodedQuote claim : claims) {
			for (int number : claim.numbers(plan)) {
				Bag bag = spoken.get(number);
				if (bag != null) {
					bag.add(claim.words(), OF_CLAIMS);
				}
			}
		}
		this.byPoint = new Ranking(points.stream().map((point) -> spoken.get(point.number())).toList());
		this.byPlan = new Ranking(points.stream().map(PlanPoint::words).toList());
		this.byClaim = byClaim;
	}

	/** The ranking of claims by their words. */
	static Ranking byClaim(List<CodedQuote> claims) {
		return new Ranking(claims.stream().map(CodedQuote::words).toList());
	}

	/** What is likely of a passage. */
	Suggested suggest(Passage passage) {
		Bag asked = asked(passage);
		if (asked.isEmpty()) {
			return Suggested.NOTHING;
		}
		List<Entry<Integer, Double>> near = this.byClaim.best(asked, NEIGHBOURS);
		List<SuggestedPoint> likely = new ArrayList<>();
		for (Entry<Integer, Double> scored : Ranking.best(scores(asked, passage.before()), MOST_POINTS)) {
			PlanPoint point = this.points.get(scored.getKey());
			likely.add(new SuggestedPoint(point.number(), point.title(),
					this.byPoint.words(asked, scored.getKey(), MOST_WORDS),
					near.stream()
						.filter((neighbour) -> this.claims.get(neighbour.getKey())
							.numbers(this.plan)
							.contains(point.number()))
						.limit(2)
						.map((neighbour) -> similar(asked, neighbour.getKey()))
						.toList(),
					passage.before()
						.stream()
						.limit(Passage.MOST_BEFORE)
						.anyMatch((numbers) -> numbers.contains(point.number()))));
		}
		List<Integer> most = near.stream().limit(MOST_SIMILAR).map(Entry::getKey).toList();
		return new Suggested(likely, most.stream().map((claim) -> similar(asked, claim)).toList(),
				(int) most.stream().filter((claim) -> this.claims.get(claim).numbers(this.plan).isEmpty()).count());
	}

	/** Claims that resemble a text, best first. */
	List<SimilarClaim> similar(Bag asked, Set<String> without, int limit) {
		return this.byClaim.best(asked, limit + without.size())
			.stream()
			.filter((found) -> !without.contains(this.claims.get(found.getKey()).key()))
			.limit(limit)
			.map((found) -> similar(asked, found.getKey()))
			.toList();
	}

	/**
	 * How much a sentence resembles the claims of the archive: the mean score of the
	 * nearest.
	 */
	double likeness(String sentence) {
		List<Entry<Integer, Double>> near = this.byClaim.best(new Bag().add(sentence, 1), NEIGHBOURS);
		return near.stream().mapToDouble(Entry::getValue).sum() / NEIGHBOURS;
	}

	/** Points in the order in which a passage is likely to be linked to them. */
	List<Integer> byWordsAndBefore(Passage passage) {
		return numbers(scores(asked(passage), passage.before()));
	}

	/** The same, without a look at the claims before. */
	List<Integer> byWords(Passage passage) {
		return numbers(scores(asked(passage), List.of()));
	}

	/** By the words of the plan alone. */
	List<Integer> byWordsOfPlan(Passage passage) {
		return numbers(this.byPlan.scores(asked(passage)));
	}

	/** By the links of the claims that resemble the passage most. */
	List<Integer> bySimilarClaims(Passage passage) {
		Map<Integer, Double> votes = new HashMap<>();
		for (Entry<Integer, Double> near : this.byClaim.best(asked(passage), NEIGHBOURS)) {
			for (int number : this.claims.get(near.getKey()).numbers(this.plan)) {
				votes.merge(number, near.getValue(), Double::sum);
			}
		}
		return Ranking.best(votes, Integer.MAX_VALUE).stream().map(Entry::getKey).toList();
	}

	/** The points that are linked most often: what one would say without reading. */
	List<Integer> mostFrequent() {
		Map<Integer, Double> links = new HashMap<>();
		this.claims
			.forEach((claim) -> claim.numbers(this.plan).forEach((number) -> links.merge(number, 1.0, Double::sum)));
		return Ranking.best(links, Integer.MAX_VALUE).stream().map(Entry::getKey).toList();
	}

	private static Bag asked(Passage passage) {
		return new Bag().add(passage.quote(), 1).add(passage.around(), AROUND);
	}

	/** Scores by the place of the point in the list, the best by words being 1. */
	private Map<Integer, Double> scores(Bag asked, List<List<Integer>> before) {
		Map<Integer, Double> scores = this.byPoint.scores(asked);
		double best = scores.values().stream().mapToDouble(Double::doubleValue).max().orElse(1);
		scores.replaceAll((point, score) -> score / best);
		double weight = BEFORE;
		for (List<Integer> numbers : before.stream().limit(Passage.MOST_BEFORE).toList()) {
			for (int i = 0; i < this.points.size(); i++) {
				if (numbers.contains(this.points.get(i).number())) {
					scores.merge(i, weight, Double::sum);
				}
			}
			weight *= FADING;
		}
		return scores;
	}

	private List<Integer> numbers(Map<Integer, Double> scores) {
		return Ranking.best(scores, Integer.MAX_VALUE)
			.stream()
			.map((scored) -> this.points.get(scored.getKey()).number())
			.toList();
	}

	private SimilarClaim similar(Bag asked, int claim) {
		CodedQuote found = this.claims.get(claim);
		return new SimilarClaim(found.key(), found.exact(), found.paraphrase(), found.stance(),
				this.byClaim.words(asked, claim, MOST_WORDS));
	}

}
