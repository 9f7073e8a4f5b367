package org.catena.editing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.catena.annotation.FollowClaims.Followed;
import org.catena.article.TextDiff;
import org.catena.article.TextDiff.Stretch;

/**
 * What a draft changes of a published article, shown before it is published.
 *
 * @param draft the number of the draft
 * @param revision of the draft that is looked at
 * @param article the slug of the article
 * @param title its title
 * @param fields what is said of the text otherwise than before
 * @param stretches the paragraphs of both texts; none where the text stays
 * @param rows what becomes of the claims that readers see
 * @param others what becomes of the claims that serve agreement only
 * @param added how many claims are new
 * @param typed what was typed
 * @param errors what is to be mended
 */
record CorrectionPage(long draft, int revision, String article, String title, List<ChangedField> fields,
		List<Stretch> stretches, List<FollowedRow> rows, List<FollowedRow> others, int added, Typing typed,
		FormErrors errors) implements FieldPage {

	/**
	 * Lays out what a draft changes.
	 * @param draft the draft
	 * @param article the slug of the article
	 * @param changes what it changes
	 * @param typed what was typed
	 * @param errors what is to be mended
	 */
	static CorrectionPage of(Draft draft, String article, Changes changes, Typing typed, FormErrors errors) {
		List<FollowedRow> rows = new ArrayList<>();
		List<FollowedRow> others = new ArrayList<>();
		changes.followed().forEach((claim) -> (claim.shown() ? rows : others).add(new FollowedRow(claim)));
		return new CorrectionPage(draft.id(), draft.revision(), article, draft.form().label(), changes.fields(),
				changes.stretches(), rows, others, draft.form().claims().size(), typed, errors);
	}

	/** Whether the text becomes another. */
	public boolean isOfText() {
		return !this.stretches.isEmpty();
	}

	public List<FollowedRow> in(String state) {
		return this.rows.stream().filter((row) -> row.state().equals(state)).toList();
	}

	public long othersIn(String state) {
		return this.others.stream().filter((row) -> row.state().equals(state)).count();
	}

	public boolean isDoubted(String key) {
		return this.typed.doubted().contains(key);
	}

	/**
	 * What a draft changes of an article.
	 *
	 * @param fields what is said of the text otherwise than before
	 * @param stretches the paragraphs of both texts; none where the text stays
	 * @param followed what becomes of the claims; none where the text stays
	 */
	record Changes(List<ChangedField> fields, List<Stretch> stretches, List<Followed> followed) {
	}

	/**
	 * A value that becomes another.
	 *
	 * @param label how the field is called
	 * @param before the value as it is, empty where there is none
	 * @param after what it becomes, empty where it goes
	 */
	record ChangedField(String label, String before, String after) {

		/** Both, word by word. */
		public List<TextDiff.Piece> pieces() {
			return TextDiff.passages(Typed.shown(this.before), Typed.shown(this.after))
				.stream()
				.flatMap((passage) -> passage.pieces().stream())
				.toList();
		}

	}

	/**
	 * What the editor says of the correction.
	 *
	 * @param reason why the article is changed
	 * @param doubted ids of claims that are to wait for an editor all the same
	 */
	record Typing(String reason, Set<String> doubted) {

		static final Typing NOTHING = new Typing("", Set.of());

		static Typing read(FormParameters typed) {
			return new Typing(typed.one("reason"), Set.copyOf(typed.values().getOrDefault("doubted", List.of())));
		}

	}

}
