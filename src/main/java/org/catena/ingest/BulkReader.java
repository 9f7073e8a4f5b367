package org.catena.ingest;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.catena.annotation.ClaimSubmission;
import org.catena.article.AgentKind;
import org.catena.article.AgentSubmission;
import org.catena.article.ArticleSubmission;
import org.catena.article.Slug;
import org.catena.article.SourceSubmission;
import org.catena.plan.Sha256;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import tools.jackson.core.JacksonException;

/**
 * Reads the articles of a file of many: puts what such a file may write shortly into the
 * form of the corpus, and has it read by the corpus's rules.
 */
final class BulkReader {

	private static final String[] KEYS = { "slug", "plan", "title", "supplied_title", "source", "authors", "date",
			"published", "date_within", "url", "alternate_url", "language", "derived_from", "notes", "basis", "text",
			"claims" };

	private final String file;

	private final Consumer<Problem> problems;

	private final CorpusReader corpus;

	/**
	 * Begins to read.
	 * @param file the file's name, for problems
	 * @param problems takes what is wrong
	 */
	BulkReader(String file, Consumer<Problem> problems) {
		this.file = file;
		this.problems = problems;
		this.corpus = new CorpusReader(problems);
	}

	/** Reads a line of JSON; null, with a problem, where it is no article. */
	@Nullable BulkArticle json(LineReader.Line line) {
		if (!line.whole()) {
			unreadable(line.number(), "The line is longer than 16 MiB. Shorten its text.");
			return null;
		}
		JsonNodes nodes = JsonNodes.ofLine(line.number());
		try {
			return article(nodes.read(line.bytes(), line.length()), nodes, line.number());
		}
		catch (JacksonException ex) {
			unreadable(line.number(), "This is not JSON: " + ex.getOriginalMessage() + ". Mend the line.");
			return null;
		}
	}

	/**
	 * Reads a record of CSV; null, with a problem, where it is no article.
	 * @param header the names of the columns: keys, or {@code source_name} and
	 * {@code source_website}
	 */
	@Nullable BulkArticle csv(CsvReader.CsvRecord row, List<String> header) {
		if (!row.whole() || !row.closed() || row.fields().size() != header.size()) {
			unreadable(row.line(), !row.whole() ? "The record is longer than 16 MiB. Shorten its text." : !row.closed()
					? "A quotation mark is not closed, so everything after it was left out."
					: "The record has %d fields, the first line %d. Put fields that hold commas in quotation marks."
						.formatted(row.fields().size(), header.size()));
			return null;
		}
		if (row.fields().stream().anyMatch((field) -> field.indexOf(BulkFile.NOT_UTF_8) >= 0)) {
			unreadable(row.line(), "The record is not UTF-8. Save the file as UTF-8.");
			return null;
		}
		JsonNodes nodes = JsonNodes.ofLine(row.line());
		Map<String, Node> values = new LinkedHashMap<>();
		List<NodeTuple> source = new ArrayList<>();
		for (int i = 0; i < header.size(); i++) {
			String key = header.get(i);
			String value = row.fields().get(i);
			if (value.isBlank()) {
				continue;
			}
			if (key.startsWith("source_")) {
				source.add(tuple(nodes, key.substring("source_".length()), nodes.text(value)));
			}
			else if (key.equals("authors")) {
				values.put(key, nodes
					.sequence(List.of(value.split("\\s*;\\s*")).stream().map(String::strip).map(nodes::text).toList()));
			}
			else {
				values.put(key, nodes.text(value));
			}
		}
		if (!source.isEmpty()) {
			if (values.get("source") != null) {
				source.add(tuple(nodes, "slug", values.get("source")));
			}
			values.put("source", nodes.mapping(source));
		}
		return article(mapping(nodes, values), nodes, row.line());
	}

	private void unreadable(int line, String sentence) {
		this.problems.accept(new Problem(Level.ERROR, Stage.READ, "LINE_UNREADABLE", this.file, line, sentence));
	}

	private @Nullable BulkArticle article(Node root, JsonNodes nodes, int line) {
		YamlValue given = new YamlValue(root, this.file, 0, this.problems);
		given.allow(KEYS);
		if (given.isFaulty() || !(root instanceof MappingNode mapping)) {
			return null;
		}
		return new Line(given, mapping, nodes, line).article();
	}

	private static Node mapping(JsonNodes nodes, Map<String, Node> values) {
		List<NodeTuple> tuples = new ArrayList<>();
		values.forEach((key, value) -> tuples.add(tuple(nodes, key, value)));
		return nodes.mapping(tuples);
	}

	private static NodeTuple tuple(JsonNodes nodes, String key, Node value) {
		return new NodeTuple(nodes.text(key), value);
	}

	/** A slug that always comes from the same name, and not from two. */
	static String slug(String name) {
		String letters = Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
		String slug = Slug.of(name, "name", (taken) -> false);
		return letters.codePoints().anyMatch((letter) -> letter > 127 && Character.isLetterOrDigit(letter))
				|| letters.length() > 60 ? slug + "-" + Sha256.of(name).substring(0, 10) : slug;
	}

	/** One article, on its way into the form of the corpus. */
	private final class Line {

		private final YamlValue given;

		private final JsonNodes nodes;

		private final int line;

		private final Map<String, Node> values = new LinkedHashMap<>();

		private final List<AgentSubmission> agents = new ArrayList<>();

		private @Nullable SourceSubmission source;

		private boolean faulty;

		Line(YamlValue given, MappingNode mapping, JsonNodes nodes, int line) {
			this.given = given;
			this.nodes = nodes;
			this.line = line;
			for (NodeTuple tuple : mapping.getValue()) {
				if (!Tag.NULL.equals(tuple.getValueNode().getTag())) {
					this.values.put(((ScalarNode) tuple.getKeyNode()).getValue(), tuple.getValueNode());
				}
			}
		}

		@Nullable BulkArticle article() {
			String text = text();
			Map<String, Node> front = new LinkedHashMap<>();
			String slug = this.values.containsKey("slug") ? this.given.required("slug") : madeSlug(text);
			front.put("slug", this.nodes.text(slug));
			for (String key : new String[] { "plan", "derived_from", "notes" }) {
				if (this.values.containsKey(key)) {
					front.put(key, this.values.get(key));
				}
			}
			front.put("title", described("title", this.values.get("title")));
			if (this.values.containsKey("supplied_title")) {
				front.put("supplied_title", described("supplied_title", this.values.get("supplied_title")));
			}
			front.put("authors", described("authors", authors()));
			front.put("source", described("source", source()));
			front.put("date",
					described("date", this.values.getOrDefault("published", this.values.get("date")), "within"));
			front.put("url", described("url", this.values.get("url"), "alternate"));
			front.put("language", described("language", this.values.get("language")));
			YamlValue yaml = yaml(mapping(this.nodes, front));
			ArticleSubmission article = BulkReader.this.corpus.article(yaml, text);
			List<ClaimSubmission> claims = claims(slug);
			return (this.faulty || yaml.isFaulty() || this.given.isFaulty()) ? null
					: new BulkArticle(this.line, article, claims, this.source, this.agents);
		}

		private YamlValue yaml(Node node) {
			return new YamlValue(node, BulkReader.this.file, 0, BulkReader.this.problems);
		}

		/** A text may hold characters that other values may not; they are left out. */
		private String text() {
			Node text = this.values.get("text");
			if (text != null && !(text instanceof ScalarNode)) {
				this.given.refuse("Write a single value for \"text\".");
			}
			return (text instanceof ScalarNode scalar) ? scalar.getValue() : "";
		}

		/** The same for the same address, or else the same text. */
		private String madeSlug(String text) {
			String title = plain("title");
			String url = plain("url");
			return Slug.of((title != null) ? title : "", "article", (taken) -> false) + "-"
					+ Sha256.of((url != null) ? url : title + "\n" + text).substring(0, 10);
		}

		private @Nullable String plain(String key) {
			Node node = this.values.get(key);
			if (node instanceof MappingNode mapping) {
				node = child(mapping, "value");
			}
			return (node instanceof ScalarNode scalar) ? scalar.getValue() : null;
		}

		/** A value with its basis: as it stands, or with the basis of the line. */
		private Node described(String key, @Nullable Node value, String... further) {
			if (value instanceof MappingNode mapping && child(mapping, "value") != null) {
				return value;
			}
			Map<String, Node> described = new LinkedHashMap<>();
			described.put("value", (value != null) ? value : this.nodes.nothing());
			if (value == null) {
				described.put("basis", this.nodes.text("unknown"));
			}
			else {
				basis(key, described);
			}
			for (String other : further) {
				Node node = this.values.get(other.equals("within") ? "date_within" : "alternate_url");
				if (node != null) {
					described.put(other, node);
				}
			}
			return mapping(this.nodes, described);
		}

		private void basis(String key, Map<String, Node> described) {
			Node basis = this.values.get("basis");
			if (basis instanceof MappingNode mapping) {
				basis = child(mapping, key);
			}
			if (basis instanceof MappingNode mapping) {
				mapping.getValue()
					.forEach((tuple) -> described.put(((ScalarNode) tuple.getKeyNode()).getValue(),
							tuple.getValueNode()));
			}
			else if (basis != null) {
				described.put("basis", basis);
				if (basis instanceof ScalarNode word && word.getValue().equals("inferred")) {
					described.put("evidence", this.nodes.text("as stated in " + BulkReader.this.file));
				}
			}
			else {
				described.put("basis", this.nodes.text("inferred"));
				described.put("evidence", this.nodes.text("as stated in " + BulkReader.this.file));
			}
		}

		private @Nullable Node source() {
			Node node = this.values.get("source");
			if (node instanceof ScalarNode scalar && !Slug.isSlug(scalar.getValue())) {
				node = this.nodes.mapping(List.of(tuple(this.nodes, "name", scalar)));
			}
			if (!(node instanceof MappingNode mapping) || child(mapping, "value") != null) {
				return node;
			}
			Map<String, Node> described = new LinkedHashMap<>();
			mapping.getValue()
				.forEach((tuple) -> described.put(((ScalarNode) tuple.getKeyNode()).getValue(), tuple.getValueNode()));
			if (!described.containsKey("slug") && described.get("name") instanceof ScalarNode name) {
				described.put("slug", this.nodes.text(slug(name.getValue())));
			}
			YamlValue yaml = yaml(mapping(this.nodes, described));
			if (described.containsKey("slug") && !described.containsKey("name")) {
				return described.get("slug");
			}
			SourceSubmission submission = BulkReader.this.corpus.source(yaml);
			this.faulty |= yaml.isFaulty();
			this.source = submission;
			return this.nodes.text(submission.slug());
		}

		private @Nullable Node authors() {
			Node node = this.values.get("authors");
			if (node == null || (node instanceof MappingNode mapping && child(mapping, "value") != null)) {
				return node;
			}
			List<Node> authors = new ArrayList<>();
			for (Node author : (node instanceof SequenceNode list) ? list.getValue() : List.of(node)) {
				authors.add(author(author));
			}
			return authors.isEmpty() ? null : this.nodes.sequence(authors);
		}

		private Node author(Node author) {
			if (author instanceof ScalarNode scalar) {
				String name = scalar.getValue();
				return Slug.isSlug(name) ? byline(name, null) : byline(agent(slug(name), name, null), name);
			}
			YamlValue yaml = yaml(author);
			if (yaml.text("agent") != null) {
				return author;
			}
			yaml.allow("slug", "name", "kind", "printed");
			String name = yaml.required("name");
			String slug = yaml.text("slug");
			AgentKind kind = yaml.optionalWord("kind", AgentKind.class);
			String printed = yaml.text("printed");
			this.faulty |= yaml.isFaulty();
			return byline(agent((slug != null) ? slug : slug(name), name, kind), (printed != null) ? printed : name);
		}

		private String agent(String slug, String name, @Nullable AgentKind kind) {
			if (!Slug.isSlug(slug) || name.length() > 500) {
				this.given.refuse("authors", "Give each author a name of at most 500 characters.");
			}
			else {
				this.agents
					.add(new AgentSubmission(slug, name, (kind != null) ? kind : AgentKind.PERSON, List.of(), null));
			}
			return slug;
		}

		private Node byline(String agent, @Nullable String printed) {
			Map<String, Node> byline = new LinkedHashMap<>();
			byline.put("agent", this.nodes.text(agent));
			if (printed != null) {
				byline.put("printed", this.nodes.text(printed));
			}
			return mapping(this.nodes, byline);
		}

		private @Nullable List<ClaimSubmission> claims(String slug) {
			if (!(this.values.get("claims") instanceof SequenceNode list)) {
				if (this.values.containsKey("claims")) {
					this.given.refuse("claims", "Write a list of claims.");
				}
				return null;
			}
			List<ClaimSubmission> claims = new ArrayList<>();
			for (Node claim : list.getValue()) {
				YamlValue yaml = yaml((claim instanceof MappingNode mapping) ? whole(mapping, slug) : claim);
				ClaimSubmission submission = BulkReader.this.corpus.claim(yaml);
				this.faulty |= yaml.isFaulty();
				claims.add(submission);
			}
			return claims;
		}

		/** A claim's id may leave out the slug of its article. */
		private Node whole(MappingNode claim, String slug) {
			Map<String, Node> keys = new LinkedHashMap<>();
			claim.getValue()
				.forEach((tuple) -> keys.put(((ScalarNode) tuple.getKeyNode()).getValue(), tuple.getValueNode()));
			if (keys.get("id") instanceof ScalarNode id && !id.getValue().contains("/")) {
				keys.put("id", this.nodes.text(slug + "/" + id.getValue()));
			}
			return mapping(this.nodes, keys);
		}

		private static @Nullable Node child(MappingNode mapping, String key) {
			for (NodeTuple tuple : mapping.getValue()) {
				if (tuple.getKeyNode() instanceof ScalarNode name && name.getValue().equals(key)) {
					return tuple.getValueNode();
				}
			}
			return null;
		}

	}

}
