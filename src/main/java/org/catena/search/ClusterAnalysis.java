package org.catena.search;

import org.hibernate.search.backend.elasticsearch.analysis.ElasticsearchAnalysisConfigurationContext;
import org.hibernate.search.backend.elasticsearch.analysis.ElasticsearchAnalysisConfigurer;

/**
 * {@link TextAnalysis} in the words of a cluster, filter by filter: the same text becomes
 * the same words. The gap between pieces of a text is 100 words there by itself.
 */
final class ClusterAnalysis implements ElasticsearchAnalysisConfigurer {

	@Override
	public void configure(ElasticsearchAnalysisConfigurationContext context) {
		context.tokenFilter("possessive").type("stemmer").param("language", "possessive_english");
		context.tokenFilter("unwritten")
			.type("pattern_replace")
			.param("pattern", TextAnalysis.UNWRITTEN)
			.param("replacement", "");
		context.tokenFilter("stem").type("snowball").param("language", "English");
		context.analyzer(TextAnalysis.TEXT)
			.custom()
			.tokenizer("standard")
			.tokenFilters("possessive", "lowercase", "asciifolding", "unwritten", "stem");
		context.analyzer(TextAnalysis.WORDS)
			.custom()
			.tokenizer("standard")
			.tokenFilters("possessive", "lowercase", "asciifolding", "unwritten");
	}

}
