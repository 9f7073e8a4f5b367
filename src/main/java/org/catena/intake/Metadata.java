package org.catena.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.catena.article.BasisKind;
import org.catena.plan.EdtfDate;

/**
 * The metadata of a piece while it is read, and what about it should be looked at.
 */
final class Metadata {

	/** The share of a page's words below which its main text is suspiciously short. */
	private static final double SHORT = 0.2;

	private static final int FEW_WORDS = 80;

	final List<ProposedValue> titles = new ArrayList<>();

	final List<ProposedByline> bylines = new ArrayList<>();

	final List<ProposedValue> dates = new ArrayList<>();

	final List<ProposedValue> sources = new ArrayList<>();

	final List<ProposedValue> languages = new ArrayList<>();

	final List<ProposedValue> addresses = new ArrayList<>();

	final List<String> warnings = new ArrayList<>();

	/**
	 * Completes what was read.
	 * @param today the day of reading
	 * @param pageWords the words of the whole page; 0 where there is no page around the
	 * text
	 */
	Proposal proposal(Sheet sheet, LocalDate today, int pageWords) {
		String text = TextReading.joined(sheet);
		if (this.languages.isEmpty()) {
			LanguageOfWords.of(text)
				.ifPresent((tag) -> this.languages
					.add(new ProposedValue(tag, BasisKind.INFERRED, "the commonest words of the text")));
		}
		else {
			LanguageOfWords.of(text).filter((tag) -> !language(this.languages.get(0)).equals(tag)).ifPresent((tag) -> {
				this.warnings.add("The page says that its language is " + this.languages.get(0).value()
						+ ", but its words look like " + tag + ".");
				this.languages.add(new ProposedValue(tag, BasisKind.INFERRED, "the commonest words of the text"));
			});
		}
		warnOfText(text, pageWords);
		warnOfDates(today);
		warnOfAuthors();
		List<ProposedLine> lines = sheet.lines();
		List<String> notes = lines.stream()
			.filter((line) -> line.removal() != null && CleaningRule.REPRINT_NOTE.word().equals(line.removal().rule()))
			.map(ProposedLine::text)
			.toList();
		return new Proposal(lines, List.copyOf(this.titles), List.copyOf(this.bylines), List.copyOf(this.dates),
				List.copyOf(this.sources), List.copyOf(this.languages), List.copyOf(this.addresses), notes,
				List.copyOf(this.warnings));
	}

	private static String language(ProposedValue tag) {
		String language = Locale.forLanguageTag(tag.value()).getLanguage();
		return Set.of("nb", "nn").contains(language) ? "no" : language;
	}

	private void warnOfText(String text, int pageWords) {
		int words = Words.of(text).size();
		if (words == 0) {
			this.warnings.add("No text was found.");
		}
		else if (pageWords > 0 && words < SHORT * pageWords) {
			this.warnings.add("The text is much shorter than the page: " + words + " of " + pageWords
					+ " words. Look at what was removed.");
		}
		else if (words < FEW_WORDS) {
			this.warnings.add("The text is short: " + words + " words.");
		}
	}

	private void warnOfDates(LocalDate today) {
		this.dates.stream().findFirst().flatMap((date) -> EdtfDate.find(date.value())).ifPresent((date) -> {
			if (date.earliest().isAfter(today)) {
				this.warnings.add("The date " + date.text() + " is in the future.");
			}
		});
		Set<String> days = this.dates.stream().limit(5).map(ProposedValue::value).collect(Collectors.toSet());
		if (days.size() > 1) {
			this.warnings.add("The page gives different dates: " + this.dates.stream()
				.limit(5)
				.map((date) -> date.value() + " (" + date.evidence() + ")")
				.collect(Collectors.joining(", ")) + ".");
		}
	}

	private void warnOfAuthors() {
		for (ProposedByline byline : this.bylines.stream().limit(1).toList()) {
			for (ProposedValue source : this.sources) {
				if (byline.names().stream().anyMatch((name) -> name.equalsIgnoreCase(source.value()))) {
					this.warnings.add("The author is the source itself, " + source.value() + ".");
					return;
				}
			}
		}
	}

}
