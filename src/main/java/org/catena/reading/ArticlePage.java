package org.catena.reading;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;

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
 * @param citation the sentence by which the version shown is cited
 * @param differing the permanent ids of claims that two coders did not code alike
 * @param lanes the line, from 1, in which a claim is underlined
 * @param filter which claims are marked
 * @param choices what can be chosen
 * @param total how many claims the version shown has, marked or not
 */
record ArticlePage(ArticleRow article, @Nullable String url, List<MetadataRow> metadata, @Nullable String derivedFrom,
		List<String> notes, List<Paragraph<ClaimRow>> paragraphs, List<ClaimRow> claims, List<ClaimRow> orphans,
		StanceCounts stances, VersionRow version, List<VersionRow> versions, List<Neighbour> neighbours,
		String citation, Set<String> differing, Map<Long, Integer> lanes, ClaimFilter filter,
		ClaimFilter.Choices choices, int total) {

	/** Whether the version shown is the newest. */
	public boolean isCurrent() {
		return this.versions.isEmpty() || this.versions.get(0).number() == this.version.number();
	}

	/**
	 * The classes of a mark over which claims lie: the innermost gives the ground, and
	 * each has a line of its own.
	 */
	public String markClass(List<ClaimRow> over) {
		StringBuilder classes = new StringBuilder("claim claim--" + innermost(over).stance().word());
		for (ClaimRow claim : over) {
			classes.append(" line-")
				.append(Math.min(Lanes.MOST, this.lanes.getOrDefault(claim.id(), 1)))
				.append("--")
				.append(claim.stance().word());
		}
		return classes.toString();
	}

	/**
	 * The neighbour whose claims agree with this article's, or elaborate them, most
	 * often.
	 */
	public @Nullable Neighbour mostAgreeing() {
		return most(Neighbour::agreeing);
	}

	/** The neighbour whose claims contradict or dispute this article's most often. */
	public @Nullable Neighbour mostOpposed() {
		return most(Neighbour::opposing);
	}

	private @Nullable Neighbour most(ToIntFunction<Neighbour> count) {
		return this.neighbours.stream()
			.filter((neighbour) -> count.applyAsInt(neighbour) > 0)
			.reduce((one, other) -> (count.applyAsInt(other) > count.applyAsInt(one)) ? other : one)
			.orElse(null);
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
	 * @param relations how many relations of each type there are between the two, types
	 * that do not occur being left out
	 */
	record Neighbour(ArticleRow article, List<Count> relations) {

		public int agreeing() {
			return of("agrees") + of("elaborates");
		}

		public int opposing() {
			return of("contradicts") + of("disputes");
		}

		private int of(String type) {
			return this.relations.stream().filter((count) -> count.type().equals(type)).mapToInt(Count::number).sum();
		}

		/**
		 * How many relations of a type.
		 *
		 * @param type the type as a word
		 * @param number at least one
		 */
		record Count(String type, int number) {
		}

	}

}
