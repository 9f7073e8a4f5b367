package org.catena.article;

import java.util.List;

/**
 * A submission cannot be taken in as it is; the refusals say what to mend where.
 */
public class SubmissionRefused extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient List<Refusal> refusals;

	public SubmissionRefused(List<Refusal> refusals) {
		super(refusals.toString());
		this.refusals = List.copyOf(refusals);
	}

	/** What is to be mended, at least one. */
	public List<Refusal> refusals() {
		return this.refusals;
	}

	/**
	 * One thing to mend.
	 *
	 * @param field the field that it concerns, as files and forms call it
	 * @param sentence what to do, in a sentence
	 */
	public record Refusal(String field, String sentence) {
	}

}
