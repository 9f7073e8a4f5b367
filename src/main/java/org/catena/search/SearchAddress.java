package org.catena.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The address of a search: every choice is in it, and nothing that is as it would be
 * anyway. Points and themes are written with their plan, so that the address means the
 * same when another plan is the first.
 */
public final class SearchAddress {

	private SearchAddress() {
	}

	/** The address of the search page, from the root of the site. */
	public static String of(SearchQuery query) {
		String parameters = String.join("&",
				fields(query).stream()
					.map((field) -> field.name() + "=" + URLEncoder.encode(field.value(), StandardCharsets.UTF_8))
					.toList());
		return parameters.isEmpty() ? "/search" : "/search?" + parameters;
	}

	/**
	 * The parameters in their order, for addresses and for the hidden fields of forms.
	 */
	public static List<Field> fields(SearchQuery query) {
		List<Field> fields = new ArrayList<>();
		if (!query.words().isEmpty()) {
			fields.add(new Field("q", query.words()));
		}
		if (query.scope() != Scope.ARTICLES) {
			fields.add(new Field("in", query.scope().word()));
		}
		query.chosen()
			.forEach((facet, values) -> values.forEach((value) -> fields.add(new Field(facet.parameter(), value))));
		LocalDate from = query.from();
		if (from != null) {
			fields.add(new Field("from", from.toString()));
		}
		LocalDate to = query.to();
		if (to != null) {
			fields.add(new Field("to", to.toString()));
		}
		if (query.sort() != Sort.RELEVANCE) {
			fields.add(new Field("sort", query.sort().word()));
		}
		if (!query.variants()) {
			fields.add(new Field("variants", "off"));
		}
		if (query.page() > 1) {
			fields.add(new Field("page", Integer.toString(query.page())));
		}
		return fields;
	}

	/**
	 * A parameter.
	 *
	 * @param name its name
	 * @param value its value, not yet encoded
	 */
	public record Field(String name, String value) {
	}

}
