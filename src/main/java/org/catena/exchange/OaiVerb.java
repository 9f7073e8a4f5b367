package org.catena.exchange;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * A request of OAI-PMH 2.0, section 4, with the arguments that it must and may have.
 */
enum OaiVerb {

	IDENTIFY("Identify", Set.of(), Set.of(), false),

	LIST_METADATA_FORMATS("ListMetadataFormats", Set.of(), Set.of("identifier"), false),

	LIST_SETS("ListSets", Set.of(), Set.of(), true),

	GET_RECORD("GetRecord", Set.of("identifier", "metadataPrefix"), Set.of(), false),

	LIST_IDENTIFIERS("ListIdentifiers", Set.of("metadataPrefix"), Set.of("from", "until", "set"), true),

	LIST_RECORDS("ListRecords", Set.of("metadataPrefix"), Set.of("from", "until", "set"), true);

	private final String word;

	private final Set<String> required;

	private final Set<String> optional;

	private final boolean resumed;

	OaiVerb(String word, Set<String> required, Set<String> optional, boolean resumed) {
		this.word = word;
		this.required = required;
		this.optional = optional;
		this.resumed = resumed;
	}

	static Optional<OaiVerb> of(String word) {
		return Arrays.stream(values()).filter((verb) -> verb.word.equals(word)).findFirst();
	}

	String word() {
		return this.word;
	}

	Set<String> required() {
		return this.required;
	}

	boolean knows(String argument) {
		return this.required.contains(argument) || this.optional.contains(argument)
				|| (this.resumed && argument.equals(OaiRequest.TOKEN));
	}

}
