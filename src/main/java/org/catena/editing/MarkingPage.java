package org.catena.editing;

import java.util.List;

import org.catena.article.Sentence;
import org.catena.editing.PublishedArticles.ClaimRow;
import org.catena.suggestion.Suggested;
import org.jspecify.annotations.Nullable;

/**
 * The page on which claims are marked in a text.
 *
 * @param work in which they are marked
 * @param title of the text
 * @param text the text with the claims over it
 * @param sentence the number of the chosen sentence, from 1; 0 where the text has none
 * @param sentences how many sentences the text has
 * @param covered how many of them carry a claim
 * @param entry the claim in the form
 * @param claims the claims of the draft or coding, in the order of the text; those
 * without a place come last
 * @param published how many published claims the article has
 * @param blind whether the published claims are hidden
 * @param likely what is likely of the words that are chosen
 * @param overlooked sentences without a claim that look like one
 * @param removed claims that can be put back
 * @param choices what the fields offer
 * @param variants other names of people and bodies, with the names that they stand for
 * @param recorded the published claims that are not hidden
 */
record MarkingPage(Markable work, String title, MarkedText text, int sentence, int sentences, int covered, Entry entry,
		List<Listed> claims, int published, boolean blind, Suggested likely, List<Overlooked> overlooked,
		List<RemovedClaims.Removed> removed, FormChoices choices, List<Choice> variants,
		List<ClaimRow> recorded) implements FieldPage {

	public FormErrors errors() {
		return this.entry.errors();
	}

	public ClaimForm form() {
		return this.entry.form();
	}

	public String heading() {
		return (this.entry.number() > 0) ? "Claim " + this.entry.number() : "New claim";
	}

	/** The address of a sentence. */
	public String address(int sentence) {
		return address("sentence=" + sentence);
	}

	/** The address of one of its claims. */
	public String addressOfClaim(Object number) {
		return address("claim=" + number);
	}

	/** Where a published claim is edited, and the editor comes back from. */
	public String addressOfRecorded(String key, int sentence) {
		return "/admin/claims/" + key + "?draft=" + this.work.id() + "&sentence=" + sentence;
	}

	/** Where a script asks what is likely. */
	public String likelyAddress() {
		return this.work.marking() + "/likely" + (this.blind ? "?blind=yes" : "");
	}

	/** Where a removed claim is put back. */
	public String addressOfRemoved(long id) {
		return this.work.marking() + "/removed/" + id;
	}

	private String address(String query) {
		return this.work.marking() + "?" + query + (this.blind && !this.work.isSecondCoding() ? "&blind=yes" : "");
	}

	/**
	 * What stands in the form.
	 *
	 * @param number of the claim in the draft, from 1; 0 for a new one
	 * @param seen tells the claim from others, as it was when the form was laid out
	 * @param form the claim
	 * @param agent somebody new whom it names
	 * @param reason for removing it, as typed
	 * @param errors what is to be mended
	 * @param notice what else there is to say
	 */
	record Entry(int number, String seen, ClaimForm form, AgentForm agent, String reason, FormErrors errors,
			@Nullable String notice) {
	}

	/**
	 * A claim of the draft.
	 *
	 * @param number from 1
	 * @param brief the beginning of its quote
	 * @param stance of its claimant, empty where none is chosen
	 * @param points that it is about or touches
	 * @param placed whether its quote stands at one place of the text
	 * @param complete whether nothing is missing
	 */
	record Listed(int number, String brief, String stance, String points, boolean placed, boolean complete) {
	}

	/**
	 * A sentence without a claim that looks like one.
	 *
	 * @param number among the sentences of the text, from 1
	 * @param sentence the sentence
	 */
	record Overlooked(int number, Sentence sentence) {
	}

}
