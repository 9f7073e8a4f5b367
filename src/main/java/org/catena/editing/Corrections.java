package org.catena.editing;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.catena.annotation.FollowClaims;
import org.catena.annotation.FollowClaims.Followed;
import org.catena.annotation.ReviseClaims;
import org.catena.article.ArticleText;
import org.catena.article.TextDiff;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Corrections of published articles: of their texts, and of what is said of them.
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

	/**
	 * Whether a draft changes what readers see of a published article, new claims aside.
	 */
	boolean isCorrection(Draft draft) {
		return draft.article() != null && opened(draft)
			.filter((now) -> isOfText(draft, now.form()) || !FormFields.changed(now.form(), draft.form()).isEmpty())
			.isPresent();
	}

	/** What a draft changes. */
	CorrectionPage page(Draft draft, CorrectionPage.Typing typed, FormErrors errors) {
		String article = Objects.requireNonNull(draft.article());
		ArticleForm now = opened(draft).map(PublishedArticles.Opened::form).orElseThrow(PageRefused::noArticle);
		boolean text = isOfText(draft, now);
		return CorrectionPage.of(draft, article,
				new CorrectionPage.Changes(FormFields.changed(now, draft.form()),
						text ? TextDiff.stretches(TextDiff.passages(now.text(), text(draft))) : List.of(),
						text ? this.follow.to(article, text(draft)) : List.of()),
				typed, errors);
	}

	private Optional<PublishedArticles.Opened> opened(Draft draft) {
		return this.articles.open(Typed.orEmpty(draft.article()));
	}

	private static boolean isOfText(Draft draft, ArticleForm now) {
		return !text(draft).isEmpty() && !now.text().equals(text(draft));
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
