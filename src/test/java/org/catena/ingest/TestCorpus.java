package org.catena.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A small corpus in a folder: a plan of two points, one source, three agents, and the
 * articles that a test adds.
 */
public final class TestCorpus {

	/** The plan's slug. Point 2 has the part a. */
	public static final String PLAN = "two-point-plan";

	/** The source's slug. */
	public static final String DAILY = "the-daily";

	/** The person who writes. */
	public static final String AUTHOR = "ann-author";

	/** The person who is quoted. */
	public static final String SPEAKER = "bob-speaker";

	private final Path folder;

	private TestCorpus(Path folder) {
		this.folder = folder;
	}

	public static TestCorpus in(Path folder) {
		return new TestCorpus(folder).file("plans/two-point-plan.yaml", """
				slug: two-point-plan
				title: Plan of two points
				about: A plan for tests.
				published: "2025-11-20"
				themes: {army: armed forces, money: assets}
				witnesses:
				  paper: {url: "https://example.org/plan", what: A paper, seen: all points}
				points:
				- number: 1
				  title: The army
				  theme: army
				  summary: The army has a cap.
				  witnesses: [paper]
				  verification: seen in a paper
				- number: 2
				  title: The money
				  theme: money
				  summary: The money is paid out.
				  sub_points:
				  - {letter: a, summary: A half is paid at once.}
				  witnesses: [paper]
				  verification: seen in a paper
				""").file("sources.yaml", """
				- slug: the-daily
				  name: The Daily
				  website: https://example.org
				  country: {value: null, basis: unknown}
				""").file("agents.yaml", """
				- {slug: ann-author, name: Ann Author, kind: person, variants: [A. Author]}
				- {slug: bob-speaker, name: Bob Speaker, kind: person}
				- {slug: the-council, name: The Council, kind: body}
				""");
	}

	/** The location by which an ingest finds it. */
	public String location() {
		return "file:" + this.folder + "/";
	}

	/** Writes a file, in UTF-8. */
	public TestCorpus file(String path, String text) {
		return file(path, text.getBytes(StandardCharsets.UTF_8));
	}

	/** Writes a file, byte for byte. */
	public TestCorpus file(String path, byte[] bytes) {
		try {
			Path file = this.folder.resolve(path);
			Files.createDirectories(file.getParent());
			Files.write(file, bytes);
			return this;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Takes a file away. */
	public TestCorpus without(String path) {
		try {
			Files.delete(this.folder.resolve(path));
			return this;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Writes an article with its claims. */
	public TestCorpus article(TestArticle article) {
		file("articles/" + article.slug + ".md", article.file());
		return file("articles/" + article.slug + ".claims.yaml", article.claimsFile());
	}

	/**
	 * Writes another coding of an article: {@code first-coding} or {@code second-coding}.
	 */
	public TestCorpus coding(String coding, String slug, TestClaim... claims) {
		return file(coding + "/" + slug + ".claims.yaml",
				List.of(claims).stream().map((claim) -> claim.file(slug)).collect(Collectors.joining()));
	}

	/** A text as a value of YAML, whatever it contains. */
	public static String yaml(String text) {
		return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\r", "\\r") + '"';
	}

	/**
	 * An article of a corpus. Its metadata are what the front matter says, key by key.
	 */
	public static final class TestArticle {

		private final String slug;

		private final Map<String, String> metadata = new LinkedHashMap<>();

		private final List<TestClaim> claims = new ArrayList<>();

		private String text = "";

		private TestArticle(String slug) {
			this.slug = slug;
			with("slug", slug);
			with("plan", PLAN);
			title("A speech");
			with("authors", "{value: [{agent: ann-author, printed: Ann Author}], basis: printed}");
			with("source", "{value: the-daily, basis: printed}");
			with("date", "{value: \"2025-12-01\", basis: printed}");
			with("language", "{value: en, basis: printed}");
		}

		public static TestArticle of(String slug, String text) {
			return new TestArticle(slug).text(text);
		}

		/** Gives a key of the front matter, in YAML. */
		public TestArticle with(String key, String yaml) {
			this.metadata.put(key, yaml);
			return this;
		}

		public TestArticle without(String key) {
			this.metadata.remove(key);
			return this;
		}

		public TestArticle title(String title) {
			return with("title", "{value: " + yaml(title) + ", basis: printed}");
		}

		public TestArticle text(String text) {
			this.text = text;
			return this;
		}

		public TestArticle claims(TestClaim... claims) {
			this.claims.clear();
			this.claims.addAll(List.of(claims));
			return this;
		}

		String file() {
			return "---\n" + this.metadata.entrySet()
				.stream()
				.map((entry) -> entry.getKey() + ": " + entry.getValue() + "\n")
				.collect(Collectors.joining()) + "---\n\n" + this.text + "\n";
		}

		String claimsFile() {
			return this.claims.isEmpty() ? "[]\n"
					: this.claims.stream().map((claim) -> claim.file(this.slug)).collect(Collectors.joining());
		}

	}

	/** A claim of an article of a corpus: its file's keys with their values. */
	public static final class TestClaim {

		private final Map<String, String> coding = new LinkedHashMap<>();

		private TestClaim(String name, String exact) {
			with("id", name);
			text("exact", exact);
			text("paraphrase", "Something is claimed.");
			with("points", "[]");
			with("version", "original");
			with("claimant", "author");
			with("certainty", "asserted");
			with("kind", "evaluative");
			with("target", "plan");
			with("aspect", "content");
			with("stance", "opposes");
			with("confidence", "0.9");
			with("coding", "first");
			with("codebook", "\"1.0\"");
		}

		/** A claim of the author against the plan. */
		public static TestClaim of(String name, String exact) {
			return new TestClaim(name, exact);
		}

		/** Gives a key, in YAML. */
		public TestClaim with(String key, String yaml) {
			this.coding.put(key, yaml);
			return this;
		}

		public TestClaim without(String key) {
			this.coding.remove(key);
			return this;
		}

		/** Gives a key any text. */
		public TestClaim text(String key, String text) {
			return with(key, yaml(text));
		}

		String file(String slug) {
			String id = this.coding.get("id");
			return "- id: " + (id.contains("/") ? id : slug + "/" + id) + "\n"
					+ this.coding.entrySet()
						.stream()
						.filter((entry) -> !entry.getKey().equals("id"))
						.map((entry) -> "  " + entry.getKey() + ": " + entry.getValue() + "\n")
						.collect(Collectors.joining());
		}

	}

}
