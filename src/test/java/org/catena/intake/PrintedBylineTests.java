package org.catena.intake;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PrintedBylineTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			By Zoë Pomeroy                                 | Zoë Pomeroy
			Posted Tuesday, 9 Dec 2025 by Pavel K. Baev    | Pavel K. Baev
			By Ann Example and Bo Sample                   | Ann Example; Bo Sample
			Ann Example, Bo Sample & Cy Third              | Ann Example; Bo Sample; Cy Third
			By Ann Example March 25, 2015                  | Ann Example
			by Ann Example22 Dec 2016651                   | Ann Example
			Par Sébastien Exemple                          | Sébastien Exemple
			Von Karl Beispiel und Eva Muster               | Karl Beispiel; Eva Muster
			Jong, Michiel de                               | Jong, Michiel de
			By Brenda Example, MA                          | Brenda Example
			Author: Ann Example                            | Ann Example
			Joe Example Monday, February 29, 2016 @ 11 PM  | Joe Example
			@tashecon                                      | @tashecon
			肖春芳                                            | 肖春芳
			""")
	void namesTheAuthors(String printed, String names) {
		assertThat(String.join("; ", PrintedByline.names(printed))).isEqualTo(names);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "https://example.org/ann", "Follow Author", "Last Updated: January 7, 2025", "Unknown",
			"12", "By" })
	void namesNobody(String printed) {
		assertThat(PrintedByline.names(printed)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "By Zoë Pomeroy", "Posted Tuesday, 9 Dec 2025 by Pavel K. Baev", "BY ANN EXAMPLE" })
	void knowsALineOfItsOwn(String line) {
		assertThat(PrintedByline.ofLine(line)).contains(line);
	}

	@ParameterizedTest
	@ValueSource(strings = { "By then the talks had failed.",
			"By Friday nobody in the room believed any of it, and all left.", "The plan was written by Steve Witkoff" })
	void knowsASentence(String line) {
		assertThat(PrintedByline.ofLine(line)).isEmpty();
	}

}
