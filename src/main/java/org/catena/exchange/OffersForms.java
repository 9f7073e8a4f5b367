package org.catena.exchange;

import java.util.List;

/**
 * A bean that answers addresses with endings says here which, so that pages link them and
 * {@code Accept} leads to them.
 */
@FunctionalInterface
interface OffersForms {

	/** The forms, the same at each call. */
	List<MachineForm> forms();

}
