package org.catena.exchange;

import java.nio.charset.StandardCharsets;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * How linked data are written: JSON-LD in UTF-8, with an entity tag made from the bytes,
 * so that the same tag means the same answer.
 */
@Component
class LinkedData {

	/** Web annotations (Web Annotation Data Model, section 3). */
	static final MediaType ANNOTATION = MediaType
		.parseMediaType("application/ld+json;profile=\"http://www.w3.org/ns/anno.jsonld\"");

	/** Any other linked data. */
	static final MediaType JSON_LD = MediaType.parseMediaType("application/ld+json");

	/** The context of the Web Annotation Data Model. */
	static final String ANNOTATION_CONTEXT = "http://www.w3.org/ns/anno.jsonld";

	/** The context of the Linked Data Platform. */
	static final String PLATFORM_CONTEXT = "http://www.w3.org/ns/ldp.jsonld";

	private final JsonMapper json;

	LinkedData(JsonMapper json) {
		this.json = json;
	}

	/** The bytes of a value. What is no Unicode, half a surrogate pair, becomes "?". */
	byte[] write(Object value) {
		return this.json.writerWithDefaultPrettyPrinter().writeValueAsString(value).getBytes(StandardCharsets.UTF_8);
	}

	/** Answers with a value. */
	ResponseEntity<byte[]> answer(Object value, MediaType type) {
		return answer(ResponseEntity.ok(), value, type);
	}

	/** Answers with a value. */
	ResponseEntity<byte[]> answer(ResponseEntity.BodyBuilder response, Object value, MediaType type) {
		return EntityTag.answer(response, type, write(value));
	}

}
