package org.catena.editing;

import org.catena.article.Brief;

/**
 * A claim, as typed. It gets its id when it is published.
 *
 * @param exact the quote
 * @param prefix what stands before it
 * @param suffix what stands after it
 * @param paraphrase one sentence of our own
 * @param about the points that it is about: {@code 7, 10d}
 * @param touches the points whose matter it touches, in the same form
 * @param version which text of the plan it speaks of
 * @param claimant whose claim it is: {@code author}, or a name
 * @param via through whom it reaches the article, parted by semicolons
 * @param uptake how the author takes it
 * @param certainty how certain it is said to be
 * @param kind what kind of statement it is
 * @param target what the stance is towards
 * @param targetAgent who that is
 * @param aspect the side of the plan that it concerns
 * @param stance of the claimant towards the target
 * @param confidence of the editor, from 0 to 1
 * @param note free text
 */
record ClaimForm(String exact, String prefix, String suffix, String paraphrase, String about, String touches,
		String version, String claimant, String via, String uptake, String certainty, String kind, String target,
		String targetAgent, String aspect, String stance, String confidence, String note) {

	/**
	 * What most claims are: the author's own, asserted, of no particular text of the
	 * plan.
	 */
	static final ClaimForm NEW = new ClaimForm("", "", "", "", "", "", "unspecified", "author", "", "", "asserted", "",
			"", "", "", "", "", "");

	/** What the button sends that says that there is no uptake. */
	private static final String NO_UPTAKE = "none";

	ClaimForm {
		exact = Typed.orEmpty(exact);
		prefix = Typed.orEmpty(prefix);
		suffix = Typed.orEmpty(suffix);
		paraphrase = Typed.orEmpty(paraphrase);
		about = Typed.orEmpty(about);
		touches = Typed.orEmpty(touches);
		version = Typed.orEmpty(version);
		claimant = Typed.orEmpty(claimant);
		via = Typed.orEmpty(via);
		uptake = Typed.orEmpty(uptake);
		certainty = Typed.orEmpty(certainty);
		kind = Typed.orEmpty(kind);
		target = Typed.orEmpty(target);
		targetAgent = Typed.orEmpty(targetAgent);
		aspect = Typed.orEmpty(aspect);
		stance = Typed.orEmpty(stance);
		confidence = Typed.orEmpty(confidence);
		note = Typed.orEmpty(note);
	}

	static ClaimForm read(FormParameters parameters, String row) {
		String uptake = parameters.one(row + "-uptake");
		return new ClaimForm(parameters.one(row + "-exact"), parameters.one(row + "-prefix"),
				parameters.one(row + "-suffix"), parameters.one(row + "-paraphrase"), parameters.one(row + "-about"),
				parameters.one(row + "-touches"), parameters.one(row + "-version"), parameters.one(row + "-claimant"),
				parameters.one(row + "-via"), NO_UPTAKE.equals(uptake) ? "" : uptake,
				parameters.one(row + "-certainty"), parameters.one(row + "-kind"), parameters.one(row + "-target"),
				parameters.one(row + "-target-agent"), parameters.one(row + "-aspect"), parameters.one(row + "-stance"),
				parameters.one(row + "-confidence"), parameters.one(row + "-note"));
	}

	/** The same claim at other words. */
	ClaimForm withQuote(String exact, String prefix, String suffix) {
		return new ClaimForm(exact, prefix, suffix, this.paraphrase, this.about, this.touches, this.version,
				this.claimant, this.via, this.uptake, this.certainty, this.kind, this.target, this.targetAgent,
				this.aspect, this.stance, this.confidence, this.note);
	}

	ClaimForm withAbout(String about) {
		return new ClaimForm(this.exact, this.prefix, this.suffix, this.paraphrase, about, this.touches, this.version,
				this.claimant, this.via, this.uptake, this.certainty, this.kind, this.target, this.targetAgent,
				this.aspect, this.stance, this.confidence, this.note);
	}

	/** The first words of the quote, to tell claims apart. */
	public String brief() {
		return Brief.of(this.exact.strip().replaceAll("\\s+", " "), 70);
	}

}
