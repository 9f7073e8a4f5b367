package org.catena.search;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import tools.jackson.databind.json.JsonMapper;

/**
 * Articles that look like commentary to a search engine, the same for the same seed:
 * words follow Zipf's law in Mandelbrot's form with the vocabulary of the corpus at its
 * head and made-up words after it; one sentence in six has a piece of a real one, so that
 * phrases occur; lengths are log-normal; sources and authors have shares by Zipf's law;
 * one article in twelve has coded claims.
 */
final class GeneratedCorpus {

	private static final int VOCABULARY = 120_000;

	/** Mandelbrot's constants, near those of English prose. */
	private static final double EXPONENT = 1.05;

	private static final double SHIFT = 2.7;

	private static final int MEDIAN_WORDS = 380;

	private static final double SPREAD = 0.6;

	private static final int SOURCES = 300;

	private static final int AUTHORS = 5_000;

	private static final String[] STANCES = { "supports", "opposes", "mixed", "neutral" };

	private static final String[] KINDS = { "descriptive", "evaluative", "predictive", "normative" };

	private static final String[] CLAIMANTS = { "donald-trump", "vladimir-putin", "volodymyr-zelensky",
			"steve-witkoff" };

	private static final Pattern WORD = Pattern.compile("[\\p{L}][\\p{L}’'-]*");

	private static final JsonMapper JSON = JsonMapper.shared();

	private final Random random;

	private final List<String> vocabulary;

	private final double[] cumulative = new double[VOCABULARY];

	private final List<List<String>> sentences = new ArrayList<>();

	/** In how many articles each word of the head stands, in lower case. */
	private final Map<String, Integer> articles = new HashMap<>();

	GeneratedCorpus(Path corpus, long seed) throws IOException {
		this.random = new Random(seed);
		this.vocabulary = vocabulary(corpus);
		double sum = 0;
		for (int rank = 0; rank < VOCABULARY; rank++) {
			sum += 1 / Math.pow(rank + 1 + SHIFT, EXPONENT);
			this.cumulative[rank] = sum;
		}
	}

	private List<String> vocabulary(Path corpus) throws IOException {
		Map<String, Integer> counts = new LinkedHashMap<>();
		try (Stream<Path> files = Files.walk(corpus.resolve("articles"))) {
			for (Path file : files.filter((path) -> path.toString().endsWith(".md")).sorted().toList()) {
				String text = Files.readString(file).replaceFirst("(?s)^---\n.*?\n---\n", "");
				for (String sentence : text.split("(?<=[.?!])\\s+|\n\n")) {
					List<String> words = new ArrayList<>();
					Matcher matcher = WORD.matcher(sentence);
					while (matcher.find()) {
						words.add(matcher.group());
						counts.merge(matcher.group().toLowerCase(Locale.ROOT), 1, Integer::sum);
					}
					if (words.size() >= 8) {
						this.sentences.add(words);
					}
				}
			}
		}
		Set<String> words = new java.util.LinkedHashSet<>(counts.entrySet()
			.stream()
			.sorted(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
			.map(Map.Entry::getKey)
			.toList());
		words.forEach((word) -> this.articles.put(word, 0));
		while (words.size() < VOCABULARY) {
			words.add(madeUp());
		}
		return List.copyOf(words);
	}

	private String madeUp() {
		String consonants = "bcdfghklmnprstvz";
		String vowels = "aeiou";
		StringBuilder word = new StringBuilder();
		for (int syllables = 2 + this.random.nextInt(3); syllables > 0; syllables--) {
			word.append(consonants.charAt(this.random.nextInt(consonants.length())))
				.append(vowels.charAt(this.random.nextInt(vowels.length())));
		}
		return word.append("lnrst".charAt(this.random.nextInt(5))).toString();
	}

	/** Writes articles in the form that the command {@code ingest} reads. */
	void write(Path file, int count) throws IOException {
		try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
			for (int i = 0; i < count; i++) {
				out.write(JSON.writeValueAsString(article(i)));
				out.write('\n');
			}
		}
	}

	/** A word of at least five letters that stands in about this share of articles. */
	String wordInShare(double share, int count) {
		return this.articles.entrySet()
			.stream()
			.filter((word) -> word.getKey().matches("[a-z]{5,}"))
			.min(Comparator.comparingDouble((word) -> Math.abs((double) word.getValue() / count - share)))
			.orElseThrow()
			.getKey();
	}

	/** A made-up word of the far end, which a few articles in 100,000 have. */
	String rareWord() {
		return this.vocabulary.get(VOCABULARY / 2);
	}

	private Map<String, Object> article(int number) {
		Map<String, Object> article = new LinkedHashMap<>();
		article.put("slug", String.format("bench-%07d", number));
		article.put("plan", "28-point-plan");
		article.put("title", capital(String.join(" ", words(5 + this.random.nextInt(8)))));
		int source = share(SOURCES);
		article.put("source", Map.of("slug", "bench-source-" + source, "name", "Bench Source " + source));
		if (this.random.nextInt(100) >= 15) {
			int author = share(AUTHORS);
			article.put("authors", List.of(Map.of("slug", "bench-author-" + author, "name", "Bench Author " + author)));
		}
		int kind = this.random.nextInt(100);
		LocalDate day = LocalDate.of(2025, 11, 20).plusDays((long) (365 * Math.pow(this.random.nextDouble(), 2)));
		if (kind >= 3) {
			article.put("published", (kind < 8) ? day.toString().substring(0, 7) + "~" : day.toString());
		}
		article.put("url", "https://bench.example/" + number);
		article.put("language", "en");
		article.put("basis", "public_page");
		List<String> sentences = new ArrayList<>();
		article.put("text", text(sentences));
		if (number % 12 == 0) {
			article.put("claims", claims(sentences));
		}
		return article;
	}

	private String text(List<String> sentences) {
		int length = (int) Math.max(60, Math.min(4000, MEDIAN_WORDS * Math.exp(SPREAD * this.random.nextGaussian())));
		StringBuilder text = new StringBuilder();
		Set<String> seen = new HashSet<>();
		int paragraph = 0;
		for (int words = 0; words < length;) {
			List<String> sentence = words(8 + this.random.nextInt(20));
			if (this.random.nextInt(6) == 0) {
				List<String> real = this.sentences.get(this.random.nextInt(this.sentences.size()));
				int start = this.random.nextInt(real.size() - 5);
				sentence.addAll(this.random.nextInt(sentence.size()),
						real.subList(start, Math.min(real.size(), start + 4 + this.random.nextInt(6))));
			}
			words += sentence.size();
			sentence.forEach((word) -> seen.add(word.toLowerCase(Locale.ROOT)));
			String written = capital(String.join(" ", sentence)) + ".";
			sentences.add(written);
			text.append(text.isEmpty() ? "" : (paragraph++ % 4 == 3) ? "\n\n" : " ").append(written);
		}
		seen.forEach((word) -> this.articles.computeIfPresent(word, (key, count) -> count + 1));
		return text.toString();
	}

	private List<Map<String, Object>> claims(List<String> sentences) {
		List<Map<String, Object>> claims = new ArrayList<>();
		for (int i = 0; i < Math.min(sentences.size(), 1 + this.random.nextInt(4)); i++) {
			Map<String, Object> claim = new LinkedHashMap<>();
			claim.put("id", "c" + (i + 1));
			claim.put("exact", sentences.get(i));
			claim.put("paraphrase", "It is said that " + String.join(" ", words(8)) + ".");
			claim.put("points", List.of(Map.of("number", 1 + share(28), "bearing", "about")));
			claim.put("version", "unspecified");
			boolean author = this.random.nextBoolean();
			claim.put("claimant", author ? "author" : CLAIMANTS[this.random.nextInt(CLAIMANTS.length)]);
			if (!author) {
				claim.put("via", List.of("author"));
				claim.put("uptake", "reports");
			}
			claim.put("certainty", "asserted");
			claim.put("kind", KINDS[this.random.nextInt(KINDS.length)]);
			claim.put("target", "plan");
			claim.put("aspect", "content");
			claim.put("stance", STANCES[this.random.nextInt(STANCES.length)]);
			claim.put("confidence", 0.8);
			claim.put("coding", "first");
			claim.put("codebook", "1.0");
			claims.add(claim);
		}
		return claims;
	}

	private List<String> words(int count) {
		List<String> words = new ArrayList<>(count);
		for (int i = 0; i < count; i++) {
			int rank = Arrays.binarySearch(this.cumulative, this.random.nextDouble() * this.cumulative[VOCABULARY - 1]);
			words.add(this.vocabulary.get(Math.min(VOCABULARY - 1, (rank < 0) ? -rank - 1 : rank)));
		}
		return words;
	}

	/** A number below a bound, small ones more often: its density falls as 1/x. */
	private int share(int bound) {
		return (int) Math.pow(bound, this.random.nextDouble()) % bound;
	}

	private static String capital(String text) {
		return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
	}

}
