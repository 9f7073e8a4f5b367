package org.catena.search;

import org.hibernate.search.engine.backend.document.DocumentElement;
import org.hibernate.search.engine.backend.document.IndexFieldReference;
import org.hibernate.search.engine.backend.document.model.dsl.IndexSchemaElement;
import org.hibernate.search.engine.backend.types.dsl.IndexFieldTypeFactory;

/**
 * The words and the coding of a claim, as both kinds of documents hold them.
 */
record ClaimFields(TextFields words, IndexFieldReference<String> point, IndexFieldReference<String> part,
		IndexFieldReference<String> theme, IndexFieldReference<String> claimant, IndexFieldReference<String> stance,
		IndexFieldReference<String> kind, IndexFieldReference<String> target, IndexFieldReference<String> aspect) {

	/** The field of the words of a claim, the article's and ours. */
	static final String CLAIM = "claim";

	/** The field of lettered parts of points. */
	static final String PART = "part";

	static ClaimFields of(IndexSchemaElement schema, IndexFieldTypeFactory types) {
		return new ClaimFields(TextFields.of(schema, types, CLAIM), Documents.values(schema, types, "point"),
				schema.field(PART, types.asString()).multiValued().toReference(),
				Documents.values(schema, types, "theme"), Documents.values(schema, types, "claimant"),
				Documents.value(schema, types, "stance"), Documents.value(schema, types, "kind"),
				Documents.value(schema, types, "target"), Documents.value(schema, types, "aspect"));
	}

	void write(DocumentElement document, IndexedClaim claim) {
		this.words.write(document, claim.quote());
		this.words.write(document, claim.paraphrase());
		claim.points().forEach((value) -> document.addValue(this.point, value));
		claim.parts().forEach((value) -> document.addValue(this.part, value));
		claim.themes().forEach((value) -> document.addValue(this.theme, value));
		claim.claimants().forEach((value) -> document.addValue(this.claimant, value));
		document.addValue(this.stance, claim.stance());
		document.addValue(this.kind, claim.kind());
		document.addValue(this.target, claim.target());
		document.addValue(this.aspect, claim.aspect());
	}

}
