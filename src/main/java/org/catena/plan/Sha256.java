package org.catena.plan;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;

import org.jspecify.annotations.Nullable;

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
	 * The hash of everything that a record of a submission holds. It changes when and
	 * only when a component changes, as far as components are values, records, and
	 * ordered collections and maps of these.
	 */
	public static String of(Record submission) {
		StringBuilder canonical = new StringBuilder();
		append(submission, canonical);
		return of(canonical.toString());
	}

	/**
	 * Writes each value with its length and each composite with its size, so that no
	 * value can look like the end of one and the beginning of another.
	 */
	private static void append(@Nullable Object value, StringBuilder canonical) {
		if (value == null) {
			canonical.append('~');
		}
		else if (value instanceof Record composite) {
			RecordComponent[] components = composite.getClass().getRecordComponents();
			canonical.append('(').append(components.length);
			for (RecordComponent component : components) {
				append(read(component, composite), canonical);
			}
		}
		else if (value instanceof Collection<?> elements) {
			canonical.append('[').append(elements.size());
			elements.forEach((element) -> append(element, canonical));
		}
		else if (value instanceof Map<?, ?> map) {
			canonical.append('{').append(map.size());
			map.forEach((key, element) -> {
				append(key, canonical);
				append(element, canonical);
			});
		}
		else {
			String text = value.toString();
			canonical.append('"').append(text.length()).append('"').append(text);
		}
	}

	private static @Nullable Object read(RecordComponent component, Record composite) {
		try {
			Method accessor = component.getAccessor();
			accessor.setAccessible(true);
			return accessor.invoke(composite);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException("Not readable: " + component, ex);
		}
	}

}
