package org.catena.intake;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ShinglesTests {

	@Test
	void tellsHowMuchOfATextStandsInAnother() {
		String text = "one two three four five six";
		assertThat(Shingles.contained(text, "ONE two, three four five six seven eight")).isEqualTo(1);
		assertThat(Shingles.contained(text, "one two three four five and then six")).isEqualTo(0.5);
		assertThat(Shingles.contained(text, "six five four three two one")).isZero();
		assertThat(Shingles.contained("one two", text)).isZero();
	}

}
