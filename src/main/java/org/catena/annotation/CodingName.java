package org.catena.annotation;

/**
 * Names of the codings that the corpus holds beside the one that the archive shows. They
 * serve agreement only.
 */
public final class CodingName {

	/** The first coding as it was made, before it was adjudicated. */
	public static final String FIRST_INDEPENDENT = "first-independent";

	/** The coding that was made by somebody who had not seen the first. */
	public static final String SECOND = "second";

	/**
	 * Parts an independent claim's id from that of the adjudicated claim that it became:
	 * both are kept, and ids are unique.
	 */
	private static final String INDEPENDENT_MARK = "independent";

	private CodingName() {
	}

	/** The id under which a claim is kept as it was before adjudication. */
	static String independentKey(String key) {
		return key + INDEPENDENT_MARK;
	}

	/** The id that a claim has in the files, whichever coding it belongs to. */
	public static String keyInFiles(String key) {
		return key.endsWith(INDEPENDENT_MARK) ? key.substring(0, key.length() - INDEPENDENT_MARK.length()) : key;
	}

}
