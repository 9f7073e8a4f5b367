package org.catena.editing;

import java.nio.charset.StandardCharsets;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * What was typed, as tables keep it: as JSON, literally.
 */
@Component
class Snapshots {

	private final JsonMapper json;

	Snapshots(JsonMapper json) {
		this.json = json;
	}

	<T> T read(String form, Class<T> type) {
		return this.json.readValue(form, type);
	}

	/** An unpaired surrogate, which UTF-8 cannot hold, becomes a question mark. */
	String write(Object form) {
		byte[] utf8 = this.json.writeValueAsString(form).getBytes(StandardCharsets.UTF_8);
		return new String(utf8, StandardCharsets.UTF_8);
	}

}
