package org.catena.reading;

import java.util.List;

import org.catena.agreement.Adjudication;
import org.catena.agreement.Comparison;
import org.catena.agreement.MeasuredCoding;

/**
 * The figures of agreement.
 *
 * @param comparisons of the independent codings, and of what the archive shows with the
 * second; empty as long as no article has two codings
 * @param adjudications the differences of each article
 * @param secondCodings those that editors made here and finished, the last first
 */
record AgreementPage(List<Comparison> comparisons, List<Adjudication> adjudications,
		List<MeasuredCoding> secondCodings) {
}
