package org.catena.agreement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.catena.agreement.CodedTexts.CodedThrice;
import org.catena.agreement.Comparison.ArticleAgreement;
import org.catena.agreement.Comparison.Codings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Compares the codings that the archive holds, as they are at the time of asking. What
 * was computed is kept until a claim or an article changes.
 */
@Component
@Transactional(readOnly = true)
public class Agreements {

	private final CodedTexts texts;

	private final MeasuredCodings measuredCodings;

	private volatile @Nullable Computed computed;

	Agreements(CodedTexts texts, MeasuredCodings measuredCodings) {
		this.texts = texts;
		this.measuredCodings = measuredCodings;
	}

	/**
	 * Compares two codings.
	 * @param codings which two
	 * @return how far they agree, or nothing when no text has both
	 */
	public Optional<Comparison> compare(Codings codings) {
		return Optional.ofNullable(computed().comparisons().get(codings));
	}

	/** Where the two independent codings of each article differ, earliest first. */
	public List<Adjudication> adjudications() {
		return computed().adjudications();
	}

	/**
	 * Where the codings of one article differ: the two independent ones of the corpus,
	 * then the adjudicated second codings of the workbench, the last first. Read anew
	 * each time, in a fixed number of statements, however many articles there are.
	 * @param slug the article's slug
	 * @return the differences; empty when the article has not two codings
	 */
	public List<Adjudication> adjudications(String slug) {
		CodedThrice codings = this.texts.ofArticle(slug);
		List<Adjudication> adjudications = new ArrayList<>();
		if (codings.independent() != null) {
			adjudications.add(Adjudicating.list(codings.independent(), codings.shown()));
		}
		adjudications.addAll(this.measuredCodings.adjudications(slug, codings.shown()));
		return adjudications;
	}

	/** The claims of an article that the archive shows and that have a place in it. */
	public List<CodedClaim> shown(String slug) {
		return this.texts.shown(slug);
	}

	private Computed computed() {
		// The state is read first: a change in between is seen at the next asking.
		String state = this.texts.state();
		Computed kept = this.computed;
		if (kept == null || !kept.state().equals(state)) {
			kept = compute(state);
			this.computed = kept;
		}
		return kept;
	}

	private Computed compute(String state) {
		List<CodedText> independent = this.texts.read(Codings.INDEPENDENT);
		List<CodedText> adjudicated = this.texts.read(Codings.ADJUDICATED);
		Map<Codings, Comparison> comparisons = new HashMap<>();
		compare(Codings.INDEPENDENT, independent, comparisons);
		compare(Codings.ADJUDICATED, adjudicated, comparisons);
		Map<String, List<CodedClaim>> shown = new HashMap<>();
		adjudicated.forEach((text) -> shown.put(text.text().slug(), text.first()));
		return new Computed(state, comparisons,
				independent.stream()
					.map((text) -> Adjudicating.list(text, shown.getOrDefault(text.text().slug(), List.of())))
					.toList());
	}

	private static void compare(Codings codings, List<CodedText> texts, Map<Codings, Comparison> comparisons) {
		if (!texts.isEmpty()) {
			List<ArticleAgreement> articles = new ArrayList<>();
			texts
				.forEach((text) -> articles.add(new ArticleAgreement(text.text(), Measuring.agreement(List.of(text)))));
			comparisons.put(codings, new Comparison(codings, Measuring.agreement(texts), articles));
		}
	}

	/**
	 * What was computed.
	 *
	 * @param state the state of the record from which it was computed
	 */
	private record Computed(String state, Map<Codings, Comparison> comparisons, List<Adjudication> adjudications) {
	}

}
