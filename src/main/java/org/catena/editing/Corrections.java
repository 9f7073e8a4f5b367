package org.catena.editing;

import java.util.List;
import java.util.Set;

import org.catena.annotation.FollowClaims;
import org.catena.annotation.FollowClaims.Followed;
import org.catena.annotation.ReviseClaims;
import org.catena.article.ArticleText;
import org.catena.article.TextDiff;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Corrections of the texts of published articles.
 */
@Component
class Corrections {

	private final PublishedArticles articles;

	private final FollowClaims follow;

	private final Publishing publishing;

	private final ReviseClaims revise;

	Corrections(PublishedArticles articles, FollowClaims follow, Publishing publishing, ReviseClaims revise) {
		this.articles = articles;
		this.follow = follow;
		this.publishing = publishing;
		this.revise = revise;
	}

	/** Whether a draft changes the text of a published article. */
	boolean isCorrection(Draft draft) {
		String article = draft.article();
		return article != null && !text(draft).isEmpty()
				&& this.articles.text(article).filter((current) -> !current.equals(text(draft))).isPresent();
	}

	/** What a draft changes. */
	CorrectionPage page(Draft draft, CorrectionPage.Typing typed, @Nullable String error) {
		String article = java.util.Objects.requireNonNull(draft.article());
		String text = text(draft);
		return CorrectionPage.of(draft, article, TextDiff.passages(this.articles.text(article).orElse(""), text),
				this.follow.to(article, text), typed, error);
	}

	/**
	 * Publishes a correction.
	 * @param draft the draft
	 * @param reason why, for readers
	 * @param doubted ids of claims that are to wait for an editor all the same
	 * @return the slug of the article
	 */
	@Transactional
	public String publish(Draft draft, String reason, Set<String> doubted) {
		String slug = this.publishing.publish(draft, reason);
		List<Followed> held = this.follow.to(slug, text(draft));
		held.stream().map(Followed::key).filter(doubted::contains).forEach(this.revise::doubt);
		return slug;
	}

	private static String text(Draft draft) {
		return new ArticleText(draft.form().text()).value();
	}

}
