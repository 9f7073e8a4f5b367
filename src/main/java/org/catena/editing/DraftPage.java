package org.catena.editing;

import java.util.List;
import java.util.Locale;

import org.catena.editing.DraftSteps.StepRow;
import org.catena.editing.PublishedArticles.ClaimRow;
import org.jspecify.annotations.Nullable;

/**
 * The page on which an article is written.
 *
 * @param action where the form is sent
 * @param draft the number of the draft; none before it is saved first
 * @param revision of the draft that the editor sees
 * @param article the slug of the article that is edited
 * @param base the fixity of that article, before the draft is saved first
 * @param form what was typed
 * @param errors what is to be mended
 * @param notice what else there is to say
 * @param choices what the fields offer
 * @param published the claims that the article has already
 * @param standing where the draft stands; none before it is saved first
 * @param clash what somebody else has changed too
 */
record DraftPage(String action, @Nullable Long draft, int revision, @Nullable String article, @Nullable String base,
		ArticleForm form, FormErrors errors, @Nullable String notice, FormChoices choices, List<ClaimRow> published,
		@Nullable Standing standing, @Nullable Clash clash) implements FieldPage {

	/** Claims that are shown with all their fields on one page. */
	private static final int MOST_SHOWN = 20;

	/**
	 * Where a draft stands.
	 *
	 * @param owner the account of the editor whose it is
	 * @param state what became of it
	 * @param steps who did what with it, the last first
	 */
	record Standing(String owner, DraftState state, List<StepRow> steps) {

		public boolean isInReview() {
			return this.state == DraftState.IN_REVIEW;
		}

	}

	public String heading() {
		if (this.article != null) {
			return "Edit an article";
		}
		return (this.draft != null) ? "Draft of an article" : "New article";
	}

	/**
	 * Whether a claim is shown with its fields: all of a few, of many those to be mended.
	 */
	public boolean isShown(int claim) {
		return this.form.claims().size() <= MOST_SHOWN || isOpen(claim);
	}

	/** A claim by the names of its fields, for one that is not shown. */
	public java.util.Map<String, String> hidden(int claim) {
		return FormFields.claim(this.form.claims().get(claim));
	}

	/** Whether a claim is shown open: a few, the last one, and those to be mended. */
	public boolean isOpen(int claim) {
		int size = this.form.claims().size();
		return size <= 3 || claim == size - 1 || this.errors.anyIn("claims-" + claim + "-");
	}

	/** What an author is who is not in the archive yet. */
	public List<Choice> newKinds() {
		return this.choices.agentKinds()
			.stream()
			.map((kind) -> new Choice(kind.value(), "New: a " + kind.label().toLowerCase(Locale.ROOT)))
			.toList();
	}

}
