package org.catena.search;

import java.util.List;

/**
 * The values of a facet, each with its hits: those that the query would have with this
 * value alone chosen in the facet.
 *
 * @param facet the facet
 * @param values its values: the chosen ones first, then by number of hits
 */
public record FacetCounts(Facet facet, List<Value> values) {

	/** Whether a value is chosen. */
	public boolean isChosen() {
		return this.values.stream().anyMatch(Value::chosen);
	}

	/**
	 * A value.
	 *
	 * @param value as the index and addresses write it
	 * @param label as pages write it; as the index writes it after the first hundred
	 * @param count how many hits have it
	 * @param chosen whether it is chosen
	 */
	public record Value(String value, String label, long count, boolean chosen) {
	}

}
