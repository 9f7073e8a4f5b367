package org.catena.reading;

import java.util.List;

import org.catena.article.TextDiff;
import org.catena.article.TextDiff.Passage;
import org.catena.article.TextDiff.Piece;
import org.catena.reading.ArticlePage.VersionRow;
import org.jspecify.annotations.Nullable;

/**
 * What changed from one version of an article to another.
 *
 * @param article the article
 * @param versions all its texts, the newest first
 * @param from the version that is left; null when it is unknown
 * @param to the version that is reached; null when it is unknown
 * @param unknown what was asked for as a version and is none
 * @param passages the paragraphs of both
 */
record DiffPage(ArticleRow article, List<VersionRow> versions, @Nullable VersionRow from, @Nullable VersionRow to,
		@Nullable String unknown, List<Passage> passages) {

	/** Whether one version was asked to be compared with itself. */
	public boolean isSame() {
		return this.from != null && this.to != null && this.from.number() == this.to.number();
	}

	/** How many paragraphs are not the same in both. */
	public long changed() {
		return this.passages.stream().filter(Passage::isChanged).count();
	}

	/** How many words are new. */
	public int inserted() {
		return words(TextDiff.Change.INSERTED);
	}

	/** How many words are gone. */
	public int deleted() {
		return words(TextDiff.Change.DELETED);
	}

	private int words(TextDiff.Change change) {
		return this.passages.stream()
			.flatMap((passage) -> passage.pieces().stream())
			.filter((piece) -> piece.change() == change)
			.map(Piece::words)
			.mapToInt((words) -> words.isBlank() ? 0 : words.strip().split("\\s+").length)
			.sum();
	}

	/** The paragraphs, those that are far from any change apart. */
	public List<TextDiff.Stretch> stretches() {
		return TextDiff.stretches(this.passages);
	}

}
