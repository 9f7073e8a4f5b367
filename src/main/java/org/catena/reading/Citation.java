package org.catena.reading;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * One sentence by which a thing of the archive is cited, in plain text: who, what, where,
 * when, the original's address, the archive's, which version, when it was looked at.
 */
final class Citation {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

	private Citation() {
	}

	/**
	 * Cites an article.
	 * @param article the article
	 * @param url where it appeared
	 * @param version the number of the version that is cited
	 * @param address the address of that version in the archive, with its host
	 * @param accessed the day on which it is looked at
	 */
	static String of(ArticleRow article, @Nullable String url, int version, String address, LocalDate accessed) {
		return piece(article, url) + ". Archived in Catena, version " + version + ", " + address + ", accessed "
				+ DAY.format(accessed) + ".";
	}

	/**
	 * Cites a claim.
	 * @param claim the claim
	 * @param url where its article appeared
	 * @param version the number of the version that its quote stands in
	 * @param address the address of the claim in the archive, with its host
	 * @param accessed the day on which it is looked at
	 */
	static String of(ClaimRow claim, @Nullable String url, int version, String address, LocalDate accessed) {
		return piece(claim.article(), url) + ": “" + claim.exact().replaceAll("\\s+", " ").strip()
				+ "” Archived in Catena, version " + version + ", claim " + claim.key() + ", " + address + ", accessed "
				+ DAY.format(accessed) + ".";
	}

	private static String piece(ArticleRow article, @Nullable String url) {
		return article.authorNames() + ", " + (article.supplied() ? article.title() : "“" + article.title() + "”")
				+ ", " + article.sourceName() + ", " + date(article.date()) + ((url != null) ? ", " + url : "");
	}

	private static String date(@Nullable DateLabel date) {
		if (date == null) {
			return "date not known";
		}
		return date.text() + ((date.within() != null) ? " (" + date.within() + ")" : "");
	}

}
