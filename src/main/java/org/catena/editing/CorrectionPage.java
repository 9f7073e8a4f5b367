package org.catena.editing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.catena.annotation.FollowClaims.Followed;
import org.catena.article.TextDiff;
import org.catena.article.TextDiff.Passage;
import org.catena.article.TextDiff.Stretch;
import org.jspecify.annotations.Nullable;

/**
 * What a corrected text changes, shown before it is published.
 *
 * @param draft the number of the draft
 * @param revision of the draft that is looked at
 * @param article the slug of the article
 * @param title its title
 * @param stretches the paragraphs of both texts
 * @param rows what becomes of the claims that readers see
 * @param others what becomes of the claims that serve agreement only
 * @param typed what was typed
 * @param error what is to be mended; null where nothing is
 */
record CorrectionPage(long draft, int revision, String article, String title, List<Stretch> stretches,
		List<FollowedRow> rows, List<FollowedRow> others, Typing typed, @Nullable String error) {

	static CorrectionPage of(Draft draft, String article, List<Passage> passages, List<Followed> followed, Typing typed,
			@Nullable String error) {
		List<FollowedRow> rows = new ArrayList<>();
		List<FollowedRow> others = new ArrayList<>();
		followed.forEach((claim) -> (claim.shown() ? rows : others).add(new FollowedRow(claim)));
		return new CorrectionPage(draft.id(), draft.revision(), article, draft.form().label(),
				TextDiff.stretches(passages), rows, others, typed, error);
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
	 * What the editor says of the correction.
	 *
	 * @param reason why the text is changed
	 * @param doubted ids of claims that are to wait for an editor all the same
	 */
	record Typing(String reason, Set<String> doubted) {

		static final Typing NOTHING = new Typing("", Set.of());

		static Typing read(FormParameters typed) {
			return new Typing(typed.one("reason"), Set.copyOf(typed.values().getOrDefault("doubted", List.of())));
		}

	}

}
