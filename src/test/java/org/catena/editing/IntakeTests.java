package org.catena.editing;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

@EditingTest
class IntakeTests {

	private static final String PARAGRAPH = "Nobody who left the building would say whether the points that divide the two "
			+ "sides had become fewer or more, %s, and the envoys flew home without a word.";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JdbcClient jdbc;

	private Browser browser;

	@BeforeEach
	void logIn() {
		this.browser = Browser.loggedIn(this.mvc);
	}

	@Test
	void makesADraftOfAPastedText() throws Exception {
		String raw = Files.readString(Path.of("corpus/raw/001_ffafa9a9f8c5a8a9.txt"));
		Browser.Page review = paste(raw, "");
		assertThat(review.path()).startsWith("/admin/intake/");
		assertThat(review.html().select("del").eachText()).contains("By Zoë Pomeroy", "ree", "• 12 minutes ago");
		assertThat(review.html().select(".review__why").text()).contains("image-alt-text");
		assertThat(review.text()).contains("is relative");
		Browser.Page draft = review.form("form.review").press("accept");
		Document form = draft.html();
		assertThat(draft.path()).startsWith("/admin/drafts/");
		assertThat(value(form, "title"))
			.isEqualTo("What is Really on the Table in the Russia-Ukraine Peace Negotiations?");
		assertThat(value(form, "authors-0-name")).isEqualTo("Zoë Pomeroy");
		assertThat(form.select("#source option[selected]").val()).isEqualTo("the-colloquium");
		assertThat(form.select("#title-basis option[selected]").val()).isEqualTo("printed");
		assertThat(text(form)).startsWith("Two weeks ago").doesNotContain("ree\n").endsWith(".");
	}

	@Test
	void keepsWhatWasHandedInByteForByte() {
		String text = PARAGRAPH.formatted("kept");
		Browser.Page review = paste(text, "https://example.org/kept");
		long id = Long.parseLong(review.path().replaceAll("\\D", ""));
		byte[] kept = this.jdbc.sql("select bytes from received_piece where id = :id")
			.param("id", id)
			.query(byte[].class)
			.single();
		assertThat(new String(kept, StandardCharsets.UTF_8)).isEqualTo(text);
		Browser.Page draft = review.form("form.review").press("accept");
		assertThat(this.jdbc.sql("select received_piece_id from draft where id = :id")
			.param("id", Long.parseLong(draft.path().replaceAll("\\D", "")))
			.query(Long.class)
			.single()).isEqualTo(id);
		assertThat(value(draft.html(), "url")).isEqualTo("https://example.org/kept");
	}

	@Test
	void restoresALineAndDropsAnother() {
		Browser.Page review = paste(
				"A title here\n\nADVERTISEMENT\n\n" + PARAGRAPH.formatted("one") + "\n\n" + PARAGRAPH.formatted("two"),
				"");
		review.html().select("input[name=keep]").forEach((line) -> line.attr("checked", !line.val().equals("3")));
		Browser.Page looked = review.form("form.review").press("look");
		assertThat(looked.html().select(".review__cleaned p").eachText()).containsExactly("A title here",
				"ADVERTISEMENT", PARAGRAPH.formatted("one"));
		assertThat(text(looked.form("form.review").press("accept").html()))
			.isEqualTo("A title here\n\nADVERTISEMENT\n\n" + PARAGRAPH.formatted("one"));
	}

	@Test
	void namesWhatTheArchiveHasAlready() throws Exception {
		Browser.Page review = paste(Files.readString(Path.of("corpus/raw/000_13ad2914be5d0fe3.txt")),
				"https://www.prio.org/comments/1848");
		assertThat(review.html().select("section:has(#duplicates) li").eachText())
			.anyMatch((line) -> line.contains("the same address; 100 % of its words stand there")
					&& line.endsWith("The text is the same, word for word."));
		assertThat(paste(PARAGRAPH.formatted("again"), "").html().select("#duplicates")).isEmpty();
		assertThat(paste(PARAGRAPH.formatted("again"), "").html().select("section:has(#duplicates) li").text())
			.contains("the same bytes");
	}

	@ParameterizedTest
	@ValueSource(strings = { "%1$s %2$s", "%2$s%1$s %2$s", "https://example.org/%1$s %1$s" })
	void looksForDuplicatesOfTextsWithFewSpaces(String form) {
		Browser.Page review = paste(form.formatted("\u4EBA".repeat(125), "\u548C\uD842\uDFB7\u5E73"), "");
		assertThat(review.status()).isEqualTo(200);
		assertThat(review.path()).startsWith("/admin/intake/");
	}

	@Test
	void looksForDuplicatesOfWhateverAPageSaysOfItself() {
		Browser.Page review = paste("<html><head><script type=\"application/ld+json\">{\"@type\": \"NewsArticle\", "
				+ "\"url\": \"https://example.org/a\\u0000b\", \"headline\": \"A\\u0000B\", "
				+ "\"author\": {\"name\": \"Ann\\u0000 Author\"}}</script></head><body><article><p>"
				+ PARAGRAPH.formatted("&#0; &#xD800; one") + "</p></article></body></html>", "");
		assertThat(review.status()).isEqualTo(200);
		assertThat(review.form("form.review").press("accept").path()).startsWith("/admin/drafts/");
	}

	@Test
	void showsWhatDiffersFromAnArticleOfTheArchive() throws Exception {
		String raw = Files.readString(Path.of("corpus/raw/000_13ad2914be5d0fe3.txt"));
		String changed = raw.replace("approach to negotiations", "approach to haggling");
		assertThat(changed).isNotEqualTo(raw);
		Browser.Page review = paste(changed, "");
		assertThat(review.html().select("section:has(#duplicates) li").eachText()).isNotEmpty();
		assertThat(review.html().select(".review__beside > summary").text())
			.isEqualTo("1 paragraph differs: show the words");
		assertThat(review.html().select(".review__beside del").text()).isEqualTo("negotiations");
		assertThat(review.html().select(".review__beside ins").text()).isEqualTo("haggling");
		assertThat(review.form("form.review").press("accept").path()).as("nothing stops it")
			.startsWith("/admin/drafts/");
	}

	@Test
	void isThereAgainAfterALogIn() {
		Browser.Form form = this.browser.get("/admin/intake")
			.form("form:has(#text)")
			.set("text", "A <b>long</b> text.")
			.set("from", "https://example.org/a");
		this.browser.loseSession();
		Browser.Page page = logIn(form.press(null, ""));
		assertThat(page.path()).isEqualTo("/admin/intake/kept");
		assertThat(page.text()).contains("Your session had ended");
		assertThat(page.form("form:has(#text)").value("text").strip()).isEqualTo("A <b>long</b> text.");
		Browser.Page review = page.form("form:has(#text)").press(null, "");
		Browser.Form choice = review.form("form.review");
		review.html().select("input[name=keep]").forEach((line) -> line.attr("checked", false));
		this.browser.loseSession();
		page = logIn(choice.press("accept"));
		assertThat(page.path()).isEqualTo(review.path() + "/kept");
		assertThat(page.text()).contains("No line is ticked.");
	}

	private static Browser.Page logIn(Browser.Page page) {
		return page.form("main form").set("username", "editor").set("password", Browser.PASSWORD).press(null, "");
	}

	@Test
	void writesNothingByLooking() {
		long before = this.jdbc.sql("select count(*) from received_piece").query(Long.class).single();
		this.browser.get("/admin/intake");
		assertThat(this.jdbc.sql("select count(*) from received_piece").query(Long.class).single()).isEqualTo(before);
	}

	@Test
	void saysWhyAPieceIsNotTaken() {
		Browser.Page nothing = paste("", "");
		assertThat(nothing.status()).isEqualTo(422);
		assertThat(nothing.errors()).containsExactly("Paste the text first.");
		assertThat(paste(" \u00a0\n\u2003", "").errors()).containsExactly("There are no words in it.");
		assertThat(paste("\u0000\u0007", "").errors()).containsExactly("Paste the text first.");
		assertThat(paste("a b\n\n".repeat(10_001), "").errors())
			.containsExactly("The piece has more than 10,000 lines; hand in the article alone.");
		Browser.Page address = paste("words", "javascript:alert(1)");
		assertThat(address.errors())
			.containsExactly("The address where the piece stands must begin with http:// or https://.");
		assertThat(address.html().select("#text").val().strip()).isEqualTo("words");
		assertThat(address.html().select("#from").attr("aria-invalid")).isEqualTo("true");
		assertThat(address.html().select("#from").val()).isEqualTo("javascript:alert(1)");
		Browser.Page inside = this.browser.get("/admin/intake")
			.form("form:has(#address)")
			.set("address", "http://127.0.0.1/")
			.press(null, "");
		assertThat(inside.status()).isEqualTo(422);
		assertThat(inside.errors())
			.containsExactly("The page was not fetched: its host is not on the public Internet.");
		assertThat(inside.html().select("#address").attr("aria-invalid")).isEqualTo("true");
		assertThat(inside.html().select("#address").val()).isEqualTo("http://127.0.0.1/");
	}

	@Test
	void showsHostileTextAsText() {
		Browser.Page review = paste("<script>alert(1)</script> \uD800\u0000 [[${1+1}]]\n\n"
				+ PARAGRAPH.formatted("<img src=x onerror=alert(1)>"), "");
		assertThat(review.html().select("main script, main img")).isEmpty();
		assertThat(review.text()).contains("<script>alert(1)</script>").contains("[[${1+1}]]");
		assertThat(review.form("form.review").press("accept").path()).startsWith("/admin/drafts/");
	}

	@Test
	void knowsNoOtherPieces() {
		assertThat(this.browser.get("/admin/intake/999999999").status()).isEqualTo(404);
		assertThat(this.browser.get("/admin/intake/x").status()).isEqualTo(404);
	}

	private Browser.Page paste(String text, String from) {
		return this.browser.get("/admin/intake")
			.form("form:has(#text)")
			.set("text", text)
			.set("from", from)
			.press(null, "");
	}

	private static String value(Document form, String id) {
		Element field = form.getElementById(id);
		return (field != null) ? field.val() : "no field " + id;
	}

	private static String text(Document form) {
		Element field = form.getElementById("text");
		return (field != null) ? field.wholeText().strip() : "";
	}

}
