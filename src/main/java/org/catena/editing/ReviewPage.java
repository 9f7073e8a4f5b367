package org.catena.editing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.catena.article.ArticleText;
import org.catena.editing.LikelyDuplicates.Duplicate;
import org.catena.intake.Proposal;
import org.catena.intake.ProposedLine;
import org.catena.intake.ProposedLine.Removal;
import org.catena.intake.ProposedValue;
import org.catena.intake.ReceivedPieces.Received;

/**
 * The page on which a piece is looked at before it becomes a draft.
 *
 * @param id the number of the piece
 * @param origin how it came in, in words
 * @param sha256 the hash of its bytes
 * @param runs its lines, those around the main text gathered
 * @param cleaned the paragraphs of the text as it would be taken
 * @param fields the proposed values
 * @param warnings what to look at
 * @param notes words printed with it
 * @param duplicates what the archive has already of it
 */
record ReviewPage(long id, String origin, String sha256, List<Run> runs, List<Paragraph> cleaned, List<Field> fields,
		List<String> warnings, List<String> notes, List<Duplicate> duplicates) {

	private static final String OUTSIDE = "outside-main-text";

	static ReviewPage of(Received received, Proposal proposal, ReviewChoice choice, List<Duplicate> duplicates) {
		return new ReviewPage(received.id(), origin(received), received.sha256(), runs(proposal, choice),
				paragraphs(choice.text(proposal)), fields(proposal, choice),
				proposal.warnings().stream().map(Typed::shown).toList(), proposal.notes(), duplicates);
	}

	/**
	 * Lines one after another.
	 *
	 * @param outside whether they stand around the main text and none of them is taken
	 * @param lines the lines
	 */
	record Run(boolean outside, List<Line> lines) {
	}

	/**
	 * A line as received.
	 *
	 * @param number from 0
	 * @param text its text
	 * @param kept whether it is taken
	 * @param subhead whether it is a subhead
	 * @param why the rule that takes it out with its reason, or empty
	 */
	record Line(int number, String text, boolean kept, boolean subhead, String why) {
	}

	/**
	 * A paragraph of the cleaned text.
	 *
	 * @param text its text
	 * @param subhead whether it is a subhead
	 */
	record Paragraph(String text, boolean subhead) {
	}

	/**
	 * A field of the metadata.
	 *
	 * @param id its name in forms
	 * @param label what it is
	 * @param values what is proposed
	 * @param chosen the number of the one that is taken, or -1
	 */
	record Field(String id, String label, List<Value> values, int chosen) {
	}

	/**
	 * A proposed value.
	 *
	 * @param text the value
	 * @param evidence on what it rests
	 */
	record Value(String text, String evidence) {
	}

	private static String origin(Received received) {
		String when = new When(received.receivedAt()).words();
		return switch (received.way()) {
			case TYPED -> "Pasted by " + received.receivedBy() + ", " + when;
			case FETCHED ->
				"Fetched from " + received.piece().address() + " for " + received.receivedBy() + ", " + when;
			case UPLOADED -> "File " + Typed.shown(Typed.orEmpty(received.piece().name())) + " handed in by "
					+ received.receivedBy() + ", " + when;
		};
	}

	private static List<Run> runs(Proposal proposal, ReviewChoice choice) {
		List<Run> runs = new ArrayList<>();
		for (int number = 0; number < proposal.lines().size(); number++) {
			ProposedLine line = proposal.lines().get(number);
			boolean kept = choice.lines().contains(number);
			Removal removal = line.removal();
			boolean outside = !kept && removal != null && OUTSIDE.equals(removal.rule());
			if (runs.isEmpty() || runs.get(runs.size() - 1).outside() != outside) {
				runs.add(new Run(outside, new ArrayList<>()));
			}
			runs.get(runs.size() - 1)
				.lines()
				.add(new Line(number, Typed.shown(line.text()), kept, line.subhead(),
						(removal != null) ? removal.rule() + ": " + removal.why() : ""));
		}
		return runs;
	}

	private static List<Paragraph> paragraphs(String text) {
		return Arrays.stream(text.split("\n\n"))
			.filter((paragraph) -> !paragraph.isEmpty())
			.map((paragraph) -> paragraph.startsWith(ArticleText.SUBHEAD)
					? new Paragraph(paragraph.substring(ArticleText.SUBHEAD.length()), true)
					: new Paragraph(paragraph, false))
			.toList();
	}

	private static List<Field> fields(Proposal proposal, ReviewChoice choice) {
		List<Value> bylines = proposal.bylines()
			.stream()
			.map((byline) -> new Value(String.join("; ", byline.names()), byline.evidence()))
			.toList();
		return List.of(field("title", "Title", values(proposal.titles()), choice),
				field("authors", "Authors", bylines, choice), field("date", "Date", values(proposal.dates()), choice),
				field("source", "Source", values(proposal.sources()), choice),
				field("url", "Address", values(proposal.addresses()), choice),
				field("language", "Language", values(proposal.languages()), choice));
	}

	private static Field field(String id, String label, List<Value> values, ReviewChoice choice) {
		return new Field(id, label, values, Math.min(choice.value(id), values.size() - 1));
	}

	private static List<Value> values(List<ProposedValue> proposed) {
		return proposed.stream()
			.limit(6)
			.map((value) -> new Value(Typed.shown(value.value()), Typed.shown(value.evidence())))
			.toList();
	}

}
