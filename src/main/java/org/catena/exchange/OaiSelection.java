package org.catena.exchange;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

import org.jspecify.annotations.Nullable;

/**
 * Which records a list has, and up to where it was given. The resumption token is this,
 * written down: the server keeps nothing, so a token holds for ever, and a record that
 * changes meanwhile only moves towards the end of the list.
 *
 * @param verb which list
 * @param prefix in which format
 * @param set of which set, or null
 * @param from since when, or null
 * @param until up to when, or null
 * @param stamp the datestamp of the last record given; null at the beginning
 * @param id the id of the article of that record
 * @param given how many records were given
 * @param size how many the list had when it began
 */
record OaiSelection(OaiVerb verb, String prefix, @Nullable String set, @Nullable OaiTime from, @Nullable OaiTime until,
		@Nullable Instant stamp, long id, long given, long size) {

	/** The form of the token, so that a later one can tell. */
	private static final String FORM = "1";

	/** Of prefixes and of the parts of set specs, as the schema has it. */
	private static final String WORD = "[A-Za-z0-9\\-_.!~*'()]+";

	OaiSelection {
		if (!prefix.matches(WORD)) {
			throw OaiError.badArgument("\"metadataPrefix\" is a word.");
		}
		if (set != null && !set.matches(WORD + "(:" + WORD + ")*")) {
			throw OaiError.badArgument("\"set\" is a list of words joined by colons.");
		}
	}

	/**
	 * Reads the arguments of a list.
	 * @throws OaiError if they make no selection
	 */
	static OaiSelection of(OaiRequest request) {
		OaiVerb verb = request.verb();
		String token = request.argument(OaiRequest.TOKEN);
		if (token != null) {
			return parse(token, verb);
		}
		OaiTime from = request.time("from");
		OaiTime until = request.time("until");
		if (from != null && until != null) {
			if (from.isDay() != until.isDay()) {
				throw OaiError.badArgument("\"from\" and \"until\" must both be days or both be seconds.");
			}
			if (from.first().isAfter(until.last())) {
				throw OaiError.badArgument("\"from\" must not be later than \"until\".");
			}
		}
		String prefix = java.util.Objects.requireNonNull(request.argument("metadataPrefix"));
		return new OaiSelection(verb, prefix, request.argument("set"), from, until, null, 0, 0, 0);
	}

	/** The same list, after the last record of a page. */
	OaiSelection after(OaiRow last, long more, long size) {
		return new OaiSelection(this.verb, this.prefix, this.set, this.from, this.until, last.stamp(), last.article(),
				this.given + more, size);
	}

	/** The list's resumption token. */
	String token() {
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString(String
				.join("\n", FORM, this.verb.word(), this.prefix, (this.set != null) ? this.set : "", text(this.from),
						text(this.until), String.valueOf(this.stamp), Long.toString(this.id), Long.toString(this.given),
						Long.toString(this.size))
				.getBytes(StandardCharsets.UTF_8));
	}

	private static String text(@Nullable OaiTime time) {
		return (time != null) ? time.text() : "";
	}

	private static OaiSelection parse(String token, OaiVerb verb) {
		try {
			String[] parts = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8).split("\n", -1);
			if (parts.length != 10 || !parts[0].equals(FORM) || !parts[1].equals(verb.word())) {
				throw OaiError.badToken();
			}
			OaiSelection selection = new OaiSelection(verb, parts[2], parts[3].isEmpty() ? null : parts[3],
					parts[4].isEmpty() ? null : OaiTime.parse("from", parts[4]),
					parts[5].isEmpty() ? null : OaiTime.parse("until", parts[5]),
					OaiTime.parse("stamp", parts[6]).first(), Long.parseLong(parts[7]), Long.parseLong(parts[8]),
					Long.parseLong(parts[9]));
			if (OaiFormat.of(selection.prefix()).isEmpty() || selection.given() < 1 || selection.size() < 1) {
				throw OaiError.badToken();
			}
			return selection;
		}
		catch (IllegalArgumentException | DateTimeException | OaiError ex) {
			throw OaiError.badToken();
		}
	}

}
