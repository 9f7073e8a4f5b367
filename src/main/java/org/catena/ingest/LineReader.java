package org.catena.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

import org.jspecify.annotations.Nullable;

/**
 * Reads lines of bytes. However long a line is, no more of it is kept than is allowed.
 */
final class LineReader {

	private final InputStream in;

	private final int longest;

	private final byte[] buffer = new byte[64 * 1024];

	private int at;

	private int end;

	private int number;

	/**
	 * Begins to read.
	 * @param in the bytes, which need no buffer
	 * @param longest bytes that a line may have at most, without its end
	 */
	LineReader(InputStream in, int longest) {
		this.in = in;
		this.longest = longest;
	}

	/** The next line, or null at the end. A line ends by LF or CRLF. */
	@Nullable Line next() throws IOException {
		if (!fill()) {
			return null;
		}
		this.number++;
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
		boolean whole = true;
		boolean ended = false;
		while (!ended && fill()) {
			int from = this.at;
			while (this.at < this.end && this.buffer[this.at] != '\n') {
				this.at++;
			}
			if (bytes.size() + this.at - from <= this.longest) {
				bytes.write(this.buffer, from, this.at - from);
			}
			else {
				whole = false;
			}
			ended = this.at < this.end;
			this.at += ended ? 1 : 0;
		}
		byte[] content = whole ? bytes.toByteArray() : new byte[0];
		int length = content.length - ((content.length > 0 && content[content.length - 1] == '\r') ? 1 : 0);
		return new Line(this.number, content, length, whole);
	}

	/** Whether there is something to read. */
	private boolean fill() throws IOException {
		if (this.at == this.end) {
			this.at = 0;
			this.end = Math.max(0, this.in.read(this.buffer));
		}
		return this.at < this.end;
	}

	/**
	 * A line.
	 *
	 * @param number from 1
	 * @param bytes its bytes; none where it is too long
	 * @param length how many of them belong to it
	 * @param whole whether it is not too long
	 */
	record Line(int number, byte[] bytes, int length, boolean whole) {

		boolean isBlank() {
			for (int i = 0; i < this.length; i++) {
				if (this.bytes[i] != ' ' && this.bytes[i] != '\t') {
					return false;
				}
			}
			return this.whole;
		}

	}

}
