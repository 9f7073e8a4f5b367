package org.catena.exchange;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Entity tags (RFC 9110, section 8.8.3): weak ones, so that answers may be packed for the
 * way. The same tag means the same answer.
 */
final class EntityTag {

	private EntityTag() {
	}

	/** The tag of some bytes, in its quotes. */
	static String of(byte[] bytes) {
		try {
			return "W/\"" + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 16) + '"';
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** The tag of what a text stands for, in its quotes. */
	static String of(String text) {
		return of(text.getBytes(StandardCharsets.UTF_8));
	}

	/** Ends an answer with bytes and their tag. */
	static ResponseEntity<byte[]> answer(ResponseEntity.BodyBuilder response, MediaType type, byte[] bytes) {
		return response.contentType(type).eTag(of(bytes)).body(bytes);
	}

}
