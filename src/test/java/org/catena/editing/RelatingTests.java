package org.catena.editing;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/** Claims of the corpus are related by an editor. */
@EditingTest
class RelatingTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JdbcClient jdbc;

	private Browser browser;

	/** Two claims of different articles and claimants without a relation, in order. */
	private List<String> pair;

	@BeforeEach
	void choosesAPair() {
		this.browser = Browser.loggedIn(this.mvc);
		this.pair = this.jdbc.sql("""
				select c.key from shown_claim c join article a on a.id = c.article_id
				where a.slug in ('ash-2025-11-24', 'baev-2025-12-09') and c.claimant_is_author
				  and not exists (select from relation r where r.from_id = c.id or r.to_id = c.id)
				  and c.key = (select min(d.key) from shown_claim d where d.article_id = c.article_id
				    and d.claimant_is_author
				    and not exists (select from relation r where r.from_id = d.id or r.to_id = d.id))
				order by c.key""").query(String.class).list();
		assertThat(this.pair).hasSize(2);
	}

	@Test
	void showsBothSidesAndKeepsARelationFromTheEarlierToTheLater() {
		String later = this.pair.get(1);
		String earlier = this.pair.get(0);
		Browser.Page beside = this.browser.get(address(later) + "?with=" + earlier);
		assertThat(beside.html().select(".side")).hasSize(2);
		Browser.Page kept = beside.form("form.relate")
			.forge("relation-type", "contradicts")
			.set("relation-matter", "<b>chances</b>")
			.set("relation-reason", "One hopes, the other does not.")
			.press("relate");
		assertThat(kept.text()).contains("Readers see it now", "contradicts, <b>chances</b>",
				"One hopes, the other does not. (editor)");
		assertThat(publicPage(earlier)).contains("One hopes, the other does not.");
		assertThat(publicPage(later)).contains("One hopes, the other does not.");
		assertThat(this.jdbc.sql("""
				select a.key from relation r join claim a on a.id = r.from_id
				where r.reason = 'One hopes, the other does not.'""").query(String.class).single()).isEqualTo(earlier);
		Browser.Page contrary = this.browser.get(address(earlier) + "?with=" + later)
			.form("form.relate")
			.forge("relation-type", "agrees")
			.set("relation-reason", "They are the same.")
			.press("relate");
		assertThat(contrary.status()).isEqualTo(422);
		assertThat(contrary.errors()).singleElement()
			.satisfies((error) -> assertThat(error).contains("Withdraw that relation first"));

		Browser.Form withdraw = kept.form("form[action$=withdrawn]");
		assertThat(withdraw.press("withdraw").errors())
			.containsExactly("Say in a few words why the relation does not hold.");
		Browser.Page tooLong = kept.form("form[action$=withdrawn]")
			.forge("withdraw-reason", "x".repeat(301))
			.press("withdraw");
		assertThat(tooLong.html().select("details[open] #withdraw-reason").val()).hasSize(301);
		Browser.Page gone = withdraw.forge("withdraw-reason", "Read too fast.").press("withdraw");
		assertThat(gone.text()).contains("The relation is withdrawn");
		assertThat(this.browser.get("/claims/" + later).html().select(".facing__reason").text())
			.doesNotContain("One hopes, the other does not.");
		assertThat(publicPage(later)).contains("Read too fast.");
		assertThat(withdraw.press("withdraw").text()).contains("There was no such relation any more");
	}

	@Test
	void saysWhatIsMissingAndLosesNothing() {
		Browser.Page refused = this.browser.get(address(this.pair.get(0)) + "?with=" + this.pair.get(1))
			.form("form.relate")
			.set("relation-matter", "typed")
			.press("relate");
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.errors()).containsExactlyInAnyOrder("Choose how the two claims stand to each other.",
				"Say in one line why the relation holds.");
		assertThat(refused.form("form.relate").value("relation-matter")).isEqualTo("typed");
	}

	@Test
	void bearsControlsWhereIdsAreExpected() {
		Browser.Page page = this.browser.get(address(this.pair.get(0)) + "?with=" + this.pair.get(1));
		Browser.Page refused = page.form("form.relate")
			.forge("with", "a\u0000/c01")
			.forge("relation-type", "agrees")
			.set("relation-reason", "They are the same.")
			.press("relate");
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.text()).contains("Readers see no claim with the id");
		Browser.Page gone = page.form("form.relate")
			.sendTo(address(this.pair.get(0)) + "/withdrawn")
			.forge("type", "agrees")
			.forge("from", "\u0000")
			.forge("to", "a\u0000")
			.forge("withdraw-reason", "Read too fast.")
			.press("relate");
		assertThat(gone.text()).contains("There was no such relation any more");
	}

	@Test
	void letsNobodyDisputeWithHimself() {
		List<String> own = this.jdbc.sql("""
				select key from shown_claim where claimant_is_author and key like 'baev-2025-12-09/%'
				order by key limit 2""").query(String.class).list();
		assertThat(relate(own.get(0), own.get(1), "disputes").errors()).singleElement()
			.satisfies((error) -> assertThat(error).contains("does not dispute with himself"));
		assertThat(relate(own.get(0), own.get(0), "agrees").errors()).singleElement()
			.satisfies((error) -> assertThat(error).contains("no relation to itself"));
	}

	@Test
	void proposesClaimsOnTheSamePointWithTheOppositeStanceAndSimilarOnes() {
		Browser.Page page = this.browser.get(address("baev-2025-12-09/c95"));
		assertThat(page.html().select("#candidates ~ ul li").eachText())
			.anySatisfy((text) -> assertThat(text).contains("same point, 21", "opposite stance (supports)"))
			.anySatisfy((text) -> assertThat(text).contains("similar words:"));
	}

	@Test
	void findsAClaimByItsId() {
		Browser.Page page = this.browser.get(address(this.pair.get(0)) + "?q=" + this.pair.get(1));
		assertThat(page.html().select("a[href$=with=" + this.pair.get(1) + "]")).isNotEmpty();
		assertThat(this.browser.get("/admin/relations?q=" + this.pair.get(1)).html().select("#found ~ ul a").eachText())
			.containsExactly(this.pair.get(1));
		assertThat(this.browser.get("/admin/relations").html().select("#unrelated ~ ul li")).isNotEmpty();
		assertThat(this.browser.get("/admin/claims/no/c01/relations").status()).isEqualTo(404);
	}

	private Browser.Page relate(String one, String other, String type) {
		return this.browser.get(address(one) + "?with=" + other)
			.form("form.relate")
			.forge("relation-type", type)
			.set("relation-reason", "Because.")
			.press("relate");
	}

	private String publicPage(String key) {
		return this.browser.get("/claims/" + key).text();
	}

	private static String address(String key) {
		return "/admin/claims/" + key + "/relations";
	}

}
