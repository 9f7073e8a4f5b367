package org.catena.editing;

import java.util.List;

import org.catena.history.ToldChange;
import org.jspecify.annotations.Nullable;

/**
 * The page on which a published claim is changed.
 *
 * @param claim the claim as it is recorded
 * @param form what was typed
 * @param agents people and bodies that are new
 * @param reason why it is changed, as typed
 * @param back where the editor came from
 * @param seen the number of the last change that the editor saw
 * @param meanwhile what others changed since the form was opened
 * @param errors what is to be mended
 * @param notice what else there is to say
 * @param choices what the fields offer
 */
record EditClaimPage(RecordedClaim claim, ClaimForm form, List<AgentForm> agents, String reason,
		EditClaimController.Place back, long seen, List<ToldChange> meanwhile, FormErrors errors,
		@Nullable String notice, FormChoices choices) implements FieldPage {

}
