package org.catena.reading;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.catena.history.ToldChange;

/**
 * What happened to something and to what belongs to it.
 *
 * @param name by which it is called
 * @param address where it is shown
 * @param versions the texts of an article, the newest first; empty for anything else
 * @param changes the changes, the newest first
 */
record HistoryPage(String name, String address, List<VersionRow> versions, List<ToldChange> changes) {

	/** The number of the version before one; 0 before the first. */
	public int before(VersionRow version) {
		return version.number() - 1;
	}

	/**
	 * A text of an article.
	 *
	 * @param number from 1
	 * @param createdAt when it came in
	 * @param createdBy who handed it in
	 * @param reason why it was made
	 * @param words how many
	 */
	record VersionRow(int number, Instant createdAt, String createdBy, String reason, int words) {

		/** When, to the second, as HTML writes it. */
		public String datetime() {
			return this.createdAt.truncatedTo(ChronoUnit.SECONDS).toString();
		}

	}

}
