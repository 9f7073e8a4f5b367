package org.catena.search;

import java.time.LocalDate;

import org.catena.search.IndexedClaim.Shared;
import org.hibernate.search.engine.backend.document.DocumentElement;
import org.hibernate.search.engine.backend.document.IndexFieldReference;
import org.hibernate.search.engine.backend.document.model.dsl.IndexSchemaElement;
import org.hibernate.search.engine.backend.types.dsl.IndexFieldTypeFactory;

/**
 * The fields by which articles are narrowed, and their claims with them.
 */
record SharedFields(IndexFieldReference<String> source, IndexFieldReference<String> author,
		IndexFieldReference<String> plan, IndexFieldReference<String> language, IndexFieldReference<String> year,
		IndexFieldReference<String> month, IndexFieldReference<LocalDate> earliest,
		IndexFieldReference<LocalDate> latest) {

	static SharedFields of(IndexSchemaElement schema, IndexFieldTypeFactory types) {
		return new SharedFields(Documents.value(schema, types, "source"), Documents.values(schema, types, "author"),
				Documents.value(schema, types, "plan"), Documents.value(schema, types, "language"),
				Documents.value(schema, types, "year"), Documents.value(schema, types, "month"),
				Documents.day(schema, types, "earliest"), Documents.day(schema, types, "latest"));
	}

	void write(DocumentElement document, Shared shared) {
		document.addValue(this.source, shared.source());
		shared.authors().forEach((author) -> document.addValue(this.author, author));
		document.addValue(this.plan, shared.plan());
		document.addValue(this.language, shared.language());
		document.addValue(this.year, shared.year());
		document.addValue(this.month, shared.month());
		document.addValue(this.earliest, shared.earliest());
		document.addValue(this.latest, shared.latest());
	}

}
