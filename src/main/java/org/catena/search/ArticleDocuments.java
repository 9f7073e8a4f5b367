package org.catena.search;

import java.time.Instant;
import java.time.LocalDate;

import org.catena.article.Article;
import org.hibernate.search.engine.backend.document.DocumentElement;
import org.hibernate.search.engine.backend.document.IndexFieldReference;
import org.hibernate.search.engine.backend.document.IndexObjectFieldReference;
import org.hibernate.search.engine.backend.document.model.dsl.IndexSchemaElement;
import org.hibernate.search.engine.backend.document.model.dsl.IndexSchemaObjectField;
import org.hibernate.search.engine.backend.types.ObjectStructure;
import org.hibernate.search.engine.backend.types.dsl.IndexFieldTypeFactory;
import org.hibernate.search.engine.backend.types.Sortable;

/**
 * The documents of articles. Their claims are nested, so that a point and a stance that
 * are asked for together are those of the same claim.
 */
final class ArticleDocuments extends Documents<Article, IndexedArticle> {

	private Fields fields;

	@SuppressWarnings("NullAway.Init")
	ArticleDocuments(IndexedRows<IndexedArticle> rows) {
		super(Article.class, rows);
	}

	@Override
	long id(Article article) {
		return article.id();
	}

	@Override
	void fields(IndexSchemaElement schema, IndexFieldTypeFactory types) {
		IndexSchemaObjectField claims = schema.objectField("claims", ObjectStructure.NESTED).multiValued();
		this.fields = new Fields(text(schema, types, "title"), text(schema, types, "text"),
				schema.field("names", types.asString().analyzer(TextAnalysis.TEXT).searchAnalyzer(TextAnalysis.QUERY))
					.multiValued()
					.toReference(),
				schema.field("slug", types.asString().sortable(Sortable.YES)).toReference(),
				value(schema, types, "source"), values(schema, types, "author"), value(schema, types, "language"),
				day(schema, types, "earliest"), day(schema, types, "latest"), changed(schema, types),
				claims.toReference(),
				new ClaimFields(values(claims, types, "point"), values(claims, types, "claimant"),
						value(claims, types, "stance"), value(claims, types, "kind"), value(claims, types, "target"),
						value(claims, types, "aspect")));
	}

	@Override
	void write(DocumentElement document, IndexedArticle article) {
		document.addValue(this.fields.title(), article.title());
		document.addValue(this.fields.text(), article.text());
		article.names().forEach((name) -> document.addValue(this.fields.names(), name));
		document.addValue(this.fields.slug(), article.slug());
		document.addValue(this.fields.source(), article.source());
		article.authors().forEach((author) -> document.addValue(this.fields.author(), author));
		document.addValue(this.fields.language(), article.language());
		document.addValue(this.fields.earliest(), article.earliest());
		document.addValue(this.fields.latest(), article.latest());
		document.addValue(this.fields.changed(), article.changed());
		article.claims().forEach((claim) -> this.fields.claim().write(document.addObject(this.fields.claims()), claim));
	}

	private record Fields(IndexFieldReference<String> title, IndexFieldReference<String> text,
			IndexFieldReference<String> names, IndexFieldReference<String> slug, IndexFieldReference<String> source,
			IndexFieldReference<String> author, IndexFieldReference<String> language,
			IndexFieldReference<LocalDate> earliest, IndexFieldReference<LocalDate> latest,
			IndexFieldReference<Instant> changed, IndexObjectFieldReference claims, ClaimFields claim) {
	}

	/** The coding of a claim, as both kinds of documents hold it. */
	record ClaimFields(IndexFieldReference<String> point, IndexFieldReference<String> claimant,
			IndexFieldReference<String> stance, IndexFieldReference<String> kind, IndexFieldReference<String> target,
			IndexFieldReference<String> aspect) {

		void write(DocumentElement document, IndexedClaim claim) {
			claim.points().forEach((value) -> document.addValue(this.point, value));
			claim.claimants().forEach((value) -> document.addValue(this.claimant, value));
			document.addValue(this.stance, claim.stance());
			document.addValue(this.kind, claim.kind());
			document.addValue(this.target, claim.target());
			document.addValue(this.aspect, claim.aspect());
		}

	}

}
