package org.catena.article;

/**
 * A stretch of a text, half-open: from {@code start} to before {@code end}, counted in
 * Unicode code points from 0, as the W3C's TextPositionSelector counts.
 *
 * @param start the first code point
 * @param end the code point after the last
 */
public record TextSpan(int start, int end) {

	public TextSpan {
		if (start < 0 || end <= start) {
			throw new IllegalArgumentException("A span goes forward from 0: [" + start + "," + end + ")");
		}
	}

	/** The length in code points. */
	public int length() {
		return this.end - this.start;
	}

	/** Whether the two share at least one code point. */
	public boolean overlaps(TextSpan other) {
		return this.start < other.end && other.start < this.end;
	}

	/**
	 * Cuts the span out of a text.
	 * @param text a text of at least {@link #end()} code points
	 * @return the words under the span
	 */
	public String in(String text) {
		int from = text.offsetByCodePoints(0, this.start);
		return text.substring(from, text.offsetByCodePoints(from, length()));
	}

}
