package org.catena.search;

import java.time.Instant;

import org.catena.annotation.Claim;
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
		this.fields = new Fields(TextFields.ranked(schema, types), TextFields.of(schema, types, "title"),
				TextFields.of(schema, types, "text"),
				schema.field("key", types.asString().sortable(Sortable.YES)).toReference(),
				schema.field("position", types.asInteger().sortable(Sortable.YES)).toReference(),
				SharedFields.of(schema, types), changed(schema, types), ClaimFields.of(schema, types));
	}

	@Override
	void write(DocumentElement document, IndexedClaim claim) {
		// Twice: the claim's own words say more than ours.
		document.addValue(this.fields.all(), claim.quote());
		document.addValue(this.fields.all(), claim.quote());
		document.addValue(this.fields.all(), claim.paraphrase());
		this.fields.title().write(document, claim.article().title());
		this.fields.text().write(document, claim.quote());
		document.addValue(this.fields.key(), claim.key());
		document.addValue(this.fields.position(), claim.position());
		this.fields.shared().write(document, claim.article());
		document.addValue(this.fields.changed(), claim.changed());
		this.fields.coding().write(document, claim);
	}

	private record Fields(IndexFieldReference<String> all, TextFields title, TextFields text,
			IndexFieldReference<String> key, IndexFieldReference<Integer> position, SharedFields shared,
			IndexFieldReference<Instant> changed, ClaimFields coding) {
	}

}
