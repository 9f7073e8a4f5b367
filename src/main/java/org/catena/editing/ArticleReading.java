package org.catena.editing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import org.catena.article.ArticleSubmission;
import org.catena.article.ArticleSubmission.BylineSubmission;
import org.catena.article.ArticleSubmission.RawText;
import org.catena.article.ArticleText;
import org.catena.article.Basis;
import org.catena.article.BasisKind;
import org.catena.article.DerivedFrom;
import org.catena.article.MetadataField;
import org.catena.plan.EdtfDate;
import org.jspecify.annotations.Nullable;

/**
 * Makes a submission of an article as typed. What is wrong becomes an error beside its
 * field, and reading goes on; nothing with an error is ever published.
 */
final class ArticleReading {

	private final ArticleForm form;

	private final FormErrors errors;

	private final FieldReading fields;

	private final SortedMap<MetadataField, Basis> bases = new TreeMap<>();

	ArticleReading(ArticleForm form, FormErrors errors) {
		this.form = form;
		this.errors = errors;
		this.fields = new FieldReading(errors);
	}

	/**
	 * Reads the form.
	 * @param slug the article's slug
	 * @param source the slug of its source
	 * @param authors its authors
	 * @param raw the text as received, where the archive has it
	 */
	ArticleSubmission read(String slug, String source, List<BylineSubmission> authors, @Nullable RawText raw) {
		String title = described("title", this.form.title(), this.form.titleBasis(), MetadataField.TITLE);
		String supplied = described("supplied-title", this.form.suppliedTitle(), this.form.suppliedTitleBasis(),
				MetadataField.SUPPLIED_TITLE);
		basis("source", this.form.sourceBasis(), !source.isEmpty() || this.form.source().isNew(), MetadataField.SOURCE);
		authorsBasis(!authors.isEmpty());
		EdtfDate date = this.fields.date("date", this.form.date());
		basis("date", this.form.dateBasis(), !this.form.date().isBlank(), MetadataField.DATE);
		EdtfDate within = this.fields.date("date-within", this.form.dateWithin());
		if (within != null && this.form.date().isBlank()) {
			this.errors.add("date", "Give the date that lies within these days, or empty “within”.");
		}
		String url = described("url", this.form.url(), this.form.urlBasis(), MetadataField.URL);
		String alternate = this.fields.line("url-alternate", this.form.urlAlternate());
		String language = described("language", this.form.language(), this.form.languageBasis(),
				MetadataField.LANGUAGE);
		DerivedFrom derived = derived();
		String plan = this.form.plan().isBlank() ? null : this.fields.line("plan", this.form.plan());
		return new ArticleSubmission(slug, plan, title, bracketed(supplied), source, authors, date, within, url,
				alternate, (language != null) ? language : "", derived, notes(), raw,
				Collections.unmodifiableSortedMap(this.bases), new ArticleText(this.form.text()));
	}

	/** The id of the field that a word of a refusal means. */
	static String field(String word) {
		return switch (word) {
			case "supplied_title" -> "supplied-title";
			case "authors" -> "authors-not-stated";
			case "derived_from" -> "derived-publication";
			case "slug" -> "title";
			default -> word;
		};
	}

	private @Nullable String described(String id, String typed, BasisForm basis, MetadataField field) {
		String value = this.fields.line(id, typed);
		basis(id, basis, value != null, field);
		return value;
	}

	private void basis(String id, BasisForm typed, boolean present, MetadataField field) {
		Basis basis = this.fields.basis(id, typed, present);
		if (basis != null) {
			this.bases.put(field, basis);
		}
	}

	private void authorsBasis(boolean present) {
		boolean named = this.form.authors().stream().anyMatch((author) -> !author.isEmpty());
		if (!named && !this.form.authorNotStated()) {
			this.errors.add("authors-not-stated", "Name the author, or tick “Author not stated”.");
		}
		if (named && this.form.authorNotStated()) {
			this.errors.add("authors-not-stated", "Either name the author, or tick “Author not stated”.");
		}
		basis("authors", this.form.authorsBasis(), present, MetadataField.AUTHORS);
		if (!named && this.form.authorNotStated()) {
			this.bases.putIfAbsent(MetadataField.AUTHORS, new Basis(BasisKind.UNKNOWN, null, null));
		}
	}

	private @Nullable DerivedFrom derived() {
		DerivedForm derived = this.form.derived();
		if (derived.isEmpty()) {
			return null;
		}
		this.fields.date("derived-date", derived.date());
		basis("derived", derived.basis(), true, MetadataField.DERIVED_FROM);
		return new DerivedFrom(this.fields.line("derived-publication", derived.publication()),
				this.fields.line("derived-title", derived.title()), this.fields.line("derived-date", derived.date()));
	}

	private List<String> notes() {
		String notes = this.fields.prose("notes", this.form.notes());
		return (notes != null) ? new ArrayList<>(Arrays.asList(notes.split("\\n\\s*\\n"))) : List.of();
	}

	private static @Nullable String bracketed(@Nullable String supplied) {
		if (supplied == null || (supplied.startsWith("[") && supplied.endsWith("]"))) {
			return supplied;
		}
		return "[" + supplied + "]";
	}

}
