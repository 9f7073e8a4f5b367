package org.catena.reading;

import java.time.Instant;
import java.util.List;

import org.catena.reading.Segmentation.Paragraph;
import org.jspecify.annotations.Nullable;

/**
 * An article with its claims marked in its text.
 *
 * @param article the article
 * @param url where it appeared
 * @param metadata the values that readers should know the basis of
 * @param derivedFrom the piece from which it was made, in words
 * @param notes words printed with it that are not its body
 * @param paragraphs the text
 * @param claims the claims that are marked, in reading order
 * @param orphans claims whose quote is not in the version shown
 * @param stances how many claims have which stance
 * @param version which text is shown
 * @param versions all its texts, the newest first
 * @param neighbours articles to which its claims are related, the nearest first
 * @param filter which claims are marked
 * @param choices what can be chosen
 * @param total how many claims the version shown has, marked or not
 */
record ArticlePage(ArticleRow article, @Nullable String url, List<MetadataRow> metadata, @Nullable String derivedFrom,
		List<String> notes, List<Paragraph<ClaimRow>> paragraphs, List<ClaimRow> claims, List<ClaimRow> orphans,
		StanceCounts stances, VersionRow version, List<VersionRow> versions, List<Neighbour> neighbours,
		ClaimFilter filter, ClaimFilter.Choices choices, int total) {

	/** Whether the version shown is the newest. */
	public boolean isCurrent() {
		return this.versions.isEmpty() || this.versions.get(0).number() == this.version.number();
	}

	/** The classes of a mark over which claims lie: the innermost gives the colour. */
	public String markClass(List<ClaimRow> over) {
		return "claim claim--" + innermost(over).stance().word() + ((over.size() > 1) ? " claim--several" : "");
	}

	/** Of claims over the same words, the one that began last. */
	public ClaimRow innermost(List<ClaimRow> over) {
		return over.get(over.size() - 1);
	}

	/** The permanent ids of the claims over a piece of text, joined by spaces. */
	public String keys(List<ClaimRow> over) {
		return String.join(" ", over.stream().map(ClaimRow::key).toList());
	}

	/**
	 * A text of the article.
	 *
	 * @param number from 1
	 * @param sha256 its hash
	 * @param words how many
	 * @param createdAt when it came in
	 * @param reason why it was made
	 */
	record VersionRow(int number, String sha256, int words, Instant createdAt, String reason) {
	}

	/**
	 * An article that speaks of the same things.
	 *
	 * @param article the other article
	 * @param agrees how many relations agree or elaborate
	 * @param opposes how many relations contradict or dispute
	 */
	record Neighbour(ArticleRow article, int agrees, int opposes) {
	}

}
