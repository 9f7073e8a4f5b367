package org.catena.intake;

import org.jspecify.annotations.Nullable;

/**
 * A line of a piece as received, and what cleaning made of it.
 *
 * @param text the line, never blank
 * @param subhead whether it is a printed subhead
 * @param removal the rule that took it out, or null where it stays
 */
public record ProposedLine(String text, boolean subhead, @Nullable Removal removal) {

	/**
	 * Why a line was taken out.
	 *
	 * @param rule the name of the rule, as {@code cleaning} in corpus files has it
	 * @param why its reason
	 */
	public record Removal(String rule, String why) {
	}

	public boolean isKept() {
		return this.removal == null;
	}

}
