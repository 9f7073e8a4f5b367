package org.catena.ingest;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Reads records of CSV (RFC 4180): fields parted by commas, in quotation marks where they
 * hold a comma, a quotation mark (twice then) or an end of line. However long a record
 * is, no more of it is kept than is allowed, and a malformed one is said to be so: the
 * library that writes our tables keeps whole records and ends at the first bad one.
 */
final class CsvReader {

	/** Fields of a record that are kept; more than any header names. */
	private static final int MOST_FIELDS = 100;

	private static final int END = -1;

	private final Reader in;

	private final int longest;

	private int line = 1;

	private int letter;

	/**
	 * Begins to read.
	 * @param in the characters, which should be buffered
	 * @param longest characters that a record may have at most
	 * @throws IOException when nothing can be read
	 */
	CsvReader(Reader in, int longest) throws IOException {
		this.in = in;
		this.longest = longest;
		this.letter = in.read();
		if (this.letter == '\uFEFF') {
			this.letter = in.read();
		}
	}

	/** The next record, or null at the end. */
	@Nullable CsvRecord next() throws IOException {
		if (this.letter == END) {
			return null;
		}
		int first = this.line;
		List<String> fields = new ArrayList<>();
		int length = 0;
		boolean closed = true;
		boolean last = false;
		while (!last) {
			StringBuilder field = new StringBuilder();
			if (this.letter == '"') {
				closed = quoted(field, length);
			}
			while (this.letter != ',' && this.letter != '\n' && this.letter != END) {
				keep(field, length);
				advance();
			}
			if (!field.isEmpty() && field.charAt(field.length() - 1) == '\r') {
				field.setLength(field.length() - 1);
			}
			length += field.length() + 1;
			if (fields.size() < MOST_FIELDS) {
				fields.add(field.toString());
			}
			last = this.letter != ',';
			if (this.letter != END) {
				advance();
			}
		}
		return new CsvRecord(first, fields, length <= this.longest, closed);
	}

	/** Whether the quotation mark that opens the field is closed. */
	private boolean quoted(StringBuilder field, int before) throws IOException {
		advance();
		while (this.letter != END) {
			if (this.letter == '"') {
				advance();
				if (this.letter != '"') {
					return true;
				}
			}
			keep(field, before);
			advance();
		}
		return false;
	}

	/** A record that is too long is read to its end, but only counted. */
	private void keep(StringBuilder field, int before) {
		if (before + field.length() <= this.longest) {
			field.append((char) this.letter);
		}
	}

	private void advance() throws IOException {
		if (this.letter == '\n') {
			this.line++;
		}
		this.letter = this.in.read();
	}

	/**
	 * A record.
	 *
	 * @param line the line in which it begins, from 1
	 * @param fields its fields
	 * @param whole whether it is not too long
	 * @param closed whether every quotation mark is closed
	 */
	record CsvRecord(int line, List<String> fields, boolean whole, boolean closed) {

		boolean isEmpty() {
			return this.fields.size() == 1 && this.fields.get(0).isBlank();
		}

	}

}
