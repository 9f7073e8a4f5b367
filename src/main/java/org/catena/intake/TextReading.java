package org.catena.intake;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.catena.article.ArticleText;
import org.catena.article.BasisKind;
import org.catena.article.WebAddress;
import org.catena.intake.Sheet.Line;
import org.jspecify.annotations.Nullable;

/**
 * Reads a plain text: each line is a paragraph, unless lines are broken at a width.
 * Title, byline and date are found by their form near the top.
 */
final class TextReading {

	private static final Pattern BLANK_LINES = Pattern.compile("\\n(?:[ \\t\\u00A0]*+\\n)++");

	private TextReading() {
	}

	/**
	 * Reads a text.
	 * @param text the text as received
	 * @param address where it came from, if that is known
	 * @param today the day of reading
	 */
	static Proposal propose(String text, @Nullable URI address, LocalDate today) {
		Sheet sheet = new Sheet(true);
		lines(ArticleText.normalise(text)).forEach((line) -> {
			boolean marked = line.startsWith(ArticleText.SUBHEAD);
			sheet.add(marked ? line.substring(ArticleText.SUBHEAD.length()) : line, marked);
		});
		Metadata metadata = new Metadata();
		account(sheet, metadata);
		List.of(CleaningRule.values()).forEach((rule) -> rule.apply(sheet));
		title(sheet, metadata);
		bylineAndDate(sheet, metadata);
		subheads(sheet);
		if (address != null && WebAddress.isWebAddress(address.toString())) {
			metadata.addresses.add(new ProposedValue(address.toString(), BasisKind.PUBLIC_PAGE, "the address given"));
		}
		return metadata.proposal(sheet, today, 0);
	}

	/** The paragraphs of a text; lines that were broken at a width are joined. */
	static List<String> lines(String text) {
		List<String> lines = new ArrayList<>();
		boolean broken = isBrokenAtWidth(text);
		for (String paragraph : BLANK_LINES.split(text)) {
			for (String line : broken ? List.of(paragraph) : Arrays.asList(paragraph.split("\\n"))) {
				String collapsed = Spaces.collapse(line);
				if (!collapsed.isEmpty()) {
					lines.add(collapsed);
				}
			}
		}
		return lines;
	}

	/**
	 * Whether most lines within paragraphs are about as long as a mail's or a printed
	 * page's.
	 */
	private static boolean isBrokenAtWidth(String text) {
		int within = 0;
		int full = 0;
		for (String paragraph : BLANK_LINES.split(text)) {
			String[] lines = paragraph.split("\\n");
			for (int i = 0; i + 1 < lines.length; i++) {
				within++;
				full += (lines[i].strip().length() >= 45 && lines[i].strip().length() <= 110) ? 1 : 0;
			}
		}
		return within >= 4 && full * 10 >= within * 6;
	}

	/** The account of a blog's platform, a magazine's for instance, names the source. */
	private static void account(Sheet sheet, Metadata metadata) {
		for (Line line : sheet.top(CleaningRule.NEAR_THE_TOP)) {
			if (line.words().matches("(?i)writer\\s*:.{1,100}")) {
				metadata.sources.add(new ProposedValue(line.words().replaceFirst("(?i)writer\\s*:\\s*", ""),
						BasisKind.PRINTED, "the account in “" + line.words() + "”"));
			}
			if (line.text().length() <= 40 && PrintedDate.isRelative(line.words())) {
				metadata.warnings.add("“" + line.words()
						+ "” is relative: it says when the page was copied, not when the piece was published.");
			}
		}
	}

	private static void title(Sheet sheet, Metadata metadata) {
		List<Line> top = sheet.top(3);
		if (top.size() < 2) {
			return;
		}
		Line first = top.get(0);
		boolean title = first.isSubhead() || (first.text().length() <= 200 && first.text().split(" ").length >= 2
				&& !first.text().matches(".*[.,;:]") && PrintedByline.ofLine(first.text()).isEmpty()
				&& !first.text().matches("\\p{Ll}.*"));
		if (title && sheet.kept().stream().anyMatch(CleaningRule::isLong)) {
			metadata.titles.add(new ProposedValue(first.text(), BasisKind.PRINTED, "the first line"));
			first.remove(CleaningRule.PRINTED_TITLE);
		}
	}

	static void bylineAndDate(Sheet sheet, Metadata metadata) {
		for (Line line : sheet.top(CleaningRule.NEAR_THE_TOP)) {
			String words = line.words();
			Optional<String> date = (words.length() <= 120) ? PrintedDate.find(words) : Optional.empty();
			Optional<String> byline = PrintedByline.ofLine(words);
			byline.ifPresent((printed) -> metadata.bylines.add(new ProposedByline(printed, PrintedByline.names(printed),
					BasisKind.PRINTED, "the line “" + words + "”")));
			boolean onlyDate = date.isPresent() && words.length() <= 60 && isDateLine(words);
			if (byline.isPresent() || onlyDate) {
				date.ifPresent((day) -> metadata.dates
					.add(new ProposedValue(day, BasisKind.PRINTED, "the line “" + words + "”")));
				line.remove(CleaningRule.PRINTED_BYLINE);
			}
		}
	}

	/** Whether a line that holds a date says little else. */
	private static boolean isDateLine(String words) {
		return words.split("\\s+").length <= 8 && !words.matches(".*\\p{Ll}[.!?]")
				&& words.matches("(?iU)(?:(?:last )?(?:posted|published|updated|date|on)\\b[:\\s]*(?:on\\s+)?)?"
						+ "(?:\\p{L}+,?\\s+)?(?:\\d|\\p{L}{3,9}\\.?\\s+\\d).*");
	}

	/** Short lines between paragraphs, written as headings are. */
	private static void subheads(Sheet sheet) {
		List<Line> kept = sheet.kept();
		for (int i = 0; i + 1 < kept.size(); i++) {
			Line line = kept.get(i);
			boolean formed = line.text().length() <= 90 && line.text().matches("(?U)[\\p{Lu}\\p{N}“\"'‘].*[^.,;:!…]")
					&& line.text().split(" ").length <= 14;
			boolean after = i == 0 || CleaningRule.isLong(kept.get(i - 1));
			if (formed && after && i > 0 && isParagraph(kept.get(i + 1))) {
				line.markSubhead();
			}
		}
	}

	private static boolean isParagraph(Line line) {
		return CleaningRule.isLong(line) || (line.text().length() >= 60 && line.text().matches(".*[.!?…][\"”’')]?"));
	}

	static String joined(Sheet sheet) {
		return sheet.kept().stream().map(Line::text).collect(Collectors.joining("\n\n"));
	}

}
