package org.catena.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.catena.site.SiteAddress;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.json.JsonMapper;

/**
 * The description of the programming interface by OpenAPI 3.1. It is kept by hand, and
 * tests hold the application to it: decision 0024.
 */
@Component
class OpenApi {

	private static final String FOLDER = "exchange/";

	private final SiteAddress site;

	private final JsonMapper json;

	OpenApi(SiteAddress site, JsonMapper json) {
		this.site = site;
		this.json = json;
	}

	/** The document, with the addresses and examples filled in. */
	Map<String, Object> document() {
		Map<String, Object> document = read();
		String root = this.site.root();
		Map<String, Object> info = object(document, "info");
		for (String part : List.of("license", "contact")) {
			object(info, part).computeIfPresent("url", (name, url) -> root + url);
		}
		objects(document, "servers").forEach((server) -> server.put("url", root));
		object(document, "paths").values().forEach((path) -> cast(path).values().forEach(this::addExample));
		return document;
	}

	private void addExample(Object operation) {
		String id = String.valueOf(cast(operation).get("operationId"));
		object(cast(operation), "responses").forEach((status, response) -> {
			if (status.startsWith("2") && cast(response).containsKey("content")) {
				example(id).ifPresent((example) -> object(object(cast(response), "content"), "application/json")
					.put("example", example));
			}
		});
	}

	/** What an operation answers, for example. */
	private Optional<Object> example(String operation) {
		ClassPathResource file = new ClassPathResource(FOLDER + "examples/" + operation + ".json");
		if (!file.exists()) {
			return Optional.empty();
		}
		try (InputStream in = file.getInputStream()) {
			return Optional.of(this.json.readValue(in, Object.class));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Map<String, Object> read() {
		try (InputStream in = new ClassPathResource(FOLDER + "openapi.yaml").getInputStream()) {
			return new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A member that is an object; an empty one where there is none. */
	static Map<String, Object> object(Map<String, Object> of, String name) {
		Object value = of.get(name);
		return (value != null) ? cast(value) : new LinkedHashMap<>();
	}

	/** A member that is a list of objects; an empty one where there is none. */
	static List<Map<String, Object>> objects(Map<String, Object> of, String name) {
		List<Map<String, Object>> objects = new ArrayList<>();
		if (of.get(name) instanceof List<?> list) {
			list.forEach((value) -> objects.add(cast(value)));
		}
		return objects;
	}

	@SuppressWarnings("unchecked")
	static Map<String, Object> cast(Object value) {
		return (Map<String, Object>) value;
	}

}
