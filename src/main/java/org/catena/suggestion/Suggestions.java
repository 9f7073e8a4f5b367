package org.catena.suggestion;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.catena.article.ArticleChanged;
import org.catena.article.ArticlesAdded;
import org.catena.article.Sentence;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Suggests points for words of a text, with the reasons. It learns from the plan and from
 * the claims that the archive shows, again whenever these change; nothing is ever applied
 * by itself.
 */
@Component
public class Suggestions {

	/** After this time it is learned anew, for other processes change the record too. */
	private static final Duration KEPT = Duration.ofMinutes(10);

	/** What a sentence must score to look like a claim. */
	private static final double LIKE_A_CLAIM = 3.0;

	/** Words that a sentence must have to look like a claim. */
	private static final int FEWEST_WORDS = 4;

	/**
	 * What was learned without one article, as often as it is kept: each holds the words
	 * of all claims.
	 */
	private static final int MOST_WITHOUT = 8;

	private final CodedQuotes quotes;

	private final Clock clock;

	private @Nullable Kept kept;

	private volatile boolean changed;

	Suggestions(CodedQuotes quotes, Clock clock) {
		this.quotes = quotes;
		this.clock = clock;
	}

	@TransactionalEventListener(fallbackExecution = true)
	void follow(ArticleChanged change) {
		this.changed = true;
	}

	@TransactionalEventListener(fallbackExecution = true)
	void follow(ArticlesAdded added) {
		this.changed = true;
	}

	/**
	 * What is likely of a passage.
	 * @param plan the slug of the plan that the text comments on; without such a plan no
	 * point is suggested
	 * @param passage the words
	 */
	public Suggested suggest(String plan, Passage passage) {
		return suggest(plan, passage, "");
	}

	/**
	 * What is likely of a passage for somebody who must not see how others coded its
	 * text.
	 * @param plan the slug of the plan that the text comments on
	 * @param passage the words
	 * @param without the slug of the article from whose claims nothing is learned; empty
	 * for none
	 */
	public Suggested suggest(String plan, Passage passage, String without) {
		return kept().learned(plan, without).suggest(passage);
	}

	/**
	 * Claims of the archive that resemble a text, best first.
	 * @param text a quote, a paraphrase, or both
	 * @param without ids of claims that are not wanted
	 * @param limit how many at most
	 */
	public List<SimilarClaim> similar(String text, Set<String> without, int limit) {
		return kept().learned("").similar(new Bag().add(text, 1), without, limit);
	}

	/**
	 * Which sentences look like claims.
	 * @param sentences sentences that no claim marks
	 * @param limit how many at most are wanted
	 * @param without the slug of the article from whose claims nothing is learned; empty
	 * for none
	 * @return those that look most like the claims of the archive, in the order of the
	 * text
	 */
	public List<Sentence> overlooked(List<Sentence> sentences, int limit, String without) {
		Learned learned = kept().learned("", without);
		Map<Sentence, Double> likely = new HashMap<>();
		for (Sentence sentence : sentences) {
			double likeness = learned.likeness(sentence.words());
			if (looksLikeClaim(sentence.words(), likeness)) {
				likely.put(sentence, likeness);
			}
		}
		return likely.entrySet()
			.stream()
			.sorted(Map.Entry.<Sentence, Double>comparingByValue().reversed())
			.limit(limit)
			.map(Map.Entry::getKey)
			.sorted(Comparator.comparingInt((sentence) -> sentence.span().start()))
			.toList();
	}

	static boolean looksLikeClaim(String sentence, double likeness) {
		return likeness >= LIKE_A_CLAIM && sentence.split("\\s+").length >= FEWEST_WORDS;
	}

	/**
	 * How good suggestions are, by plan; plans to which no two articles are linked are
	 * left out. It is computed when it is asked for first, and kept as long as what is
	 * learned.
	 */
	public List<Evaluation> evaluations() {
		return kept().evaluations();
	}

	private synchronized Kept kept() {
		Kept found = this.kept;
		if (found == null || this.changed || found.read().plus(KEPT).isBefore(this.clock.instant())) {
			// First, so that a change while it is read is seen at the next asking.
			this.changed = false;
			found = new Kept(this.clock.instant(), this.quotes.plans(), this.quotes.read());
			this.kept = found;
		}
		return found;
	}

	/** What was learned at one time. */
	private final class Kept {

		private final Instant read;

		private final Map<String, List<PlanPoint>> plans;

		private final List<CodedQuote> claims;

		private final Ranking byClaim;

		private final Map<String, Learned> learned = new ConcurrentHashMap<>();

		private final Map<String, Learned> learnedWithout = new LinkedHashMap<>() {

			private static final long serialVersionUID = 1L;

			@Override
			protected boolean removeEldestEntry(Map.Entry<String, Learned> eldest) {
				return size() > MOST_WITHOUT;
			}

		};

		private @Nullable List<Evaluation> evaluations;

		Kept(Instant read, Map<String, List<PlanPoint>> plans, List<CodedQuote> claims) {
			this.read = read;
			this.plans = plans;
			this.claims = claims;
			this.byClaim = Learned.byClaim(claims);
		}

		Instant read() {
			return this.read;
		}

		Learned learned(String plan) {
			String known = this.plans.containsKey(plan) ? plan : "";
			return this.learned.computeIfAbsent(known,
					(slug) -> new Learned(slug, this.plans.getOrDefault(slug, List.of()), this.claims, this.byClaim));
		}

		/** Learned from all articles but one. */
		Learned learned(String plan, String without) {
			List<CodedQuote> others = this.claims.stream().filter((claim) -> !claim.article().equals(without)).toList();
			if (others.size() == this.claims.size()) {
				return learned(plan);
			}
			String known = this.plans.containsKey(plan) ? plan : "";
			synchronized (this.learnedWithout) {
				return this.learnedWithout.computeIfAbsent(known + " " + without, (key) -> new Learned(known,
						this.plans.getOrDefault(known, List.of()), others, Learned.byClaim(others)));
			}
		}

		synchronized List<Evaluation> evaluations() {
			List<Evaluation> found = this.evaluations;
			if (found == null) {
				found = new ArrayList<>();
				for (Map.Entry<String, List<PlanPoint>> plan : this.plans.entrySet()) {
					List<String> articles = Evaluating.articles(plan.getKey(), this.claims);
					if (articles.size() > 1) {
						found.add(new Evaluating(plan.getKey(), plan.getValue(), this.claims)
							.evaluate(Suggestions.this.quotes.texts(Set.copyOf(articles))));
					}
				}
				this.evaluations = found;
			}
			return List.copyOf(found);
		}

	}

}
