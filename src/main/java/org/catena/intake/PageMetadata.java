package org.catena.intake;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.catena.article.BasisKind;
import org.catena.article.Brief;
import org.catena.article.WebAddress;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * What a page says about itself, by order of trust: JSON-LD, Highwire's {@code citation_}
 * tags, Dublin Core, Open Graph, other meta elements, microdata, what it shows. The first
 * is what publishers keep right for search engines; the last is guessed from names of
 * classes.
 */
final class PageMetadata {

	private static final Pattern SEPARATOR = Pattern.compile("\\s[|\\-–—\\\\/>»]\\s");

	private static final Pattern HIERARCHY = Pattern.compile("\\s[\\\\/>»]\\s");

	private static final Pattern BYLINE_CLASS = Pattern.compile("byline|author(?!i)|dateline|writtenby",
			Pattern.CASE_INSENSITIVE);

	private final Document page;

	private final JsonLd jsonLd;

	private final Map<String, List<String>> metas = new LinkedHashMap<>();

	PageMetadata(Document page) {
		this.page = page;
		this.jsonLd = JsonLd.of(page);
		gather("property").forEach(this.metas::put);
		gather("name").forEach(this.metas::putIfAbsent);
	}

	/**
	 * The contents of meta elements.
	 * @param attribute the attribute that holds their keys, parted by spaces
	 */
	private Map<String, List<String>> gather(String attribute) {
		Map<String, List<String>> contents = new LinkedHashMap<>();
		for (Element meta : this.page.select("meta[content][" + attribute + "]")) {
			String content = Spaces.collapse(Parser.unescapeEntities(meta.attr("content"), false));
			for (String key : meta.attr(attribute).toLowerCase(Locale.ROOT).strip().split("\\s+")) {
				if (!content.isEmpty() && !key.isEmpty()) {
					contents.computeIfAbsent(key.replace('.', ':'), (name) -> new ArrayList<>()).add(content);
				}
			}
		}
		return contents;
	}

	List<ProposedValue> titles() {
		Values values = new Values();
		jsonLdTitle(values);
		metas(values, "citation_title", "dc:title", "dcterms:title", "dcterm:title", "og:title", "weibo:article:title",
				"weibo:webpage:title", "title", "twitter:title", "parsely-title");
		shown(values, "[itemprop~=headline]", "microdata headline");
		documentTitle().ifPresent((title) -> values.add(title, "the page's title element"));
		shown(values, "h1", "the first heading");
		return values.list;
	}

	/** The name where it, and not the headline, resembles the page's own title. */
	private void jsonLdTitle(Values values) {
		Optional<String> name = this.jsonLd.text("name");
		Optional<String> headline = this.jsonLd.text("headline");
		boolean nameFirst = name.isPresent() && headline.isPresent()
				&& Words.likeness(this.page.title(), name.get()) > 0.75
				&& Words.likeness(this.page.title(), headline.get()) <= 0.75;
		if (nameFirst) {
			name.ifPresent((title) -> values.add(title, "JSON-LD name"));
		}
		headline.ifPresent((title) -> values.add(title, "JSON-LD headline"));
		name.ifPresent((title) -> values.add(title, "JSON-LD name"));
	}

	/** The title element without the name of the site at one of its ends. */
	private Optional<String> documentTitle() {
		String whole = Spaces.collapse(this.page.title());
		if (whole.isEmpty()) {
			return Optional.empty();
		}
		List<MatchResult> separators = SEPARATOR.matcher(whole).results().toList();
		if (separators.isEmpty()) {
			List<Element> headings = this.page.select("h1");
			String heading = (headings.size() == 1) ? Spaces.collapse(headings.get(0).text()) : "";
			boolean unlikely = whole.length() > 150 || whole.length() < 15;
			return Optional.of((unlikely && wordCount(heading) > 4) ? heading : whole);
		}
		String title = whole.substring(0, separators.get(separators.size() - 1).start()).strip();
		if (wordCount(title) < 3) {
			title = whole.substring(separators.get(0).end()).strip();
		}
		boolean onePartLess = HIERARCHY.matcher(whole).find()
				&& wordCount(title) == wordCount(SEPARATOR.matcher(whole).replaceAll(" ")) - 1;
		return Optional.of((wordCount(title) <= 4 && !onePartLess) ? whole : title);
	}

	private static int wordCount(String text) {
		return text.split("\\s+").length;
	}

	List<ProposedByline> bylines() {
		List<ProposedByline> bylines = new ArrayList<>();
		byline(bylines, this.jsonLd.names("author"), "JSON-LD author");
		for (String key : List.of("citation_author", "dc:creator", "dcterms:creator", "dcterm:creator", "dc:author",
				"author", "article:author", "parsely-author", "sailthru:author")) {
			byline(bylines, this.metas.getOrDefault(key, List.of()), "meta " + key);
		}
		shownBylines(bylines);
		return bylines;
	}

	private static void byline(List<ProposedByline> bylines, List<String> printed, String evidence) {
		List<String> kept = printed.stream()
			.filter((name) -> name.length() <= PrintedByline.LONGEST && !PrintedByline.names(name).isEmpty())
			.distinct()
			.toList();
		if (!kept.isEmpty()) {
			bylines.add(new ProposedByline(String.join(", ", kept),
					kept.stream().flatMap((name) -> PrintedByline.names(name).stream()).distinct().toList(),
					BasisKind.PUBLIC_PAGE, evidence));
		}
	}

	private void shownBylines(List<ProposedByline> bylines) {
		for (Element element : this.page.select("[rel=author], [itemprop~=author], [class], [id]")) {
			boolean marked = "author".equals(element.attr("rel")) || element.attr("itemprop").contains("author");
			boolean named = BYLINE_CLASS.matcher(element.className() + " " + element.id()).find();
			if (!marked && !named) {
				continue;
			}
			Element name = element.selectFirst("[itemprop~=name]");
			String printed = Spaces.collapse(((name != null) ? name : element).text());
			List<String> names = linked(element).orElseGet(() -> PrintedByline.names(printed));
			if (!printed.isEmpty() && printed.length() < 100 && names.stream().anyMatch(PrintedByline::looksLikeName)) {
				bylines.add(new ProposedByline(printed, names, BasisKind.PUBLIC_PAGE,
						marked ? "microdata or link author" : "an element named byline or author"));
				return;
			}
		}
	}

	/**
	 * The names that link to somewhere in a byline: what stands beside them are roles.
	 */
	private static Optional<List<String>> linked(Element byline) {
		List<String> names = byline.select("a")
			.stream()
			.flatMap((link) -> PrintedByline.names(link.text()).stream())
			.filter((name) -> name.contains(" ") && PrintedByline.looksLikeName(name))
			.distinct()
			.toList();
		return names.isEmpty() ? Optional.empty() : Optional.of(names);
	}

	List<ProposedValue> dates() {
		Values values = new Values();
		date(values, this.jsonLd.text("datePublished"), "JSON-LD datePublished");
		for (String key : List.of("citation_publication_date", "citation_date", "citation_online_date",
				"article:published_time", "article:published", "og:published_time", "og:article:published_time",
				"dc:date:issued", "dcterms:issued", "dcterms:date", "dc:date", "dcterms:created", "parsely-pub-date",
				"sailthru:date", "pubdate", "publishdate", "publish-date", "publication_date", "publication-date",
				"displaydate", "date", "date:published", "published-date", "published_time",
				"cxenseparse:recs:publishtime")) {
			date(values, this.metas.getOrDefault(key, List.of()).stream().findFirst(), "meta " + key);
		}
		date(values, this.jsonLd.text("dateCreated"), "JSON-LD dateCreated");
		for (String shown : List.of("[itemprop~=datePublished]", "time[pubdate]", "article time[datetime]",
				"header time[datetime]", "main time[datetime]", "time[datetime]")) {
			if (values.list.isEmpty()) {
				date(values, Optional.ofNullable(this.page.selectFirst(shown)).map(PageMetadata::machine),
						shown.startsWith("[") ? "microdata datePublished" : "the first time element");
			}
		}
		return values.list;
	}

	private static String machine(Element element) {
		for (String attribute : List.of("datetime", "content")) {
			if (!element.attr(attribute).isBlank()) {
				return element.attr(attribute);
			}
		}
		return element.text();
	}

	private static void date(Values values, Optional<String> printed, String evidence) {
		printed.ifPresent(
				(text) -> PrintedDate.find(text).ifPresent((date) -> values.add(date, evidence + " " + brief(text))));
	}

	private static String brief(String text) {
		return "“" + Brief.of(text).strip() + "”";
	}

	List<ProposedValue> sources() {
		Values values = new Values();
		this.jsonLd.names("publisher").stream().findFirst().ifPresent((name) -> values.add(name, "JSON-LD publisher"));
		metas(values, "og:site_name", "dc:publisher", "dcterms:publisher", "citation_publisher", "dc:source",
				"application-name", "publisher");
		return values.list;
	}

	List<ProposedValue> languages() {
		Values values = new Values();
		language(values, this.jsonLd.text("inLanguage").orElse(""), "JSON-LD inLanguage");
		language(values, this.metas.getOrDefault("citation_language", List.of("")).get(0), "meta citation_language");
		Element html = this.page.selectFirst("html");
		language(values, (html != null) ? html.attr("lang") : "", "the page's lang attribute");
		language(values, (html != null) ? html.attr("xml:lang") : "", "the page's xml:lang attribute");
		for (String key : List.of("dc:language", "dcterms:language", "og:locale", "language")) {
			language(values, this.metas.getOrDefault(key, List.of("")).get(0), "meta " + key);
		}
		Element header = this.page.selectFirst("meta[http-equiv=content-language]");
		language(values, (header != null) ? header.attr("content") : "", "meta content-language");
		return values.list;
	}

	private static void language(Values values, String printed, String evidence) {
		String tag = printed.strip().replace('_', '-');
		if (tag.matches("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")) {
			values.add(Locale.forLanguageTag(tag).toLanguageTag(), evidence);
		}
	}

	List<ProposedValue> addresses(@Nullable URI fetched) {
		Values values = new Values();
		Element canonical = this.page.selectFirst("link[rel~=(?i)^canonical$][href]");
		address(values, (canonical != null) ? canonical.absUrl("href") : "", "link canonical");
		for (String key : List.of("og:url", "citation_public_url", "citation_fulltext_html_url")) {
			address(values, this.metas.getOrDefault(key, List.of("")).get(0), "meta " + key);
		}
		address(values, this.jsonLd.text("url").orElse(""), "JSON-LD url");
		address(values, this.jsonLd.text("mainEntityOfPage").orElse(""), "JSON-LD mainEntityOfPage");
		address(values, (fetched != null) ? fetched.toString() : "", "the address that was fetched");
		return values.list;
	}

	private static void address(Values values, String address, String evidence) {
		if (WebAddress.isWebAddress(address)) {
			values.add(address, evidence);
		}
	}

	private void metas(Values values, String... keys) {
		for (String key : keys) {
			for (String content : this.metas.getOrDefault(key, List.of())) {
				values.add(content, "meta " + key);
			}
		}
	}

	private void shown(Values values, String selector, String evidence) {
		Element element = this.page.selectFirst(selector);
		String text = (element != null) ? Spaces.collapse(element.text()) : "";
		if (!text.isEmpty()) {
			values.add(text, evidence);
		}
	}

	/** Different values, each with where it was seen first. */
	private static final class Values {

		/** A title or name that is longer is none. */
		private static final int LONGEST = 1_000;

		private final List<ProposedValue> list = new ArrayList<>();

		void add(String value, String evidence) {
			if (value.length() <= LONGEST && this.list.size() < 50
					&& this.list.stream().noneMatch((known) -> known.value().equals(value))) {
				this.list.add(new ProposedValue(value, BasisKind.PUBLIC_PAGE, evidence));
			}
		}

	}

}
