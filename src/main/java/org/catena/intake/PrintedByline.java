package org.catena.intake;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A printed byline: which names stand in it.
 */
final class PrintedByline {

	/** Characters above which a text is no byline. */
	static final int LONGEST = 200;

	private static final Pattern POSTED = Pattern.compile(
			"^(?:(?:posted|published|updated|geposted|veröffentlicht|publié)\\b.{0,60}?\\s)(?:by|von|par|por|di)\\s+(\\p{Lu}.*)$",
			Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

	private static final Pattern BY = Pattern.compile(
			"^[\\s•·|–—-]*(?:(?:written|posted|published|reported|words|story|text|opinion|analysis|column|commentary|article|report)\\s+)?"
					+ "(?:by|von|par|por|di|da|door|av|af|od|автор|текст)\\s*[:\\s]\\s*",
			Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

	private static final Pattern LABEL = Pattern.compile(
			"^[\\s•·|–—-]*(?:author|authors|writer|byline|autor|autorin|auteur|autore|text|作者|автор)\\s*[:：]\\s*",
			Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

	/** From here on a byline speaks of something else: a date, a time, a role. */
	private static final Pattern REST = Pattern.compile(
			"\\s*(?:\\||·|@ |\\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\\b|•|—|–|\\s-\\s|\\(https?://|\\bon \\p{Lu}\\p{L}+ \\d|\\b(?:updated|published|posted|last updated|edited by|photographs by)\\b"
					+ "|\\d{1,2}[./:]\\d{1,2}|\\d{4}-\\d{2}|\\d{1,2}\\s*(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
					+ "|\\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?\\s+\\d).*$",
			Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);

	private static final Pattern BETWEEN = Pattern
		.compile("\\s*(?:;|,?\\s+(?:and|und|et|y|e|och|og|en|и|та)\\s+|\\s*&\\s+|\\n)\\s*");

	private static final Pattern NO_NAME = Pattern.compile(
			"^(?:follow|sign|log|login|register|menu|share|subscribe|read|more|about|view|see|contact|last|updated|published|posted|comments?|reviewed|admin|unknown|anonymous|null|none|undefined|author|authors|staff|editor|by|guest|n/a)\\b.*",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern TITLES_AFTER = Pattern
		.compile("(?i)(?:ph\\.?\\s*d|m\\.?d|m\\.?a|jr|sr|esq|msc|mph|rn|ii|iii)\\.?");

	private PrintedByline() {
	}

	/**
	 * Whether a line of its own is a byline by its form: "By ...", "Posted ... by ...".
	 */
	static Optional<String> ofLine(String line) {
		if (line.length() > LONGEST || line.endsWith(".") && line.length() > 60) {
			return Optional.empty();
		}
		boolean formed = POSTED.matcher(line).matches() || LABEL.matcher(line).find()
				|| line.matches("(?U)^(?:By|BY|Von|Par|Por|Di|Door)[\\s\\u00A0]+\\p{Lu}.*");
		return (formed && !names(line).isEmpty() && names(line).stream().allMatch(PrintedByline::looksLikeName))
				? Optional.of(line) : Optional.empty();
	}

	/** The names in a byline, in its order; empty where it names nobody. */
	static List<String> names(String printed) {
		String line = Spaces.collapse(printed);
		Matcher posted = POSTED.matcher(line);
		line = posted.matches() ? posted.group(1) : line;
		line = LABEL.matcher(BY.matcher(line).replaceFirst("")).replaceFirst("");
		line = BY.matcher(line).replaceFirst("");
		if (line.matches("(?i)https?://.*|@.*|.*@.*\\..*") && !line.contains(" ")) {
			return line.startsWith("@") ? List.of(line) : List.of();
		}
		Matcher rest = REST.matcher(line);
		line = rest.find() && rest.start() > 0 ? line.substring(0, rest.start()) : rest.replaceFirst("");
		Set<String> names = new LinkedHashSet<>();
		for (String part : BETWEEN.split(line)) {
			for (String name : atCommas(part)) {
				String trimmed = name.replaceAll("^[\\s,|•·:]+|[\\s,|•·:]+$", "");
				if (trimmed.codePoints().anyMatch(Character::isLetter) && !NO_NAME.matcher(trimmed).matches()) {
					names.add(trimmed);
				}
			}
		}
		return List.copyOf(names);
	}

	/**
	 * Commas part names when each part could be one; "Jong, Michiel de" and "Goodman, MA"
	 * stay whole or lose the degree.
	 */
	private static List<String> atCommas(String part) {
		List<String> parts = new ArrayList<>(List.of(part.split("\\s*,\\s*")));
		parts.removeIf((name) -> TITLES_AFTER.matcher(name).matches() || name.isBlank());
		if (parts.size() == 2 && parts.get(1).matches("(?:[A-Z]{2,4}|CNN|AP|AFP)")) {
			return List.of(parts.get(0));
		}
		if (parts.size() == 1
				|| parts.stream().filter((name) -> !name.startsWith("(")).allMatch((name) -> name.contains(" "))
				|| parts.size() > 2) {
			return parts;
		}
		return List.of(String.join(", ", parts));
	}

	/** Whether a text is short and written as names are. */
	static boolean looksLikeName(String text) {
		String[] words = text.split("[\\s\\u00A0]+");
		long large = List.of(words).stream().filter((word) -> word.matches("(?U)\\P{L}*(?:\\p{Lu}|\\p{Lo}).*")).count();
		return words.length <= 6 && text.length() <= 60 && large * 2 >= words.length
				&& !text.matches(".*[.!?]\\s.*[a-z]{4,}.*[.!?]$") && !text.toLowerCase(Locale.ROOT).contains("http");
	}

}
