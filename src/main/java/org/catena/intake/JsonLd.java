package org.catena.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The article that a page describes in JSON-LD with the words of schema.org. Contexts are
 * not resolved: pages use the plain names.
 */
final class JsonLd {

	private static final JsonMapper JSON = new JsonMapper();

	private static final Pattern ARTICLE = Pattern.compile(
			"(?:https?://schema\\.org/)?(?:\\w*Article|\\w*Posting|Report|APIReference|Review|AdvertiserContentArticle)");

	/** Objects of one page that are looked at; a hostile page could hold any number. */
	private static final int MOST_OBJECTS = 5_000;

	private final List<JsonNode> objects = new ArrayList<>();

	private final @Nullable JsonNode article;

	private JsonLd(Document page) {
		for (Element script : page.select("script[type=application/ld+json]")) {
			parse(script.data().isBlank() ? script.wholeText() : script.data());
		}
		this.article = this.objects.stream().filter(JsonLd::isArticle).findFirst().orElse(null);
	}

	/** Reads the scripts of a page; what is no JSON is passed over. */
	static JsonLd of(Document page) {
		return new JsonLd(page);
	}

	private void parse(String script) {
		try {
			gather(JSON.readTree(script.replaceAll("^\\s*<!\\[CDATA\\[|]]>\\s*$", "")), 0);
		}
		catch (JacksonException ex) {
			// A page with broken JSON-LD still has its other metadata.
		}
	}

	private void gather(JsonNode node, int depth) {
		if (depth > 20 || this.objects.size() >= MOST_OBJECTS) {
			return;
		}
		if (node.isObject()) {
			this.objects.add(node);
		}
		if (node.isContainer()) {
			node.forEach((child) -> gather(child, depth + 1));
		}
	}

	private static boolean isArticle(JsonNode node) {
		return strings(node.path("@type")).stream().anyMatch((type) -> ARTICLE.matcher(type).matches());
	}

	/** A text of the article, such as its headline or the date of its publication. */
	Optional<String> text(String property) {
		return (this.article == null) ? Optional.empty()
				: strings(this.article.path(property)).stream()
					.map(JsonLd::plain)
					.filter((text) -> !text.isEmpty())
					.findFirst();
	}

	/**
	 * The names that a property of the article gives: of its authors, of its publisher.
	 */
	List<String> names(String property) {
		List<String> names = new ArrayList<>();
		if (this.article != null) {
			name(this.article.path(property), names);
		}
		return names.stream().map(JsonLd::plain).filter((name) -> !name.isEmpty()).distinct().limit(100).toList();
	}

	private void name(JsonNode node, List<String> names) {
		if (node.isArray()) {
			node.forEach((element) -> name(element, names));
		}
		else if (node.isString()) {
			names.add(node.asString());
		}
		else if (node.isObject()) {
			JsonNode name = node.path("name");
			if (name.isMissingNode() && node.path("@id").isString()) {
				name = described(node.path("@id").asString()).path("name");
			}
			names.addAll(strings(name));
		}
	}

	private JsonNode described(String id) {
		return this.objects.stream()
			.filter((object) -> id.equals(object.path("@id").asString("")) && object.has("name"))
			.findFirst()
			.orElseGet(JSON::createObjectNode);
	}

	private static List<String> strings(JsonNode node) {
		List<String> strings = new ArrayList<>();
		if (node.isString()) {
			strings.add(node.asString());
		}
		else if (node.isArray()) {
			node.forEach((element) -> {
				if (element.isString()) {
					strings.add(element.asString());
				}
			});
		}
		else if (node.isObject() && node.path("@id").isString()) {
			strings.add(node.path("@id").asString());
		}
		return strings;
	}

	private static String plain(String text) {
		return Spaces.collapse(Parser.unescapeEntities(text, false));
	}

}
