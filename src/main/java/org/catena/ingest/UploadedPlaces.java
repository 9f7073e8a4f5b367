package org.catena.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The places in a corpus of files that were handed in, by their names. The places are
 * plain, whatever the names are; two names never have one place, and an article and its
 * claims go together.
 */
final class UploadedPlaces {

	private static final Pattern PLACED = Pattern
		.compile("(?s)((?:.*/)?)(articles|first-coding|second-coding)/((?:[^/]+/)*[^/]+?)(\\.md|\\.claims\\.yaml)");

	private static final Pattern LOOSE = Pattern.compile("(?s)((?:.*/)?)([^/]+?)(\\.md|\\.claims\\.yaml)");

	private static final Set<String> LISTS = Set.of("sources.yaml", "agents.yaml", "relations.yaml",
			"discrepancies.yaml");

	/** Characters of a place below its folder, so that every file system takes it. */
	private static final int LONGEST = 120;

	private final SortedMap<String, byte[]> files = new TreeMap<>();

	private final Map<String, String> names = new HashMap<>();

	/** The plain name of each article, by the name that it came with. */
	private final Map<String, String> articles = new HashMap<>();

	private final Set<String> taken = new HashSet<>();

	private final List<String> unknown = new ArrayList<>();

	/**
	 * Puts a file into its place; one that has none is left aside.
	 * @throws IOException when another file has this place
	 */
	void put(String name, byte[] bytes) throws IOException {
		String path = name.replace('\\', '/');
		String last = path.substring(path.lastIndexOf('/') + 1);
		Matcher placed = PLACED.matcher(path);
		Matcher loose = LOOSE.matcher(path);
		if (LISTS.contains(last)) {
			put(last, name, bytes);
		}
		else if (placed.matches()) {
			put(placed.group(2) + "/" + article(placed.group(1), placed.group(3)) + placed.group(4), name, bytes);
		}
		else if (loose.matches()) {
			put("articles/" + article(loose.group(1), loose.group(2)) + loose.group(3), name, bytes);
		}
		else {
			this.unknown.add(name);
		}
	}

	private void put(String place, String name, byte[] bytes) throws IOException {
		if (this.files.putIfAbsent(place, bytes) != null) {
			throw new IOException("The files “" + this.names.get(place) + "” and “" + name
					+ "” have one place in a corpus. Hand in one of the two, or give one another name.");
		}
		this.names.put(place, name);
	}

	/** The plain name of an article, numbered where another has it. */
	private String article(String folder, String name) {
		return this.articles.computeIfAbsent(folder + " " + name, (key) -> {
			String plain = plain(name.replaceAll("(?s)\\.(?=.*/)", "_"));
			String free = plain;
			for (int number = 2; !this.taken.add(free.toLowerCase(Locale.ROOT)); number++) {
				free = plain + "-" + number;
			}
			return free;
		});
	}

	/** The end of a path, without anything that leads elsewhere. */
	static String plain(String path) {
		String plain = path.replaceAll("[^A-Za-z0-9._/-]", "_").replaceAll("\\.{2,}", "_");
		return plain.substring(Math.max(0, plain.length() - LONGEST)).replaceFirst("^/+", "");
	}

	/**
	 * The files by their places.
	 * @throws IOException when there is none
	 */
	SortedMap<String, byte[]> files() throws IOException {
		SortedMap<String, byte[]> whole = new TreeMap<>(this.files);
		whole.keySet().removeIf(this::isAlone);
		if (whole.isEmpty()) {
			throw new IOException("There is no file of the corpus in it: an article is an .md file that begins with "
					+ "front matter, its claims are a .claims.yaml file of the same name.");
		}
		return whole;
	}

	/** The names of those that are left aside, some with the reason. */
	List<String> unknown() {
		List<String> all = new ArrayList<>(this.unknown);
		this.files.keySet()
			.stream()
			.filter(this::isAlone)
			.forEach((place) -> all.add(this.names.get(place) + " (hand in the article’s .md with it)"));
		return all;
	}

	/** Whether it holds claims of an article that is not there. */
	private boolean isAlone(String place) {
		return place.endsWith(".claims.yaml")
				&& !this.files.containsKey(place.replaceFirst("^[a-z-]+/", "articles/").replace(".claims.yaml", ".md"));
	}

}
