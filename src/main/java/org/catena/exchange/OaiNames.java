package org.catena.exchange;

import java.util.Optional;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How the archive is known to harvesters: by a domain that stays whatever host it runs
 * on, and by whom to write to.
 *
 * @see <a href="https://www.openarchives.org/OAI/2.0/guidelines-oai-identifier.htm">OAI
 * identifiers</a>
 */
@Component
class OaiNames {

	private final String domain;

	private final String contact;

	/**
	 * Takes what is configured.
	 * @throws IllegalArgumentException if it is no domain or no mail address
	 */
	OaiNames(@Value("${catena.oai.domain:catena.example}") String domain,
			@Value("${catena.oai.contact:editors@catena.example}") String contact) {
		if (!domain.matches("[a-zA-Z][a-zA-Z0-9\\-]*(\\.[a-zA-Z][a-zA-Z0-9\\-]+)+")) {
			throw new IllegalArgumentException(
					"catena.oai.domain is \"" + domain + "\", and must be a domain like catena.example");
		}
		if (!contact.matches("[^@\\s]+@([^@\\s.]+\\.)+[^@\\s.]+")) {
			throw new IllegalArgumentException("catena.oai.contact is \"" + contact + "\", and must be a mail address");
		}
		this.domain = domain;
		this.contact = contact;
	}

	String domain() {
		return this.domain;
	}

	String contact() {
		return this.contact;
	}

	/** The identifier of a record. */
	String identifier(String last) {
		return "oai:" + this.domain + ":" + last;
	}

	/** The last part of an identifier, if it is one of ours. */
	Optional<String> last(String identifier) {
		String before = identifier("");
		return Optional.of(identifier)
			.filter((whole) -> whole.startsWith(before))
			.map((whole) -> whole.substring(before.length()))
			.filter((last) -> last.matches("[a-z0-9.-]+"));
	}

}
