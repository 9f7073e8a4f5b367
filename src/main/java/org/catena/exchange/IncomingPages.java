package org.catena.exchange;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what the page of incoming annotations shows of each, with the article that it
 * seems to be about.
 */
@Component
class IncomingPages {

	private static final Pattern SLUG = Pattern.compile("/articles/([a-z0-9-]+)(?:/v\\d+)?(?:[.?#].*)?$");

	/** Addresses of an annotation that are shown and looked up; most have one. */
	private static final int MOST_ADDRESSES = 20;

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'",
			Locale.ENGLISH);

	private final JdbcClient jdbc;

	private final JsonMapper json;

	IncomingPages(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/** The rows of the page, with two statements whatever their number. */
	List<Row> rows(List<IncomingAnnotation> annotations) {
		Map<String, SentAnnotation> said = new HashMap<>();
		Set<String> slugs = new LinkedHashSet<>();
		Set<String> addresses = new LinkedHashSet<>();
		for (IncomingAnnotation annotation : annotations) {
			SentAnnotation sent = SentAnnotation.of(SentAnnotation.parse(annotation.content(), this.json));
			said.put(annotation.name(), sent);
			sent.addresses().stream().limit(MOST_ADDRESSES).forEach((address) -> {
				slugs.add(slug(address));
				addresses.addAll(spellings(address));
			});
		}
		Map<String, About> bySlug = new HashMap<>();
		Map<String, About> byAddress = new HashMap<>();
		this.jdbc.sql("""
				select a.slug, o.slug as old, coalesce(a.title, a.supplied_title) as title, a.url, a.alternate_url
				from article a left join old_slug o on o.article_id = a.id and o.slug = any(:slugs)
				where a.state = 'published' and (a.slug = any(:slugs) or o.slug is not null or a.url = any(:addresses)
				  or a.alternate_url = any(:addresses))""")
			.param("slugs", slugs.toArray(String[]::new))
			.param("addresses", addresses.toArray(String[]::new))
			.query((rs) -> {
				About about = new About(rs.getString("slug"), rs.getString("title"));
				bySlug.put(about.slug(), about);
				bySlug.put(String.valueOf(rs.getString("old")), about);
				byAddress.put(String.valueOf(rs.getString("url")), about);
				byAddress.put(String.valueOf(rs.getString("alternate_url")), about);
			});
		return annotations.stream()
			.map((annotation) -> row(annotation, said.get(annotation.name()), bySlug, byAddress))
			.toList();
	}

	private Row row(IncomingAnnotation annotation, @Nullable SentAnnotation sent, Map<String, About> bySlug,
			Map<String, About> byAddress) {
		SentAnnotation says = (sent != null) ? sent : new SentAnnotation(List.of(), List.of(), List.of(), List.of());
		About about = null;
		List<String> addresses = says.addresses().stream().limit(MOST_ADDRESSES).toList();
		for (String address : addresses) {
			if (about == null) {
				about = bySlug.get(slug(address));
			}
			for (String spelling : spellings(address)) {
				about = (about != null) ? about : byAddress.get(spelling);
			}
		}
		return new Row(annotation.name(), says.quotes(), says.comments(), says.tags(), addresses,
				says.addresses().size() - addresses.size(), about, annotation.number(), annotation.receivedBy(),
				words(annotation.receivedAt()), annotation.act(), annotation.remark(), annotation.by(),
				words(annotation.at()), annotation.isOpen(), annotation.content());
	}

	private static String words(Instant time) {
		return DAY.format(time.atOffset(ZoneOffset.UTC));
	}

	/** The slug in an address of an article of the archive, on whichever host. */
	private static String slug(String address) {
		Matcher matcher = SLUG.matcher(address);
		return matcher.find() ? matcher.group(1) : "";
	}

	/** How else the same page's address may be written. */
	private static Set<String> spellings(String address) {
		String plain = address.replaceFirst("#.*$", "");
		Set<String> spellings = new LinkedHashSet<>(List.of(address, plain));
		Matcher parts = Pattern.compile("^https?://(?:www\\.)?([^?]*?)/?(\\?.*)?$").matcher(plain);
		if (parts.matches()) {
			String query = (parts.group(2) != null) ? parts.group(2) : "";
			for (String scheme : List.of("https://", "http://", "https://www.", "http://www.")) {
				spellings.add(scheme + parts.group(1) + query);
				spellings.add(scheme + parts.group(1) + "/" + query);
			}
		}
		return spellings;
	}

	/**
	 * An article.
	 *
	 * @param slug its slug
	 * @param title its title
	 */
	record About(String slug, String title) {
	}

	/**
	 * An incoming annotation as editors see it.
	 *
	 * @param name its name among the annotations
	 * @param quotes the words that it is about
	 * @param comments what it says of them
	 * @param tags the tags that it puts to them
	 * @param addresses what it is about
	 * @param more how many more addresses it names
	 * @param about the article of the archive that this is; null where none is known
	 * @param number of the state that is shown
	 * @param receivedBy who sent it
	 * @param receivedAt when, in words
	 * @param act what was done with it last
	 * @param remark what was said of it then
	 * @param by by whom
	 * @param at when, in words
	 * @param open whether it waits
	 * @param content the JSON as it was sent
	 */
	record Row(String name, List<String> quotes, List<String> comments, List<String> tags, List<String> addresses,
			int more, @Nullable About about, int number, String receivedBy, String receivedAt, String act,
			@Nullable String remark, String by, String at, boolean open, String content) {
	}

}
