package org.catena.annotation;

/**
 * Why a claim cannot be kept as it was handed in.
 *
 * @param key the claim's id
 * @param code a short constant name of the fault, for programs
 * @param field the field that it concerns, as files and forms call it
 * @param sentence what to do
 */
public record ClaimRefusal(String key, String code, String field, String sentence) {

	/** The quote is not in the text. */
	public static final String QUOTE_NOT_FOUND = "QUOTE_NOT_FOUND";

	/** The quote is in the text more than once. */
	public static final String QUOTE_AMBIGUOUS = "QUOTE_AMBIGUOUS";

	/** A value breaks a rule of the codebook or names something that does not exist. */
	public static final String VALUE_REFUSED = "VALUE_REFUSED";

	/** An editor changed the claim, so that a file's must not overwrite it. */
	public static final String CHANGED_BY_EDITOR = "CHANGED_BY_EDITOR";

	/** Of two claims that are handed in under one id, the second is refused. */
	static ClaimRefusal twice(String key) {
		return new ClaimRefusal(key, VALUE_REFUSED, "id",
				"The id \"" + key + "\" stands twice. Give one of the two claims a new id.");
	}

}
