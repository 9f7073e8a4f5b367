package org.catena.intake;

import java.net.URI;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.catena.article.BasisKind;
import org.catena.intake.Blocks.Block;
import org.catena.intake.Sheet.Line;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * Reads a web page: its metadata, its main text, and around that everything else that it
 * shows, as removed lines.
 */
final class PageReading {

	/** Lines of a page that are shown around its text. */
	private static final int MOST_LINES = 20_000;

	private PageReading() {
	}

	/**
	 * Reads a page.
	 * @param page the page as parsed; it is changed by reading
	 * @param address where it came from, if that is known
	 * @param today the day of reading
	 */
	static Proposal propose(Document page, @Nullable URI address, LocalDate today) {
		return propose(page, address, today, Deadline.ofReading());
	}

	static Proposal propose(Document page, @Nullable URI address, LocalDate today, Deadline deadline) {
		Metadata metadata = new Metadata();
		PageMetadata said = new PageMetadata(page);
		metadata.dates.addAll(said.dates());
		metadata.addresses.addAll(said.addresses(address));
		HiddenParts.remove(page, deadline);
		metadata.titles.addAll(said.titles());
		metadata.bylines.addAll(said.bylines());
		metadata.sources.addAll(said.sources());
		metadata.languages.addAll(said.languages());
		if (address != null && address.getHost() != null) {
			metadata.sources.add(new ProposedValue(address.getHost().replaceFirst("^www\\.", ""), BasisKind.INFERRED,
					"the host of the address"));
			warnOfAddress(metadata, address);
		}
		List<Block> whole = Blocks.of(page.body());
		int words = whole.stream().mapToInt((block) -> Words.of(block.text()).size()).sum();
		String title = metadata.titles.isEmpty() ? "" : metadata.titles.get(0).value();
		List<Block> main = MainText.of(page, title, deadline).map(Blocks::of).orElse(List.of());
		Sheet sheet = align(whole.subList(0, Math.min(whole.size(), MOST_LINES)), main);
		clean(sheet, metadata);
		return metadata.proposal(sheet, today, words);
	}

	/** Reads HTML that is no page but a document, whose whole text is the piece. */
	static Proposal proposeDocument(String html, @Nullable URI address, LocalDate today) throws PieceRefused {
		Document document = Jsoup.parse(html);
		PieceReading.refuseWhatHasTooManyElements(document);
		StringBuilder text = new StringBuilder();
		for (Block block : Blocks.of(document.body())) {
			text.append(block.heading() ? "## " : "").append(block.text()).append("\n\n");
		}
		return TextReading.propose(text.toString(), address, today);
	}

	private static void warnOfAddress(Metadata metadata, URI address) {
		String canonical = metadata.addresses.get(0).value();
		String host = URI.create(canonical.replaceAll("[?#].*", "")).getHost();
		if (host != null && !host.replaceFirst("^www\\.", "").equals(address.getHost().replaceFirst("^www\\.", ""))) {
			metadata.warnings.add("The page says that its own address is " + canonical
					+ ", on another host than the one it was fetched from.");
		}
	}

	/**
	 * Finds the lines of the main text among those of the page: the others are removed,
	 * and what the search for the main text joined or split stays as it came out.
	 */
	private static Sheet align(List<Block> whole, List<Block> main) {
		Sheet sheet = new Sheet(false);
		int next = 0;
		for (Block kept : main) {
			int at = find(whole, kept.text(), next);
			if (at >= 0) {
				removed(sheet, whole.subList(next, at));
				next = at + 1;
			}
			sheet.add(kept.text(), kept.heading());
		}
		Set<String> texts = new HashSet<>(main.stream().map(Block::text).toList());
		removed(sheet,
				whole.subList(next, whole.size()).stream().filter((block) -> !texts.contains(block.text())).toList());
		return sheet;
	}

	private static int find(List<Block> whole, String text, int from) {
		for (int i = from; i < whole.size(); i++) {
			if (whole.get(i).text().equals(text)) {
				return i;
			}
		}
		return -1;
	}

	private static void removed(Sheet sheet, List<Block> blocks) {
		blocks.forEach((block) -> sheet.add(block.text(), block.heading()).remove(CleaningRule.OUTSIDE_MAIN_TEXT));
	}

	private static void clean(Sheet sheet, Metadata metadata) {
		String title = metadata.titles.isEmpty() ? "" : metadata.titles.get(0).value();
		sheet.top(4)
			.stream()
			.filter((line) -> line.isSubhead() && Words.of(line.text()).equals(Words.of(title)))
			.forEach((line) -> line.remove(CleaningRule.PRINTED_TITLE));
		for (Line line : sheet.top(CleaningRule.NEAR_THE_TOP)) {
			boolean byline = metadata.bylines.stream()
				.anyMatch((known) -> known.printed().equals(line.text())
						|| (line.text().length() <= 100 && PrintedByline.ofLine(line.text()).isPresent()));
			if (byline) {
				line.remove(CleaningRule.PRINTED_BYLINE);
			}
			if (line.text().length() <= 40 && metadata.dates.isEmpty() && PrintedDate.isRelative(line.words())) {
				metadata.warnings.add("“" + line.words()
						+ "” is relative: it says when the page was copied, not when the piece was published.");
			}
		}
		if (metadata.bylines.isEmpty() || metadata.dates.isEmpty()) {
			TextReading.bylineAndDate(sheet, metadata);
		}
		List.of(CleaningRule.values()).forEach((rule) -> rule.apply(sheet));
	}

}
