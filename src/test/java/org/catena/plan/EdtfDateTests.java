package org.catena.plan;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class EdtfDateTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			2025-12-09               | 2025-12-09 | 2025-12-09
			2025-12-09?              | 2025-12-09 | 2025-12-09
			2025-12-04~              | 2025-12-01 | 2025-12-07
			2025-12-04%              | 2025-12-01 | 2025-12-07
			2025-01-02~              | 2024-12-30 | 2025-01-05
			2025-02                  | 2025-02-01 | 2025-02-28
			2024-02                  | 2024-02-01 | 2024-02-29
			2025-02?                 | 2025-02-01 | 2025-02-28
			2025-12~                 | 2025-11-01 | 2026-01-31
			2025-12%                 | 2025-11-01 | 2026-01-31
			2025                     | 2025-01-01 | 2025-12-31
			2025?                    | 2025-01-01 | 2025-12-31
			2025~                    | 2024-01-01 | 2026-12-31
			2025%                    | 2024-01-01 | 2026-12-31
			2024-02-29               | 2024-02-29 | 2024-02-29
			2025-11-20/2025-11-21    | 2025-11-20 | 2025-11-21
			2025-11/2025-12          | 2025-11-01 | 2025-12-31
			2024/2025-03-05          | 2024-01-01 | 2025-03-05
			2025-11-20~/2025-11-21   | 2025-11-17 | 2025-11-21
			[2025-11-23..2025-11-30] | 2025-11-23 | 2025-11-30
			[2025-11..2025-12]       | 2025-11-01 | 2025-12-31
			[2025-12-03..]           | 2025-12-03 | 9999-12-31
			[..2025-12-03]           | 0001-01-01 | 2025-12-03
			[2025-12-09..2025-12-09] | 2025-12-09 | 2025-12-09
			9999~                    | 9998-01-01 | 9999-12-31
			9999-12~                 | 9999-11-01 | 9999-12-31
			9999-12-30~              | 9999-12-27 | 9999-12-31
			0001~                    | 0001-01-01 | 0002-12-31
			0001-01~                 | 0001-01-01 | 0001-02-28
			0001-01-02~              | 0001-01-01 | 0001-01-05
			0001~/9999~              | 0001-01-01 | 9999-12-31
			""")
	void boundsWhatADateCanMean(String edtf, LocalDate earliest, LocalDate latest) {
		EdtfDate date = EdtfDate.parse(edtf);
		assertThat(date.earliest()).isEqualTo(earliest);
		assertThat(date.latest()).isEqualTo(latest);
		assertThat(date.text()).isEqualTo(edtf);
	}

	@Test
	void leavesOutWhiteSpaceAround() {
		assertThat(EdtfDate.parse(" \t2025-12-09\u2003\n")).isEqualTo(EdtfDate.parse("2025-12-09"));
		assertThat(EdtfDate.parse("[ 2025-12-01 .. 2025-12-07 ]").latest()).isEqualTo(LocalDate.of(2025, 12, 7));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "today", "9 December 2025", "09.12.2025", "12/09/2025", "2025-12-9", "2025-1-09",
			"25-12-09", "20251209", "2025-13-01", "2025-00-01", "2025-12-00", "2025-12-32", "2025-02-29", "2025-04-31",
			"2100-02-29", "0000", "0000-01-01", "2025-12-09T10:00", "2025-12-09~~", "~2025-12-09", "2025-12-09 ~",
			"-2025", "+2025", "2025-12-", "2025-", "y12025", "[..]", "[ .. ]", "[]", "[2025]", "[2025..2026",
			"2025..2026", "[2025...2026]", "[2025..2026..2027]", "[today..2025]", "2025/", "/2025", "/",
			"2025/2026/2027", "2025-12-09/today", "[2025-12-09..2025-12-08]", "2025-12-09/2025-12-08", "2026/2025",
			"٢٠٢٥-١٢-٠٩", "２０２５", "2025-12-09\u0000", "2025\u200b", "📅", "<script>", "' or 1=1 --" })
	void refusesWhatIsNoDate(String text) {
		assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> EdtfDate.parse(text));
		assertThat(EdtfDate.find(text)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "9", "[", "[[", "..", "/", "[..", "2025/", "2025-", "~", "\ud83d\ude00", "\ud800" })
	void refusesLongTextsAtOnceAndWithoutRepeatingThem(String piece) {
		assertTimeoutPreemptively(Duration.ofSeconds(5),
				() -> assertThatExceptionOfType(DateTimeException.class)
					.isThrownBy(() -> EdtfDate.parse(piece.repeat(500_000)))
					.satisfies((ex) -> assertThat(ex.getMessage().length()).isLessThan(200)));
	}

	@Test
	void findsNothingInNothing() {
		assertThat(EdtfDate.find(null)).isEmpty();
		assertThat(EdtfDate.find("  ")).isEmpty();
		assertThat(EdtfDate.find("2025-12-09")).contains(EdtfDate.parse("2025-12-09"));
	}

	@Test
	void narrowsItsBoundsByASet() {
		EdtfDate narrowed = EdtfDate.parse("2025-12-04~").within(EdtfDate.parse("[2025-12-03..2025-12-06]"));
		assertThat(narrowed.earliest()).isEqualTo(LocalDate.of(2025, 12, 3));
		assertThat(narrowed.latest()).isEqualTo(LocalDate.of(2025, 12, 6));
		assertThat(narrowed.text()).isEqualTo("2025-12-04~");
	}

	@Test
	void keepsTheBoundThatASetLeavesOpen() {
		EdtfDate date = EdtfDate.parse("2025-12-03~");
		EdtfDate notBefore = date.within(EdtfDate.parse("[2025-12-03..]"));
		assertThat(notBefore.earliest()).isEqualTo(LocalDate.of(2025, 12, 3));
		assertThat(notBefore.latest()).isEqualTo(LocalDate.of(2025, 12, 6));
		EdtfDate notAfter = date.within(EdtfDate.parse("[..2025-12-04]"));
		assertThat(notAfter.earliest()).isEqualTo(LocalDate.of(2025, 11, 30));
		assertThat(notAfter.latest()).isEqualTo(LocalDate.of(2025, 12, 4));
	}

	@ParameterizedTest
	@ValueSource(strings = { "[2026-01-01..]", "[..2024-01-01]", "[2026-01-01..2026-02-01]" })
	void keepsItsBoundsInOrderWhereASetContradictsIt(String set) {
		EdtfDate within = EdtfDate.parse(set);
		EdtfDate narrowed = EdtfDate.parse("2025-12-04~").within(within);
		assertThat(narrowed.latest()).isAfterOrEqualTo(narrowed.earliest());
		assertThat(narrowed.earliest()).isBetween(within.earliest(), within.latest());
		assertThat(narrowed.latest()).isBetween(within.earliest(), within.latest());
	}

	@ParameterizedTest
	@CsvSource({ "2025-12-09,true", "2025-12-09~,false", "2025-12-09?,false", "2025-12-09%,false", "2025-12,false",
			"2025,false", "[2025-12-09..2025-12-09],false", "2025-12-09/2025-12-09,false" })
	void knowsWhetherItIsOneDay(String edtf, boolean exact) {
		assertThat(EdtfDate.parse(edtf).isExactDay()).isEqualTo(exact);
	}

}
