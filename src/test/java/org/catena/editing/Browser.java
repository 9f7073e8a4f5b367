package org.catena.editing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.helper.HttpConnection;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.jspecify.annotations.Nullable;

import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * What a browser without JavaScript does: it keeps a session, fills in the forms that it
 * is given, hidden fields and tokens included, and follows redirects among the pages of
 * editors.
 */
final class Browser {

	static final String PASSWORD = "correct-horse";

	private final MockMvcTester mvc;

	private MockHttpSession session = new MockHttpSession();

	Browser(MockMvcTester mvc) {
		this.mvc = mvc;
	}

	/** A browser in which the first account is logged in. */
	static Browser loggedIn(MockMvcTester mvc) {
		return loggedIn(mvc, FirstAccount.NAME);
	}

	/** A browser in which an account with the password of all tests is logged in. */
	static Browser loggedIn(MockMvcTester mvc, String account) {
		Browser browser = new Browser(mvc);
		Page page = browser.get("/admin/login")
			.form("main form")
			.set("username", account)
			.set("password", PASSWORD)
			.press(null, "");
		if (!page.path().equals("/admin")) {
			throw new AssertionError("Not logged in: " + page.text());
		}
		return browser;
	}

	/** The session ends, as after a night. */
	void loseSession() {
		this.session = new MockHttpSession();
	}

	MockHttpSession session() {
		return this.session;
	}

	String sessionId() {
		return this.session.getId();
	}

	Page get(String path) {
		int mark = path.indexOf('#');
		return page(path,
				this.mvc.get().uri((mark < 0) ? path : path.substring(0, mark)).session(this.session).exchange());
	}

	private Page post(String path, List<Connection.KeyVal> fields) {
		var request = this.mvc.post().uri(path).session(this.session);
		fields.forEach((field) -> request.param(field.key(), field.value()));
		return page(path, request.exchange());
	}

	private Page page(String path, MvcTestResult result) {
		if (result.getUnresolvedException() != null) {
			throw new AssertionError(path, result.getUnresolvedException());
		}
		MockHttpServletResponse response = result.getResponse();
		if (result.getRequest().getSession(false) instanceof MockHttpSession kept && !kept.isInvalid()) {
			this.session = kept;
		}
		String location = response.getRedirectedUrl();
		if (location != null) {
			String target = location.replaceFirst("^http://localhost", "");
			return target.startsWith("/admin") ? get(target) : new Page(target, response.getStatus(), new Document(""));
		}
		return new Page(path, response.getStatus(),
				Jsoup.parse(new String(response.getContentAsByteArray(), StandardCharsets.UTF_8)));
	}

	/**
	 * A page.
	 *
	 * @param path where it is; public pages are not opened
	 * @param status of the answer
	 * @param html what it shows
	 */
	final class Page {

		private final String path;

		private final int status;

		private final Document html;

		Page(String path, int status, Document html) {
			this.path = path;
			this.status = status;
			this.html = html;
		}

		String path() {
			return this.path;
		}

		int status() {
			return this.status;
		}

		Document html() {
			return this.html;
		}

		String text() {
			return this.html.text();
		}

		/** The lines of the summary of errors. */
		List<String> errors() {
			return this.html.select(".error-summary[role=alert] li a").eachText();
		}

		Form form(String selector) {
			return new Form(this, (FormElement) Objects.requireNonNull(this.html.selectFirst(selector), selector));
		}

		/** Says why a published article is changed, and publishes. */
		Page because(String reason) {
			if (!this.path.endsWith("/correction")) {
				throw new AssertionError("Nobody asks why on " + this.path + ": " + text());
			}
			return form("form.correction").set("reason", reason).press("publish");
		}

		/** The form of an article. */
		Form article() {
			return form("form.editing");
		}

	}

	/** A form, as it is filled in. */
	final class Form {

		private final Page page;

		private final FormElement form;

		private final List<String[]> further = new ArrayList<>();

		Form(Page page, FormElement form) {
			this.page = page;
			this.form = form;
		}

		Form set(String id, String value) {
			Element field = Objects.requireNonNull(this.form.getElementById(id), id);
			if (field.tagName().equals("select")) {
				field.select("option").removeAttr("selected");
				Element option = field.select("option")
					.stream()
					.filter((found) -> found.val().equals(value))
					.findFirst()
					.orElseThrow(() -> new AssertionError(id + " has no " + value));
				option.attr("selected", "");
			}
			else if (field.attr("type").equals("radio")) {
				this.form.select("input[name=" + field.attr("name") + "]")
					.forEach((button) -> button.attr("checked", button.val().equals(value)));
			}
			else if (field.attr("type").equals("checkbox")) {
				field.attr("checked", !value.isEmpty());
			}
			else {
				field.val(value);
			}
			return this;
		}

		/** Sends a parameter that the form does not have. */
		Form forge(String name, String value) {
			this.further.add(new String[] { name, value });
			return this;
		}

		String action() {
			return this.form.attr("action");
		}

		/** Sends the form somewhere else. */
		Form sendTo(String action) {
			this.form.attr("action", action);
			return this;
		}

		String value(String id) {
			Element field = Objects.requireNonNull(this.form.getElementById(id), id);
			if (field.tagName().equals("select")) {
				Element chosen = field.selectFirst("option[selected]");
				return (chosen != null) ? chosen.val() : "";
			}
			return typed(field);
		}

		/** The value with the white space at its ends, which jsoup leaves out. */
		private static String typed(Element field) {
			return field.tagName().equals("textarea") ? field.wholeText() : field.val();
		}

		Page press(String button) {
			return press(button, "");
		}

		Page press(@Nullable String button, String value) {
			List<Connection.KeyVal> fields = new ArrayList<>(this.form.formData());
			this.form.select("textarea")
				.forEach((area) -> fields.stream()
					.filter((field) -> field.key().equals(area.attr("name")))
					.forEach((field) -> field.value(typed(area))));
			if (button != null) {
				if (this.form.select("button[name=" + button + "]").isEmpty()) {
					throw new AssertionError("No button " + button);
				}
				fields.add(HttpConnection.KeyVal.create(button, value));
			}
			List<String> replaced = this.further.stream().map((pair) -> pair[0]).toList();
			fields.removeIf((field) -> replaced.contains(field.key()));
			this.further.forEach((pair) -> fields.add(HttpConnection.KeyVal.create(pair[0], pair[1])));
			String action = this.form.attr("action");
			return post(action.isEmpty() ? this.page.path() : action, fields);
		}

	}

}
