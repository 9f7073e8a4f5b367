package org.catena.editing;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * What each role may do, address by address.
 */
@EditingTest
class RolesTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Editors editors;

	@Autowired
	private Drafts drafts;

	@Autowired
	private PasswordEncoder encoder;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping mappings;

	@BeforeEach
	void haveOneOfEach() {
		for (Role role : Role.values()) {
			this.editors.add("a-" + role.word(), this.encoder.encode(Browser.PASSWORD), role);
		}
	}

	@ParameterizedTest
	@CsvSource({ "/admin, 200, 200, 200", "/admin/account, 200, 200, 200", "/admin/articles/new, 200, 200, 200",
			"/admin/articles/ash-2025-11-24/edit, 200, 200, 200", "/admin/articles/ash-2025-11-24, 200, 200, 200",
			"/admin/intake, 200, 200, 200", "/admin/ingests, 200, 200, 200", "/admin/reviews, 403, 200, 200",
			"/admin/users, 403, 403, 200", "/admin/users/editor, 403, 403, 200", "/admin/sources, 403, 403, 200",
			"/admin/sources/prio, 403, 403, 200", "/admin/sources/prio/merge, 403, 403, 200",
			"/admin/agents, 403, 403, 200", "/admin/agents/pavel-k-baev, 403, 403, 200",
			"/admin/agents/pavel-k-baev/merge, 403, 403, 200", "/admin/corpus-files/99999999, 403, 404, 404",
			"/admin/second-codings/99999999/adjudication, 403, 404, 404",
			"/admin/second-codings/99999999/adjudication/rows/1, 403, 404, 404",
			"/admin/drafts/99999999, 404, 404, 404" })
	void decidesWhoSees(String path, int editor, int reviewer, int administrator) {
		assertThat(as(Role.EDITOR).get(path).status()).isEqualTo(editor);
		assertThat(as(Role.REVIEWER).get(path).status()).isEqualTo(reviewer);
		assertThat(as(Role.ADMINISTRATOR).get(path).status()).isEqualTo(administrator);
	}

	@ParameterizedTest
	@CsvSource({ "/admin/users, false, false, true", "/admin/users/a-reviewer/role, false, false, true",
			"/admin/users/nobody/password, false, false, true", "/admin/users/nobody/standing, false, false, true",
			"/admin/sources/nothing, false, false, true", "/admin/sources/nothing/merge, false, false, true",
			"/admin/agents/nobody, false, false, true", "/admin/agents/nobody/merge, false, false, true",
			"/admin/articles/nothing/withdrawal, false, true, true", "/admin/corpus-files, false, true, true",
			"/admin/corpus-files/99999999, false, true, true", "/admin/drafts/99999999/correction, false, true, true",
			"/admin/claims/nothing/c01, false, true, true", "/admin/claims/nothing/c01/relations, false, true, true",
			"/admin/claims/nothing/c01/relations/withdrawn, false, true, true",
			"/admin/orphans/nothing/c01, false, true, true",
			"/admin/second-codings/99999999/adjudication, false, true, true",
			"/admin/second-codings/99999999/adjudication/rows/1, false, true, true",
			"/admin/drafts/99999999/marking, true, true, true", "/admin/account/password, true, true, true",
			"/admin/intake, true, true, true" })
	void decidesWhoSends(String path, boolean editor, boolean reviewer, boolean administrator) {
		assertThat(send(Role.EDITOR, path) != 403).isEqualTo(editor);
		assertThat(send(Role.REVIEWER, path) != 403).isEqualTo(reviewer);
		assertThat(send(Role.ADMINISTRATOR, path) != 403).isEqualTo(administrator);
	}

	@Test
	void keepsTheCorpusAndTheIndexToAdministrators() {
		for (Role role : List.of(Role.EDITOR, Role.REVIEWER)) {
			assertThat(send(role, "/admin/ingests")).isEqualTo(403);
			assertThat(send(role, "/admin/index/rebuilds")).isEqualTo(403);
		}
	}

	@Test
	void saysInPlainWordsThatSomethingIsNotForAnAccount() {
		Browser.Page page = as(Role.EDITOR).get("/admin/users");
		assertThat(page.html().selectFirst("h1").text()).isEqualTo("Your account may not do this");
		assertThat(page.text()).contains("Nothing was changed", "Signed in as a-editor");
	}

	/** Whatever address is added, nobody gets there without logging in. */
	@Test
	void needsAnAccountForEveryAddressOfEditors() {
		Set<String> addresses = new TreeSet<>();
		this.mappings.getHandlerMethods()
			.keySet()
			.forEach((mapping) -> mapping.getPatternValues()
				.stream()
				.filter((pattern) -> pattern.startsWith("/admin") && !pattern.equals(KeepTyped.LOGIN))
				.forEach(addresses::add));
		assertThat(addresses).contains("/admin", "/admin/users", "/admin/drafts/{id}");
		for (String address : addresses) {
			String path = address.replaceAll("\\{[^}]*}", "1");
			assertThat(this.mvc.get().uri(path)).as(path).hasStatus(302).hasRedirectedUrl("/admin/login");
			// With a token, so that it is the account that is missing. What was sent may
			// be
			// kept until its sender has logged in.
			assertThat(this.mvc.post().uri(path).with(csrf()).exchange().getResponse().getStatus()).as(path)
				.isIn(302, 401);
		}
	}

	/** Whatever form is added, it is for reviewers, unless it is named here. */
	@Test
	void keepsEveryFormFromEditorsThatIsNotTheirOwn() {
		Set<String> open = new TreeSet<>();
		Browser.Form form = as(Role.EDITOR).get("/admin/account").form("form[action=/admin/account/password]");
		this.mappings.getHandlerMethods()
			.keySet()
			.stream()
			.filter((mapping) -> mapping.getMethodsCondition().getMethods().contains(RequestMethod.POST))
			.flatMap((mapping) -> mapping.getPatternValues().stream())
			.filter((pattern) -> pattern.startsWith("/admin"))
			.filter((pattern) -> form
				.sendTo(pattern.replaceAll("\\{kind:(\\w+)[^}]*}", "$1").replaceAll("\\{[^}]*}", "0"))
				.press(null, "")
				.status() != 403)
			.forEach(open::add);
		assertThat(open).containsExactly("/admin/account/password", "/admin/account/sessions",
				"/admin/account/sessions/{id}", "/admin/annotations/{name}", "/admin/articles/new",
				"/admin/articles/{slug}/edit", "/admin/articles/{slug}/marking",
				"/admin/articles/{slug}/second-codings", "/admin/drafts/{id}", "/admin/intake", "/admin/intake/{id}",
				"/admin/second-codings/{id}", "/admin/tokens", "/admin/tokens/{id}/revoke",
				"/admin/{kind:drafts|second-codings}/{id}/marking",
				"/admin/{kind:drafts|second-codings}/{id}/marking/removed/{number}");
	}

	@Test
	void letsAnEditorWriteAndSubmitButNotPublish() {
		Browser editor = as(Role.EDITOR);
		Browser.Page page = editor.get("/admin/articles/new");
		assertThat(page.html().select("button[name=publish]")).isEmpty();
		Browser.Page refused = page.article().set("title", "on my own").forge("publish", "").press("save");
		assertThat(refused.status()).isEqualTo(403);
		assertThat(refused.text()).contains("The draft is saved");
		assertThat(this.jdbc.sql("select state from draft where title = 'on my own'").query(String.class).single())
			.isEqualTo("open");
		assertThat(this.jdbc.sql("select count(*) from article where title = 'on my own'").query(Long.class).single())
			.isZero();
	}

	@Test
	void keepsOpenDraftsToTheirOwners() {
		long id = this.drafts.open("a-editor", ArticleForm.empty(""), null, null);
		assertThat(as(Role.REVIEWER).get("/admin/drafts/" + id).status()).isEqualTo(403);
		assertThat(as(Role.ADMINISTRATOR).get("/admin/drafts/" + id).status()).isEqualTo(403);
		assertThat(as(Role.EDITOR).get("/admin/drafts/" + id).status()).isEqualTo(200);
		this.drafts.move(id, DraftState.OPEN, DraftState.IN_REVIEW);
		assertThat(as(Role.REVIEWER).get("/admin/drafts/" + id).status()).isEqualTo(200);
		this.editors.add("another-editor", this.encoder.encode(Browser.PASSWORD));
		assertThat(Browser.loggedIn(this.mvc, "another-editor").get("/admin/drafts/" + id).status()).isEqualTo(403);
	}

	@Test
	void countsFromTheNextRequest() {
		this.editors.add("promoted", this.encoder.encode(Browser.PASSWORD));
		Browser browser = Browser.loggedIn(this.mvc, "promoted");
		assertThat(browser.get("/admin/users").status()).isEqualTo(403);
		this.editors.change("promoted", Role.ADMINISTRATOR);
		assertThat(browser.get("/admin/users").status()).isEqualTo(200);
		this.editors.change("promoted", Role.EDITOR);
		assertThat(browser.get("/admin/users").status()).isEqualTo(403);
	}

	private Browser as(Role role) {
		return Browser.loggedIn(this.mvc, "a-" + role.word());
	}

	private int send(Role role, String path) {
		return as(role).get("/admin/account")
			.form("form[action=/admin/account/password]")
			.sendTo(path)
			.press(null, "")
			.status();
	}

}
