package org.catena.suggestion;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * The stems of texts with their weights, common words left out. It remembers how each
 * stem was printed first, so that reasons can be given in the words of the text.
 */
final class Bag {

	/** Characters of one text that are looked at. */
	private static final int LONGEST = 20_000;

	private static final Analyzer ANALYZER = new EnglishAnalyzer();

	private final Map<String, Double> weights = new LinkedHashMap<>();

	private final Map<String, String> printed = new LinkedHashMap<>();

	/** Adds a text, each of its words with a weight. */
	Bag add(String text, double weight) {
		String read = (text.length() <= LONGEST) ? text : text.substring(0, LONGEST);
		try (TokenStream stream = ANALYZER.tokenStream("", read)) {
			CharTermAttribute stem = stream.addAttribute(CharTermAttribute.class);
			OffsetAttribute place = stream.addAttribute(OffsetAttribute.class);
			stream.reset();
			while (stream.incrementToken()) {
				this.weights.merge(stem.toString(), weight, Double::sum);
				this.printed.putIfAbsent(stem.toString(), read.substring(place.startOffset(), place.endOffset()));
			}
			stream.end();
			return this;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Adds what another bag holds, each weight times a factor. */
	Bag add(Bag other, double factor) {
		other.weights.forEach((stem, weight) -> this.weights.merge(stem, weight * factor, Double::sum));
		return this;
	}

	Map<String, Double> weights() {
		return this.weights;
	}

	/** A stem as the text has it. */
	String printed(String stem) {
		return this.printed.getOrDefault(stem, stem);
	}

	boolean isEmpty() {
		return this.weights.isEmpty();
	}

	double length() {
		return this.weights.values().stream().mapToDouble(Double::doubleValue).sum();
	}

}
