package org.catena.ingest;

import java.util.ArrayList;
import java.util.List;

import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Makes of a line of JSON what the YAML of the corpus is read into, so that one set of
 * rules reads both: JSON is YAML, but a parser of JSON is many times faster.
 *
 * @param mark where the line stands
 */
record JsonNodes(Mark mark) {

	/**
	 * Values, names and brackets that a line may have; each becomes an object in memory.
	 */
	private static final int MOST_TOKENS = 200_000;

	private static final JsonFactory JSON = JsonFactory.builder()
		.streamReadConstraints(StreamReadConstraints.builder()
			.maxTokenCount(MOST_TOKENS)
			.maxNestingDepth(20)
			.maxStringLength(BulkFile.LONGEST_LINE)
			.build())
		.build();

	/**
	 * Nodes of a line.
	 * @param number the line's number, from 1
	 */
	static JsonNodes ofLine(int number) {
		return new JsonNodes(new Mark("", 0, number - 1, 0, new int[0], 0));
	}

	/**
	 * Reads a value.
	 * @param json the JSON in UTF-8
	 * @param length how many bytes of it
	 * @throws JacksonException when it is not JSON, or more than one value
	 */
	Node read(byte[] json, int length) {
		try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json, 0, length)) {
			parser.nextToken();
			Node value = value(parser);
			if (parser.nextToken() != null) {
				throw new tools.jackson.core.exc.StreamReadException(parser, "there is more than one value");
			}
			return value;
		}
	}

	private Node value(JsonParser parser) {
		JsonToken token = parser.currentToken();
		if (token == JsonToken.START_OBJECT) {
			List<NodeTuple> tuples = new ArrayList<>();
			while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
				Node key = text(parser.currentName());
				parser.nextToken();
				tuples.add(new NodeTuple(key, value(parser)));
			}
			return mapping(tuples);
		}
		if (token == JsonToken.START_ARRAY) {
			List<Node> elements = new ArrayList<>();
			while (parser.nextToken() != JsonToken.END_ARRAY) {
				elements.add(value(parser));
			}
			return sequence(elements);
		}
		return (token == JsonToken.VALUE_NULL) ? nothing() : text(parser.getString());
	}

	Node mapping(List<NodeTuple> tuples) {
		return new MappingNode(Tag.MAP, true, tuples, this.mark, this.mark, FlowStyle.FLOW);
	}

	Node sequence(List<Node> elements) {
		return new SequenceNode(Tag.SEQ, true, elements, this.mark, this.mark, FlowStyle.FLOW);
	}

	Node text(String text) {
		return new ScalarNode(Tag.STR, text, this.mark, this.mark, ScalarStyle.DOUBLE_QUOTED);
	}

	Node nothing() {
		return new ScalarNode(Tag.NULL, "null", this.mark, this.mark, ScalarStyle.PLAIN);
	}

}
