package org.catena.agreement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

import org.catena.agreement.Adjudication.SecondCoder;
import org.jspecify.annotations.Nullable;

/**
 * A second coding that was finished in the workbench, with its agreement with the first
 * as that was then.
 *
 * @param id its number
 * @param text what was coded
 * @param coder who coded it, and how
 * @param finishedAt when it was finished, and so measured
 * @param adjudicatedAt when the differences were settled; null as long as they are not
 * @param agreement how far the two agree
 */
public record MeasuredCoding(long id, TextRef text, SecondCoder coder, Instant finishedAt,
		@Nullable Instant adjudicatedAt, Agreement agreement) {

	/** The day on which it was finished, in UTC. */
	public LocalDate finishedOn() {
		return LocalDate.ofInstant(this.finishedAt, ZoneOffset.UTC);
	}

	/** Whether its differences are settled. */
	public boolean isAdjudicated() {
		return this.adjudicatedAt != null;
	}

	/** The address of the page that lists the differences, once they are settled. */
	public String address() {
		return "/about/agreement/" + this.text.slug() + "/v" + this.coder.version() + "/" + this.coder.account();
	}

}
