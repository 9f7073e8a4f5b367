package org.catena.reading;

import org.jspecify.annotations.Nullable;

/**
 * A relation as pages show it.
 *
 * @param type what holds between the two, as a word
 * @param from the one claim
 * @param to the other
 * @param matter what both speak of, in a word
 * @param reason why it holds
 */
record RelationRow(String type, ClaimRow from, ClaimRow to, @Nullable String matter, String reason) {

	/** The claim that is not the given one. */
	public ClaimRow other(ClaimRow claim) {
		return (this.from.id() == claim.id()) ? this.to : this.from;
	}

	/** The relation as seen from one of its claims, in words. */
	public String seenFrom(ClaimRow claim) {
		boolean forward = this.from.id() == claim.id();
		return switch (this.type) {
			case "agrees" -> "agrees with";
			case "contradicts" -> "contradicts";
			case "disputes" -> "disputes";
			default -> forward ? "elaborates" : "is elaborated by";
		};
	}

}
