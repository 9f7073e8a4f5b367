package org.catena.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.cz.CzechAnalyzer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;

/**
 * The language of a text by its script and its commonest words, from the lists of stop
 * words that Lucene keeps.
 */
final class LanguageOfWords {

	/** Words that are looked at, from the beginning. */
	private static final int WORDS = 2_000;

	/** The share of stop words from which a text counts as one of that language. */
	private static final double ENOUGH = 0.15;

	private static final Map<String, CharArraySet> STOP_WORDS = stopWords();

	private LanguageOfWords() {
	}

	/** The language as a BCP 47 tag, if it can be told. */
	static Optional<String> of(String text) {
		String start = text.substring(0, Math.min(text.length(), 20_000));
		long letters = start.codePoints().filter(Character::isLetter).count();
		if (letters < 40) {
			return Optional.empty();
		}
		return script(start, letters).or(() -> commonest(start));
	}

	private static Optional<String> script(String text, long letters) {
		long kana = count(text, Character.UnicodeScript.HIRAGANA) + count(text, Character.UnicodeScript.KATAKANA);
		if (kana * 10 > letters) {
			return Optional.of("ja");
		}
		Map<Character.UnicodeScript, String> scripts = Map.of(Character.UnicodeScript.HAN, "zh",
				Character.UnicodeScript.HANGUL, "ko", Character.UnicodeScript.HEBREW, "he",
				Character.UnicodeScript.GREEK, "el", Character.UnicodeScript.THAI, "th",
				Character.UnicodeScript.GEORGIAN, "ka");
		return scripts.entrySet()
			.stream()
			.filter((script) -> count(text, script.getKey()) * 2 > letters)
			.map(Map.Entry::getValue)
			.findFirst()
			.or(() -> isUkrainian(text, letters) ? Optional.of("uk") : Optional.empty());
	}

	private static boolean isUkrainian(String text, long letters) {
		return count(text, Character.UnicodeScript.CYRILLIC) * 2 > letters
				&& text.codePoints().filter((letter) -> "іїєґІЇЄҐ".indexOf(letter) >= 0).count() * 50 > letters;
	}

	private static long count(String text, Character.UnicodeScript script) {
		return text.codePoints().filter((letter) -> Character.UnicodeScript.of(letter) == script).count();
	}

	private static Optional<String> commonest(String text) {
		List<String> words = Words.of(text).stream().limit(WORDS).toList();
		String best = null;
		long most = (long) (ENOUGH * words.size());
		for (Map.Entry<String, CharArraySet> language : STOP_WORDS.entrySet()) {
			long known = words.stream().filter(language.getValue()::contains).count();
			if (known > most) {
				best = language.getKey();
				most = known;
			}
		}
		return Optional.ofNullable(best);
	}

	private static Map<String, CharArraySet> stopWords() {
		Map<String, CharArraySet> sets = new LinkedHashMap<>();
		sets.put("en", EnglishAnalyzer.getDefaultStopSet());
		sets.put("de", GermanAnalyzer.getDefaultStopSet());
		sets.put("fr", FrenchAnalyzer.getDefaultStopSet());
		sets.put("es", SpanishAnalyzer.getDefaultStopSet());
		sets.put("it", ItalianAnalyzer.getDefaultStopSet());
		sets.put("pt", PortugueseAnalyzer.getDefaultStopSet());
		sets.put("nl", DutchAnalyzer.getDefaultStopSet());
		sets.put("cs", CzechAnalyzer.getDefaultStopSet());
		sets.put("da", DanishAnalyzer.getDefaultStopSet());
		sets.put("no", NorwegianAnalyzer.getDefaultStopSet());
		sets.put("sv", SwedishAnalyzer.getDefaultStopSet());
		sets.put("fi", FinnishAnalyzer.getDefaultStopSet());
		sets.put("hu", HungarianAnalyzer.getDefaultStopSet());
		sets.put("ro", RomanianAnalyzer.getDefaultStopSet());
		sets.put("tr", TurkishAnalyzer.getDefaultStopSet());
		sets.put("ru", RussianAnalyzer.getDefaultStopSet());
		return sets;
	}

}
