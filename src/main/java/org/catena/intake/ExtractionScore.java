package org.catena.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.catena.article.Brief;
import org.jsoup.Jsoup;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How well pages are read, against what is known about them. Each folder holds a page as
 * {@code source.html}, what a good reading finds as {@code expected-metadata.json}
 * (title, byline, publishedTime, siteName; null where the page has none), and its main
 * text as {@code expected.html}: the form of the test pages of mozilla/readability.
 */
final class ExtractionScore {

	private final List<Row> rows;

	private ExtractionScore(List<Row> rows) {
		this.rows = rows;
	}

	/**
	 * What was read of one page.
	 *
	 * @param page the name of its folder
	 * @param body the F1 of the words of the main text, each counted as often as it
	 * occurs
	 * @param title the title
	 * @param author the authors
	 * @param date the date
	 * @param site the source
	 */
	record Row(String page, double body, Reading title, Reading author, Reading date, Reading site) {
	}

	/**
	 * A value that was read.
	 *
	 * @param expected what stands there; empty where nothing is expected
	 * @param read what was read; empty where nothing was
	 * @param right whether that is the same
	 */
	record Reading(String expected, String read, boolean right) {

		boolean isExpected() {
			return !this.expected.isEmpty();
		}

		boolean isWrong() {
			return isExpected() && !this.right;
		}

	}

	/** Reads every page of a folder. */
	static ExtractionScore of(Path folder) throws IOException {
		try (Stream<Path> pages = Files.list(folder)) {
			return new ExtractionScore(pages.filter((page) -> Files.exists(page.resolve("source.html")))
				.sorted()
				.map(ExtractionScore::row)
				.toList());
		}
	}

	boolean isEmpty() {
		return this.rows.isEmpty();
	}

	private static Row row(Path page) {
		try {
			JsonNode expected = new JsonMapper().readTree(Files.readString(page.resolve("expected-metadata.json")));
			Proposal read = PieceReading.propose(
					new Piece(Files.readAllBytes(page.resolve("source.html")), "text/html", null, null),
					LocalDate.now());
			String body = Blocks.of(Jsoup.parse(Files.readString(page.resolve("expected.html"))).body())
				.stream()
				.map(Blocks.Block::text)
				.collect(Collectors.joining("\n"));
			return new Row(String.valueOf(page.getFileName()), f1(read.text(), body),
					same(text(expected, "title"), read.titles()), author(text(expected, "byline"), read.bylines()),
					date(text(expected, "publishedTime"), read.dates()),
					same(text(expected, "siteName"), read.sources()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (PieceRefused ex) {
			throw new IllegalStateException(page + ": " + ex.getMessage(), ex);
		}
	}

	private static String text(JsonNode expected, String property) {
		return Spaces.collapse(expected.path(property).asString(""));
	}

	private static Reading same(String expected, List<ProposedValue> read) {
		String value = read.isEmpty() ? "" : read.get(0).value();
		return new Reading(expected, value, expected.equals(value));
	}

	/**
	 * The same names: "By Ann Example, 3 May" and "Ann Example" are the same byline read
	 * in two ways.
	 */
	private static Reading author(String expected, List<ProposedByline> read) {
		if (read.isEmpty()) {
			return new Reading(expected, "", expected.isEmpty());
		}
		ProposedByline byline = read.get(0);
		boolean right = expected.equals(byline.printed()) || byline.names().equals(PrintedByline.names(expected));
		return new Reading(expected, byline.printed(), right);
	}

	/** The same day as printed. */
	private static Reading date(String expected, List<ProposedValue> read) {
		String value = read.isEmpty() ? "" : read.get(0).value();
		return new Reading(expected, value, !value.isEmpty() && expected.startsWith(value));
	}

	/** The harmonic mean of precision and recall of a text's words. */
	static double f1(String read, String expected) {
		Map<String, Integer> found = Words.counts(read);
		Map<String, Integer> known = Words.counts(expected);
		int all = found.values().stream().mapToInt(Integer::intValue).sum()
				+ known.values().stream().mapToInt(Integer::intValue).sum();
		int common = found.entrySet()
			.stream()
			.mapToInt((word) -> Math.min(word.getValue(), known.getOrDefault(word.getKey(), 0)))
			.sum();
		return (all == 0) ? 1 : 2.0 * common / all;
	}

	/** The figures and what missed, as Markdown. */
	String report() {
		StringBuilder report = new StringBuilder();
		report.append("| what | pages | score |\n|---|---|---|\n");
		line(report, "body, mean F1 of words", this.rows.size(),
				this.rows.stream().mapToDouble(Row::body).average().orElse(0));
		share(report, "title", this.rows.stream().map(Row::title).toList(), false);
		share(report, "author", this.rows.stream().map(Row::author).toList(), false);
		share(report, "author, letter by letter as printed", this.rows.stream().map(Row::author).toList(), true);
		share(report, "date", this.rows.stream().map(Row::date).toList(), false);
		share(report, "site", this.rows.stream().map(Row::site).toList(), false);
		long invented = this.rows.stream()
			.filter((row) -> !row.author().isExpected() && !row.author().read().isEmpty())
			.count();
		report.append("\nAn author was read on ").append(invented).append(" pages for which none is expected.\n");
		report.append("\n| page | what | expected | read |\n|---|---|---|---|\n");
		this.rows.forEach((row) -> misses(report, row));
		return report.toString();
	}

	private static void share(StringBuilder report, String what, List<Reading> readings, boolean strict) {
		List<Reading> expected = readings.stream()
			.filter((reading) -> reading.isExpected() || "title".equals(what))
			.toList();
		long right = expected.stream()
			.filter((reading) -> strict ? reading.expected().equals(reading.read()) : reading.right())
			.count();
		line(report, what, expected.size(), expected.isEmpty() ? 1 : right / (double) expected.size());
	}

	private static void line(StringBuilder report, String what, int pages, double score) {
		report.append(String.format(Locale.ROOT, "| %s | %d | %.3f |%n", what, pages, score));
	}

	private static void misses(StringBuilder report, Row row) {
		List<String> misses = new ArrayList<>();
		if (row.body() < 0.96) {
			misses.add(String.format(Locale.ROOT, "body | F1 ≥ 0.96 | %.3f", row.body()));
		}
		Map.of("title", row.title(), "author", row.author(), "date", row.date(), "site", row.site())
			.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByKey())
			.filter((reading) -> reading.getValue().isWrong())
			.forEach((reading) -> misses.add(reading.getKey() + " | " + cell(reading.getValue().expected()) + " | "
					+ cell(reading.getValue().read())));
		misses.forEach((miss) -> report.append("| ").append(row.page()).append(" | ").append(miss).append(" |\n"));
	}

	private static String cell(String text) {
		String brief = Brief.of(text, 80);
		return brief.isEmpty() ? "nothing" : brief.replace("|", "\\|");
	}

}
