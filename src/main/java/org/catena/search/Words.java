package org.catena.search;

import java.io.IOException;
import java.io.UncheckedIOException;

import jakarta.persistence.EntityManagerFactory;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.hibernate.search.backend.lucene.LuceneBackend;
import org.hibernate.search.mapper.orm.Search;
import org.springframework.stereotype.Component;

/**
 * What is a word to the index.
 */
@Component
class Words {

	private final EntityManagerFactory entities;

	Words(EntityManagerFactory entities) {
		this.entities = entities;
	}

	/** Whether a piece of a query has a word, so that looking for it makes sense. */
	boolean isSearchable(String text) {
		Analyzer analyzer = Search.mapping(this.entities)
			.backend()
			.unwrap(LuceneBackend.class)
			.analyzer(TextAnalysis.QUERY)
			.orElseThrow();
		try (TokenStream words = analyzer.tokenStream("text", text)) {
			words.reset();
			boolean any = words.incrementToken();
			words.end();
			return any;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
