package org.catena.exchange;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.catena.exchange.ArticleRecord.AgentName;
import org.catena.exchange.ClaimPlaces.Place;
import org.jspecify.annotations.Nullable;

/**
 * What reference managers keep of an article, or of a claim in it: the piece as it
 * appeared, where it is archived, and the words that are meant.
 *
 * @param article the article
 * @param root the address of the site
 * @param quote the words of a claim; null for the whole article
 */
record Reference(ArticleRecord article, String root, @Nullable Quote quote) {

	static Reference of(ArticleRecord article, String root) {
		return new Reference(article, root, null);
	}

	static Reference of(ArticleRecord article, ClaimRecord claim, Place place, String root) {
		return new Reference(article, root,
				new Quote(claim.key(), spaced(place.words()), claim.paraphrase(), place.paragraph(), place.version()));
	}

	/** Its name in files: letters, digits and hyphens. */
	String key() {
		return (this.quote != null) ? this.quote.claim().replace('/', '-') : this.article.slug();
	}

	/** The title on one line. */
	String title() {
		return spaced(this.article.title());
	}

	/** The publication in which the piece appeared, not the archive. */
	String publication() {
		return spaced(this.article.source().name());
	}

	List<ReferenceName> authors() {
		return this.article.authors().stream().map(ReferenceName::of).toList();
	}

	/** The authors as one reads them. */
	List<String> authorNames() {
		return this.article.authors().stream().map(AgentName::name).toList();
	}

	@Nullable ReferenceDate date() {
		return ReferenceDate.of(this.article.date()).orElse(null);
	}

	/** Where it appeared; where that is not known, where it is archived. */
	String url() {
		String url = this.article.url();
		return (url != null) ? url : archived();
	}

	/** The version of its text in the archive. */
	String archived() {
		int version = (this.quote != null) ? this.quote.version() : this.article.version();
		return this.root + this.article.address() + "/v" + version;
	}

	/** In a sentence, where it is archived, and what is not certain about its date. */
	String note() {
		StringBuilder note = new StringBuilder("Archived in Catena: ").append(archived()).append('.');
		String date = this.article.date();
		if (date != null && !date.matches("\\d{4}(-\\d{2}){0,2}")) {
			note.append(" Date in EDTF: ").append(date).append('.');
		}
		if (this.article.titleSupplied()) {
			note.append(" The title is supplied by the archive.");
		}
		return note.toString();
	}

	/**
	 * As an item of CSL-JSON.
	 * @param accessed when it is looked at, for a sentence that says so; null in files,
	 * which do not change by themselves
	 */
	Map<String, Object> csl(@Nullable LocalDate accessed) {
		Map<String, Object> item = new LinkedHashMap<>();
		item.put("id", key());
		item.put("type", "article-newspaper");
		item.put("title", title());
		if (!authors().isEmpty()) {
			item.put("author", authors().stream().map(ReferenceName::csl).toList());
		}
		item.put("container-title", publication());
		String publisher = this.article.source().publisher();
		if (publisher != null) {
			item.put("publisher", spaced(publisher));
		}
		ReferenceDate date = date();
		if (date != null) {
			item.put("issued", date.csl());
		}
		item.put("URL", url());
		item.put("language", this.article.language());
		if (accessed != null) {
			item.put("accessed", Map.of("date-parts",
					List.of(List.of(accessed.getYear(), accessed.getMonthValue(), accessed.getDayOfMonth()))));
			return item;
		}
		item.put("source", "Catena");
		item.put("note", note());
		if (this.quote != null) {
			item.put("annote", this.quote.sentence(this.root));
		}
		return item;
	}

	static String spaced(String text) {
		return text.replaceAll("\\s+", " ").strip();
	}

	/**
	 * The words that are meant.
	 *
	 * @param claim the permanent id of the claim
	 * @param words the words, on one line
	 * @param paraphrase what is claimed by them
	 * @param paragraph in which paragraph they stand, from 1; null where they do not
	 * @param version in which version of the text
	 */
	record Quote(String claim, String words, String paraphrase, @Nullable Integer paragraph, int version) {

		/** Everything about it. */
		String sentence(String root) {
			return "“" + this.words + "”" + ((this.paragraph != null) ? " (paragraph " + this.paragraph + ")" : "")
					+ ". Claim " + this.claim + ": " + spaced(this.paraphrase) + " " + root + "/claims/" + this.claim;
		}

	}

}
