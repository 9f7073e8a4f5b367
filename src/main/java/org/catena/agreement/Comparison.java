package org.catena.agreement;

import java.util.List;

/**
 * Two codings of the archive's texts laid beside each other.
 *
 * @param codings which two
 * @param overAll agreement over all texts, measured as one
 * @param articles agreement in each text
 */
public record Comparison(Codings codings, Agreement overAll, List<ArticleAgreement> articles) {

	/** Agreement in the text of an article. */
	public Agreement in(String slug) {
		return this.articles.stream()
			.filter((article) -> article.text().slug().equals(slug))
			.map(ArticleAgreement::agreement)
			.findFirst()
			.orElseThrow();
	}

	/** Agreement in one text. */
	public record ArticleAgreement(TextRef text, Agreement agreement) {
	}

	/** Which two codings are compared. */
	public enum Codings {

		/**
		 * The first coding as it was made, with the second: neither coder had seen the
		 * other's. Only this measures the codebook.
		 */
		INDEPENDENT,

		/**
		 * What the archive shows, with the second coding: after adjudication, which knew
		 * the second.
		 */
		ADJUDICATED;

		/** The name as pages write it. */
		public String word() {
			return name().toLowerCase(java.util.Locale.ROOT);
		}

	}

}
