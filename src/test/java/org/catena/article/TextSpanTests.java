package org.catena.article;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TextSpanTests {

	@ParameterizedTest
	@CsvSource({ "-1,3", "0,0", "5,5", "5,4", "2147483647,-2147483648" })
	void goesForwardFromZero(int start, int end) {
		assertThatIllegalArgumentException().isThrownBy(() -> new TextSpan(start, end))
			.withMessageContaining("[" + start + "," + end + ")");
	}

	@Test
	void countsItsCodePoints() {
		assertThat(new TextSpan(0, 1).length()).isEqualTo(1);
		assertThat(new TextSpan(3, 10).length()).isEqualTo(7);
	}

	@ParameterizedTest
	@CsvSource({ "0,5,5,10,false", "5,10,0,5,false", "0,6,5,10,true", "5,10,0,6,true", "0,10,3,4,true", "3,4,0,10,true",
			"2,3,2,3,true", "0,1,9,10,false" })
	void overlapsWhereBothHaveACodePoint(int start, int end, int otherStart, int otherEnd, boolean overlaps) {
		assertThat(new TextSpan(start, end).overlaps(new TextSpan(otherStart, otherEnd))).isEqualTo(overlaps);
	}

	@Test
	void cutsByCodePoints() {
		String text = "\ud83d\udd4aZ\u0131\u0308\ud83d\udd4a!";
		assertThat(new TextSpan(0, 1).in(text)).isEqualTo("\ud83d\udd4a");
		assertThat(new TextSpan(1, 2).in(text)).isEqualTo("Z");
		assertThat(new TextSpan(2, 4).in(text)).isEqualTo("\u0131\u0308");
		assertThat(new TextSpan(4, 6).in(text)).isEqualTo("\ud83d\udd4a!");
		assertThat(new TextSpan(0, 6).in(text)).isEqualTo(text);
	}

}
