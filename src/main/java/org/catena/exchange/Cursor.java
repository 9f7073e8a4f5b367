package org.catena.exchange;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A place in the order of changes: behind the last thing that a program was given. For
 * programs it is a word without meaning.
 *
 * @param epoch the order in which it is a place
 * @param transaction the transaction that changed that thing, as PostgreSQL writes it
 * @param id that thing's id
 */
record Cursor(String epoch, String transaction, long id) {

	private static final Pattern FORM = Pattern.compile("([0-9a-f-]{36}) (\\d{1,20}) (\\d{1,18})");

	private static final BigInteger LAST_TRANSACTION = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);

	/** Before everything. */
	static Cursor beginning(String epoch) {
		return new Cursor(epoch, "0", 0);
	}

	/**
	 * Reads what a program gives back.
	 * @param word the word that it was given
	 * @param epoch the order that holds now
	 * @throws ApiProblem if it is no such word, or of an earlier order
	 */
	static Cursor read(@Nullable String word, String epoch) {
		if (word == null) {
			return beginning(epoch);
		}
		Matcher form = FORM.matcher(decoded(word));
		if (!form.matches() || new BigInteger(form.group(2)).compareTo(LAST_TRANSACTION) > 0) {
			throw new ApiProblem(ApiProblem.Type.BAD_PARAMETER,
					"The cursor is none that this archive gave. Use the addresses of “next” and “follow” as they are.");
		}
		if (!form.group(1).equals(epoch)) {
			throw new ApiProblem(ApiProblem.Type.CURSOR_EXPIRED,
					"The archive has moved, and its order of changes was begun anew. Begin again without a cursor.");
		}
		return new Cursor(epoch, form.group(2), Long.parseLong(form.group(3)));
	}

	private static String decoded(String word) {
		try {
			return new String(Base64.getUrlDecoder().decode(word), StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return "";
		}
	}

	String word() {
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString((this.epoch + " " + this.transaction + " " + this.id).getBytes(StandardCharsets.UTF_8));
	}

}
