package org.catena.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An article as machine forms tell it.
 *
 * @param id its id in the tables, which no form shows
 * @param slug its name in addresses
 * @param version the number of its current version
 * @param title the title, in square brackets where it is supplied
 * @param titleSupplied whether the title is supplied
 * @param source where it appeared
 * @param authors the authors in printed order; none when the author is not stated
 * @param date when it appeared, in EDTF
 * @param dateEarliest the first day on which it can have appeared
 * @param dateLatest the last such day
 * @param language the language as a BCP 47 tag
 * @param url the original address
 * @param alternateUrl another address of the original
 * @param plan the slug of the plan that it comments on
 * @param words the words of the current version
 * @param textSha256 the SHA-256 of the current version's text
 * @param claims how many claims are shown
 * @param created when it came in
 * @param updated when it was changed last
 */
record ArticleRecord(long id, String slug, int version, String title, boolean titleSupplied, SourceName source,
		List<AgentName> authors, @Nullable String date, @Nullable LocalDate dateEarliest,
		@Nullable LocalDate dateLatest, String language, @Nullable String url, @Nullable String alternateUrl,
		@Nullable String plan, int words, String textSha256, int claims, Instant created, Instant updated) {

	/** The address on the site, from its root. */
	String address() {
		return "/articles/" + this.slug;
	}

	/** The address of the current version, which stays what it is. */
	String versionAddress() {
		return address() + "/v" + this.version;
	}

	/**
	 * A publication.
	 *
	 * @param slug its name in addresses
	 * @param name its name
	 * @param publisher who publishes it
	 * @param website its web address
	 */
	record SourceName(String slug, String name, @Nullable String publisher, @Nullable String website) {
	}

	/**
	 * A person or body.
	 *
	 * @param slug its name in addresses
	 * @param name its name
	 * @param kind {@code person}, {@code body} or {@code group}
	 */
	record AgentName(String slug, String name, String kind) {
	}

}
