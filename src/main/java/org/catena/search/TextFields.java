package org.catena.search;

import java.util.List;

import org.hibernate.search.engine.backend.document.DocumentElement;
import org.hibernate.search.engine.backend.document.IndexFieldReference;
import org.hibernate.search.engine.backend.document.model.dsl.IndexSchemaElement;
import org.hibernate.search.engine.backend.types.Norms;
import org.hibernate.search.engine.backend.types.dsl.IndexFieldTypeFactory;
import org.jspecify.annotations.Nullable;

/**
 * A piece of text in the index twice: its stems, which words and phrases are looked for
 * by, and its words as written, for beginnings, patterns and misspellings. They are apart
 * so that each length and frequency counts one thing.
 *
 * @param stems the stems
 * @param words the words as written
 */
record TextFields(IndexFieldReference<String> stems, IndexFieldReference<String> words) {

	/** What the name of a field of words as written ends with. */
	static final String WORDS = "_words";

	/** No lengths are kept: what ranks is {@link #ranked}. */
	static TextFields of(IndexSchemaElement schema, IndexFieldTypeFactory types, String name) {
		return new TextFields(field(schema, types, name, TextAnalysis.TEXT),
				field(schema, types, name + WORDS, TextAnalysis.WORDS));
	}

	private static IndexFieldReference<String> field(IndexSchemaElement schema, IndexFieldTypeFactory types,
			String name, String analyzer) {
		return schema.field(name, types.asString().analyzer(analyzer).norms(Norms.NO)).multiValued().toReference();
	}

	/**
	 * The field that ranks: everything in it counts as one text, as BM25 wants it
	 * (Robertson, Zaragoza and Taylor 2004); what weighs twice is put in twice.
	 */
	static IndexFieldReference<String> ranked(IndexSchemaElement schema, IndexFieldTypeFactory types) {
		return schema.field("all", types.asString().analyzer(TextAnalysis.TEXT).norms(Norms.YES))
			.multiValued()
			.toReference();
	}

	void write(DocumentElement document, @Nullable String text) {
		document.addValue(this.stems, text);
		document.addValue(this.words, text);
	}

	void write(DocumentElement document, List<String> texts) {
		texts.forEach((text) -> write(document, text));
	}

}
