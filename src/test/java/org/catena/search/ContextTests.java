package org.catena.search;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ContextTests {

	@Test
	void isInOneLine() {
		String text = "One\u00A0two.\n\n## A subhead\n\nThree here four.";
		int at = text.indexOf("here");
		assertThat(Context.left(text, at)).isEqualTo("One two. A subhead Three ");
		assertThat(Context.right(text, at + 4)).isEqualTo(" four.");
	}

	@Test
	void endsBetweenWords() {
		String text = "word ".repeat(40) + "here" + " word".repeat(40);
		int at = text.indexOf("here");
		assertThat(Context.left(text, at)).startsWith(" word").endsWith("word ").hasSizeLessThanOrEqualTo(70);
		assertThat(Context.right(text, at + 4)).startsWith(" word").endsWith("word").hasSizeLessThanOrEqualTo(70);
	}

	@Test
	void doesNotCutACharacter() {
		String emoji = "😀".repeat(100);
		String left = Context.left("x" + emoji, 1 + emoji.length());
		assertThat(left.codePoints()).allMatch((c) -> c == "😀".codePointAt(0)).hasSizeBetween(34, 36);
		String accents = "e" + "\u0301\u0323".repeat(100);
		assertThat(Context.right("here" + accents.repeat(2), 4)).startsWith("e").endsWith("\u0323");
		assertThat(Character.isLowSurrogate(Context.right("a" + emoji, 0).charAt(0))).isFalse();
	}

	@Test
	void sortsWithoutCaseAccentsAndSigns() {
		assertThat(Context.leftKey("The “Big” Élan – here", 17)).isEqualTo("elan big the ");
		assertThat(Context.rightKey("here, “and”\n\n## Now", 4)).isEqualTo("and now");
		assertThat(Context.leftKey("here", 0)).isEqualTo(" ");
		assertThat(Context.rightKey("here", 4)).isEmpty();
	}

}
