package org.catena.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import static org.catena.exchange.OpenApi.cast;
import static org.catena.exchange.OpenApi.object;
import static org.catena.exchange.OpenApi.objects;

/**
 * The description of the programming interface for people.
 *
 * @param about what it is
 * @param groups the operations by what they are about
 * @param schemas what answers consist of
 */
record ApiPage(String about, List<Group> groups, List<Schema> schemas) {

	/**
	 * Reads the document.
	 * @param document the document
	 * @param root the beginning of addresses
	 * @param json writes examples
	 */
	static ApiPage of(Map<String, Object> document, String root, JsonMapper json) {
		Map<String, List<Operation>> byTag = new LinkedHashMap<>();
		object(document, "paths").forEach((path,
				methods) -> cast(methods).forEach((method, operation) -> byTag
					.computeIfAbsent(String.valueOf(((List<?>) cast(operation).get("tags")).get(0)),
							(tag) -> new ArrayList<>())
					.add(operation(document, path, method, cast(operation), root, json))));
		return new ApiPage(String.valueOf(object(document, "info").get("description")),
				objects(document, "tags").stream()
					.map((tag) -> new Group(String.valueOf(tag.get("name")), String.valueOf(tag.get("description")),
							byTag.getOrDefault(String.valueOf(tag.get("name")), List.of())))
					.toList(),
				object(object(document, "components"), "schemas").entrySet()
					.stream()
					.map((schema) -> schema(document, schema.getKey(), cast(schema.getValue())))
					.toList());
	}

	private static Operation operation(Map<String, Object> document, String path, String method,
			Map<String, Object> operation, String root, JsonMapper json) {
		List<Parameter> parameters = objects(operation, "parameters").stream()
			.map((parameter) -> resolved(document, parameter))
			.map((parameter) -> new Parameter(String.valueOf(parameter.get("name")), "path".equals(parameter.get("in")),
					String.valueOf(parameter.get("description")), type(object(parameter, "schema")),
					example(parameter)))
			.toList();
		List<Answer> answers = object(operation, "responses").entrySet().stream().map((response) -> {
			Map<String, Object> resolved = resolved(document, cast(response.getValue()));
			return new Answer(response.getKey(), String.valueOf(resolved.get("description")),
					type(object(content(resolved), "schema")));
		}).toList();
		Object example = object(operation, "responses").entrySet()
			.stream()
			.filter((response) -> response.getKey().startsWith("2"))
			.map((response) -> content(resolved(document, cast(response.getValue()))).get("example"))
			.findFirst()
			.orElse(null);
		return new Operation(String.valueOf(operation.get("operationId")), method.toUpperCase(java.util.Locale.ROOT),
				path, String.valueOf(operation.get("summary")), String.valueOf(operation.get("description")),
				parameters, answers, curl(method, root + address(path, parameters)), (example != null)
						? json.writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsString(example) : null);
	}

	private static Map<String, Object> content(Map<String, Object> response) {
		Map<String, Object> content = object(response, "content");
		return content.isEmpty() ? content : cast(content.values().iterator().next());
	}

	private static String address(String path, List<Parameter> parameters) {
		String address = path;
		for (Parameter parameter : parameters) {
			address = address.replace("{" + parameter.name() + "}", String.valueOf(parameter.example()));
		}
		List<String> query = parameters.stream()
			.filter((parameter) -> List.of("limit", "q", "in").contains(parameter.name()))
			.map((parameter) -> parameter.name() + "=" + parameter.example())
			.toList();
		return address + (query.isEmpty() ? "" : "?" + String.join("&", query));
	}

	private static String curl(String method, String address) {
		if (address.contains("/submissions")) {
			return "curl -H 'Authorization: Bearer TOKEN' "
					+ ("post".equals(method) ? "-H 'Content-Type: application/json' --data @article.json " : "") + "'"
					+ address + "'";
		}
		return "curl '" + address + "'";
	}

	private static @Nullable String example(Map<String, Object> parameter) {
		Object example = parameter.get("example");
		return (example instanceof List<?> several) ? String.valueOf(several.get(0))
				: (example != null) ? example.toString() : null;
	}

	private static Map<String, Object> resolved(Map<String, Object> document, Map<String, Object> value) {
		if (!(value.get("$ref") instanceof String ref)) {
			return value;
		}
		Map<String, Object> found = document;
		for (String part : ref.substring(2).split("/")) {
			found = object(found, part);
		}
		return found;
	}

	private static Schema schema(Map<String, Object> document, String name, Map<String, Object> schema) {
		List<Member> members = new ArrayList<>();
		String also = null;
		for (Map<String, Object> part : schema.containsKey("allOf") ? objects(schema, "allOf") : List.of(schema)) {
			if (part.get("$ref") instanceof String ref) {
				also = last(ref);
			}
			object(part, "properties").forEach((member, value) -> members.add(new Member(member, type(cast(value)),
					String.valueOf(cast(value).getOrDefault("description", "")))));
		}
		return new Schema(name, String.valueOf(schema.get("description")), also,
				members.isEmpty() ? type(schema) : null, members);
	}

	/** A type in words; the name of a schema where it is one. */
	private static String type(Map<String, Object> schema) {
		if (schema.isEmpty()) {
			return "";
		}
		if (schema.get("$ref") instanceof String ref) {
			return last(ref);
		}
		for (String choice : List.of("oneOf", "anyOf")) {
			if (schema.containsKey(choice)) {
				return objects(schema, choice).stream().map(ApiPage::type).collect(Collectors.joining(" or "));
			}
		}
		if (schema.get("enum") instanceof List<?> words) {
			return words.stream().map(String::valueOf).collect(Collectors.joining(", "));
		}
		if ("array".equals(schema.get("type"))) {
			return "list of " + type(object(schema, "items"));
		}
		Object type = schema.get("type");
		String word = (type instanceof List<?> types)
				? types.stream().map(String::valueOf).collect(Collectors.joining(" or ")) : String.valueOf(type);
		return schema.containsKey("format") ? word + " (" + schema.get("format") + ")" : word;
	}

	private static String last(String ref) {
		return ref.substring(ref.lastIndexOf('/') + 1);
	}

	/**
	 * Operations on the same things.
	 *
	 * @param name what the things are
	 * @param description more of it
	 * @param operations the operations
	 */
	record Group(String name, String description, List<Operation> operations) {
	}

	/**
	 * What can be asked.
	 *
	 * @param id its name
	 * @param method of HTTP
	 * @param path where, with variables in braces
	 * @param summary what it yields
	 * @param description more of it
	 * @param parameters its parameters
	 * @param answers what it answers
	 * @param curl how to try it in a shell
	 * @param example what it answers, for example
	 */
	record Operation(String id, String method, String path, String summary, String description,
			List<Parameter> parameters, List<Answer> answers, String curl, @Nullable String example) {
	}

	/**
	 * A parameter.
	 *
	 * @param name its name
	 * @param path whether it is a part of the path
	 * @param description what it does
	 * @param type of its values
	 * @param example a value
	 */
	record Parameter(String name, boolean path, String description, String type, @Nullable String example) {
	}

	/**
	 * An answer.
	 *
	 * @param status its status
	 * @param description what it means
	 * @param schema what it consists of; empty where it is nothing
	 */
	record Answer(String status, String description, String schema) {
	}

	/**
	 * What an answer consists of.
	 *
	 * @param name its name
	 * @param description what it is
	 * @param also what it has besides
	 * @param type what it is where it has no members
	 * @param members its members
	 */
	record Schema(String name, String description, @Nullable String also, @Nullable String type, List<Member> members) {
	}

	/**
	 * A member.
	 *
	 * @param name its name
	 * @param type of its value
	 * @param description what it says
	 */
	record Member(String name, String type, String description) {
	}

}
