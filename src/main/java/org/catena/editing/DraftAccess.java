package org.catena.editing;

import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import org.catena.editing.PublishedArticles.Opened;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Whose a draft is: its owner's, and every reviewer's while it is in review. One that is
 * published hides nothing from reviewers either.
 */
@Component
class DraftAccess {

	private final Drafts drafts;

	DraftAccess(Drafts drafts) {
		this.drafts = drafts;
	}

	/**
	 * The draft of an address, for somebody who may see and change it.
	 * @throws PageRefused when there is none, or it is somebody else's
	 */
	Draft visible(String id, HttpServletRequest request) {
		Draft draft = DraftController.number(id).flatMap(this.drafts::find).orElseThrow(PageRefused::noDraft);
		if (!isVisible(draft, request)) {
			throw PageRefused.draftOfSomebodyElse();
		}
		return draft;
	}

	static boolean isVisible(Draft draft, HttpServletRequest request) {
		return draft.isOwnedBy(Objects.requireNonNull(request.getRemoteUser())) || (isReviewer(request)
				&& (draft.state() == DraftState.IN_REVIEW || draft.state() == DraftState.PUBLISHED));
	}

	static boolean isReviewer(HttpServletRequest request) {
		return request.isUserInRole(Role.REVIEWER.name());
	}

	/**
	 * Opens a draft that edits an article.
	 * @param owner the editor's account
	 * @param form what was typed
	 * @param slug of the article
	 * @param seen the fixity of the article as the editor saw it
	 * @param opened the article as it is now
	 * @return the draft's number
	 */
	long openEdit(String owner, ArticleForm form, String slug, @Nullable String seen, Opened opened) {
		String base = (seen != null && seen.matches("[0-9a-f]{64}")) ? seen : null;
		long id = this.drafts.open(owner, form, slug, base);
		if (opened.sha256().equals(base)) {
			this.drafts.acknowledgeArticle(id, opened);
		}
		else if (base != null) {
			this.drafts.articleAt(slug, base)
				.ifPresent((before) -> this.drafts.acknowledgeArticle(id, new Opened(before, base)));
		}
		return id;
	}

}
