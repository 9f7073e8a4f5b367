package org.catena.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LineReaderTests {

	@Test
	void readsLinesWhicheverWayTheyEnd() throws IOException {
		assertThat(read("one\r\n\ntwo\n\nthree")).containsExactly("1:one", "2:", "3:two", "4:", "5:three");
	}

	@Test
	void readsLinesAcrossBuffers() throws IOException {
		String line = "ü".repeat(40_000);
		assertThat(read(line + "\nb\n")).containsExactly("1:" + line, "2:b");
	}

	@Test
	void keepsNothingOfALineThatIsTooLong() throws IOException {
		assertThat(read("x".repeat(500_000) + "\nb")).containsExactly("1 too long", "2:b");
	}

	@Test
	void readsNothingOfNothing() throws IOException {
		assertThat(read("")).isEmpty();
	}

	private static List<String> read(String text) throws IOException {
		LineReader reader = new LineReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 100_000);
		List<String> lines = new ArrayList<>();
		for (LineReader.Line next = reader.next(); next != null; next = reader.next()) {
			lines.add(next.number() + (next.whole()
					? ":" + new String(next.bytes(), 0, next.length(), StandardCharsets.UTF_8) : " too long"));
		}
		return lines;
	}

}
