package org.catena.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Fixity: the SHA-256 (FIPS 180-4) of a text in UTF-8, as 64 lower-case hexadecimal
 * digits.
 */
public final class Sha256 {

	private Sha256() {
	}

	/** The hash of a text. */
	public static String of(String text) {
		return of(text.getBytes(StandardCharsets.UTF_8));
	}

	/** The hash of some bytes. */
	public static String of(byte[] bytes) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

	/**
	 * The hash of everything that a record of a submission holds, by its canonical form,
	 * {@link Record#toString()}: it changes when and only when a component changes, as
	 * far as components are texts, numbers, records and ordered collections of these.
	 */
	public static String of(Record submission) {
		return of(submission.toString());
	}

}
