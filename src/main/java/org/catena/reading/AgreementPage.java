package org.catena.reading;

import java.util.List;

import org.catena.agreement.Adjudication;
import org.catena.agreement.Comparison;

/**
 * The figures of agreement.
 *
 * @param comparisons of the independent codings, and of what the archive shows with the
 * second; empty as long as no article has two codings
 * @param adjudications the differences of each article
 */
record AgreementPage(List<Comparison> comparisons, List<Adjudication> adjudications) {
}
