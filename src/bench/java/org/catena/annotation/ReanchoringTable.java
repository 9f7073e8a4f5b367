package org.catena.annotation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import org.catena.annotation.RandomEdits.Kind;
import org.catena.article.ArticleText;
import org.catena.article.TextSpan;

/**
 * Edits articles at random and counts what becomes of claims in them, beside the truth:
 * where each character of a claim went.
 */
final class ReanchoringTable {

	private static final int ROUNDS = 200;

	private static final int CLAIMS = 25;

	private ReanchoringTable() {
	}

	/**
	 * Writes the table.
	 * @param arguments the folder of articles of the corpus; the report
	 */
	public static void main(String[] arguments) throws IOException {
		List<String> texts = texts(Path.of(arguments[0]));
		StringBuilder rows = new StringBuilder();
		long begun = System.nanoTime();
		for (Kind kind : Kind.values()) {
			for (int edits : new int[] { 1, 10 }) {
				rows.append(row(kind, edits, texts));
			}
		}
		System.out.printf("%d claims followed in %d ms%n", 2L * Kind.values().length * ROUNDS * CLAIMS,
				(System.nanoTime() - begun) / 1_000_000);
		Path report = Path.of(arguments[1]);
		String text = Files.readString(report);
		int start = text.indexOf("|---");
		start = text.indexOf('\n', start) + 1;
		int end = text.indexOf("\n\n", start);
		Files.writeString(report,
				text.substring(0, start) + rows.toString().stripTrailing() + ((end < 0) ? "\n" : text.substring(end)));
	}

	private static String row(Kind kind, int edits, List<String> texts) {
		Map<AnchoringState, Integer> counts = new EnumMap<>(AnchoringState.class);
		int gone = 0;
		int wrong = 0;
		int copies = 0;
		for (int round = 0; round < ROUNDS; round++) {
			String from = texts.get(round % texts.size());
			RandomEdits edited = new RandomEdits(from, round);
			for (int i = 0; i < edits; i++) {
				edited.edit(kind);
			}
			String to = edited.text();
			Reanchoring reanchoring = new Reanchoring(from, to);
			for (TextSpan claim : claims(from, round)) {
				String exact = claim.in(from);
				Reanchored found = reanchoring.follow(claim, exact, AnchoringState.EXACT);
				counts.merge(found.state(), 1, Integer::sum);
				TextSpan place = found.place();
				if (place == null) {
					gone += (edited.surviving(claim) < claim.length() / 2) ? 1 : 0;
				}
				else if (edited.from(place, claim) <= place.length() / 2) {
					copies += place.in(to).equals(exact) ? 1 : 0;
					wrong += place.in(to).equals(exact) ? 0 : 1;
				}
			}
		}
		return "| %s | %d | %s | %s | %s | %s | %d | %d | %d |%n".formatted(
				kind.name().toLowerCase(Locale.ROOT).replace('_', ' '), edits,
				percent(counts.getOrDefault(AnchoringState.EXACT, 0)),
				percent(counts.getOrDefault(AnchoringState.MOVED, 0)),
				percent(counts.getOrDefault(AnchoringState.FUZZY, 0)),
				percent(counts.getOrDefault(AnchoringState.ORPHAN, 0)), gone, copies, wrong);
	}

	private static String percent(int claims) {
		return String.format(Locale.ROOT, "%.1f", 100.0 * claims / (ROUNDS * CLAIMS));
	}

	private static List<TextSpan> claims(String text, int round) {
		Random random = new Random(round);
		int length = text.codePointCount(0, text.length());
		List<TextSpan> claims = new ArrayList<>();
		for (int i = 0; i < CLAIMS; i++) {
			int size = 40 + random.nextInt(160);
			int start = random.nextInt(length - size);
			claims.add(new TextSpan(start, start + size));
		}
		return claims;
	}

	private static List<String> texts(Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter((file) -> file.toString().endsWith(".md"))
				.sorted()
				.map(ReanchoringTable::text)
				.toList();
		}
	}

	private static String text(Path file) {
		try {
			String text = Files.readString(file);
			return new ArticleText(text.substring(text.indexOf("\n---\n", 4) + 5)).value();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
