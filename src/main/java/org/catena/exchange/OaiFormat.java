package org.catena.exchange;

import java.util.Arrays;
import java.util.Optional;

/**
 * A format of the records of OAI-PMH.
 */
enum OaiFormat {

	/** Dublin Core, which every repository has. */
	DUBLIN_CORE("oai_dc", "http://www.openarchives.org/OAI/2.0/oai_dc/",
			"http://www.openarchives.org/OAI/2.0/oai_dc.xsd"),

	/** The article with its claims: {@code exchange/article-1.0.xsd}. */
	ARTICLE("catena", "tag:catena.example,2026:article-1.0", "/schema/article-1.0.xsd"),

	/**
	 * With relations and discrepancies, too: {@code exchange/article-1.1.xsd}. It has a
	 * prefix of its own, for what harvesters check by a schema never changes.
	 */
	WHOLE_ARTICLE("catena-1.1", "tag:catena.example,2026:article-1.1", "/schema/article-1.1.xsd");

	private final String prefix;

	private final String namespace;

	private final String schema;

	OaiFormat(String prefix, String namespace, String schema) {
		this.prefix = prefix;
		this.namespace = namespace;
		this.schema = schema;
	}

	static Optional<OaiFormat> of(String prefix) {
		return Arrays.stream(values()).filter((format) -> format.prefix.equals(prefix)).findFirst();
	}

	String prefix() {
		return this.prefix;
	}

	String namespace() {
		return this.namespace;
	}

	/** The whole address of its schema. */
	String schema(String site) {
		return this.schema.startsWith("/") ? site + this.schema : this.schema;
	}

}
