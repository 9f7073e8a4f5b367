package org.catena.ingest;

import org.catena.annotation.ClaimRefusal;
import org.jspecify.annotations.Nullable;

/**
 * Something that an editor should look at.
 *
 * @param level how grave it is
 * @param stage where it arose
 * @param code a short constant name, for programs
 * @param file the file, below the corpus
 * @param line the line in the file, from 1, where known
 * @param sentence what to do
 */
record Problem(Level level, Stage stage, String code, String file, @Nullable Integer line, String sentence) {

	static Problem unreadable(String file, @Nullable Integer line, String sentence) {
		return new Problem(Level.ERROR, Stage.READ, "FILE_UNREADABLE", file, line, sentence);
	}

	static Problem refused(String file, @Nullable Integer line, ClaimRefusal refusal) {
		Stage stage = refusal.code().startsWith("QUOTE_") ? Stage.ANCHOR : Stage.CHECK;
		return new Problem(Level.ERROR, stage, refusal.code(), file, line, refusal.key() + ": " + refusal.sentence());
	}

	@Override
	public String toString() {
		return this.file + ((this.line != null) ? ":" + this.line : "") + " " + this.level.word() + " " + this.code
				+ " " + this.sentence;
	}

}
