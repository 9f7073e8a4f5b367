package org.catena.intake;

import java.util.regex.Pattern;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a page holds but does not show: scripts, styles, elements that are hidden by
 * attribute or inline style.
 */
final class HiddenParts {

	private static final Pattern NOT_DISPLAYED = Pattern.compile("(?:display\\s*:\\s*none|visibility\\s*:\\s*hidden)",
			Pattern.CASE_INSENSITIVE);

	private HiddenParts() {
	}

	/** Takes out of a page what it does not show. */
	static void remove(Document page, Deadline deadline) {
		for (Element element : page.select("script, style, template, link, meta[itemprop], noscript")) {
			deadline.check();
			element.remove();
		}
		for (Element element : page.body().select("[hidden], [style], [aria-hidden=true], dialog:not([open])")) {
			deadline.check();
			if (isHidden(element)) {
				element.remove();
			}
		}
	}

	private static boolean isHidden(Element element) {
		return element.hasAttr("hidden") || NOT_DISPLAYED.matcher(element.attr("style")).find()
				|| "dialog".equals(element.normalName())
				|| ("true".equals(element.attr("aria-hidden")) && !element.className().contains("fallback-image"));
	}

}
