package org.catena.suggestion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.catena.article.Sentence;
import org.catena.article.Sentences;
import org.catena.article.TextSpan;
import org.catena.suggestion.Evaluation.OfArticle;
import org.catena.suggestion.Evaluation.Overlooked;

/**
 * Measures suggestions by leaving each article out of what is learned. Claims are asked
 * for in the order of the text, as an editor marks them.
 */
final class Evaluating {

	/** Articles that are left out in turn, so that large archives are measured too. */
	static final int MOST_ARTICLES = 30;

	private final String plan;

	private final List<PlanPoint> points;

	private final List<CodedQuote> claims;

	private final Map<Method, Recall> methods = new EnumMap<>(Method.class);

	private final List<OfArticle> articles = new ArrayList<>();

	private Overlooked overlooked = Overlooked.NONE;

	Evaluating(String plan, List<PlanPoint> points, List<CodedQuote> claims) {
		this.plan = plan;
		this.points = points;
		this.claims = claims;
	}

	/** The articles that have claims linked to the plan, as far as they are measured. */
	static List<String> articles(String plan, List<CodedQuote> claims) {
		return claims.stream()
			.filter((claim) -> claim.start() >= 0 && !claim.numbers(plan).isEmpty())
			.map(CodedQuote::article)
			.distinct()
			.limit(MOST_ARTICLES)
			.sorted()
			.toList();
	}

	/**
	 * Measures.
	 * @param texts the texts of the articles that are left out in turn
	 */
	Evaluation evaluate(Map<String, String> texts) {
		Map<String, List<CodedQuote>> byArticle = this.claims.stream()
			.collect(Collectors.groupingBy(CodedQuote::article, LinkedHashMap::new, Collectors.toList()));
		texts.forEach((article, text) -> {
			List<CodedQuote> others = this.claims.stream().filter((claim) -> !claim.article().equals(article)).toList();
			Learned learned = new Learned(this.plan, this.points, others, Learned.byClaim(others));
			List<CodedQuote> own = byArticle.getOrDefault(article, List.of())
				.stream()
				.filter((claim) -> claim.start() >= 0)
				.sorted(Comparator.comparingInt(CodedQuote::start).thenComparing(CodedQuote::key))
				.toList();
			List<Sentence> sentences = Sentences.of(text);
			Recall recall = leaveOut(learned, own, sentences);
			this.articles.add(new OfArticle(article, recall));
			for (Sentence sentence : sentences) {
				boolean marked = own.stream().anyMatch((claim) -> over(claim).overlaps(sentence.span()));
				this.overlooked = this.overlooked.plus(marked,
						Suggestions.looksLikeClaim(sentence.words(), learned.likeness(sentence.words())));
			}
		});
		return new Evaluation(this.plan, this.claims.size(), this.articles, this.methods, this.overlooked);
	}

	private Recall leaveOut(Learned learned, List<CodedQuote> own, List<Sentence> sentences) {
		Recall shown = Recall.NONE;
		List<List<Integer>> before = new ArrayList<>();
		for (CodedQuote claim : own) {
			List<Integer> right = claim.numbers(this.plan);
			if (!right.isEmpty()) {
				Passage passage = new Passage(claim.exact(), around(over(claim), sentences), List.copyOf(before));
				for (Method method : Method.values()) {
					Recall recall = Recall.of(right, method.rank(learned, passage));
					this.methods.merge(method, recall, Recall::plus);
					shown = (method == Method.WORDS_AND_BEFORE) ? shown.plus(recall) : shown;
				}
			}
			before.add(0, right);
		}
		return shown;
	}

	private static TextSpan over(CodedQuote claim) {
		return new TextSpan(claim.start(), claim.end());
	}

	private static String around(TextSpan span, List<Sentence> sentences) {
		return sentences.stream()
			.filter((sentence) -> sentence.span().overlaps(span))
			.map(Sentence::words)
			.collect(Collectors.joining(" "));
	}

}
