package org.catena.reading;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DateLabelTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			2025-12-09               | 9 December 2025                              | 2025-12-09
			2025-12-04~              | about 4 December 2025                        | 2025-12-04
			2025-12-04?              | probably 4 December 2025                     | 2025-12-04
			2025-12-04%              | probably about 4 December 2025               | 2025-12-04
			2025-12                  | December 2025                                | 2025-12
			2025-12~                 | about December 2025                          | 2025-12
			2025                     | 2025                                         | 2025
			2025?                    | probably 2025                                | 2025
			[2025-11-23..2025-11-30] | between 23 November 2025 and 30 November 2025 |
			[2025-12-03..]           | not before 3 December 2025                   |
			[..2025-12-03]           | not after 3 December 2025                    |
			2025-11-20/2025-11-21    | 20 November 2025 to 21 November 2025         |
			2025-11/2025-12          | November 2025 to December 2025               |
			2025-11-20/2025-11-21~   | 20 November 2025 to about 21 November 2025   |
			""")
	void saysWhatADateIs(String edtf, String words, String datetime) {
		DateLabel label = DateLabel.of(edtf, null);
		assertThat(label.text()).isEqualTo(words);
		assertThat(label.datetime()).isEqualTo(datetime);
		assertThat(label.edtf()).isEqualTo(edtf);
		assertThat(label.within()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "soon", "2025-13-01", "", "<script>alert(1)</script>" })
	void leavesWhatIsNoDateAsItIs(String text) {
		assertThat(DateLabel.words(text)).isEqualTo(text);
	}

	@Test
	void saysWithinWhichDaysADateLies() {
		assertThat(DateLabel.of("2025-12-04~", "[2025-12-03..2025-12-07]").within())
			.isEqualTo("between 3 December 2025 and 7 December 2025");
		assertThat(DateLabel.of("2025-12-03~", "[2025-12-03..]").within()).isEqualTo("not before 3 December 2025");
	}

	@Test
	void saysNothingTwice() {
		assertThat(DateLabel.of("[2025-12-03..2025-12-07]", "[2025-12-03..2025-12-07]").within()).isNull();
	}

}
