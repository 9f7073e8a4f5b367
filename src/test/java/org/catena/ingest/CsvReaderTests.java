package org.catena.ingest;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

import org.catena.ingest.CsvReader.CsvRecord;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CsvReaderTests {

	@Test
	void readsFieldsInQuotationMarks() throws IOException {
		assertThat(read("a,b\r\n\"one, two\",\"he said \"\"no\"\"\"\n\"line\nbreak\",\n,x")).containsExactly(
				new CsvRecord(1, List.of("a", "b"), true, true),
				new CsvRecord(2, List.of("one, two", "he said \"no\""), true, true),
				new CsvRecord(3, List.of("line\nbreak", ""), true, true),
				new CsvRecord(5, List.of("", "x"), true, true));
	}

	@Test
	void passesOverAByteOrderMark() throws IOException {
		assertThat(read("\uFEFFa\n")).containsExactly(new CsvRecord(1, List.of("a"), true, true));
	}

	@Test
	void readsNothingOfNothing() throws IOException {
		assertThat(read("")).isEmpty();
	}

	@Test
	void noticesAQuotationMarkThatIsNotClosed() throws IOException {
		assertThat(read("a\n\"b\nc")).last().isEqualTo(new CsvRecord(2, List.of("b\nc"), true, false));
	}

	@Test
	void keepsNoMoreOfALongRecordThanIsAllowed() throws IOException {
		List<CsvRecord> records = read("x".repeat(1_000_000) + "\nb\n");
		assertThat(records.get(0).whole()).isFalse();
		assertThat(records.get(0).fields().get(0)).hasSizeLessThan(200);
		assertThat(records.get(1)).isEqualTo(new CsvRecord(2, List.of("b"), true, true));
	}

	@Test
	void keepsNoMoreFieldsThanAnyHeaderHas() throws IOException {
		assertThat(read(",".repeat(100_000)).get(0).fields()).hasSizeLessThan(200);
	}

	private static List<CsvRecord> read(String csv) throws IOException {
		CsvReader reader = new CsvReader(new StringReader(csv), 100);
		List<CsvRecord> records = new ArrayList<>();
		for (CsvRecord next = reader.next(); next != null; next = reader.next()) {
			records.add(next);
		}
		return records;
	}

}
