package org.catena.intake;

import java.util.List;
import java.util.regex.Pattern;

import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * What a page holds but does not show: scripts, styles, comments, elements that are
 * hidden by attribute or inline style.
 */
final class HiddenParts {

	private static final Pattern NOT_DISPLAYED = Pattern.compile("(?:display\\s*:\\s*none|visibility\\s*:\\s*hidden)",
			Pattern.CASE_INSENSITIVE);

	private HiddenParts() {
	}

	/** Takes out of a page what it does not show. */
	static void remove(Document page) {
		page.select("script, style, template, link, meta[itemprop], noscript").forEach(Node::remove);
		for (Element element : page.body().select("[hidden], [style], [aria-hidden=true], dialog:not([open])")) {
			if (isHidden(element)) {
				element.remove();
			}
		}
		page.select("*").forEach((element) -> List.copyOf(element.childNodes()).forEach((node) -> {
			if (node instanceof Comment) {
				node.remove();
			}
		}));
	}

	private static boolean isHidden(Element element) {
		return element.hasAttr("hidden") || NOT_DISPLAYED.matcher(element.attr("style")).find()
				|| "dialog".equals(element.normalName())
				|| ("true".equals(element.attr("aria-hidden")) && !element.className().contains("fallback-image"));
	}

}
