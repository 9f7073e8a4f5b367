package org.catena.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A value of a YAML file that knows its line. What is missing or of the wrong kind
 * becomes a problem with a sentence that says what to do, and reading goes on.
 */
final class YamlValue {

	/** Controls and unpaired surrogates, which only an escape can bring into YAML. */
	private static final Pattern UNTEXTUAL = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\n\\r\\t\\u0085]]");

	private final Node node;

	private final String file;

	private final int before;

	private final Consumer<Problem> problems;

	private final Map<String, Node> children = new LinkedHashMap<>();

	private boolean faulty;

	YamlValue(Node node, String file, int before, Consumer<Problem> problems) {
		this.node = node;
		this.file = file;
		this.before = before;
		this.problems = problems;
		if (node instanceof MappingNode mapping) {
			for (NodeTuple tuple : mapping.getValue()) {
				String key = (tuple.getKeyNode() instanceof ScalarNode scalar) ? scalar.getValue() : "?";
				if (this.children.put(key, tuple.getValueNode()) != null) {
					report(tuple.getKeyNode(), "The key \"" + key + "\" stands twice. Keep one of the two.");
				}
			}
		}
	}

	/** The line of the value, from 1. */
	int line() {
		return line(this.node);
	}

	/** The line of a child, or of the value itself where there is no such child. */
	int line(String key) {
		Node child = this.children.get(key);
		return line((child != null) ? child : this.node);
	}

	/** Whether anything was wrong with this value or its children so far. */
	boolean isFaulty() {
		return this.faulty;
	}

	boolean isMapping() {
		return this.node instanceof MappingNode;
	}

	/** Reports keys that the format does not know. */
	void allow(String... keys) {
		if (!isMapping()) {
			refuse("Write keys with values here: " + String.join(", ", keys) + ".");
			return;
		}
		Set<String> known = Set.of(keys);
		this.children.forEach((key, child) -> {
			if (!known.contains(key)) {
				report(child, "The key \"" + key + "\" is not known here. Correct or remove it; known are "
						+ String.join(", ", keys) + ".");
			}
		});
	}

	/** The text of a child, or null where it is missing or null. */
	@Nullable String text(String key) {
		Node child = this.children.get(key);
		if (child == null || Tag.NULL.equals(child.getTag())) {
			return null;
		}
		if (child instanceof ScalarNode scalar) {
			return value(key, scalar);
		}
		report(child, "Write a single value for \"" + key + "\".");
		return null;
	}

	/** The text of a child that must be there; empty, with a problem, where it is not. */
	String required(String key) {
		String text = text(key);
		if (text == null || text.isBlank()) {
			report(this.children.getOrDefault(key, this.node), "Give a value for \"" + key + "\".");
			return "";
		}
		return text;
	}

	/** The number of a child that must be there; 0, with a problem, where it is not. */
	int number(String key) {
		String text = required(key);
		try {
			return text.isEmpty() ? 0 : Integer.parseInt(text);
		}
		catch (NumberFormatException ex) {
			report(this.children.getOrDefault(key, this.node),
					"Give a whole number for \"" + key + "\", not \"" + text + "\".");
			return 0;
		}
	}

	/**
	 * A child that must be one of the words of a value list; the first of them where it
	 * is not.
	 */
	<E extends Enum<E>> E word(String key, Class<E> type) {
		E word = optionalWord(key, type);
		if (word == null && text(key) == null) {
			report(this.children.getOrDefault(key, this.node),
					"Give a value for \"" + key + "\": " + words(type) + ".");
		}
		return (word != null) ? word : type.getEnumConstants()[0];
	}

	/** A child that may be one of the words of a value list. */
	<E extends Enum<E>> @Nullable E optionalWord(String key, Class<E> type) {
		String text = text(key);
		if (text == null) {
			return null;
		}
		for (E constant : type.getEnumConstants()) {
			if (constant.name().toLowerCase(Locale.ROOT).equals(text)) {
				return constant;
			}
		}
		report(this.children.getOrDefault(key, this.node),
				"\"" + text + "\" is no value of \"" + key + "\". Choose one of " + words(type) + ".");
		return null;
	}

	/** The texts of a child that is a list; a single value counts as a list of one. */
	List<String> texts(String key) {
		Node child = this.children.get(key);
		List<String> texts = new ArrayList<>();
		if (child instanceof ScalarNode scalar && !Tag.NULL.equals(child.getTag())) {
			texts.add(value(key, scalar));
		}
		else if (child instanceof SequenceNode sequence) {
			for (Node element : sequence.getValue()) {
				if (element instanceof ScalarNode scalar) {
					texts.add(value(key, scalar));
				}
				else {
					report(element, "Write single values in the list \"" + key + "\".");
				}
			}
		}
		else if (child instanceof MappingNode) {
			report(child, "Write a list for \"" + key + "\".");
		}
		return texts;
	}

	/** A child that is a mapping, or null where it is missing. */
	@Nullable YamlValue child(String key) {
		Node child = this.children.get(key);
		if (child == null || Tag.NULL.equals(child.getTag())) {
			return null;
		}
		return new YamlValue(child, this.file, this.before, this::take);
	}

	/** The keys of a mapping with their texts, in order. */
	Map<String, String> map(String key) {
		YamlValue child = child(key);
		Map<String, String> map = new LinkedHashMap<>();
		if (child != null) {
			child.children.keySet().forEach((name) -> map.put(name, child.required(name)));
		}
		return map;
	}

	/** The keys of a mapping with their mappings, in order. */
	Map<String, YamlValue> children(String key) {
		YamlValue child = child(key);
		Map<String, YamlValue> map = new LinkedHashMap<>();
		if (child != null) {
			child.children.keySet().forEach((name) -> {
				YamlValue value = child.child(name);
				if (value != null) {
					map.put(name, value);
				}
			});
		}
		return map;
	}

	/** What is made of each element of a child that is a list of mappings. */
	<T> List<T> list(String key, Function<YamlValue, T> read) {
		YamlValue child = child(key);
		return (child != null) ? child.elements().stream().map(read).collect(Collectors.toList()) : new ArrayList<>();
	}

	/** The elements of this value, which must be a list. */
	List<YamlValue> elements() {
		if (!(this.node instanceof SequenceNode sequence)) {
			refuse("Write a list here: each entry begins with \"- \".");
			return List.of();
		}
		return sequence.getValue()
			.stream()
			.map((element) -> new YamlValue(element, this.file, this.before, this::take))
			.toList();
	}

	/** The value of a scalar, which must be text that the archive can keep. */
	private String value(String key, ScalarNode scalar) {
		if (UNTEXTUAL.matcher(scalar.getValue()).find()) {
			report(scalar, "Remove the control character from \"" + key + "\".");
			return UNTEXTUAL.matcher(scalar.getValue()).replaceAll("");
		}
		return scalar.getValue();
	}

	/** Reports that something is wrong with this value. */
	void refuse(String sentence) {
		report(this.node, sentence);
	}

	/** Reports that something is wrong with a child. */
	void refuse(String key, String sentence) {
		report(this.children.getOrDefault(key, this.node), sentence);
	}

	private void report(Node at, String sentence) {
		take(new Problem(Level.ERROR, Stage.READ, "VALUE_REFUSED", this.file, line(at), sentence));
	}

	private void take(Problem problem) {
		this.faulty = true;
		this.problems.accept(problem);
	}

	private int line(Node at) {
		return at.getStartMark().getLine() + 1 + this.before;
	}

	private static <E extends Enum<E>> String words(Class<E> type) {
		return Arrays.stream(type.getEnumConstants())
			.map((constant) -> constant.name().toLowerCase(Locale.ROOT))
			.collect(Collectors.joining(", "));
	}

}
