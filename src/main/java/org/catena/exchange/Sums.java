package org.catena.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 sums of files, as {@code sha256sum} writes them.
 */
final class Sums {

	private Sums() {
	}

	static MessageDigest begin() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static String end(MessageDigest digest) {
		return HexFormat.of().formatHex(digest.digest());
	}

	static String of(Path file) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			return of(in);
		}
	}

	/** Of what is left of a stream, which is read to its end. */
	static String of(InputStream in) throws IOException {
		MessageDigest digest = begin();
		new DigestInputStream(in, digest).transferTo(java.io.OutputStream.nullOutputStream());
		return end(digest);
	}

}
