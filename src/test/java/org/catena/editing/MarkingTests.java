package org.catena.editing;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** Claims are marked in the text of a draft, without a script. */
@EditingTest
class MarkingTests {

	private static final String TEXT = """
			## The <army> 😀

			Kyiv rejects a cap on the army of 600,000. Moscow demands the whole of Donbas, says Lavrov.

			Nobody believes in the plan. Nobody believes in the plan. The mayor, Jose\u0301, is 😀 tired of it all.""";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Drafts drafts;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private Editors editors;

	@Autowired
	private PasswordEncoder encoder;

	private Browser browser;

	private Browser.Page page;

	@BeforeEach
	void beginADraft() {
		this.browser = Browser.loggedIn(this.mvc);
		this.page = this.browser.get("/admin/articles/new")
			.article()
			.set("title", "Marked")
			.set("text", TEXT)
			.press("mark");
	}

	@Test
	void beginsWithTheFirstSentenceThatCarriesNoClaim() {
		assertThat(this.page.path()).matches("/admin/drafts/\\d+/marking");
		assertThat(this.page.html().select("[data-sentence]")).hasSize(5);
		assertThat(this.page.html().select("[aria-current]").attr("data-sentence")).isEqualTo("1");
		assertThat(entry().value("claim-exact")).isEqualTo("Kyiv rejects a cap on the army of 600,000.");
		Element paragraph = this.page.html().selectFirst(".marking__subhead");
		assertThat(paragraph.text()).isEqualTo("The <army> 😀");
	}

	@Test
	void showsTheTextCharacterForCharacter() {
		this.page = complete("Moscow demands the whole of Donbas").press("stay");
		this.page.html().select("[data-aside]").remove();
		assertThat(this.page.html().select("[data-text] p").eachText()).containsExactly("The <army> 😀",
				"Kyiv rejects a cap on the army of 600,000. Moscow demands the whole of Donbas, says Lavrov.",
				"Nobody believes in the plan. Nobody believes in the plan. The mayor, José, is 😀 tired of it all.");
		assertThat(this.page.html().select("[data-text] mark").eachText())
			.containsExactly("Moscow demands the whole of Donbas");
	}

	@Test
	void suggestsPointsWithTheirReasonsAndAddsOneOnDemand() {
		Element first = this.page.html().selectFirst(".likely__points li");
		assertThat(first.selectFirst("button").val()).isEqualTo("6");
		assertThat(first.text()).contains("army");
		assertThat(entry().value("claim-about")).isEmpty();
		Browser.Page added = entry().set("claim-paraphrase", "typed").press("link", "6");
		assertThat(added.form("form.marking__form").value("claim-about")).isEqualTo("6");
		assertThat(added.form("form.marking__form").value("claim-paraphrase")).isEqualTo("typed");
		assertThat(claims()).isEmpty();
	}

	@Test
	void savesAndGoesOn() {
		Browser.Page next = complete("Kyiv rejects a cap on the army of 600,000").press("next");
		assertThat(next.text()).contains("Claim 1 is saved.", "1 of 5 sentences carry a claim");
		assertThat(next.html().select("[aria-current]").attr("data-sentence")).isEqualTo("2");
		assertThat(next.html().select("mark.claim--opposes").text())
			.isEqualTo("Kyiv rejects a cap on the army of 600,000");
		Browser.Page stay = again(next, "Moscow demands the whole of Donbas").press("stay");
		assertThat(stay.html().select("[aria-current]").attr("data-sentence")).isEqualTo("2");
		assertThat(claims()).hasSize(2);
	}

	@Test
	void anchorsARepeatedPassageToTheOneThatIsChosen() {
		Browser.Form third = this.browser.get(draft() + "?sentence=4").form("form.marking__form");
		assertThat(third.value("claim-exact")).isEqualTo("Nobody believes in the plan.");
		assertThat(third.value("claim-prefix")).endsWith("Nobody believes in the plan. ");
		this.page = fill(third).press("stay");
		assertThat(this.page.html().select("mark").text()).isEqualTo("Nobody believes in the plan.");
		assertThat(this.page.html().select("[data-sentence]:has(mark)").attr("data-sentence")).isEqualTo("4");
		Browser.Page unclear = again(this.page, "Nobody believes in the plan.").forge("claim-prefix", "")
			.forge("claim-suffix", "")
			.press("stay");
		assertThat(unclear.status()).isEqualTo(422);
		assertThat(unclear.errors()).anySatisfy((error) -> assertThat(error).contains("2 times"));
		assertThat(unclear.html().select("#claim-exact-error").text()).contains("2 times");
		assertThat(claims()).hasSize(2);
	}

	@Test
	void dropsContextThatNobodyNeeds() {
		complete("is 😀 tired of it all").forge("claim-prefix", "of another place").press("stay");
		assertThat(claims().get(0).prefix()).isEmpty();
	}

	@Test
	void keepsWhatIsIncompleteAndSaysWhatIsMissing() {
		Browser.Page refused = entry().set("claim-exact", "words that are <b>nowhere</b>")
			.set("claim-about", "99, x")
			.set("claim-claimant", "Nemo")
			.press("next");
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.text()).contains("kept in the draft", "The quote is not in the text", "Choose the kind",
				"Nobody in the archive is called");
		assertThat(refused.errors()).hasSizeGreaterThan(5);
		assertThat(refused.html().select(".error-summary a")).allSatisfy(
				(link) -> assertThat(refused.html().getElementById(link.attr("href").substring(1))).isNotNull());
		assertThat(claims()).hasSize(1);
		Browser.Page mended = fill(refused.form("form.marking__form")
			.set("claim-exact", "Nobody believes in the plan")
			.set("claim-suffix", ". Nobody")
			.set("claim-claimant", "author")).press("stay");
		assertThat(mended.text()).contains("Claim 1 is saved");
		assertThat(claims()).singleElement()
			.satisfies((claim) -> assertThat(claim.exact()).isEqualTo("Nobody believes in the plan"));
	}

	@Test
	void refusesAClaimWithoutWords() {
		Browser.Page refused = entry().set("claim-exact", " ").press("stay");
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.errors()).containsExactly("Choose words of the text, or paste them here.");
		assertThat(claims()).isEmpty();
	}

	@Test
	void checksPointsAgainstThePlan() {
		assertThat(complete("Kyiv rejects a cap on the army").set("claim-about", "6, 77").press("stay").errors())
			.containsExactly("The plan has no point 77. Correct the number.");
	}

	@Test
	void isFoundByOtherNamesAndAddsNewPeople() {
		Browser.Page saved = complete("Moscow demands the whole of Donbas").set("claim-claimant", "Kaldfjord’s mayor")
			.set("claim-via", "author")
			.forge("claim-uptake", "reports")
			.set("claim-agent-name", "Kaldfjord’s mayor")
			.set("claim-agent-kind", "person")
			.press("stay");
		assertThat(saved.text()).contains("is saved");
		assertThat(form().agents()).containsExactly(new AgentForm("Kaldfjord’s mayor", "person", ""));
		assertThat(saved.html().select("#agents-known option"))
			.anySatisfy((option) -> assertThat(option.attr("label")).isEqualTo("Zelenskyy (Volodymyr Zelensky)"));
	}

	@Test
	void isEditedMovedAndRetyped() {
		complete("Moscow demands the whole of Donbas").press("stay");
		Browser.Form edit = this.browser.get(draft() + "?claim=1").form("form.marking__form");
		assertThat(edit.value("claim-paraphrase")).isEqualTo("Something is claimed.");
		Browser.Page saved = edit.set("claim-exact", "demands the whole of Donbas")
			.forge("claim-kind", "normative")
			.press("stay");
		assertThat(saved.html().select("mark").text()).isEqualTo("demands the whole of Donbas");
		assertThat(claims()).singleElement().satisfies((claim) -> assertThat(claim.kind()).isEqualTo("normative"));
	}

	@Test
	void isRemovedWithAReasonAndPutBack() {
		complete("Kyiv rejects a cap on the army").press("stay");
		again(this.browser.get(draft() + "?sentence=2"), "Moscow demands the whole").press("stay");
		Browser.Form edit = this.browser.get(draft() + "?claim=1").form("form.marking__form");
		assertThat(edit.press("remove").errors()).containsExactly("Say in a few words why the claim is removed.");
		Browser.Page removed = edit.set("claim-reason", "No <claim> at all").press("remove");
		assertThat(removed.text()).contains("Claim 1 is removed", "No <claim> at all");
		assertThat(claims()).singleElement()
			.satisfies((claim) -> assertThat(claim.exact()).isEqualTo("Moscow demands the whole"));
		Browser.Page back = removed.form("form[action*=removed]").press(null, "");
		assertThat(back.text()).contains("The claim is back");
		assertThat(claims()).extracting(ClaimForm::exact)
			.containsExactly("Kyiv rejects a cap on the army", "Moscow demands the whole");
		assertThat(back.html().select("form[action*=removed]")).isEmpty();
	}

	@Test
	void isNotLostWhenTwoWindowsWriteOneDraft() {
		Browser.Form first = complete("Kyiv rejects a cap on the army");
		Browser.Form second = again(this.browser.get(draft()), "Moscow demands the whole of Donbas");
		first.press("stay");
		second.press("stay");
		assertThat(claims()).hasSize(2);
		Browser.Form one = this.browser.get(draft() + "?claim=1").form("form.marking__form");
		Browser.Form other = this.browser.get(draft() + "?claim=1").form("form.marking__form");
		one.set("claim-paraphrase", "One way.").press("stay");
		Browser.Page conflict = other.set("claim-paraphrase", "Another way.").press("stay");
		assertThat(conflict.status()).isEqualTo(409);
		assertThat(conflict.form("form.marking__form").value("claim-paraphrase")).isEqualTo("Another way.");
		assertThat(claims().get(0).paraphrase()).isEqualTo("One way.");
	}

	/** While one window takes a claim out, another saves what was typed. */
	@Test
	void isRemovedThoughTheDraftIsSavedMeanwhile() throws Exception {
		complete("Kyiv rejects a cap on the army").press("stay");
		Browser.Form edit = this.browser.get(draft() + "?claim=1").form("form.marking__form");
		Browser.Page removed = meanwhile(() -> edit.set("claim-reason", "No claim").press("remove"));
		assertThat(removed.text()).contains("Claim 1 is removed", "No claim");
		assertThat(claims()).isEmpty();
		Browser.Page back = meanwhile(() -> removed.form("form[action*=removed]").press(null, ""));
		assertThat(back.text()).contains("The claim is back");
		assertThat(claims()).hasSize(1);
		Browser.Page twice = removed.form("form[action*=removed]").press(null, "");
		assertThat(twice.text()).contains("was put back already");
		assertThat(claims()).hasSize(1);
	}

	@Test
	void isOneClaimWhenItIsSentTwice() {
		Browser.Form form = complete("Kyiv rejects a cap on the army");
		form.press("next");
		form.press("next");
		assertThat(claims()).hasSize(1);
	}

	@Test
	void isKeptWhenTheSessionEnds() {
		Browser.Form form = complete("Kyiv rejects a cap on the army");
		this.browser.loseSession();
		Browser.Page kept = form.press("next")
			.form("main form")
			.set("username", FirstAccount.NAME)
			.set("password", Browser.PASSWORD)
			.press(null, "");
		assertThat(kept.text()).contains("Your session had ended");
		assertThat(kept.form("form.marking__form").value("claim-exact")).isEqualTo("Kyiv rejects a cap on the army");
		kept.form("form.marking__form").press("next");
		assertThat(claims()).hasSize(1);
	}

	@Test
	void hidesPublishedClaimsFromASecondCoder() {
		String edited = this.browser.get("/admin/articles/ash-2025-11-24/edit").article().press("mark").path();
		Browser.Page seen = this.browser.get(edited);
		assertThat(seen.html().select("a.marking__ref[href^=/admin/claims/ash-2025-11-24/]")).isNotEmpty();
		Browser.Page blind = this.browser.get(edited + "?blind=yes");
		assertThat(blind.html().select("[data-text] mark, a.marking__ref")).isEmpty();
		assertThat(blind.html().select("[aria-current]").attr("data-sentence")).isEqualTo("1");
	}

	@Test
	void listsSentencesThatLookLikeClaimsUntilTheyAreMarked() {
		assertThat(this.page.html().select("[data-go]").eachAttr("data-go")).contains("1", "2");
		Browser.Page after = complete("Kyiv rejects a cap on the army").press("stay");
		assertThat(after.html().select("[data-go]").eachAttr("data-go")).contains("2").doesNotContain("1");
	}

	@Test
	void isItsOwnersAlone() {
		this.editors.add("marking-other", this.encoder.encode("secret"));
		long id = this.drafts.open("marking-other", ArticleForm.empty(""), null, null);
		assertThat(this.browser.get("/admin/drafts/" + id + "/marking").status()).isEqualTo(403);
		assertThat(entry().sendTo("/admin/drafts/" + id + "/marking").press("stay").status()).isEqualTo(403);
		assertThat(this.browser.get("/admin/drafts/x/marking").status()).isEqualTo(404);
	}

	@Test
	void isForReviewersTooWhileItWaitsForReview() {
		this.editors.add("marking-writer", this.encoder.encode(Browser.PASSWORD));
		this.editors.add("marking-reviewer", this.encoder.encode(Browser.PASSWORD), Role.REVIEWER);
		long id = this.drafts.open("marking-writer", ArticleForm.empty("28-point-plan").withText(TEXT), null, null);
		Browser reviewer = Browser.loggedIn(this.mvc, "marking-reviewer");
		assertThat(reviewer.get("/admin/drafts/" + id + "/marking").status()).isEqualTo(403);
		this.drafts.move(id, DraftState.OPEN, DraftState.IN_REVIEW);
		Browser.Page saved = again(reviewer.get("/admin/drafts/" + id + "/marking"), "Kyiv rejects a cap on the army")
			.press("stay");
		assertThat(saved.text()).contains("Claim 1 is saved");
		assertThat(this.drafts.savedBy(id)).isEqualTo("marking-reviewer");
		Browser.Page likely = reviewer.get("/admin/drafts/" + id + "/marking/likely?exact=army");
		assertThat(likely.status()).isEqualTo(200);
	}

	@Test
	void leadsFromAPublishedClaimToItsFormAndBack() {
		String edited = this.browser.get("/admin/articles/ash-2025-11-24/edit").article().press("mark").path();
		Element sentence = this.browser.get(edited).html().selectFirst("[data-sentence]:has(a.marking__ref)");
		Element ref = sentence.selectFirst("a.marking__ref");
		String number = sentence.attr("data-sentence");
		Browser.Page claim = this.browser.get(ref.attr("href"));
		assertThat(claim.html().selectFirst("h1").text()).isEqualTo("Edit a claim");
		Browser.Page refused = claim.form("form.editing").press("save");
		assertThat(refused.errors()).hasSize(1);
		Browser.Page back = refused.form("form.editing").set("reason", "Looked at").press("save");
		assertThat(back.path()).isEqualTo(edited + "?sentence=" + number + "#s-" + number);
		assertThat(back.text()).contains("Nothing was changed");
		assertThat(back.html().select("a[href^=/admin/claims/ash-2025-11-24/c01]").eachText())
			.anyMatch((words) -> words.startsWith("Edit"));
	}

	@Test
	void bearsNonsense() {
		for (String query : List.of("?sentence=999999", "?sentence=-1", "?sentence=x", "?claim=7", "?claim=x",
				"/likely?exact=%00%F0%9F%98%80", "/likely", "/kept")) {
			assertThat(this.browser.get(draft() + query).status()).as(query).isEqualTo(200);
		}
		Browser.Page empty = this.browser.get("/admin/articles/new").article().press("mark");
		assertThat(empty.text()).contains("The draft has no text yet");
	}

	/**
	 * Presses a button, and saves the draft between what that reads and what it writes.
	 */
	private Browser.Page meanwhile(Callable<Browser.Page> press) throws Exception {
		ExecutorService thread = Executors.newSingleThreadExecutor();
		long id = Long.parseLong(draft().replaceAll("\\D", ""));
		Future<Browser.Page> pressed = this.transaction.execute((status) -> {
			Draft now = this.drafts.find(id).orElseThrow();
			assertThat(this.drafts.save(id, now.form(), now.revision(), now.owner())).isTrue();
			Future<Browser.Page> page = thread.submit(press);
			while (!page.isDone() && !blocksSomebody()) {
				Thread.onSpinWait();
			}
			return page;
		});
		thread.shutdown();
		return pressed.get(1, TimeUnit.MINUTES);
	}

	private boolean blocksSomebody() {
		return this.jdbc
			.sql("select exists (select from pg_stat_activity where pg_backend_pid() = any (pg_blocking_pids(pid)))")
			.query(Boolean.class)
			.single();
	}

	private Browser.Form entry() {
		return this.page.form("form.marking__form");
	}

	private Browser.Form complete(String quote) {
		return fill(entry().set("claim-exact", quote).set("claim-prefix", "").set("claim-suffix", ""));
	}

	private static Browser.Form again(Browser.Page page, String quote) {
		return fill(page.form("form.marking__form")
			.set("claim-exact", quote)
			.set("claim-prefix", "")
			.set("claim-suffix", ""));
	}

	private static Browser.Form fill(Browser.Form form) {
		return form.set("claim-paraphrase", "Something is claimed.")
			.set("claim-about", "6")
			.set("claim-confidence", "0.8")
			.forge("claim-kind", "evaluative")
			.forge("claim-stance", "opposes")
			.forge("claim-target", "point")
			.forge("claim-aspect", "acceptability");
	}

	private String draft() {
		return this.page.path().replaceFirst("[?#].*", "");
	}

	private ArticleForm form() {
		return this.drafts.find(Long.parseLong(draft().replaceAll("\\D", ""))).orElseThrow().form();
	}

	private List<ClaimForm> claims() {
		return form().claims();
	}

}
