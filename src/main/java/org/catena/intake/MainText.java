package org.catena.intake;

import java.util.List;
import java.util.Optional;

import net.dankito.readability4j.model.ArticleGrabberOptions;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * The element of a page that holds its main text: first searched strictly, then with less
 * and less put aside, until something long enough is found.
 */
final class MainText {

	/** Characters from which a text is long enough to be an article. */
	private static final int LONG_ENOUGH = 500;

	private MainText() {
	}

	/**
	 * Searches the main text.
	 * @param page the page without its hidden parts; it is not changed
	 * @param title the page's title
	 * @param deadline when to give up
	 * @return the element of the main text, a copy
	 */
	static Optional<Element> of(Document page, String title, Deadline deadline) {
		Element longest = null;
		for (ArticleGrabberOptions options : List.of(new ArticleGrabberOptions(true, true, true),
				new ArticleGrabberOptions(false, true, true), new ArticleGrabberOptions(false, false, true),
				new ArticleGrabberOptions(false, false, false))) {
			Element found = search(page, title, options, deadline);
			if (length(found) >= LONG_ENOUGH) {
				return Optional.ofNullable(found);
			}
			if (length(found) > length(longest)) {
				longest = found;
			}
		}
		return Optional.ofNullable(longest);
	}

	private static @Nullable Element search(Document page, String title, ArticleGrabberOptions options,
			Deadline deadline) {
		Document copy = page.clone();
		paragraphsForBreaks(copy, deadline);
		copy.select("font").tagName("span");
		return new Grabber(title, deadline).grab(copy, options);
	}

	/** Two or more line breaks in a row part paragraphs. */
	private static void paragraphsForBreaks(Document page, Deadline deadline) {
		for (Element first : page.body().select("br")) {
			deadline.check();
			if (first.parent() == null || !isBreak(nextMeaning(first))) {
				continue;
			}
			for (Node next = nextMeaning(first); next != null && isBreak(next); next = nextMeaning(first)) {
				next.remove();
			}
			Element paragraph = page.createElement("p");
			first.replaceWith(paragraph);
			gather(paragraph);
		}
	}

	/** Moves into a paragraph what follows it, up to the next block or pair of breaks. */
	private static void gather(Element paragraph) {
		Node next = paragraph.nextSibling();
		while (next != null && !(isBreak(next) && isBreak(nextMeaning(next)))
				&& !(next instanceof Element element && Blocks.isBlock(element))) {
			Node following = next.nextSibling();
			paragraph.appendChild(next);
			next = following;
		}
	}

	private static @Nullable Node nextMeaning(Node node) {
		Node next = node.nextSibling();
		while (next instanceof TextNode text && text.isBlank()) {
			next = next.nextSibling();
		}
		return next;
	}

	private static boolean isBreak(@Nullable Node node) {
		return node instanceof Element element && "br".equals(element.normalName());
	}

	private static int length(@Nullable Element element) {
		return (element != null) ? element.text().length() : 0;
	}

}
