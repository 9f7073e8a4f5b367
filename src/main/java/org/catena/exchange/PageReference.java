package org.catena.exchange;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.catena.exchange.CitationStyles.Formatted;
import org.jspecify.annotations.Nullable;

/**
 * What a page of an article or claim says for reference managers and search engines. It
 * is read when the page asks for it.
 */
final class PageReference {

	private final Supplier<Optional<Reference>> source;

	private final CitationStyles styles;

	private final LocalDate today;

	private final SchemaOrg schema;

	private final String address;

	private @Nullable Optional<Reference> found;

	PageReference(Supplier<Optional<Reference>> source, CitationStyles styles, LocalDate today, SchemaOrg schema,
			String address) {
		this.source = source;
		this.styles = styles;
		this.today = today;
		this.schema = schema;
		this.address = address;
	}

	private Optional<Reference> found() {
		Optional<Reference> known = this.found;
		if (known == null) {
			known = this.source.get();
			this.found = known;
		}
		return known;
	}

	/** The reference in the styles that the archive knows. */
	public List<Formatted> styles() {
		return found().map((reference) -> this.styles.format(reference, this.today)).orElse(List.of());
	}

	/** The page's address with the ending of each format. */
	public List<File> files() {
		return found()
			.map((reference) -> Arrays.stream(ReferenceFormat.values())
				.map((format) -> new File(format.title(), this.address + format.ending()))
				.toList())
			.orElse(List.of());
	}

	/**
	 * Tags for the head of the page. Zotero takes the kind of piece from {@code DC.type}
	 * and the publication from {@code DC.source}; without them it would take a journal
	 * article in a publication called like the archive.
	 */
	public List<Tag> tags() {
		return found().map(PageReference::tags).orElse(List.of());
	}

	/** The page as schema.org describes such things, safe inside a script element. */
	public Optional<String> linkedData() {
		return found().map(this.schema::of);
	}

	private static List<Tag> tags(Reference reference) {
		ArticleRecord article = reference.article();
		ReferenceDate date = reference.date();
		List<Tag> tags = new ArrayList<>();
		add(tags, "DC.type", "newspaperArticle");
		add(tags, "DC.title", reference.title());
		add(tags, "citation_title", reference.title());
		for (String author : reference.authorNames()) {
			add(tags, "DC.creator", author);
			add(tags, "citation_author", author);
		}
		add(tags, "DC.source", reference.publication());
		add(tags, "DC.publisher", article.source().publisher());
		if (date != null) {
			add(tags, "DC.date", date.iso());
			add(tags, "citation_publication_date", date.iso().replace('-', '/'));
		}
		add(tags, "DC.language", article.language());
		add(tags, "citation_language", article.language());
		add(tags, "DC.identifier", reference.url());
		add(tags, "citation_public_url", reference.url());
		if (reference.quote() != null) {
			add(tags, "DC.description", "“" + reference.quote().words() + "”");
		}
		return tags;
	}

	private static void add(List<Tag> tags, String name, @Nullable String content) {
		if (content != null && !content.isBlank()) {
			tags.add(new Tag(name, content));
		}
	}

	/** A tag. */
	record Tag(String name, String content) {
	}

	/**
	 * A form of the page for reference managers.
	 *
	 * @param title what the format is called
	 * @param address where it is, from the root of the site
	 */
	record File(String title, String address) {
	}

}
