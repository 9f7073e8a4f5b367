package org.catena.exchange;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an annotation that somebody sent says, as far as an editor needs it: the quotes,
 * the comments, the tags and what it is about. Forms are read that the model allows and
 * that tools write: bodies as text, address, object or list; selectors alone, in lists or
 * refined by each other; Hypothesis's own form with {@code uri}, {@code text} and
 * {@code tags}.
 *
 * @param quotes the words that it is about
 * @param comments what is said of them
 * @param tags words that were put to them
 * @param addresses what it is about
 */
record SentAnnotation(List<String> quotes, List<String> comments, List<String> tags, List<String> addresses) {

	/** What no page and no table can hold: controls and unpaired surrogates. */
	private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\r\\n\\t]]");

	/** Selectors within selectors that are followed. */
	private static final int DEEPEST = 20;

	/**
	 * Reads the JSON of an annotation.
	 * @throws NoAnnotation if it is none
	 */
	static ObjectNode parse(String content, JsonMapper json) {
		JsonNode node;
		try {
			node = json.readTree(content);
		}
		catch (JacksonException ex) {
			throw new NoAnnotation("The body is no JSON.");
		}
		if (!(node instanceof ObjectNode object)) {
			throw new NoAnnotation("The body is no JSON object.");
		}
		if (isEmpty(object.path("target")) && isEmpty(object.path("uri"))) {
			throw new NoAnnotation("The annotation has no target.");
		}
		JsonNode type = object.path("type").isMissingNode() ? object.path("@type") : object.path("type");
		if (!type.isMissingNode() && !names(type, "Annotation")) {
			throw new NoAnnotation("The body is of another type than Annotation.");
		}
		return object;
	}

	private static boolean isEmpty(JsonNode node) {
		return node.isMissingNode() || node.isNull() || (node.isArray() && node.isEmpty())
				|| (node.isObject() && node.isEmpty()) || (node.isString() && node.stringValue().isBlank());
	}

	private static boolean names(JsonNode type, String name) {
		for (JsonNode one : each(type)) {
			if (one.isString() && one.stringValue().matches("(.*[#:/])?" + name)) {
				return true;
			}
		}
		return false;
	}

	static SentAnnotation of(ObjectNode annotation) {
		Set<String> quotes = new LinkedHashSet<>();
		Set<String> comments = new LinkedHashSet<>();
		Set<String> tags = new LinkedHashSet<>();
		Set<String> addresses = new LinkedHashSet<>();
		for (JsonNode target : each(annotation.path("target"))) {
			target(target, quotes, addresses, 0);
		}
		text(annotation.path("uri"), addresses);
		for (JsonNode body : each(annotation.path("body"))) {
			body(body, comments, tags, 0);
		}
		text(annotation.path("bodyValue"), comments);
		text(annotation.path("text"), comments);
		each(annotation.path("tags")).forEach((tag) -> text(tag, tags));
		return new SentAnnotation(List.copyOf(quotes), List.copyOf(comments), List.copyOf(tags),
				List.copyOf(addresses));
	}

	private static void target(JsonNode target, Set<String> quotes, Set<String> addresses, int depth) {
		if (target.isString()) {
			text(target, addresses);
			return;
		}
		if (depth > DEEPEST) {
			return;
		}
		text(target.path("id"), addresses);
		JsonNode source = target.path("source");
		text(source, addresses);
		text(source.path("id"), addresses);
		each(target.path("selector")).forEach((selector) -> quotes(selector, quotes, depth));
		// A Choice, a List or an independent selection holds further ones.
		each(target.path("items")).forEach((item) -> target(item, quotes, addresses, depth + 1));
	}

	private static void quotes(JsonNode selector, Set<String> quotes, int depth) {
		if (depth > DEEPEST) {
			return;
		}
		text(selector.path("exact"), quotes);
		for (String part : List.of("refinedBy", "startSelector", "endSelector", "items")) {
			each(selector.path(part)).forEach((inner) -> quotes(inner, quotes, depth + 1));
		}
	}

	private static void body(JsonNode body, Set<String> comments, Set<String> tags, int depth) {
		if (body.isString()) {
			text(body, comments);
			return;
		}
		if (depth > DEEPEST) {
			return;
		}
		boolean tag = names(body.path("purpose"), "tagging") || names(body.path("purpose"), "classifying");
		Set<String> said = tag ? tags : comments;
		for (String part : List.of("value", "chars", "source", "id")) {
			int before = said.size();
			text(body.path(part), said);
			if (said.size() > before) {
				break;
			}
		}
		each(body.path("items")).forEach((item) -> body(item, comments, tags, depth + 1));
	}

	private static void text(JsonNode node, Set<String> texts) {
		for (JsonNode one : each(node)) {
			String text = one.isString() ? plain(one.stringValue()) : "";
			if (!text.isEmpty()) {
				texts.add(text);
			}
		}
	}

	/** A text as pages and tables can hold it, without white space around. */
	static String plain(String text) {
		return CONTROL.matcher(text).replaceAll("").strip();
	}

	private static List<JsonNode> each(JsonNode node) {
		if (!node.isArray()) {
			return (node.isMissingNode() || node.isNull()) ? List.of() : List.of(node);
		}
		List<JsonNode> all = new ArrayList<>();
		node.forEach(all::add);
		return all;
	}

	/** What was sent is no annotation. */
	static class NoAnnotation extends RuntimeException {

		private static final long serialVersionUID = 1L;

		NoAnnotation(String sentence) {
			super(sentence);
		}

	}

}
