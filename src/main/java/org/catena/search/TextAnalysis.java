package org.catena.search;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.custom.CustomAnalyzer;
import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurationContext;
import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurer;

/**
 * How texts and queries become words: Unicode words and emoji, without possessive, case
 * and accents, stemmed. The index keeps each word beside its stem, so that a prefix finds
 * what is written and not what the stemmer left of it.
 */
final class TextAnalysis implements LuceneAnalysisConfigurer {

	/** The name of the analyzer of texts. */
	static final String TEXT = "text";

	/** The name of the analyzer of queries: stems alone. */
	static final String QUERY = "query";

	/**
	 * The dots of U.S., soft hyphens, and the variation selector that some emoji carry.
	 */
	static final String UNWRITTEN = "(?<=(?:^|\\.)\\p{L})\\.(?=\\p{L}(?:\\.|$))|\u00AD|\uFE0F";

	private static final Analyzer TEXTS = analyzer(true);

	private static final Analyzer QUERIES = analyzer(false);

	static Analyzer ofTexts() {
		return TEXTS;
	}

	static Analyzer ofQueries() {
		return QUERIES;
	}

	/** Whether a piece of a query has a word, so that looking for it makes sense. */
	static boolean hasWord(String text) {
		try (TokenStream words = QUERIES.tokenStream("", text)) {
			words.reset();
			boolean any = words.incrementToken();
			words.end();
			return any;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void configure(LuceneAnalysisConfigurationContext context) {
		context.analyzer(TEXT).instance(TEXTS);
		context.analyzer(QUERY).instance(QUERIES);
	}

	private static Analyzer analyzer(boolean keepingWords) {
		try {
			CustomAnalyzer.Builder builder = CustomAnalyzer.builder()
				.withTokenizer("standard")
				.addTokenFilter("englishPossessive")
				.addTokenFilter("lowercase")
				.addTokenFilter("asciiFolding")
				.addTokenFilter("patternReplace", "pattern", UNWRITTEN, "replacement", "");
			if (keepingWords) {
				builder.addTokenFilter("keywordRepeat");
			}
			builder.addTokenFilter("snowballPorter", "language", "English");
			if (keepingWords) {
				builder.addTokenFilter("removeDuplicates");
			}
			return builder.build();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
