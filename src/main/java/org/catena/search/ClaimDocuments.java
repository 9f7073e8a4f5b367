package org.catena.search;

import java.time.Instant;
import java.time.LocalDate;

import org.catena.annotation.Claim;
import org.catena.search.ArticleDocuments.ClaimFields;
import org.hibernate.search.engine.backend.document.DocumentElement;
import org.hibernate.search.engine.backend.document.IndexFieldReference;
import org.hibernate.search.engine.backend.document.model.dsl.IndexSchemaElement;
import org.hibernate.search.engine.backend.types.Sortable;
import org.hibernate.search.engine.backend.types.dsl.IndexFieldTypeFactory;

/**
 * The documents of claims, each with what it needs to know of its article.
 */
final class ClaimDocuments extends Documents<Claim, IndexedClaim> {

	private Fields fields;

	@SuppressWarnings("NullAway.Init")
	ClaimDocuments(IndexedRows<IndexedClaim> rows) {
		super(Claim.class, rows);
	}

	@Override
	long id(Claim claim) {
		return claim.id();
	}

	@Override
	void fields(IndexSchemaElement schema, IndexFieldTypeFactory types) {
		this.fields = new Fields(text(schema, types, "quote"), text(schema, types, "paraphrase"),
				schema.field("key", types.asString().sortable(Sortable.YES)).toReference(),
				schema.field("position", types.asInteger().sortable(Sortable.YES)).toReference(),
				value(schema, types, "source"), values(schema, types, "author"), day(schema, types, "earliest"),
				day(schema, types, "latest"), changed(schema, types),
				new ClaimFields(values(schema, types, "point"), values(schema, types, "claimant"),
						value(schema, types, "stance"), value(schema, types, "kind"), value(schema, types, "target"),
						value(schema, types, "aspect")));
	}

	@Override
	void write(DocumentElement document, IndexedClaim claim) {
		document.addValue(this.fields.quote(), claim.quote());
		document.addValue(this.fields.paraphrase(), claim.paraphrase());
		document.addValue(this.fields.key(), claim.key());
		document.addValue(this.fields.position(), claim.position());
		document.addValue(this.fields.source(), claim.source());
		claim.authors().forEach((author) -> document.addValue(this.fields.author(), author));
		document.addValue(this.fields.earliest(), claim.earliest());
		document.addValue(this.fields.latest(), claim.latest());
		document.addValue(this.fields.changed(), claim.changed());
		this.fields.coding().write(document, claim);
	}

	private record Fields(IndexFieldReference<String> quote, IndexFieldReference<String> paraphrase,
			IndexFieldReference<String> key, IndexFieldReference<Integer> position, IndexFieldReference<String> source,
			IndexFieldReference<String> author, IndexFieldReference<LocalDate> earliest,
			IndexFieldReference<LocalDate> latest, IndexFieldReference<Instant> changed, ClaimFields coding) {
	}

}
