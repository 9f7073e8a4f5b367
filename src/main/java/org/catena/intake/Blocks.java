package org.catena.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * A page's text as the lines that a reader sees: one for each paragraph, heading, list
 * element or table row.
 */
final class Blocks implements NodeVisitor {

	private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");

	/** Elements that are laid out side by side, or as blocks by a browser only. */
	private static final Set<String> NO_BLOCKS = Set.of("td", "th", "tbody", "thead", "tfoot");

	private static final Set<String> MORE_BLOCKS = Set.of("dt", "dd", "figcaption", "caption", "option", "summary",
			"legend", "label", "button");

	private final List<Block> blocks = new ArrayList<>();

	private final StringBuilder line = new StringBuilder();

	private int headings;

	private int breaks;

	private Blocks() {
	}

	/**
	 * A line of a page.
	 *
	 * @param text its text, white space collapsed, never blank
	 * @param heading whether the page marks it as a heading
	 */
	record Block(String text, boolean heading) {
	}

	/** The lines of an element, in order. */
	static List<Block> of(Element element) {
		Blocks blocks = new Blocks();
		NodeTraversor.traverse(blocks, element);
		blocks.end(false);
		return blocks.blocks;
	}

	static boolean isBlock(Element element) {
		return (element.isBlock() || MORE_BLOCKS.contains(element.normalName()))
				&& !NO_BLOCKS.contains(element.normalName());
	}

	@Override
	public void head(Node node, int depth) {
		if (node instanceof TextNode text) {
			if (!text.isBlank()) {
				this.breaks = 0;
			}
			this.line.append(text.getWholeText());
		}
		else if (node instanceof Element element) {
			if ("br".equals(element.normalName())) {
				this.breaks++;
				this.line.append(' ');
				if (this.breaks > 1) {
					end(this.headings > 0);
				}
			}
			else if (isBlock(element)) {
				end(this.headings > 0);
			}
			else if (NO_BLOCKS.contains(element.normalName())) {
				this.line.append(' ');
			}
			if (HEADINGS.contains(element.normalName())) {
				this.headings++;
			}
		}
	}

	@Override
	public void tail(Node node, int depth) {
		if (node instanceof Element element) {
			if (isBlock(element)) {
				end(this.headings > 0);
			}
			if (HEADINGS.contains(element.normalName())) {
				this.headings--;
			}
		}
	}

	private void end(boolean heading) {
		String text = Spaces.collapse(this.line.toString());
		this.line.setLength(0);
		if (!text.isEmpty()) {
			this.blocks.add(new Block(text, heading));
		}
	}

}
