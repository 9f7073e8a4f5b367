package org.catena.editing;

import java.util.List;

import org.catena.annotation.ClaimSubmission.PointLink;
import org.jspecify.annotations.Nullable;

/**
 * A claim of the archive, as a form would have it.
 *
 * @param id its number
 * @param key its permanent id
 * @param article the slug of its article
 * @param title of the article
 * @param plan the slug of the plan that the article comments on
 * @param coding whose coding it is
 * @param madeOn the number of the version from which its quote was taken
 * @param anchoring how it stands in the current version
 * @param form its values
 * @param further links to points of other plans, which the form does not show
 */
record RecordedClaim(long id, String key, String article, String title, @Nullable String plan, String coding,
		int madeOn, String anchoring, ClaimForm form, List<PointLink> further) {

	public boolean isOrphan() {
		return "orphan".equals(this.anchoring);
	}

}
