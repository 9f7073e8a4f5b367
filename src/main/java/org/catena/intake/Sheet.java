package org.catena.intake;

import java.util.ArrayList;
import java.util.List;

import org.catena.intake.ProposedLine.Removal;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a piece while it is cleaned.
 */
final class Sheet {

	private final List<Line> lines = new ArrayList<>();

	private final boolean plain;

	/**
	 * An empty sheet.
	 * @param plain whether the piece is plain text, in which nothing but form tells a
	 * heading
	 */
	Sheet(boolean plain) {
		this.plain = plain;
	}

	/** A line that rules take out or mark. */
	static final class Line {

		private final String text;

		private boolean subhead;

		private @Nullable Removal removal;

		private Line(String text, boolean subhead) {
			this.text = text;
			this.subhead = subhead;
		}

		String text() {
			return this.text;
		}

		/** The text without the bullet of a list. */
		String words() {
			return this.text.replaceFirst("^[•·▪◦*–—-][\\s\\u00A0]+", "");
		}

		boolean isSubhead() {
			return this.subhead;
		}

		boolean isKept() {
			return this.removal == null;
		}

		void remove(CleaningRule rule) {
			if (this.removal == null) {
				this.removal = new Removal(rule.word(), rule.why());
			}
		}

		void markSubhead() {
			this.subhead = true;
		}

	}

	boolean isPlain() {
		return this.plain;
	}

	Line add(String text, boolean subhead) {
		Line line = new Line(text, subhead);
		this.lines.add(line);
		return line;
	}

	/** The lines that no rule has taken out, in order. */
	List<Line> kept() {
		return this.lines.stream().filter(Line::isKept).toList();
	}

	/** The first of these lines, at most so many. */
	List<Line> top(int most) {
		return this.lines.stream().filter(Line::isKept).limit(most).toList();
	}

	List<ProposedLine> lines() {
		return this.lines.stream().map((line) -> new ProposedLine(line.text, line.subhead, line.removal)).toList();
	}

}
