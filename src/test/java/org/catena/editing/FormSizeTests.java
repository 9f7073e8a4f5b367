package org.catena.editing;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** What a servlet container refuses by itself, over HTTP. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "catena.admin.password=" + Browser.PASSWORD, "catena.ingest.on-startup=never" })
class FormSizeTests {

	@LocalServerPort
	private int port;

	private final HttpClient http = HttpClient.newBuilder()
		.cookieHandler(new CookieManager())
		.followRedirects(HttpClient.Redirect.NORMAL)
		.build();

	@BeforeEach
	void logIn() throws Exception {
		String body = "username=editor&password=" + Browser.PASSWORD + "&_csrf=" + token("/admin/login");
		assertThat(post("/admin/login", body).body()).contains("Signed in as");
	}

	@Test
	void takesATextOfThreeMillionCharacters() throws Exception {
		HttpResponse<String> page = post("/admin/articles/new", form("text=" + "x%0D%0A".repeat(1_500_000)));
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(Jsoup.parse(page.body()).getElementById("text").wholeText()).hasSizeGreaterThan(2_900_000);
	}

	@Test
	void saysThatAFormIsTooLarge() throws Exception {
		refused(post("/admin/articles/new", form("text=" + "x".repeat(21 << 20))), "The form is too large");
	}

	@Test
	void saysThatAFormHasTooManyFields() throws Exception {
		refused(post("/admin/articles/new", form("claims-1-note=&".repeat(20_001))), "Nothing was saved");
	}

	@Test
	void saysThatAFormIsNoForm() throws Exception {
		refused(post("/admin/articles/new", form("text=%zz")), "Nothing was saved");
	}

	private void refused(HttpResponse<String> response, String words) {
		assertThat(response.statusCode()).isBetween(400, 499);
		Document page = Jsoup.parse(response.body());
		assertThat(page.select("main").text()).contains(words).doesNotContain("Exception");
		assertThat(response.headers().firstValue("X-Content-Type-Options")).isPresent();
	}

	private String form(String fields) throws Exception {
		return "save=&_csrf=" + token("/admin/articles/new") + "&" + fields;
	}

	private String token(String path) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(uri(path)).build();
		Document page = Jsoup.parse(this.http.send(request, HttpResponse.BodyHandlers.ofString()).body());
		return URLEncoder.encode(page.selectFirst("main form input[name=_csrf]").val(), StandardCharsets.UTF_8);
	}

	private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(uri(path))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.build();
		return this.http.send(request, HttpResponse.BodyHandlers.ofString());
	}

	private URI uri(String path) {
		return URI.create("http://localhost:" + this.port + path);
	}

}
