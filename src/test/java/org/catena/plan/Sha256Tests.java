package org.catena.plan;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class Sha256Tests {

	@Test
	void hashesAsTheStandardSays() {
		// FIPS 180-4, examples.
		assertThat(Sha256.of("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
		assertThat(Sha256.of("")).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
	}

	@Test
	void hashesTextAsUtf8() {
		String text = "Zoë “deal” \ud83d\udd4a";
		assertThat(Sha256.of(text)).isEqualTo(Sha256.of(text.getBytes(StandardCharsets.UTF_8)))
			.isNotEqualTo(Sha256.of(text.getBytes(StandardCharsets.UTF_16)));
	}

	@Test
	void isTheSameForEqualRecords() {
		assertThat(Sha256.of(named("Kyiv Post", "kyivpost.com")))
			.isEqualTo(Sha256.of(named("Kyiv Post", "kyivpost.com")));
	}

	@Test
	void changesWithEveryComponent() {
		Name name = named("Kyiv Post", "KP");
		assertThat(List.of(Sha256.of(name), Sha256.of(new Name("kyiv post", name.variants(), name.about())),
				Sha256.of(new Name(name.name(), List.of(), name.about())),
				Sha256.of(new Name(name.name(), name.variants(), "a daily"))))
			.doesNotHaveDuplicates();
	}

	@Test
	void tellsOneTextWithACommaFromTwoTexts() {
		assertThat(Sha256.of(named("Vance", "J.D. Vance, J. D. Vance")))
			.isNotEqualTo(Sha256.of(named("Vance", "J.D. Vance", "J. D. Vance")));
	}

	@Test
	void tellsNoTextFromTheWordNull() {
		assertThat(Sha256.of(new Name("x", List.of(), null))).isNotEqualTo(Sha256.of(new Name("x", List.of(), "null")));
	}

	@Test
	void tellsAComponentFromTextThatLooksLikeTheNextOne() {
		assertThat(Sha256.of(new Pair("a, right=b", "c"))).isNotEqualTo(Sha256.of(new Pair("a", "b, right=c")));
		assertThat(Sha256.of(new Nested(new Pair("a", "b"), Map.of(), null)))
			.isNotEqualTo(Sha256.of(new Nested(new Pair("a, right=b], x=[", ""), Map.of(), null)));
	}

	@Test
	void hashesRecordsInRecordsAndMaps() {
		Map<String, String> themes = new TreeMap<>(Map.of("nato", "NATO", "forces", "armed forces"));
		String hash = Sha256.of(new Nested(new Pair("a", "b"), themes, new BigDecimal("0.90")));
		assertThat(Sha256.of(new Nested(new Pair("a", "c"), themes, new BigDecimal("0.90")))).isNotEqualTo(hash);
		assertThat(Sha256.of(new Nested(new Pair("a", "b"), themes, new BigDecimal("0.91")))).isNotEqualTo(hash);
		themes.put("forces", "forces");
		assertThat(Sha256.of(new Nested(new Pair("a", "b"), themes, new BigDecimal("0.90")))).isNotEqualTo(hash);
	}

	private static Name named(String name, String... variants) {
		return new Name(name, Arrays.asList(variants), null);
	}

	private record Name(String name, List<String> variants, @Nullable String about) {
	}

	private record Pair(String left, String right) {
	}

	private record Nested(Pair pair, Map<String, String> themes, @Nullable BigDecimal confidence) {
	}

}
