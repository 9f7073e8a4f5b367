package org.catena.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

import org.catena.article.ArticleText;
import org.catena.article.TextSpan;
import org.catena.reading.Segmentation.Paragraph;
import org.catena.reading.Segmentation.Segment;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SegmentationTests {

	private static final String DOVE = "\ud83d\udd4a";

	@Test
	void leavesATextWithoutClaimsWhole() {
		List<Paragraph<Mark>> paragraphs = cut("One " + DOVE + ".\n\nTwo.");
		assertThat(paragraphs).extracting(SegmentationTests::picture).containsExactly("One " + DOVE + ".", "Two.");
		assertThat(paragraphs).extracting(Paragraph::number).containsExactly(1, 2);
		assertThat(paragraphs).allSatisfy((paragraph) -> {
			assertThat(paragraph.segments()).hasSize(1);
			assertThat(paragraph.beginning()).isEmpty();
		});
	}

	@Test
	void marksFromTheBeginningToTheEnd() {
		assertThat(cut("Peace is near", mark("a", 0, 5), mark("b", 9, 13))).extracting(SegmentationTests::picture)
			.containsExactly("<a>Peace</a> is <b>near</b>");
		assertThat(cut("Peace", mark("a", 0, 5))).extracting(SegmentationTests::picture)
			.containsExactly("<a>Peace</a>");
	}

	@Test
	void cutsByCodePoints() {
		assertThat(cut(DOVE + "a" + DOVE + "b", mark("x", 1, 3))).extracting(SegmentationTests::picture)
			.containsExactly(DOVE + "<x>a" + DOVE + "</x>b");
	}

	@Test
	void nestsClaims() {
		List<Paragraph<Mark>> paragraphs = cut("0123456789", mark("inner", 3, 6), mark("outer", 1, 8));
		assertThat(paragraphs).extracting(SegmentationTests::picture)
			.containsExactly("0<outer>12<inner>345</inner>67</outer>89");
		assertThat(paragraphs.get(0).segments().get(2).over()).extracting(Mark::name).containsExactly("outer", "inner");
	}

	@Test
	void nestsClaimsThatBeginOrEndTogether() {
		assertThat(cut("0123456789", mark("short", 2, 4), mark("long", 2, 8), mark("last", 6, 8)))
			.extracting(SegmentationTests::picture)
			.containsExactly("01<long><short>23</short>45<last>67</long></last>89");
	}

	@Test
	void laysEqualClaimsOverTheSameWords() {
		assertThat(cut("0123456789", mark("a", 2, 4), mark("b", 2, 4))).extracting(SegmentationTests::picture)
			.containsExactly("01<a><b>23</a></b>456789");
	}

	@Test
	void letsClaimsCross() {
		assertThat(cut("0123456789", mark("a", 1, 5), mark("b", 3, 7))).extracting(SegmentationTests::picture)
			.containsExactly("0<a>12<b>34</a>56</b>789");
	}

	@Test
	void letsClaimsTouch() {
		assertThat(cut("0123456789", mark("a", 1, 3), mark("b", 3, 5))).extracting(SegmentationTests::picture)
			.containsExactly("0<a>12</a><b>34</b>56789");
	}

	@Test
	void carriesAClaimOverParagraphs() {
		List<Paragraph<Mark>> paragraphs = cut("One.\n\nTwo.\n\nThree.", mark("a", 2, 15));
		assertThat(paragraphs).extracting(SegmentationTests::picture).containsExactly("On<a>e.", "Two.", "Thr</a>ee.");
		assertThat(paragraphs.get(1).segments().get(0).over()).extracting(Mark::name).containsExactly("a");
		assertThat(paragraphs).extracting((paragraph) -> paragraph.beginning().size()).containsExactly(1, 0, 0);
	}

	@Test
	void takesTheMarkOfASubheadAway() {
		List<Paragraph<Mark>> paragraphs = cut("One.\n\n## Two\n\n##Three");
		assertThat(paragraphs).extracting(SegmentationTests::picture).containsExactly("One.", "Two", "##Three");
		assertThat(paragraphs).extracting(Paragraph::subhead).containsExactly(false, true, false);
	}

	@Test
	void marksInSubheads() {
		assertThat(cut("## What Russia needs", mark("a", 3, 7), mark("b", 8, 20)))
			.extracting(SegmentationTests::picture)
			.containsExactly("<a>What</a> <b>Russia needs</b>");
	}

	@Test
	void carriesAClaimOverASubhead() {
		assertThat(cut("One.\n\n## Two\n\nThree.", mark("a", 0, 16))).extracting(SegmentationTests::picture)
			.containsExactly("<a>One.", "Two", "Th</a>ree.");
	}

	@Test
	void beginsAClaimThatBeginsInTheMarkOfASubheadWithItsFirstWord() {
		assertThat(cut("One.\n\n## Two\n\nThree.", mark("a", 7, 12))).extracting(SegmentationTests::picture)
			.containsExactly("One.", "<a>Two</a>", "Three.");
	}

	@Test
	void beginsAClaimThatBeginsInABlankLineWithTheNextParagraph() {
		assertThat(cut("One.\n\nTwo.", mark("a", 5, 9))).extracting(SegmentationTests::picture)
			.containsExactly("One.", "<a>Two</a>.");
	}

	@Test
	void endsAClaimThatEndsInABlankLineWithItsLastWord() {
		assertThat(cut("One.\n\nTwo.", mark("a", 0, 5))).extracting(SegmentationTests::picture)
			.containsExactly("<a>One.</a>", "Two.");
		assertThat(cut("One.\n\nTwo.", mark("a", 1, 6), mark("b", 6, 9))).extracting(SegmentationTests::picture)
			.containsExactly("O<a>ne.</a>", "<b>Two</b>.");
	}

	@Test
	void endsAClaimThatEndsInTheMarkOfASubheadBeforeIt() {
		assertThat(cut("One.\n\n## Two", mark("a", 0, 8))).extracting(SegmentationTests::picture)
			.containsExactly("<a>One.</a>", "Two");
	}

	@Test
	void marksNothingForAClaimWithoutAWord() {
		assertThat(cut("One.\n\n## Two", mark("a", 4, 6), mark("b", 6, 9))).extracting(SegmentationTests::picture)
			.containsExactly("One.", "Two");
	}

	@Test
	void cutsAnEmptySubheadToNothing() {
		assertThat(cut("One.\n\n## ", mark("a", 0, 4))).extracting(SegmentationTests::picture)
			.containsExactly("<a>One.</a>", "");
	}

	@Test
	void keepsEveryWordAndEveryClaimWhateverLiesOverThem() {
		Random random = new Random(28);
		String[] pieces = { "a", "é", "x\u0301", DOVE, " ", "\u00a0", "\n", "\n\n", "\n\n", "\n\n## ", "“", "<b>" };
		for (int i = 0; i < 2_000; i++) {
			StringBuilder raw = new StringBuilder();
			for (int j = random.nextInt(40); j >= 0; j--) {
				raw.append(pieces[random.nextInt(pieces.length)]);
			}
			ArticleText article = new ArticleText(raw + "z");
			List<Mark> marks = new ArrayList<>();
			for (int j = random.nextInt(8); j > 0; j--) {
				int start = random.nextInt(article.codePoints());
				marks.add(mark("m" + j, start, start + 1 + random.nextInt(article.codePoints() - start)));
			}
			verify(article.value(), marks);
		}
	}

	private static void verify(String text, List<Mark> marks) {
		List<Paragraph<Mark>> paragraphs = Segmentation.paragraphs(text, marks, Mark::span);
		String joined = paragraphs.stream()
			.map((paragraph) -> (paragraph.subhead() ? ArticleText.SUBHEAD : "") + words(paragraph.segments()))
			.collect(Collectors.joining("\n\n"));
		assertThat(joined).isEqualTo(text);
		int at = 0;
		for (Paragraph<Mark> paragraph : paragraphs) {
			at += paragraph.subhead() ? ArticleText.SUBHEAD.length() : 0;
			for (Segment<Mark> segment : paragraph.segments()) {
				int end = at + segment.words().codePointCount(0, segment.words().length());
				assertThat(end).isGreaterThan(at);
				TextSpan here = new TextSpan(at, end);
				List<Mark> over = marks.stream().filter((mark) -> mark.span().overlaps(here)).toList();
				assertThat(segment.over()).as("%s at %s of %s", marks, here, text)
					.containsExactlyInAnyOrderElementsOf(over);
				assertThat(over).allSatisfy((mark) -> {
					assertThat(mark.span().start()).isLessThanOrEqualTo(here.start());
					assertThat(mark.span().end()).isGreaterThanOrEqualTo(here.end());
				});
				at = end;
			}
			at += 2;
		}
		List<Segment<Mark>> segments = paragraphs.stream()
			.flatMap((paragraph) -> paragraph.segments().stream())
			.toList();
		for (Mark mark : marks) {
			List<Segment<Mark>> under = segments.stream().filter((segment) -> segment.over().contains(mark)).toList();
			assertThat(segments).filteredOn((segment) -> segment.starting().contains(mark))
				.isEqualTo(under.isEmpty() ? List.of() : List.of(under.get(0)));
			assertThat(segments).filteredOn((segment) -> segment.ending().contains(mark))
				.isEqualTo(under.isEmpty() ? List.of() : List.of(under.get(under.size() - 1)));
		}
	}

	private static List<Paragraph<Mark>> cut(String text, Mark... marks) {
		verify(text, List.of(marks));
		return Segmentation.paragraphs(text, List.of(marks), Mark::span);
	}

	private static String words(List<Segment<Mark>> segments) {
		return segments.stream().map(Segment::words).collect(Collectors.joining());
	}

	/** The words with the beginnings and ends of claims as tags. */
	private static String picture(Paragraph<Mark> paragraph) {
		StringBuilder picture = new StringBuilder();
		for (Segment<Mark> segment : paragraph.segments()) {
			segment.starting().forEach((mark) -> picture.append('<').append(mark.name()).append('>'));
			picture.append(segment.words());
			segment.ending().forEach((mark) -> picture.append("</").append(mark.name()).append('>'));
		}
		return picture.toString();
	}

	private static Mark mark(String name, int start, int end) {
		return new Mark(name, new TextSpan(start, end));
	}

	private record Mark(String name, TextSpan span) {
	}

}
