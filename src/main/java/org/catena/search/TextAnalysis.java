package org.catena.search;

import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurationContext;
import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurer;
import org.hibernate.search.backend.lucene.analysis.model.dsl.LuceneAnalysisOptionalComponentsStep;

/**
 * How texts and queries become words: Unicode words and emoji, without possessive, case
 * and accents, stemmed. The index keeps each word beside its stem, so that a prefix finds
 * what is written and not what the stemmer left of it.
 */
final class TextAnalysis implements LuceneAnalysisConfigurer {

	/** The analyzer of texts. */
	static final String TEXT = "text";

	/** The analyzer of queries: stems alone. */
	static final String QUERY = "query";

	/**
	 * The dots of U.S., soft hyphens, and the variation selector that some emoji carry.
	 */
	private static final String UNWRITTEN = "(?<=(?:^|\\.)\\p{L})\\.(?=\\p{L}(?:\\.|$))|\u00AD|\uFE0F";

	@Override
	public void configure(LuceneAnalysisConfigurationContext context) {
		words(context, TEXT).tokenFilter("keywordRepeat")
			.tokenFilter("snowballPorter")
			.param("language", "English")
			.tokenFilter("removeDuplicates");
		words(context, QUERY).tokenFilter("snowballPorter").param("language", "English");
	}

	private static LuceneAnalysisOptionalComponentsStep words(LuceneAnalysisConfigurationContext context, String name) {
		return context.analyzer(name)
			.custom()
			.tokenizer("standard")
			.tokenFilter("englishPossessive")
			.tokenFilter("lowercase")
			.tokenFilter("asciiFolding")
			.tokenFilter("patternReplace")
			.param("pattern", UNWRITTEN)
			.param("replacement", "");
	}

}
