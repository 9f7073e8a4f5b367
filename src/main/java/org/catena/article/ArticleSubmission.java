package org.catena.article;

import java.util.List;
import java.util.SortedMap;

import org.catena.plan.EdtfDate;
import org.jspecify.annotations.Nullable;

/**
 * An article as it is handed in: by a corpus file, a form or an upload. There is one such
 * type and one door for it, {@link Accession}.
 *
 * @param slug its name in addresses
 * @param plan the slug of the plan that it comments on
 * @param title the printed title
 * @param suppliedTitle a title in square brackets, where none is printed
 * @param source the slug of its source
 * @param authors the authors in the order of the byline; none when the author is not
 * stated
 * @param date when it appeared
 * @param dateWithin days within which the date lies
 * @param url its address
 * @param alternateUrl another address of the same text
 * @param language as a BCP 47 tag
 * @param derivedFrom the piece that it was made from
 * @param notes words printed with it that are not its body
 * @param raw the text as received
 * @param bases on what each value rests
 * @param text its text
 */
public record ArticleSubmission(String slug, @Nullable String plan, @Nullable String title,
		@Nullable String suppliedTitle, String source, List<BylineSubmission> authors, @Nullable EdtfDate date,
		@Nullable EdtfDate dateWithin, @Nullable String url, @Nullable String alternateUrl, String language,
		@Nullable DerivedFrom derivedFrom, List<String> notes, @Nullable RawText raw,
		SortedMap<MetadataField, Basis> bases, ArticleText text) {

	/**
	 * One author.
	 *
	 * @param agent the agent's slug
	 * @param printed the name as printed
	 */
	public record BylineSubmission(String agent, @Nullable String printed) {
	}

	/**
	 * The text as it was received, kept byte for byte.
	 *
	 * @param file its path in the corpus
	 * @param sha256 the hash of its bytes
	 */
	public record RawText(String file, String sha256) {
	}

}
