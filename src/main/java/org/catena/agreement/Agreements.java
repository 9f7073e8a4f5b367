package org.catena.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.catena.agreement.Comparison.ArticleAgreement;
import org.catena.agreement.Comparison.Codings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Compares the codings that the archive holds, as they are at the time of asking.
 */
@Component
@Transactional(readOnly = true)
public class Agreements {

	private final CodedTexts texts;

	Agreements(CodedTexts texts) {
		this.texts = texts;
	}

	/**
	 * Compares two codings.
	 * @param codings which two
	 * @return how far they agree, or nothing when no text has both
	 */
	public Optional<Comparison> compare(Codings codings) {
		List<CodedText> coded = this.texts.read(codings);
		if (coded.isEmpty()) {
			return Optional.empty();
		}
		List<ArticleAgreement> articles = new ArrayList<>();
		coded.forEach((text) -> articles.add(new ArticleAgreement(text.text(), Measuring.agreement(List.of(text)))));
		return Optional.of(new Comparison(codings, Measuring.agreement(coded), articles));
	}

	/**
	 * Lists where the two independent codings of an article differ.
	 * @param slug the article's slug
	 * @return the list, or nothing when the article is not shown or has not both codings
	 */
	public Optional<Adjudication> adjudication(String slug) {
		List<CodedText> shown = this.texts.read(Codings.ADJUDICATED);
		return this.texts.read(Codings.INDEPENDENT)
			.stream()
			.filter((text) -> text.text().slug().equals(slug))
			.findFirst()
			.map((text) -> Adjudicating.list(text,
					shown.stream()
						.filter((other) -> other.text().equals(text.text()))
						.findFirst()
						.map(CodedText::first)
						.orElse(List.of())));
	}

}
