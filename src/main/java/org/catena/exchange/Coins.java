package org.catena.exchange;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * References of the articles of a list, hidden in its page, from which a reference
 * manager lets its user choose: COinS, an OpenURL (ANSI/NISO Z39.88-2004) in the title of
 * an empty element. Pages of one article have meta tags instead.
 */
final class Coins {

	private final References references;

	Coins(References references) {
		this.references = references;
	}

	/** The titles of the elements by the articles' slugs. */
	public Map<String, String> of(Collection<String> slugs) {
		Map<String, String> titles = new HashMap<>();
		this.references.ofSlugs(slugs).forEach((reference) -> titles.put(reference.article().slug(), title(reference)));
		return titles;
	}

	/**
	 * In the terms of Dublin Core: those of journals and books have no place for an
	 * address and would make a journal article of it. The type is Zotero's word.
	 */
	static String title(Reference reference) {
		List<String> parts = new ArrayList<>(
				List.of("ctx_ver=Z39.88-2004", "rft_val_fmt=" + encoded("info:ofi/fmt:kev:mtx:dc")));
		add(parts, "rft.type", "newspaperArticle");
		add(parts, "rft.title", reference.title());
		add(parts, "rft.source", reference.publication());
		reference.authors().forEach((author) -> add(parts, "rft.creator", author.inverted()));
		ReferenceDate date = reference.date();
		add(parts, "rft.date", (date != null) ? date.iso() : null);
		add(parts, "rft.publisher", reference.article().source().publisher());
		add(parts, "rft.language", reference.article().language());
		add(parts, "rft.identifier", reference.url());
		return String.join("&", parts);
	}

	private static void add(List<String> parts, String key, @Nullable String value) {
		if (value != null && !value.isBlank()) {
			parts.add(key + "=" + encoded(Reference.spaced(value)));
		}
	}

	/** Readers of it take a plus for a space, even one that is encoded. */
	private static String encoded(String value) {
		return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
	}

}
