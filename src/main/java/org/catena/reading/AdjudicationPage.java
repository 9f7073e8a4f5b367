package org.catena.reading;

import java.util.Arrays;
import java.util.List;

import org.catena.agreement.Adjudication;
import org.catena.agreement.Adjudication.Outcome;
import org.catena.agreement.Agreement;

/**
 * The differences of two codings of an article.
 *
 * @param adjudication the differences
 * @param agreement the figures of the article
 * @param all the lists of other articles, for the codings of the corpus
 */
record AdjudicationPage(Adjudication adjudication, Agreement agreement, List<Adjudication> all) {

	/**
	 * How many differences were settled in each way; ways that do not occur are left out.
	 */
	public List<Settled> settled() {
		return Arrays.stream(Outcome.values())
			.map((outcome) -> new Settled(outcome, this.adjudication.settled(outcome)))
			.filter((settled) -> settled.count() > 0)
			.toList();
	}

	record Settled(Outcome outcome, long count) {
	}

}
