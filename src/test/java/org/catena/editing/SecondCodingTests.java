package org.catena.editing;

import java.util.List;
import java.util.Map;

import org.catena.editing.SecondCoding.State;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/** A published text is coded a second time, and the two codings are adjudicated. */
@EditingTest
class SecondCodingTests {

	private static final String BOTH = "The council refuses the cap on the army 😀";

	private static final String FIRST = "Somebody at the lake regrets the cap";

	private static final String SECOND = "Moscow demands the whole of the valley";

	private static final String ALIKE = "Nobody believes that it will hold";

	private static final String TEXT = BOTH + ", it said. " + FIRST + ", she wrote.\n\n" + SECOND + ", said he. "
			+ ALIKE + ".";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Editors editors;

	@Autowired
	private PasswordEncoder encoder;

	@Autowired
	private SecondCodings codings;

	private Browser administrator;

	private Browser coder;

	private Browser reviewer;

	@BeforeEach
	void haveACoderAndReviewers() {
		String password = this.encoder.encode(Browser.PASSWORD);
		this.editors.add("second-coder", password, Role.EDITOR);
		this.editors.add("second-reviewer", password, Role.REVIEWER);
		this.administrator = Browser.loggedIn(this.mvc);
		this.coder = Browser.loggedIn(this.mvc, "second-coder");
		this.reviewer = Browser.loggedIn(this.mvc, "second-reviewer");
	}

	@Test
	void hidesTheClaimsOfOthersUnlessItsCoderAsksForThem() {
		String slug = article("2021-01-01");
		Browser.Page page = desk(slug).press(null, "");
		assertThat(page.path()).matches("/admin/second-codings/\\d+/marking");
		assertThat(page.html().select("[data-text] mark, a.marking__ref")).isEmpty();
		assertThat(page.text()).contains("blind: the claims of others are hidden")
			.doesNotContain("Published paraphrase of 2021-01-01");
		assertThat(page.html().select("a[href*=" + slug + "/c0]")).isEmpty();
		assertThat(page.html().select("[data-marking]").attr("data-likely")).endsWith("/likely?blind=yes");
		Browser.Page likely = this.coder.get(marking(page) + "/likely?exact=" + BOTH.replace(' ', '+'));
		assertThat(likely.html().html()).doesNotContain(slug + "/c01");
		// There is no way to have them shown by an address alone.
		assertThat(this.coder.get(marking(page) + "?sentence=1").html().select("[data-text] mark")).isEmpty();
		Browser.Page home = this.coder.get(home(page)).form("form:has(button[name=unblind])").press("unblind");
		assertThat(home.text()).contains("its coder was shown the published claims", "had the published claims shown");
		assertThat(this.coder.get(marking(page)).html().select("a.marking__ref").eachAttr("href"))
			.contains("/claims/" + slug + "/c01");
	}

	@Test
	void isBegunWithTheClaimsBeside() {
		String slug = article("2021-01-02");
		Browser.Page page = desk(slug).press("seeing", "yes");
		assertThat(page.html().select("a.marking__ref")).isNotEmpty();
		assertThat(find(page).blind()).isFalse();
	}

	@Test
	void isOneOfAnEditorAndAVersion() {
		String slug = article("2021-01-03");
		Browser.Page page = desk(slug).press(null, "");
		assertThat(desk(slug).press("seeing", "yes").path()).isEqualTo(page.path());
		assertThat(find(page).blind()).isTrue();
		assertThat(this.coder.get("/admin").text()).contains("Mine, open");
		assertThat(this.coder.get("/admin/articles/" + slug).text()).contains("Second codings of this article");
		assertThat(this.reviewer.get("/admin/articles/" + slug).text())
			.doesNotContain("Second codings of this article");
	}

	@Test
	void isMarkedAsADraftIs() {
		Browser.Page page = desk(article("2021-01-04")).press(null, "");
		page = fill(page.form("form.marking__form").set("claim-exact", SECOND)).press("stay");
		assertThat(page.text()).contains("Claim 1 is saved.", "Claims of this coding (1)");
		assertThat(page.html().select("[data-text] mark").text()).isEqualTo(SECOND);
		Browser.Page refused = page.form("form.marking__form")
			.set("claim-exact", ALIKE)
			.set("claim-claimant", "The ferryman")
			.set("claim-agent-name", "The ferryman")
			.press("stay");
		assertThat(refused.errors()).contains("Choose what it is.");
		assertThat(find(page).typed().claims()).hasSize(1);
		Browser.Form edit = this.coder.get(marking(page) + "?claim=1").form("form.marking__form");
		Browser.Page removed = edit.set("claim-reason", "No claim").press("remove");
		assertThat(removed.text()).contains("Claim 1 is removed", "No claim");
		assertThat(find(page).typed().claims()).isEmpty();
		removed.form("form[action*=removed]").press(null, "");
		assertThat(find(page).typed().claims()).extracting(ClaimForm::exact).containsExactly(SECOND);
	}

	@Test
	void keepsWhatWasTypedWhenTheSessionEnds() {
		Browser.Page page = desk(article("2021-01-05")).press(null, "");
		Browser.Form form = fill(page.form("form.marking__form").set("claim-exact", SECOND));
		this.coder.loseSession();
		Browser.Page kept = form.press("next")
			.form("main form")
			.set("username", "second-coder")
			.set("password", Browser.PASSWORD)
			.press(null, "");
		assertThat(kept.text()).contains("Your session had ended");
		kept.form("form.marking__form").press("next");
		assertThat(find(page).typed().claims()).hasSize(1);
	}

	@Test
	void isNotFinishedBeforeItIsComplete() {
		Browser.Page page = desk(article("2021-01-06")).press(null, "");
		Browser.Page empty = this.coder.get(home(page)).form("form:has(button[name=finish])").press("finish");
		assertThat(empty.status()).isEqualTo(422);
		assertThat(empty.text()).contains("Mark at least one claim");
		save(page, claim("These words are nowhere at all", "", "neutral"));
		Browser.Page refused = finish(page);
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.text()).contains("Claim 1: The quote is not in the text");
		assertThat(find(page).state()).isEqualTo(State.OPEN);
	}

	@Test
	void isGivenUpWithAReasonAndTakenUpAgain() {
		Browser.Page page = desk(article("2021-01-07")).press(null, "");
		save(page, claim(SECOND, "It is demanded.", "neutral"));
		Browser.Page home = this.coder.get(home(page));
		assertThat(home.form("form:has(button[name=give-up])").press("give-up").errors())
			.containsExactly("Say in a few words why.");
		Browser.Page given = home.form("form:has(button[name=give-up])").set("reason", "No <b>time").press("give-up");
		assertThat(given.text()).contains("given up", "No <b>time");
		assertThat(this.coder.get(marking(page)).path()).isEqualTo(home(page));
		assertThat(given.form("form:has(button[name=resume])").press("resume").text()).contains("took it up again");
		assertThat(find(page).typed().claims()).hasSize(1);
	}

	@Test
	void isMeasuredWhenItIsFinishedAndNeverShownToReaders() {
		String slug = article("2021-01-08");
		Browser.Page page = finished(slug);
		assertThat(page.text()).contains("waits for adjudication", "Agreement with the published claims");
		assertThat(page.html().select(".figures--one tbody td").eachText()).startsWith("3", "3", "2", "0.67", "0.67",
				"0.67", "0.67");
		for (String address : List.of("/articles/" + slug, "/claims/" + slug + "/c01", "/articles/" + slug + ".json",
				"/claims", "/articles/" + slug + ".claims.yaml", "/about/agreement")) {
			assertThat(this.coder.get(address).html().html()).as(address)
				.doesNotContain("Second paraphrase of " + slug);
		}
		Element figures = this.coder.get("/about/agreement").html().selectFirst("#editors");
		assertThat(figures.text()).contains("by second-coder, blind, not adjudicated yet");
		assertThat(figures.select("a[href=/articles/" + slug + "]")).isNotEmpty();
		assertThat(this.coder.get("/claims/" + slug + "/c01").text()).doesNotContain("two coders");
		assertThat(this.coder.get("/about/agreement/" + slug + "/v1/second-coder").status()).isEqualTo(404);
	}

	@Test
	void isNotChangedAfterItIsFinished() {
		String slug = article("2021-01-09");
		Browser.Page page = desk(slug).press(null, "");
		save(page, claim(SECOND, "It is demanded.", "neutral"));
		Browser.Form late = fill(this.coder.get(marking(page)).form("form.marking__form").set("claim-exact", ALIKE));
		assertThat(finish(page).status()).isEqualTo(200);
		Browser.Page refused = late.press("stay");
		assertThat(refused.status()).isEqualTo(409);
		assertThat(refused.form("form.marking__form").value("claim-exact")).isEqualTo(ALIKE);
		assertThat(find(page).typed().claims()).hasSize(1);
	}

	@Test
	void goesOnWithACorrectedText() {
		String slug = article("2021-01-10");
		Browser.Page page = desk(slug).press(null, "");
		save(page, claim(BOTH, "It refuses.", "opposes"), claim(SECOND, "It is demanded.", "neutral"));
		correct(slug, TEXT.replace("valley", "country"));
		Browser.Page home = this.coder.get(home(page));
		assertThat(home.text()).contains("it has version 2 now");
		assertThat(finish(page).text()).contains("The article was corrected since");
		assertThat(home.form("form:has(button[name=carry])").press("carry").text()).contains("version 2",
				"went on with the corrected text");
		assertThat(this.coder.get(marking(page)).text()).contains("no place in the text");
		assertThat(finish(page).text()).contains("Claim 2: The quote is not in the text");
	}

	@Test
	void isAdjudicatedRowByRow() {
		String slug = article("2021-02-01");
		Browser.Page page = finished(slug);
		String address = home(page) + "/adjudication";
		Browser.Page list = this.reviewer.get(address);
		assertThat(list.html().select(".adjudication__row h2").eachText()).hasSize(3)
			.satisfiesExactly(
					(row) -> assertThat(row).startsWith("Row 1: c01 and s01").endsWith("differ in Points, Stance"),
					(row) -> assertThat(row).contains("Row 2: c02", "only the published coding has it"),
					(row) -> assertThat(row).contains("Row 3: s02", "only the second coding has it"));
		assertThat(list.text()).contains("0 of 3 rows decided", "1 coded alike");
		assertThat(list.html().select(".adjudication__alike").text()).contains("c03 and s03", ALIKE);
		assertThat(list.html().select("#row-1 [name=use-stance]").eachAttr("value")).containsExactly("first", "second");

		// A reason is asked for, and what was chosen stays.
		Browser.Page refused = row(list, 1).forge("use-stance", "second").press("mix");
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.errors()).containsExactly("Say why in a few words.");
		assertThat(refused.html().select("#row-1 [name=use-stance][checked]").val()).isEqualTo("second");
		Browser.Page next = row(list, 1).forge("use-stance", "second").forge("reason", "A word <b>judges").press("mix");
		assertThat(next.path()).endsWith("#row-2");
		assertThat(next.text()).contains("1 of 3 rows decided", "values of both are taken", "by second-reviewer");
		assertThat(stance(slug + "/c01")).as("nothing is applied yet").isEqualTo("opposes");
		assertThat(next.form("form:has(button[name=finish])").press("finish").text())
			.contains("Nothing was applied yet", "Row 2: This is not decided yet.");

		row(next, 2).forge("reason", "It is no claim").press("take-second");
		row(next, 3).forge("reason", "It was passed over").press("take-second");
		Browser.Page all = this.reviewer.get(address + "?rows=open");
		assertThat(all.text()).contains("3 of 3 rows decided", "Nothing is open.");
		String before = this.jdbc
			.sql("select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')")
			.query(String.class)
			.single();
		Browser.Page done = all.form("form:has(button[name=finish])").press("finish");
		assertThat(done.text()).contains("3 published claims were changed, added or withdrawn");
		assertThat(find(page).state()).isEqualTo(State.ADJUDICATED);

		// The first's id and points with the second's stance; a new id; a reason at the
		// old.
		assertThat(stance(slug + "/c01")).isEqualTo("supports");
		assertThat(this.jdbc.sql(
				"select p.number from claim_point join point p on p.id = point_id join claim c on c.id = claim_id where c.key = :key")
			.param("key", slug + "/c01")
			.query(Integer.class)
			.list()).containsExactly(6);
		Browser.Page changed = this.reviewer.get("/claims/" + slug + "/c01");
		assertThat(changed.html().select(".changes__item").first().text()).contains("second-reviewer",
				"Adjudication with the second coding by second-coder: A word <b>judges", "Stance opposes → supports");
		assertThat(this.reviewer.get("/claims/" + slug + "/c02").text()).contains("It is no claim");
		assertThat(this.reviewer.get("/claims/" + slug + "/c02").status()).isEqualTo(410);
		assertThat(this.jdbc.sql("select coding || ' ' || exact || ' ' || origin from claim where key = :key")
			.param("key", slug + "/c04")
			.query(String.class)
			.single()).isEqualTo("second-coder " + SECOND + " editor");
		Browser.Page added = this.reviewer.get("/claims/" + slug + "/c04");
		assertThat(added.html().select(".changes__item").first().text()).contains("second-reviewer",
				"It was passed over");

		// Readers are told where the two disagreed, and what stands.
		assertThat(changed.html().select("#coders").text()).contains("Where two coders disagree", "second-coder",
				"blind", "The first said opposes, the second said supports. The archive keeps the second");
		assertThat(added.html().select("#coders").text()).contains("Only the second coder has it");
		Browser.Page earlier = this.reviewer.get("/claims/" + slug + "/c01?asOf=" + before);
		assertThat(earlier.status()).isEqualTo(200);
		assertThat(earlier.html().select("#coders")).as("nothing was adjudicated then").isEmpty();
		Browser.Page differences = this.reviewer.get("/about/agreement/" + slug + "/v1/second-coder");
		assertThat(differences.status()).isEqualTo(200);
		assertThat(differences.text()).contains("1 claims are coded alike; 1 differ", "claim", "second-coder");
		// The figure is that of the codings as they were.
		assertThat(this.coder.get("/about/agreement").html().select("#editors").text())
			.contains("by second-coder, blind, adjudicated");
		assertThat(this.coder.get(home(page)).html().select(".figures--one tbody td").eachText()).startsWith("3", "3",
				"2");
		assertThat(this.reviewer.get(address).html().select("form.adjudication__form, button[name=finish]")).isEmpty();
	}

	@Test
	void takesValuesThatNeitherHas() {
		String slug = article("2021-02-02");
		String address = home(finished(slug)) + "/adjudication";
		Browser.Page row = this.reviewer.get(address + "/rows/1");
		Browser.Page refused = row.form("#by-hand")
			.set("claim-stance", "mixed")
			.set("claim-about", "77")
			.set("reason-by-hand", "Both")
			.press("save");
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.errors()).containsExactly("The plan has no point 77. Correct the number.");
		assertThat(refused.form("#by-hand").value("claim-stance")).isEqualTo("mixed");
		refused.form("#by-hand").set("claim-about", "7").press("save");
		// It is there again, and can be changed.
		assertThat(this.reviewer.get(address + "/rows/1").form("#by-hand").value("claim-stance")).isEqualTo("mixed");
		Browser.Page list = this.reviewer.get(address);
		row(list, 2).forge("reason", "It stays").press("keep-first");
		row(list, 3).forge("reason", "Not about the plan").press("keep-first");
		this.reviewer.get(address).form("form:has(button[name=finish])").press("finish");
		assertThat(stance(slug + "/c01")).isEqualTo("mixed");
		assertThat(stance(slug + "/c02")).isEqualTo("opposes");
		assertThat(this.jdbc.sql("select count(*) from claim join article a on a.id = article_id where slug = :slug")
			.param("slug", slug)
			.query(Integer.class)
			.single()).isEqualTo(3);
	}

	@Test
	void showsTheSecondAdjudicatorWhatTheFirstDecided() {
		String slug = article("2021-02-03");
		String address = home(finished(slug)) + "/adjudication";
		Browser.Form mine = row(this.administrator.get(address), 1).forge("use-stance", "second")
			.forge("reason", "Mine");
		row(this.reviewer.get(address), 1).forge("reason", "Theirs").press("keep-first");
		Browser.Page clash = mine.press("mix");
		assertThat(clash.status()).isEqualTo(409);
		assertThat(clash.text()).contains("somebody else decided this row", "the first is kept, by second-reviewer");
		assertThat(clash.html().select("#row-1 [name=use-stance][checked]").val()).isEqualTo("second");
		assertThat(clash.html().select("#row-1 [name=reason]").val()).isEqualTo("Mine");
		clash.form("#row-1 form").press("mix");
		assertThat(this.jdbc.sql("""
				select choice from second_coding_decision d join second_coding sc on sc.id = second_coding_id
				join article a on a.id = article_id where slug = :slug order by d.id""")
			.param("slug", slug)
			.query(String.class)
			.list()).containsExactly("first", "mixed");
		Browser.Form finish = this.administrator.get(address).form("form:has(button[name=finish])");
		Browser.Page list = this.reviewer.get(address);
		row(list, 2).forge("reason", "It stays").press("keep-first");
		row(list, 3).forge("reason", "Not about the plan").press("keep-first");
		list.form("form:has(button[name=finish])").press("finish");
		assertThat(finish.press("finish").text()).contains("decided").doesNotContain("Nothing was applied yet");
		assertThat(this.jdbc.sql("select count(*) from change where reason like 'Adjudication%Mine' and part = 'claim'")
			.query(Integer.class)
			.single()).isOne();
	}

	@Test
	void doesNotOverwriteWhatWasChangedMeanwhile() {
		String slug = article("2021-02-04");
		String address = home(finished(slug)) + "/adjudication";
		Browser.Page before = this.reviewer.get(address);
		edit(slug + "/c01", "neutral", "Seen later");
		Browser.Page clash = row(before, 1).forge("reason", "Supports").press("take-second");
		assertThat(clash.status()).isEqualTo(409);
		assertThat(clash.html().select(".meanwhile").text()).contains("Seen later", "Stance opposes → neutral");
		clash.form("#row-1 form").press("take-second");
		Browser.Page list = this.reviewer.get(address);
		row(list, 2).forge("reason", "No claim").press("take-second");
		row(list, 3).forge("reason", "Passed over").press("take-second");
		edit(slug + "/c01", "mixed", "Once more");
		assertThat(this.reviewer.get(address).html().select("#row-1").text()).contains("Changed since it was decided");
		Browser.Page refused = this.reviewer.get(address).form("form:has(button[name=finish])").press("finish");
		assertThat(refused.status()).isEqualTo(409);
		assertThat(refused.text()).contains("Row 1: The published claim was changed after this was decided");
		assertThat(stance(slug + "/c01")).isEqualTo("mixed");
		assertThat(stance(slug + "/c02")).as("nothing else is applied either").isEqualTo("opposes");
		row(refused, 1).press("take-second");
		this.reviewer.get(address).form("form:has(button[name=finish])").press("finish");
		assertThat(stance(slug + "/c01")).isEqualTo("supports");
	}

	@Test
	void takesPeopleWhomTheArchiveDoesNotKnow() {
		String slug = article("2021-02-05");
		Browser.Page page = desk(slug).press(null, "");
		ClaimForm of = new ClaimForm(SECOND, "", "", "The ferryman wants it.", "", "", "unspecified",
				"The ferryman of " + slug, "author", "reports", "asserted", "normative", "plan", "", "content",
				"neutral", "0.8", "");
		SecondCoding coding = find(page);
		this.codings.save(coding.id(), List.of(of),
				List.of(new AgentForm("The ferryman of " + slug, "person", ""), new AgentForm("Unused", "person", "")),
				coding.revision());
		assertThat(finish(page).status()).isEqualTo(200);
		Browser.Page list = this.reviewer.get(home(page) + "/adjudication");
		for (int row = 1; row <= 4; row++) {
			row(list, row).forge("reason", "So").press((row == 3) ? "take-second" : "keep-first");
		}
		Browser.Page done = this.reviewer.get(home(page) + "/adjudication")
			.form("form:has(button[name=finish])")
			.press("finish");
		assertThat(done.text()).contains("One published claim was");
		assertThat(this.jdbc.sql("select g.name from claim c join agent g on g.id = claimant_id where key = :key")
			.param("key", slug + "/c04")
			.query(String.class)
			.single()).isEqualTo("The ferryman of " + slug);
		assertThat(this.jdbc.sql("select count(*) from agent where name = 'Unused'").query(Integer.class).single())
			.isZero();
	}

	@Test
	void leavesTheRestAsItIsPublishedForOneReason() {
		String slug = article("2021-02-07");
		String address = home(finished(slug)) + "/adjudication";
		Browser.Form rest = this.reviewer.get(address).form("form:has(button[name=keep-rest])");
		assertThat(rest.press("keep-rest").errors()).containsExactly("Say why in a few words.");
		row(this.reviewer.get(address), 2).forge("reason", "No claim").press("take-second");
		assertThat(rest.set("reason-rest", "As it was").press("keep-rest").errors())
			.containsExactly("Other rows are open now than when you opened the page. Look at them first.");
		Browser.Page page = this.reviewer.get(address)
			.form("form:has(button[name=keep-rest])")
			.set("reason-rest", "As it was")
			.press("keep-rest");
		assertThat(page.text()).contains("3 of 3 rows decided");
		assertThat(page.html().select("#row-1, #row-3").text()).contains("the first is kept", "left out", "As it was");
		assertThat(page.html().select("#row-2").text()).contains("No claim");
	}

	@Test
	void isSetAsideWithAReason() {
		String slug = article("2021-02-06");
		Browser.Page page = finished(slug);
		Browser.Form aside = this.reviewer.get(home(page) + "/adjudication").form("form:has(button[name=set-aside])");
		assertThat(aside.press("set-aside").errors()).containsExactly("Say why in a few words.");
		aside.set("reason", "The wrong text").press("set-aside");
		assertThat(find(page).state()).isEqualTo(State.GIVEN_UP);
		assertThat(this.coder.get(home(page)).text()).contains("set it aside", "The wrong text");
		assertThat(this.coder.get(home(page)).html().select("button[name=resume]")).isEmpty();
		assertThat(this.coder.get("/about/agreement").html().select("a[href=/articles/" + slug + "]")).isEmpty();
	}

	@Test
	void isItsCodersAloneUntilItIsFinished() {
		Browser.Page page = desk(article("2021-03-01")).press(null, "");
		for (Browser other : List.of(this.reviewer, this.administrator)) {
			assertThat(other.get(home(page)).status()).isEqualTo(403);
			assertThat(other.get(marking(page)).status()).isEqualTo(403);
			assertThat(other.get(marking(page) + "/likely").status()).isEqualTo(403);
			assertThat(other.get(home(page) + "/adjudication").status()).isEqualTo(403);
			assertThat(send(other, home(page))).isEqualTo(403);
			assertThat(send(other, marking(page))).isEqualTo(403);
		}
		save(page, claim(SECOND, "It is demanded.", "neutral"));
		finish(page);
		assertThat(this.reviewer.get(home(page)).status()).isEqualTo(200);
		assertThat(this.reviewer.get(marking(page)).status()).isEqualTo(403);
		assertThat(send(this.reviewer, home(page))).isEqualTo(403);
	}

	@Test
	void isAdjudicatedByReviewersButNotByItsCoder() {
		Browser.Page page = finished(article("2021-03-02"));
		for (String address : List.of("/adjudication", "/adjudication/rows/1")) {
			assertThat(this.coder.get(home(page) + address).status()).isEqualTo(403);
			assertThat(send(this.coder, home(page) + address)).isEqualTo(403);
		}
		this.editors.change("second-coder", Role.REVIEWER);
		Browser.Page own = this.coder.get(home(page) + "/adjudication");
		assertThat(own.status()).isEqualTo(403);
		assertThat(own.text()).contains("Nobody adjudicates a coding of one’s own");
		assertThat(send(this.coder, home(page) + "/adjudication/rows/1")).isEqualTo(403);
		assertThat(
				this.coder.get("/admin/second-codings").html().select("#waiting + ul a[href*='" + home(page) + "/']"))
			.isEmpty();
		this.editors.change("second-coder", Role.EDITOR);
		assertThat(
				this.reviewer.get("/admin/second-codings").html().select("a[href='" + home(page) + "/adjudication']"))
			.hasSize(1);
		assertThat(this.reviewer.get("/admin").html().select("a[href='" + home(page) + "/adjudication']")).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/admin/second-codings/99999999", "/admin/second-codings/x",
			"/admin/second-codings/99999999999999999999", "/admin/second-codings/99999999/marking",
			"/admin/second-codings/99999999/adjudication", "/admin/second-codings/x/adjudication/rows/1" })
	void saysThatThereIsNone(String address) {
		assertThat(this.reviewer.get(address).status()).isEqualTo(404);
		assertThat(send(this.reviewer, address)).isEqualTo(404);
	}

	@Test
	void bearsNonsense() {
		Browser.Page page = finished(article("2021-03-03"));
		String address = home(page) + "/adjudication";
		assertThat(this.reviewer.get(address + "/rows/0").status()).isEqualTo(404);
		assertThat(this.reviewer.get(address + "/rows/x").status()).isEqualTo(404);
		assertThat(this.reviewer.get(address + "/rows/99999999999").status()).isEqualTo(404);
		assertThat(this.reviewer.get(address + "?rows=%00<script>").status()).isEqualTo(200);
		Browser.Page list = this.reviewer.get(address);
		assertThat(row(list, 1).forge("seen", "x")
			.forge("last-change", "99999999999999999999")
			.press("keep-first")
			.status()).isEqualTo(409);
		assertThat(row(list, 1).forge("reason", "x".repeat(301)).press("keep-first").errors())
			.containsExactly("Give a reason of at most 300 characters.");
		assertThat(row(list, 1).forge("reason", "\u0000 \uD83D <script>")
			.forge("use-stance", "\u0000")
			.press("keep-first")
			.status()).isEqualTo(200);
		assertThat(this.reviewer.get(address).html().select("#row-1 script")).isEmpty();
		assertThat(send(this.coder, "/admin/articles/nothing-of-the-kind/second-codings")).isEqualTo(404);
	}

	/** Publishes an article with three claims. */
	private String article(String date) {
		Browser.Form form = this.administrator.get("/admin/articles/new")
			.article()
			.set("title", "Coded twice " + date)
			.set("title-basis", "printed")
			.set("text", TEXT)
			.set("source", "prio")
			.set("source-basis", "printed")
			.set("authors-0-name", "Baev")
			.set("authors-basis", "printed")
			.set("date", date)
			.set("date-basis", "printed")
			.set("language-basis", "printed");
		List<String> quotes = List.of(BOTH, FIRST, ALIKE);
		for (int i = 0; i < quotes.size(); i++) {
			form = form.press("add-claim").article();
			Map<String, String> values = Map.of("exact", quotes.get(i), "paraphrase",
					"Published paraphrase of " + date + ", " + i + ".", "kind", "evaluative", "stance", "opposes",
					"target", "plan", "aspect", "acceptability", "confidence", "0.8", "about", (i == 0) ? "6" : "");
			for (Map.Entry<String, String> value : values.entrySet()) {
				form.set("claims-" + i + "-" + value.getKey(), value.getValue());
			}
		}
		Browser.Page page = form.press("publish");
		assertThat(page.errors()).isEmpty();
		return page.path().substring("/articles/".length());
	}

	/** A second coding that has one claim alike, one otherwise, and one alone. */
	private Browser.Page finished(String slug) {
		Browser.Page page = desk(slug).press(null, "");
		save(page, claim(BOTH, "Second paraphrase of " + slug + ".", "supports"),
				claim(SECOND, "Second paraphrase of " + slug + ", alone.", "opposes"),
				claim(ALIKE, "Second paraphrase of " + slug + ", alike.", "opposes"));
		Browser.Page home = finish(page);
		assertThat(home.status()).as(home.text()).isEqualTo(200);
		return home;
	}

	private static ClaimForm claim(String exact, String paraphrase, String stance) {
		return new ClaimForm(exact, "", "", paraphrase, "", "", "unspecified", "author", "", "", "asserted",
				"evaluative", "plan", "", "acceptability", stance, "0.8", "");
	}

	private void correct(String slug, String text) {
		Browser.Page page = this.administrator.get("/admin/articles/" + slug + "/edit")
			.article()
			.set("text", text)
			.press("publish");
		page.form("form.correction").set("reason", "A misprint").press("publish");
	}

	private void edit(String key, String stance, String reason) {
		this.administrator.get("/admin/claims/" + key)
			.form("form.editing")
			.set("claim-stance", stance)
			.set("reason", reason)
			.press("save");
	}

	private static Browser.Form fill(Browser.Form form) {
		return form.set("claim-prefix", "")
			.set("claim-suffix", "")
			.set("claim-paraphrase", "Something is claimed.")
			.set("claim-about", "6")
			.set("claim-confidence", "0.8")
			.forge("claim-kind", "evaluative")
			.forge("claim-stance", "opposes")
			.forge("claim-target", "point")
			.forge("claim-aspect", "acceptability");
	}

	private Browser.Form desk(String slug) {
		return this.coder.get("/admin/articles/" + slug).form("form[action$=/second-codings]");
	}

	private Browser.Page finish(Browser.Page page) {
		return this.coder.get(home(page)).form("form:has(button[name=finish])").press("finish");
	}

	private void save(Browser.Page page, ClaimForm... claims) {
		SecondCoding coding = find(page);
		assertThat(this.codings.save(coding.id(), List.of(claims), List.of(), coding.revision())).isTrue();
	}

	private SecondCoding find(Browser.Page page) {
		return this.codings.find(Long.parseLong(home(page).replaceAll("\\D", ""))).orElseThrow();
	}

	private static String home(Browser.Page page) {
		return page.path().replaceFirst("(/admin/second-codings/\\d+).*", "$1");
	}

	private static String marking(Browser.Page page) {
		return home(page) + "/marking";
	}

	private static Browser.Form row(Browser.Page page, int number) {
		return page.form("#row-" + number + " form");
	}

	private int send(Browser browser, String path) {
		return browser.get("/admin/account")
			.form("form[action=/admin/account/password]")
			.sendTo(path)
			.press(null, "")
			.status();
	}

	private String stance(String key) {
		return this.jdbc.sql("select stance from claim where key = :key")
			.param("key", key)
			.query(String.class)
			.single();
	}

}
