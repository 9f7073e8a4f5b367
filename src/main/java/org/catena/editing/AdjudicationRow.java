package org.catena.editing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.catena.editing.Decisions.Choice;
import org.catena.editing.Decisions.Decided;
import org.catena.editing.Decisions.Decision;
import org.catena.history.ToldChange;
import org.jspecify.annotations.Nullable;

/**
 * A claim of two codings side by side, or of the only one that has it.
 *
 * @param number from 1, in the order of the text
 * @param first as it is published now; where it was withdrawn meanwhile, as it was when
 * the second coding was finished
 * @param second as the second coding has it
 * @param claim the published claim; null where there is none, or none any more
 * @param lastChange the number of the last change of the published claim; 0 where there
 * is none
 * @param meanwhile what was changed in the published claim since the second coding was
 * finished, the newest first
 * @param lines the values, those first in which the two differ
 * @param decision what was decided
 */
record AdjudicationRow(int number, @Nullable Side first, @Nullable Side second, @Nullable RecordedClaim claim,
		long lastChange, List<ToldChange> meanwhile, List<Line> lines, @Nullable Decision decision) {

	/** Whether both have it. */
	public boolean isPair() {
		return this.first != null && this.second != null;
	}

	/** Whether the published claim was withdrawn since the second coding was finished. */
	public boolean isGone() {
		return this.first != null && this.claim == null;
	}

	/** Whether both code it alike: there is nothing to decide. */
	public boolean isAlike() {
		return isPair() && !isGone() && differing().isEmpty();
	}

	/** Whether a decision is needed. */
	public boolean isOpen() {
		return isDisputed() && (this.decision == null || isStale());
	}

	/** Whether it is one that a person has to decide, or has decided. */
	public boolean isDisputed() {
		return this.decision != null || !(isAlike() || isLost());
	}

	/** Whether nothing is left of it: it was withdrawn, and the second has none. */
	public boolean isLost() {
		return isGone() && this.second == null;
	}

	/**
	 * Whether the decision would change a claim that was changed after it was made.
	 */
	public boolean isStale() {
		Decision made = this.decision;
		return made != null && made.decided().lastChange() != this.lastChange
				&& made.decided().choice() != Choice.FIRST;
	}

	/** The values that are compared and in which the two differ. */
	public List<Line> differing() {
		return this.lines.stream().filter((line) -> line.compared() && line.differs()).toList();
	}

	/** The values that are not compared and in which the two differ. */
	public List<Line> further() {
		return this.lines.stream().filter((line) -> !line.compared() && line.differs()).toList();
	}

	/** The values that both have. */
	public List<Line> same() {
		return this.lines.stream().filter((line) -> !line.differs() && !line.isEmpty()).toList();
	}

	/** The values of the only coding that has it, beside the words and the paraphrase. */
	public List<Line> single() {
		return this.lines.stream()
			.filter((line) -> !line.isEmpty() && !List.of("exact", "paraphrase").contains(line.field()))
			.toList();
	}

	/** Whether the two mark other words: these are among the values then. */
	public boolean isCutDifferently() {
		return differing().stream().anyMatch((line) -> line.field().equals("exact"));
	}

	/** Whether a value is a text, not a word of a list or a name. */
	public boolean isProse(String field) {
		return List.of("exact", "paraphrase", "note").contains(field);
	}

	/** The words that are marked: of the first coding, where it has the claim. */
	public String exact() {
		return only().form().exact();
	}

	/** What it is about, in our words. */
	public String paraphrase() {
		return only().form().paraphrase();
	}

	private Side only() {
		return Optional.ofNullable((this.first != null) ? this.first : this.second).orElseThrow();
	}

	public String shown(String typed) {
		return Typed.shown(typed);
	}

	/** What was decided, in words. */
	public String outcome() {
		Decision made = this.decision;
		if (made == null) {
			return "";
		}
		return switch (made.decided().choice()) {
			case FIRST -> (this.first == null) ? "left out" : isGone() ? "stays withdrawn" : "the first is kept";
			case SECOND -> (this.second == null) ? "withdrawn"
					: (this.claim == null) ? "the second’s is taken as a new claim" : "the second’s values are taken";
			case MIXED -> (this.claim == null) ? "taken as a new claim, with other values" : "values of both are taken";
		};
	}

	/** Whether a value was decided to be as the second coding has it. */
	public boolean tookSecond(String field) {
		Decided made = (this.decision != null) ? this.decision.decided() : null;
		if (made == null || this.first == null || this.second == null) {
			return false;
		}
		ClaimField value = ClaimField.valueOf(field.toUpperCase(Locale.ROOT));
		ClaimForm form = made.form();
		return made.choice() == Choice.SECOND || (form != null && value.of(form).equals(value.of(this.second.form()))
				&& !value.of(form).equals(value.of(this.first.form())));
	}

	/** The claim as a form would begin with it: as it was decided, or as published. */
	ClaimForm beginning(boolean withSecond) {
		Decided made = (this.decision != null) ? this.decision.decided() : null;
		if (made != null && made.form() != null && !withSecond) {
			return made.form();
		}
		return (withSecond && this.second != null) ? this.second.form() : only().form();
	}

	/**
	 * A claim of a coding.
	 *
	 * @param name its id within the article, or in the second coding
	 * @param form its values
	 */
	record Side(String name, ClaimForm form) {
	}

	/**
	 * A value in both codings.
	 *
	 * @param field its name in files
	 * @param compared whether agreement is measured in it
	 * @param differs whether the two differ
	 * @param first of the first coding, in words; empty where there is none
	 * @param second of the second coding
	 */
	record Line(String field, boolean compared, boolean differs, String first, String second) {

		public boolean isEmpty() {
			return this.first.isEmpty() && this.second.isEmpty();
		}

		/** The value of the only coding that has one. */
		public String value() {
			return this.first.isEmpty() ? this.second : this.first;
		}

	}

}
