package org.catena.search;

import java.time.Instant;

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
		this.fields = new Fields(TextFields.ranked(schema, types), TextFields.of(schema, types, "title"),
				TextFields.of(schema, types, "text"), TextFields.of(schema, types, "names"),
				schema.field("slug", types.asString().sortable(Sortable.YES)).toReference(),
				SharedFields.of(schema, types), changed(schema, types), claims.toReference(),
				ClaimFields.of(claims, types));
	}

	@Override
	void write(DocumentElement document, IndexedArticle article) {
		String title = article.shared().title();
		// Twice: a title says what an article is about, in few words.
		document.addValue(this.fields.all(), title);
		document.addValue(this.fields.all(), title);
		article.names().forEach((name) -> document.addValue(this.fields.all(), name));
		document.addValue(this.fields.all(), article.text());
		this.fields.title().write(document, title);
		this.fields.text().write(document, article.text());
		this.fields.names().write(document, article.names());
		document.addValue(this.fields.slug(), article.slug());
		this.fields.shared().write(document, article.shared());
		document.addValue(this.fields.changed(), article.changed());
		article.claims().forEach((claim) -> this.fields.claim().write(document.addObject(this.fields.claims()), claim));
	}

	private record Fields(IndexFieldReference<String> all, TextFields title, TextFields text, TextFields names,
			IndexFieldReference<String> slug, SharedFields shared, IndexFieldReference<Instant> changed,
			IndexObjectFieldReference claims, ClaimFields claim) {
	}

}
