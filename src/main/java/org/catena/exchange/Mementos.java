package org.catena.exchange;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The versions of an article as RFC 7089 has them: the article's address is the original,
 * those of its versions are its mementos.
 *
 * @param root the address of the site
 * @param slug the article
 * @param versions its versions, the oldest first; at least one
 */
record Mementos(String root, String slug, List<Version> versions) {

	private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'",
			Locale.ENGLISH);

	/** Reads the versions of a published article. */
	static Optional<Mementos> read(JdbcClient jdbc, String root, String slug) {
		List<Version> versions = jdbc.sql("""
				select v.number, v.created_at from article a join article_version v on v.article_id = a.id
				where a.slug = ? and a.state = 'published' order by v.number""")
			.param(slug)
			.query((rs, row) -> new Version(rs.getInt("number"),
					rs.getObject("created_at", OffsetDateTime.class).toInstant().truncatedTo(ChronoUnit.SECONDS)))
			.list();
		return versions.isEmpty() ? Optional.empty() : Optional.of(new Mementos(root, slug, versions));
	}

	/**
	 * Reads {@code Accept-Datetime}.
	 * @throws DateTimeException if it is no date of RFC 1123 in GMT
	 */
	static Instant time(String header) {
		if (!header.strip().matches("[A-Z][a-z]{2}, \\d{2} [A-Z][a-z]{2} \\d{4} \\d{2}:\\d{2}:\\d{2} GMT")) {
			throw new DateTimeException("Not a date of RFC 1123");
		}
		return ZonedDateTime.parse(header.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
	}

	static String date(Instant time) {
		return DATE.format(time.atOffset(ZoneOffset.UTC));
	}

	/** The version that was current at a time; before the first, the first. */
	Version at(Instant time) {
		return this.versions.stream()
			.filter((version) -> !version.created().isAfter(time))
			.reduce((one, later) -> later)
			.orElse(first());
	}

	Version first() {
		return this.versions.get(0);
	}

	Version last() {
		return this.versions.get(this.versions.size() - 1);
	}

	String original() {
		return this.root + "/articles/" + this.slug;
	}

	String address(Version version) {
		return original() + "/v" + version.number();
	}

	String timegate() {
		return this.root + "/timegate/articles/" + this.slug;
	}

	String timemap(String form) {
		return this.root + "/timemap/" + form + "/articles/" + this.slug;
	}

	/** The links of the original and of its timegate. */
	List<String> links() {
		List<String> links = new ArrayList<>(List.of(link(original(), "original"), link(timegate(), "timegate"),
				link(timemap("link"), "timemap") + "; type=\"application/link-format\"",
				link(timemap("json"), "timemap") + "; type=\"application/json\""));
		links.addAll(mementos(List.of(first(), last())));
		return links;
	}

	/** The links of a memento. */
	List<String> links(Version version) {
		int index = this.versions.indexOf(version);
		List<Version> near = new ArrayList<>(List.of(first(), last(), version));
		if (index > 0) {
			near.add(this.versions.get(index - 1));
		}
		if (index < this.versions.size() - 1) {
			near.add(this.versions.get(index + 1));
		}
		List<String> links = new ArrayList<>(links().subList(0, 4));
		near.stream().distinct().sorted(java.util.Comparator.comparing(Version::number)).forEach((one) -> {
			int place = this.versions.indexOf(one);
			String between = (place == index - 1) ? "prev " : (place == index + 1) ? "next " : "";
			links.add(memento(one, between));
		});
		return links;
	}

	private List<String> mementos(List<Version> some) {
		return some.stream().distinct().map((version) -> memento(version, "")).toList();
	}

	/** The link of a memento, which says whether it is the first or last. */
	String memento(Version version, String relation) {
		String place = (version.equals(first()) ? "first " : "") + (version.equals(last()) ? "last " : "");
		return link(address(version), place + relation + "memento") + "; datetime=\"" + date(version.created()) + "\"";
	}

	static String link(String address, String relation) {
		return "<" + address + ">; rel=\"" + relation + "\"";
	}

	/**
	 * A version.
	 *
	 * @param number from 1
	 * @param created when it came in, in whole seconds
	 */
	record Version(int number, Instant created) {
	}

}
