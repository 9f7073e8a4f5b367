package org.catena.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.custom.CustomAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurationContext;
import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurer;

/**
 * How texts and queries become words: Unicode words and emoji, without possessive, case
 * and accents; stemmed, or as written.
 */
final class TextAnalysis implements LuceneAnalysisConfigurer {

	/** The name of the analyzer that stems. */
	static final String TEXT = "text";

	/** The name of the analyzer that keeps words as written. */
	static final String WORDS = "words";

	/**
	 * The dots of U.S., soft hyphens, and the variation selector that some emoji carry.
	 */
	static final String UNWRITTEN = "(?<=(?:^|\\.)\\p{L})\\.(?=\\p{L}(?:\\.|$))|\u00AD|\uFE0F";

	/**
	 * Words between two pieces of a text, such as its title and its beginning: no phrase
	 * reaches from one into the other.
	 */
	private static final int GAP = 100;

	private static final Analyzer STEMMING = analyzer(true);

	private static final Analyzer AS_WRITTEN = analyzer(false);

	static Analyzer stemming() {
		return STEMMING;
	}

	static Analyzer asWritten() {
		return AS_WRITTEN;
	}

	/** Whether a piece of a query has a word, so that looking for it makes sense. */
	static boolean hasWord(String text) {
		return !words(text, AS_WRITTEN).isEmpty();
	}

	/** The words of a text as the index writes them, unstemmed. */
	static List<String> words(String text) {
		return words(text, AS_WRITTEN);
	}

	/** The stems of a text. */
	static List<String> stems(String text) {
		return words(text, STEMMING);
	}

	private static List<String> words(String text, Analyzer analyzer) {
		List<String> words = new ArrayList<>();
		try (TokenStream stream = analyzer.tokenStream("", text)) {
			CharTermAttribute word = stream.addAttribute(CharTermAttribute.class);
			stream.reset();
			while (stream.incrementToken()) {
				words.add(word.toString());
			}
			stream.end();
			return words;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void configure(LuceneAnalysisConfigurationContext context) {
		context.analyzer(TEXT).instance(STEMMING);
		context.analyzer(WORDS).instance(AS_WRITTEN);
	}

	private static boolean mayBeUnwritten(CharSequence word) {
		// Asked of every word of every text, so without a stream.
		for (int i = 0; i < word.length(); i++) {
			char letter = word.charAt(i);
			if (letter == '.' || letter == '\u00AD' || letter == '\uFE0F') {
				return true;
			}
		}
		return false;
	}

	private static Analyzer analyzer(boolean stemming) {
		try {
			CustomAnalyzer.Builder builder = CustomAnalyzer.builder()
				.withPositionIncrementGap(GAP)
				.withTokenizer("standard")
				.addTokenFilter("englishPossessive")
				.addTokenFilter("lowercase")
				.addTokenFilter("asciiFolding")
				// Hardly any word has these characters, and patterns are slow.
				.whenTerm(TextAnalysis::mayBeUnwritten)
				.addTokenFilter("patternReplace", "pattern", UNWRITTEN, "replacement", "")
				.endwhen();
			return (stemming ? builder.addTokenFilter("snowballPorter", "language", "English") : builder).build();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
