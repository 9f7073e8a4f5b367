package org.catena.exchange;

/**
 * Why a request of OAI-PMH is not answered (section 3.6).
 */
class OaiError extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String code;

	OaiError(String code, String sentence) {
		super(sentence, null, false, false);
		this.code = code;
	}

	static OaiError badArgument(String sentence) {
		return new OaiError("badArgument", sentence);
	}

	static OaiError badToken() {
		return new OaiError("badResumptionToken",
				"The resumption token is none that this archive gave out for this request.");
	}

	static OaiError none() {
		return new OaiError("noRecordsMatch", "No article was changed in that time and is in that set.");
	}

	String code() {
		return this.code;
	}

	String sentence() {
		return java.util.Objects.requireNonNull(getMessage());
	}

	/**
	 * Whether the response may repeat the arguments: not when they could not be
	 * understood.
	 */
	boolean repeatsArguments() {
		return !this.code.equals("badVerb") && !this.code.equals("badArgument");
	}

}
