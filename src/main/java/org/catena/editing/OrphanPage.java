package org.catena.editing;

import java.util.List;

import org.catena.history.ToldChange;

/**
 * One claim that waits for an editor, with the places that come into question.
 *
 * @param claim the claim
 * @param row its quote and its candidates
 * @param seen the number of the last change that the editor sees
 * @param meanwhile what others changed since the page was opened
 * @param exact another quote, as typed
 * @param prefix what stands before it, as typed
 * @param suffix what stands after it, as typed
 * @param reason as typed
 * @param errors what is to be mended
 */
record OrphanPage(RecordedClaim claim, FollowedRow row, long seen, List<ToldChange> meanwhile, String exact,
		String prefix, String suffix, String reason, FormErrors errors) implements FieldPage {

}
