package org.catena.reading;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.catena.annotation.TextQuote;
import org.catena.article.TextSpan;
import org.jspecify.annotations.Nullable;

/**
 * The place of a quote as the W3C's Web Annotation Data Model names it, to be written as
 * JSON.
 *
 * @param context the vocabulary
 * @param type what it is
 * @param source the address of the article version
 * @param selector ways to find the words in its text, each of which does
 */
@JsonPropertyOrder({ "@context", "type", "source", "selector" })
record QuoteSelector(@JsonProperty("@context") String context, String type, String source, List<Object> selector) {

	/**
	 * Names the place of a quote.
	 * @param source the address of the article version, with its host
	 * @param quote the words with what stands around them
	 * @param span where they stand in the text of the version; null where they do not
	 */
	static QuoteSelector of(String source, TextQuote quote, @Nullable TextSpan span) {
		List<Object> selectors = new ArrayList<>();
		selectors.add(new Quote("TextQuoteSelector", quote.exact(), quote.prefix(), quote.suffix()));
		if (span != null) {
			selectors.add(new Position("TextPositionSelector", span.start(), span.end()));
		}
		return new QuoteSelector("http://www.w3.org/ns/anno.jsonld", "SpecificResource", source, selectors);
	}

	@JsonInclude(JsonInclude.Include.NON_EMPTY)
	@JsonPropertyOrder({ "type", "exact", "prefix", "suffix" })
	record Quote(String type, String exact, @Nullable String prefix, @Nullable String suffix) {
	}

	/** Half-open, in Unicode code points from 0. */
	@JsonPropertyOrder({ "type", "start", "end" })
	record Position(String type, int start, int end) {
	}

}
