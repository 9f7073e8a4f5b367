package org.catena.editing;

import org.catena.annotation.Annotating;
import org.catena.annotation.ClaimRefusal;
import org.catena.annotation.ClaimSubmission;

import org.springframework.stereotype.Component;

/**
 * Says what is to be mended in a claim of a draft before it can be published: its quote,
 * its values, its names, by the checks that publishing makes.
 */
@Component
class ClaimCheck {

	/** The beginning of the ids of the fields of a claim that is marked in the text. */
	static final String ID = "claim";

	/** Stands for ids that are given when the article is published. */
	private static final String NO_KEY = "draft/c1";

	private final Annotating annotating;

	ClaimCheck(Annotating annotating) {
		this.annotating = annotating;
	}

	/**
	 * Checks a claim.
	 * @param claim the claim as typed
	 * @param text the text of the article
	 * @param plan the slug of the plan that the article comments on
	 * @param names who is known
	 */
	FormErrors check(ClaimForm claim, String text, String plan, AgentNames names) {
		FormErrors errors = new FormErrors();
		QuotePlace place = QuotePlace.of(1, "", QuotePlace.quote(claim), text);
		if (!place.isFound()) {
			errors.add(ID + "-exact", place.sentence());
		}
		ClaimSubmission read = new ClaimReading(errors, names).read(ID, claim, NO_KEY, ID);
		for (ClaimRefusal refusal : this.annotating.check(read, plan.isBlank() ? null : Typed.shown(plan))) {
			errors.addUnlessKnown(ID + "-" + ClaimReading.field(refusal.field(), claim), refusal.sentence());
		}
		return errors;
	}

	/** Whether everything that a claim needs is there, without a look at the plan. */
	static boolean isComplete(ClaimForm claim, AgentNames names) {
		FormErrors errors = new FormErrors();
		new ClaimReading(errors, names).read(ID, claim, NO_KEY, ID);
		return errors.isEmpty() && !claim.paraphrase().isBlank();
	}

}
