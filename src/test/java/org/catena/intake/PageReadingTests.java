package org.catena.intake;

import java.net.URI;
import java.time.LocalDate;

import org.catena.article.BasisKind;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PageReadingTests {

	private static final String FIRST = "The first paragraph of the piece is long enough, with commas, clauses, and more "
			+ "words than any menu has, so that whoever looks for the text of this page will find it here.";

	private static final String SECOND = "The second paragraph goes on about the plan, its points, and the people who "
			+ "wrote it; it says what they left out, and why that will matter when the talks begin again in spring.";

	private static final String BODY = "<nav><a href='/'>Home</a> <a href='/news'>News</a></nav><article><h1>On the plan</h1>"
			+ "<p>" + FIRST + "</p><h2>What was left out</h2><p>" + SECOND + "</p><p>" + FIRST.replace("first", "third")
			+ "</p></article><footer>Example Media, all rights reserved</footer>";

	@Test
	void findsTheTextWithItsSubheadsAndSaysWhatItRemoved() {
		Proposal read = read("<title>On the plan | Example</title>", BODY);
		assertThat(read.text())
			.isEqualTo(FIRST + "\n\n## What was left out\n\n" + SECOND + "\n\n" + FIRST.replace("first", "third"));
		assertThat(read.lines()).anySatisfy((line) -> {
			assertThat(line.text()).isEqualTo("Example Media, all rights reserved");
			assertThat(line.removal()).isNotNull();
		});
	}

	@Test
	void leavesOutWhatThePageHides() {
		String hidden = "<p hidden>secret one</p><p style='display: none'>secret two</p><p aria-hidden=true>secret three</p>"
				+ "<script>secret four</script><template>secret five</template><!-- secret six --><dialog>secret seven</dialog>";
		Proposal read = read("", BODY.replace("<h2>", hidden + "<h2>"));
		assertThat(read.lines()).noneMatch((line) -> line.text().contains("secret"));
	}

	@Test
	void trustsJsonLdBeforeCitationTagsBeforeOpenGraphBeforeThePage() {
		String jsonLd = """
				<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"no"},
				{"@type":"OpinionNewsArticle","headline":"Title &amp; A","datePublished":"2025-12-09T23:00:00-05:00",
				"author":[{"@type":"Person","name":"Ann Example"},{"@id":"#bo"}],"publisher":{"name":"Source A"},"inLanguage":"en-GB"},
				{"@id":"#bo","name":"Bo Sample"}]}</script>""";
		String citation = "<meta name=citation_title content='Title B'><meta name=citation_author content='Cy Third'>"
				+ "<meta name=citation_publication_date content='2025/12/08'>";
		String openGraph = "<meta property=og:title content='Title C'><meta property=article:published_time content=2025-12-07>"
				+ "<meta property=og:site_name content='Source C'>";
		Proposal read = read(openGraph + citation + jsonLd + "<title>Title D of the page here</title>", BODY);
		assertThat(read.titles()).extracting(ProposedValue::value)
			.containsExactly("Title & A", "Title B", "Title C", "Title D of the page here", "On the plan");
		assertThat(read.dates()).extracting(ProposedValue::value)
			.containsExactly("2025-12-09", "2025-12-08", "2025-12-07");
		assertThat(read.dates().get(0).evidence()).isEqualTo("JSON-LD datePublished “2025-12-09T23:00:00-05:00”");
		assertThat(read.bylines().get(0).names()).containsExactly("Ann Example", "Bo Sample");
		assertThat(read.bylines().get(1).names()).containsExactly("Cy Third");
		assertThat(read.sources()).extracting(ProposedValue::value).containsExactly("Source A", "Source C");
		assertThat(read.languages().get(0))
			.isEqualTo(new ProposedValue("en-GB", BasisKind.PUBLIC_PAGE, "JSON-LD inLanguage"));
		assertThat(read.warnings())
			.anyMatch((warning) -> warning.startsWith("The page gives different dates: 2025-12-09"));
	}

	@Test
	void readsTheAuthorAsThePageShowsIt() {
		Proposal read = read("",
				BODY.replace("</h1>", "</h1><div class=byline>By <a href=/ann>Ann Example</a>, Staff</div>"));
		assertThat(read.bylines().get(0).names()).containsExactly("Ann Example");
		assertThat(read.bylines().get(0).printed()).isEqualTo("By Ann Example, Staff");
		assertThat(read.text()).doesNotContain("Ann Example");
	}

	@Test
	void proposesTheCanonicalAddressAndWarnsOfAnotherHost() {
		Proposal read = PageReading.propose(
				Jsoup.parse("<link rel=canonical href='https://example.org/a'>" + BODY,
						"https://copy.example.net/a?x=1"),
				URI.create("https://copy.example.net/a?x=1"), LocalDate.of(2026, 1, 1));
		assertThat(read.addresses()).extracting(ProposedValue::value)
			.containsExactly("https://example.org/a", "https://copy.example.net/a?x=1");
		assertThat(read.warnings()).anyMatch((warning) -> warning.contains("another host"));
		assertThat(read.sources()).extracting(ProposedValue::value).containsExactly("copy.example.net");
	}

	@Test
	void takesNoScriptForAnAddress() {
		Proposal read = read(
				"<link rel=canonical href='javascript:alert(1)'><meta property=og:url content='data:text/html,x'>",
				BODY);
		assertThat(read.addresses()).isEmpty();
	}

	@Test
	void warnsOfADateInTheFuture() {
		assertThat(read("<meta property=article:published_time content=2026-02-01>", BODY).warnings())
			.contains("The date 2026-02-01 is in the future.");
	}

	@Test
	void warnsWhenTheAuthorIsTheSource() {
		assertThat(
				read("<meta name=author content='Example Daily'><meta property=og:site_name content='Example Daily'>",
						BODY)
					.warnings())
			.contains("The author is the source itself, Example Daily.");
	}

	@Test
	void warnsWhenTheTextIsMuchShorterThanThePage() {
		String comments = "<div class=comment>" + ("<p>" + SECOND.replace("plan", "thing") + "</p>").repeat(30)
				+ "</div>";
		assertThat(read("", BODY + comments).warnings())
			.anyMatch((warning) -> warning.startsWith("The text is much shorter than the page"));
	}

	@Test
	void warnsWhenTheWordsAreOfAnotherLanguage() {
		assertThat(read("<html lang=de>", BODY).warnings())
			.contains("The page says that its language is de, but its words look like en.");
	}

	@Test
	void readsAPageThatIsEmpty() {
		Proposal read = read("", "");
		assertThat(read.text()).isEmpty();
		assertThat(read.warnings()).contains("No text was found.");
	}

	@Test
	void readsHostilePages() {
		assertThat(read("<script type=application/ld+json>{\"@type\":\"Article\",</script>", BODY).text())
			.startsWith(FIRST);
		assertThat(read("<script type=application/ld+json>" + "[".repeat(50_000) + "</script>", BODY).text())
			.startsWith(FIRST);
		assertThat(read("<meta name=author content='" + "x".repeat(100_000) + "'>", BODY).bylines()).isEmpty();
		assertThat(read("", "<div>".repeat(5_000) + BODY).text()).contains(FIRST);
		assertThat(read("", BODY.replace("third", "&lt;script&gt;alert(1)&lt;/script&gt; \u0000\uD800")).text())
			.contains("<script>alert(1)</script>")
			.doesNotContain("\u0000");
	}

	@Test
	void takesTwoLineBreaksForAParagraph() {
		Proposal read = read("",
				"<div>" + FIRST + "<br><br>" + SECOND + "<br>\n<br>" + FIRST.replace("first", "third") + "</div>");
		assertThat(read.text()).isEqualTo(FIRST + "\n\n" + SECOND + "\n\n" + FIRST.replace("first", "third"));
	}

	@Test
	void givesUpWhenItsTimeIsOver() {
		assertThatExceptionOfType(Deadline.Passed.class).isThrownBy(
				() -> PageReading.propose(Jsoup.parse(BODY), null, LocalDate.of(2026, 1, 1), Deadline.passed()));
	}

	private static Proposal read(String head, String body) {
		return PageReading.propose(Jsoup.parse("<head>" + head + "</head><body>" + body + "</body>"), null,
				LocalDate.of(2026, 1, 1));
	}

}
