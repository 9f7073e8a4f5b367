package org.catena.intake;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.catena.article.ArticleText;

/**
 * What reading a piece proposes; an editor decides. Values of each kind stand in the
 * order of trust, the one to take first.
 *
 * @param lines every line of the piece as received, kept or not
 * @param titles its title
 * @param bylines its authors
 * @param dates its date of publication in EDTF
 * @param sources the publication
 * @param languages its language
 * @param addresses its canonical address
 * @param notes words printed with it that are not its body
 * @param warnings what an editor should look at
 */
public record Proposal(List<ProposedLine> lines, List<ProposedValue> titles, List<ProposedByline> bylines,
		List<ProposedValue> dates, List<ProposedValue> sources, List<ProposedValue> languages,
		List<ProposedValue> addresses, List<String> notes, List<String> warnings) {

	/** The cleaned text in the form of the archive. */
	public String text() {
		return new ArticleText(this.lines.stream()
			.filter(ProposedLine::isKept)
			.map((line) -> line.subhead() ? ArticleText.SUBHEAD + line.text() : line.text())
			.collect(Collectors.joining("\n\n"))).value();
	}

	/** The value to take of some that stand in the order of trust. */
	public static Optional<ProposedValue> first(List<ProposedValue> values) {
		return values.stream().findFirst();
	}

}
