package org.catena.editing;

import org.catena.editing.Merge.Merged;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Saves what somebody typed into a draft. Where somebody else saved meanwhile, the two
 * are joined; only where both changed the same field nothing is saved, and both are
 * shown.
 */
@Component
class SaveDraft {

	private static final int ATTEMPTS = 3;

	private final Drafts drafts;

	private final PublishedArticles articles;

	SaveDraft(Drafts drafts, PublishedArticles articles) {
		this.drafts = drafts;
		this.articles = articles;
	}

	/**
	 * Saves.
	 * @param draft the draft
	 * @param form what was typed
	 * @param revision that its writer had seen, -1 where that is not known
	 * @param by who typed it
	 */
	Saved save(Draft draft, ArticleForm form, int revision, String by) {
		Draft now = draft;
		for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
			if (now.revision() == revision && now.state() != DraftState.DISCARDED && now.form().equals(form)) {
				return new Saved(now, null, null);
			}
			if (this.drafts.save(draft.id(), form, revision, by)) {
				return new Saved(now.with(form, revision + 1), null, null);
			}
			now = this.drafts.find(draft.id()).orElseThrow(PageRefused::noDraft);
			if (now.revision() == revision) {
				continue;
			}
			String other = this.drafts.savedBy(draft.id());
			Merged merged = Merge.of(this.drafts.formAt(draft.id(), revision).orElse(null), form, now.form());
			if (!merged.conflicts().isEmpty() || this.drafts.save(draft.id(), merged.form(), now.revision(), by)) {
				return new Saved(now, merged, other);
			}
		}
		throw PageRefused.isBusy(draft);
	}

	/**
	 * Takes over what somebody else changed in the article that a draft edits.
	 * @param draft the draft
	 * @param by who has it open
	 */
	Saved takeOverArticle(Draft draft, String by) {
		PublishedArticles.Opened now = this.articles.open(Typed.orEmpty(draft.article()))
			.orElseThrow(PageRefused::noArticle);
		Merged merged = Merge.of(this.drafts.article(draft.id()).orElse(null), draft.form(), now.form());
		int revision = draft.revision();
		if (!merged.form().equals(draft.form()) && this.drafts.save(draft.id(), merged.form(), draft.revision(), by)) {
			revision++;
		}
		this.drafts.acknowledgeArticle(draft.id(), now);
		return new Saved(draft.with(merged.form(), revision), merged, "");
	}

	/**
	 * What came of it.
	 *
	 * @param draft the draft as it is kept, or was before a joined form was saved
	 * @param merged what was joined, where somebody else had saved
	 * @param other who that was
	 */
	record Saved(Draft draft, @Nullable Merged merged, @Nullable String other) {

		/** Whether a person has to choose before anything is saved. */
		boolean isConflict() {
			return this.merged != null && !this.merged.conflicts().isEmpty();
		}

	}

}
