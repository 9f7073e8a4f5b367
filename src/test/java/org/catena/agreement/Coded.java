package org.catena.agreement;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.catena.agreement.CodedClaim.PointLink;
import org.catena.article.TextSpan;

/** Claims for tests: a span, and values where a test speaks of them. */
final class Coded {

	private static final TextRef TEXT = new TextRef("ash-2025-11-24", "Title", "Kyiv Post");

	private Coded() {
	}

	static CodedClaim claim(String name, int start, int end) {
		return claim(name, start, end, Map.of());
	}

	static CodedClaim claim(String name, int start, int end, Map<CodedField, String> values, PointLink... points) {
		Map<CodedField, String> all = new EnumMap<>(CodedField.class);
		for (CodedField field : CodedField.values()) {
			all.put(field, values.getOrDefault(field, CodedClaim.NONE));
		}
		return new CodedClaim(TEXT.slug() + "/" + name, new TextSpan(start, end), "words of " + start, "paraphrase",
				all, List.of(), java.util.Arrays.stream(points).collect(Collectors.toCollection(TreeSet::new)));
	}

	static PointLink point(int number, String letter, String bearing) {
		return new PointLink("28-point-plan", number, letter.isEmpty() ? null : letter, bearing);
	}

	static CodedText text(int length, List<CodedClaim> first, List<CodedClaim> second) {
		return new CodedText(TEXT, length, first, second);
	}

}
