package org.catena.editing;

import java.util.List;

import org.catena.ingest.IngestCorpus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

@EditingTest
class EditClaimTests {

	private static final String QUOTE = "Nobody at the lake believes that the cap will hold";

	private static final String OTHER = "The second sentence says that the assets are lost";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private IngestCorpus ingestCorpus;

	private Browser browser;

	@BeforeEach
	void logIn() {
		this.browser = Browser.loggedIn(this.mvc);
	}

	@Test
	void codesAClaimAnewAndSaysSoToReaders() {
		String key = claim("2022-01-01");
		Browser.Page page = edit(key).set("claim-stance", "mixed")
			.set("claim-about", "6, 10d")
			.set("claim-paraphrase", "People at the lake doubt the cap on the army.")
			.set("reason", "He praised the other half")
			.press("save");
		assertThat(page.text()).contains("The claim is saved.");
		assertThat(row(key)).isEqualTo("mixed|exact|1|editor|" + QUOTE);
		Browser.Page shown = this.browser.get("/claims/" + key);
		assertThat(shown.html().select(".changes__item").first().text()).contains("editor", "He praised the other half",
				"Stance opposes → mixed", "Point 6 about", "Point 10d about");
		assertThat(shown.html().select(".changes__item").first().select("dt:contains(Paraphrase) + dd ins").text())
			.isEqualTo("doubt");
	}

	@Test
	void movesAClaimToOtherWords() {
		String key = claim("2022-01-02");
		edit(key).set("claim-exact", OTHER).set("reason", "The wrong sentence").press("save");
		assertThat(row(key)).isEqualTo("opposes|exact|1|editor|" + OTHER);
		Browser.Page page = edit(key).set("claim-exact", "Words that nobody wrote in this text")
			.set("reason", "x")
			.press("save");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.errors())
			.containsExactly("The quote is not in the text. Copy it from the text, character for character.");
		assertThat(row(key)).isEqualTo("opposes|exact|1|editor|" + OTHER);
	}

	@Test
	void withdrawsAClaimWithWhatRestsOnIt() {
		String key = claim("2022-01-03");
		long other = this.jdbc.sql("select id from claim where standing = 'shown' and key like 'baev-2025%' limit 1")
			.query(Long.class)
			.single();
		this.jdbc.sql("""
				insert into relation (id, type, from_id, to_id, reason, coding, created_at, updated_at)
				select nextval('relation_seq') - 50, 'agrees', :other, id, 'Because.', 'editor', now(), now() from claim
				where key = :key""").param("other", other).param("key", key).update();
		Browser.Page page = edit(key).press("withdraw");
		assertThat(page.errors()).containsExactly("Say why: readers see it in the history of the claim.");
		page.form("form.editing").set("reason", "It was a joke.").press("withdraw");
		Browser.Page gone = this.browser.get("/claims/" + key);
		assertThat(gone.status()).isEqualTo(410);
		assertThat(gone.text()).contains("It was a joke.");
		assertThat(this.jdbc.sql("select withdrawn_reason from relation where from_id = :other and reason = 'Because.'")
			.param("other", other)
			.query(String.class)
			.list()).containsOnly("The claim " + key + " was withdrawn.");
		assertThat(this.browser.get("/admin/claims/" + key).status()).isEqualTo(404);
	}

	@Test
	void showsTheSecondWhatTheFirstChangedAndLosesNothing() {
		String key = claim("2022-01-04");
		Browser.Form mine = edit(key).set("claim-paraphrase", "My paraphrase of it.").set("reason", "Mine");
		edit(key).set("claim-stance", "neutral").set("reason", "Theirs").press("save");
		Browser.Page page = mine.press("save");
		assertThat(page.status()).isEqualTo(409);
		assertThat(page.html().select(".meanwhile").text()).contains("Theirs", "Stance opposes → neutral");
		assertThat(page.form("form.editing").value("claim-paraphrase")).isEqualTo("My paraphrase of it.");
		assertThat(row(key)).startsWith("neutral");
		page = page.form("form.editing").set("claim-stance", "neutral").press("save");
		assertThat(page.status()).isEqualTo(200);
		assertThat(this.jdbc.sql("select paraphrase || ' ' || stance from claim where key = :key")
			.param("key", key)
			.query(String.class)
			.single()).isEqualTo("My paraphrase of it. neutral");
	}

	@Test
	void changesNoRowWhenNothingWasEdited() {
		List<String> keys = this.jdbc.sql("select key from shown_claim where coding = 'first' order by key limit 400")
			.query(String.class)
			.list();
		for (String key : List.of(keys.get(0), keys.get(keys.size() / 2), keys.get(keys.size() - 1))) {
			String before = state(key);
			assertThat(edit(key).set("reason", "None").press("save").text()).contains("Nothing was changed");
			assertThat(state(key)).isEqualTo(before);
		}
	}

	@Test
	void keepsWhatWasTypedWhenTheSessionEnded() {
		String key = claim("2022-01-05");
		Browser.Form form = edit(key).set("claim-paraphrase", "Typed over night.").set("reason", "Why not");
		this.browser.loseSession();
		Browser.Page login = form.press("save");
		Browser.Page page = login.form("main form")
			.set("username", FirstAccount.NAME)
			.set("password", Browser.PASSWORD)
			.press(null, "");
		assertThat(page.path()).startsWith("/admin/claims/" + key);
		assertThat(page.text()).contains("Your session had ended");
		assertThat(page.form("form.editing").value("claim-paraphrase")).isEqualTo("Typed over night.");
		page.form("form.editing").press("save");
		assertThat(state(key)).contains("Typed over night.");
	}

	@Test
	void isNotOverwrittenByTheCorpus() {
		String key = this.jdbc.sql("select max(key) from shown_claim where key like 'pomeroy-2025-12-04/%'")
			.query(String.class)
			.single();
		edit(key).set("claim-note", "A note of an editor.").set("reason", "A note").press("save");
		String before = state(key);
		this.ingestCorpus.ingest("test");
		assertThat(state(key)).isEqualTo(before);
		assertThat(this.jdbc.sql("select sentence from ingest_problem where code = 'CHANGED_BY_EDITOR'")
			.query(String.class)
			.list()).isNotEmpty().allMatch((sentence) -> sentence.contains(key));
	}

	@Test
	void saysThatThereIsNoSuchClaim() {
		assertThat(this.browser.get("/admin/claims/nobody/c01").status()).isEqualTo(404);
		assertThat(this.browser.get("/admin/orphans/nobody/c01").status()).isEqualTo(404);
	}

	@Test
	void listsWhatHappened() {
		String key = claim("2022-01-06");
		Browser.Page page = this.browser.get("/admin/changes");
		assertThat(page.html().select(".changes__item").text()).contains("claim " + key + " added");
		assertThat(this.browser.get("/admin/changes?before=1").text()).contains("No change is noted.");
		assertThat(this.browser.get("/admin/changes?before=x").status()).isEqualTo(200);
	}

	private Browser.Form edit(String key) {
		return this.browser.get("/admin/claims/" + key).form("form.editing");
	}

	/** Publishes an article with a claim; returns the claim's id. */
	private String claim(String date) {
		Browser.Page page = this.browser.get("/admin/articles/new")
			.article()
			.set("title", "By the lake")
			.set("title-basis", "printed")
			.set("text", QUOTE + ", said he 😀. " + OTHER + ", she said.")
			.set("source", "prio")
			.set("source-basis", "printed")
			.set("authors-0-name", "Baev")
			.set("authors-basis", "printed")
			.set("date", date)
			.set("date-basis", "printed")
			.set("language-basis", "printed")
			.press("add-claim")
			.article()
			.set("claims-0-exact", QUOTE)
			.set("claims-0-paraphrase", "People at the lake refuse the cap on the army.")
			.set("claims-0-kind", "evaluative")
			.set("claims-0-stance", "opposes")
			.set("claims-0-target", "plan")
			.set("claims-0-aspect", "acceptability")
			.set("claims-0-confidence", "0.8")
			.press("publish");
		assertThat(page.errors()).isEmpty();
		return page.path().substring("/articles/".length()) + "/c01";
	}

	private String row(String key) {
		return this.jdbc
			.sql("select concat_ws('|', stance, anchoring, made_on_version, origin, exact) from claim where key = :key")
			.param("key", key)
			.query(String.class)
			.single();
	}

	private String state(String key) {
		return this.jdbc.sql("select claim::text from claim where key = :key")
			.param("key", key)
			.query(String.class)
			.single();
	}

}
