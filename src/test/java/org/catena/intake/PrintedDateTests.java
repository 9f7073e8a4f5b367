package org.catena.intake;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PrintedDateTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			2025-12-09T23:30:00-05:00            | 2025-12-09
			2025-12-09 03:01:00.000000           | 2025-12-09
			2025/12/09                           | 2025-12-09
			20251209                             | 2025-12-09
			2025-12                              | 2025-12
			Posted Tuesday, 9 Dec 2025 by A. B.  | 2025-12-09
			December 9th, 2025 at 6:01 am        | 2025-12-09
			Tue, 09 Dec 2025 10:00:00 GMT        | 2025-12-09
			Sept. 3, 2025                        | 2025-09-03
			9. März 2025                         | 2025-03-09
			9 décembre 2025                      | 2025-12-09
			9 de diciembre de 2025               | 2025-12-09
			9 грудня 2025                        | 2025-12-09
			9 декабря 2025 г.                    | 2025-12-09
			2025年12月9日                          | 2025-12-09
			24/12/2025                           | 2025-12-24
			12/24/2025                           | 2025-12-24
			9.12.2025                            | 2025-12-09
			December 2025                        | 2025-12
			""")
	void finds(String printed, String edtf) {
		assertThat(PrintedDate.find(printed)).contains(edtf);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "03/04/2025", "12 minutes ago", "31 February 2025", "2025-13-40", "May I?",
			"28 points", "99999999999999999999" })
	void findsNone(String printed) {
		assertThat(PrintedDate.find(printed)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "12 minutes ago", "an hour ago", "Posted 3 days ago", "yesterday", "vor 2 Stunden", "5h ago" })
	void knowsWhatIsRelative(String printed) {
		assertThat(PrintedDate.isRelative(printed)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Founded February 28, 1998; 18 years ago", "9 December 2025", "Long ago" })
	void knowsWhatIsNotRelative(String printed) {
		assertThat(PrintedDate.isRelative(printed)).isFalse();
	}

}
