package org.catena.search;

import java.util.LinkedHashMap;
import java.util.Map;

import org.catena.search.QueryNode.Part;
import org.jspecify.annotations.Nullable;

/**
 * A field of the query language, by its name: a part of an article, a side of articles
 * and claims, their date, or {@code in}, which says where the words beside it stand.
 *
 * @param part the part, if it is one
 * @param facet the side, if it is one
 * @param isDate whether it is the date
 */
record QueryField(@Nullable Part part, @Nullable Facet facet, boolean isDate) {

	/** {@code in:claim}. */
	static final QueryField IN = new QueryField(null, null, false);

	private static final Map<String, QueryField> FIELDS = fields();

	static @Nullable QueryField find(String name) {
		return FIELDS.get(name);
	}

	private static Map<String, QueryField> fields() {
		Map<String, QueryField> fields = new LinkedHashMap<>();
		for (Part part : Part.values()) {
			fields.put(part.field(), new QueryField(part, null, false));
		}
		fields.put("text", new QueryField(Part.BODY, null, false));
		for (Facet facet : Facet.values()) {
			fields.put(facet.parameter(), new QueryField(null, facet, false));
		}
		QueryField date = new QueryField(null, null, true);
		for (String name : new String[] { "year", "month", "date" }) {
			fields.put(name, date);
		}
		fields.put("in", IN);
		return fields;
	}

}
