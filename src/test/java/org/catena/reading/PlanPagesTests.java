package org.catena.reading;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.catena.WholeApplicationTest;
import org.catena.ingest.TestArchive;
import org.catena.ingest.TestCorpus;
import org.catena.ingest.TestCorpus.TestArticle;
import org.catena.ingest.TestCorpus.TestClaim;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Plans, dossiers of points, and crosswalks, on a plan of two points and a later one of
 * which reports tell two of nine.
 */
@WholeApplicationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlanPagesTests {

	private static final String PLAN = "/plans/two-point-plan";

	private static final String CROSSWALK = PLAN + "/crosswalk/later-plan";

	private final TestArchive archive;

	private final MockMvcTester site;

	PlanPagesTests(@Autowired TestArchive archive, @Autowired MockMvcTester site) {
		this.archive = archive;
		this.site = site;
	}

	@BeforeAll
	void holdTwoPlansAndTwoSpeeches(@TempDir Path folder) {
		this.archive.hold(
				TestCorpus.in(folder)
					.file("plans/later-plan.yaml",
							"""
									slug: later-plan
									title: The later plan
									about: Known from reports.
									known: in_part
									count: {value: 9, basis: public_page, evidence: a report}
									published: "2025-12-01~"
									published_basis: inferred
									published_evidence: the talks of that day
									themes: {army: armed forces}
									points:
									- {number: 4, title: "The army, again", theme: army, summary: A higher cap., verification: a report}
									- {number: 7, title: A council, theme: army, summary: A council is set up., verification: a report}
									""")
					.article(TestArticle.of("bare", "Nothing is said of it here."))
					.article(TestArticle.of("speech", """
							The army may have a third fewer men.

							The army may have a number of men.

							The cap is an outrage to the nation.

							The cap is what the nation needs.

							The whole plan is an outrage to us.

							The money is a matter for the courts.""")
						.claims(about("c1", "The army may have a third fewer men").with("kind", "descriptive"),
								about("c2", "The army may have a number of men").with("kind", "descriptive"),
								about("c3", "The cap is an outrage to the nation").with("stance", "opposes"),
								about("c4", "The cap is what the nation needs").with("stance", "supports")
									.with("claimant", "bob-speaker")
									.with("via", "[author]")
									.with("uptake", "reports"),
								TestClaim.of("c5", "The whole plan is an outrage to us"),
								TestClaim.of("c6", "The money is a matter for the courts")
									.with("stance", "neutral")
									.with("points", "[{number: 2, sub: a, bearing: touches}]")))
					.file("relations.yaml",
							"""
									- {type: contradicts, from: speech/c3, to: speech/c4, matter: army, reason: Outrage or need.}
									- {type: disputes, from: speech/c4, to: speech/c5, matter: army, reason: The cap or all of it.}
									""")
					.file("discrepancies.yaml",
							"""
									- {claim: speech/c1, point: {number: 1}, claim_says: A third., plan_says: A cap., gravity: degree}
									""")
					.file("correspondences.yaml", """
							- earlier: two-point-plan
							  later: later-plan
							  about: Made for a test.
							  remarks: [{says: It changed., basis: printed, claims: [speech/c5]}]
							  points:
							  - kind: narrower
							    earlier: {number: 1}
							    later: {number: 4}
							    note: The cap is "higher", by a report.
							    basis: public_page
							    page: https://example.org/report
							    claims: [speech/c3, speech/c4]
							  - {kind: dropped, earlier: {number: 2, sub: a}, note: Gone., basis: general_knowledge}
							"""));
	}

	@Test
	void listsThePlansAndTheCrosswalksBetweenThem() {
		Document page = page("/plans");
		assertThat(page.select(".article-card__title a").eachAttr("href")).containsExactly(PLAN, "/plans/later-plan");
		assertThat(page.select(".article-card .meta").eachText()).containsExactly(
				"published, 20 November 2025 2 points 5 claims on its points 2 articles comment on it",
				"known from reports only, about 1 December 2025 9 points 2 points known 0 claims on its points 0 articles comment on it");
		assertThat(page.select(".rows__row a").eachAttr("href")).containsExactly(CROSSWALK);
		assertThat(page.select(".rows__row .kicker").text()).isEqualTo("2 rows");
	}

	@Test
	void takesThePlanOnWhichMostArticlesCommentWhereNoneIsNamed() {
		assertThat(page("/plans").select(".site-header__nav a").first().attr("href")).isEqualTo("/plan");
		isFirst("two-point-plan", 1);
		this.archive.change("update article set plan_id = (select id from plan where slug = 'later-plan')");
		try {
			isFirst("later-plan", 4);
		}
		finally {
			this.archive.change("update article set plan_id = (select id from plan where slug = 'two-point-plan')");
		}
	}

	private void isFirst(String plan, int point) {
		MockHttpServletResponse response = get("/plan");
		assertThat(response.getStatus()).isEqualTo(302);
		assertThat(response.getHeader("Location")).isEqualTo("/plans/" + plan);
		assertThat(page("/search?in=claims&point=" + point).select(".choices a, .search-tabs a").eachAttr("href"))
			.contains("/search?point=" + plan + "%2F" + point);
		assertThat(page("/matrix").select(".matrix a[href*=point=], tbody a[href]").eachAttr("href"))
			.anyMatch((address) -> address.startsWith("/search?in=claims&point="));
		assertThat(page("/").select("main a[href^=/plans/" + plan + "]")).isNotEmpty();
		assertThat(page("/pictures").select("table[data-by=points] th a[href^=/plans/]").eachAttr("href")).isNotEmpty()
			.allMatch((address) -> address.startsWith("/plans/" + plan + "/"));
	}

	@Test
	void countsInNoMonthWhatMayBeOfAnother() {
		this.archive.change("create table dates as select id, date, date_earliest, date_latest from article");
		try {
			assertThat(month("'2025-11-26'", "'2025-12-02'")).isEqualTo("2025, month not certain month=2025");
			assertThat(month("'2025-11-26'", "'2026-11-26'")).isEqualTo("year not certain month=not_certain");
			assertThat(month("'2026-12-01'", "'2026-12-31'")).isEqualTo("December 2026 month=2026-12");
			assertThat(month("null", "null")).isEqualTo("no date month=not_dated");
		}
		finally {
			this.archive.change("update article a set date = d.date, date_earliest = d.date_earliest,"
					+ " date_latest = d.date_latest from dates d where d.id = a.id");
			this.archive.change("drop table dates");
		}
	}

	/** The only column of months, and what its total leads to. */
	private String month(String earliest, String latest) {
		this.archive.change("update article set date = %s, date_earliest = %s, date_latest = %s"
			.formatted(earliest.equals("null") ? "null" : "'2025~'", earliest, latest));
		Document page = page("/matrix?columns=months");
		assertThat(page.select("thead th")).hasSize(3);
		return page.select("thead th").get(1).text() + " "
				+ page.select("tfoot a").first().attr("href").replace("/search?in=claims&", "");
	}

	@Test
	void leadsFromTotalsOfTheMatrixToTheClaimsThatTheyCount() {
		assertThat(page("/matrix?plan=two-point-plan").select("tfoot a").eachAttr("href")).contains("/search?in=claims")
			.noneMatch((address) -> address.contains("point="));
		this.archive.change("""
				update claim_point set point_id = (select p.id from point p join plan l on l.id = p.plan_id
				  where l.slug = 'later-plan' and p.number = 4), letter = null
				where claim_id = (select id from claim where key = 'speech/c1')""");
		try {
			assertThat(page("/matrix?plan=two-point-plan").select("tfoot td").last().text()).startsWith("5");
			assertThat(page("/matrix?plan=two-point-plan").select("tfoot a").eachAttr("href")).contains(
					"/search?in=claims&point=two-point-plan/1&point=two-point-plan/2&point=no_point",
					"/search?in=claims&point=two-point-plan/1&point=two-point-plan/2&point=no_point&source=the-daily");
		}
		finally {
			this.archive.change("""
					update claim_point set point_id = (select p.id from point p join plan l on l.id = p.plan_id
					  where l.slug = 'two-point-plan' and p.number = 1)
					where claim_id = (select id from claim where key = 'speech/c1')""");
		}
	}

	@Test
	void saysOfAPlanWhatIsContestedToldOtherwiseAndSilent() {
		Document page = page(PLAN);
		assertThat(page.select(".plan-brief dd").eachText()).containsExactly("1 The army (1 pair)", "1 The army (once)",
				"none: every point is spoken of");
		assertThat(page.select(".point-table tbody tr").get(0).select("td").eachText()).containsExactly(
				"The army armed forces", "1 supports on point 1 1 opposes on point 1 2 neutral on point 1", "1",
				"1 opposed pair on point 1", "1 time told otherwise, point 1");
		assertThat(page.select("#matters-heading ~ ul a").eachAttr("href"))
			.containsExactly("/contradictions?matter=army");
		assertThat(page.select("#crosswalks-heading ~ ul a").eachAttr("href")).containsExactly(CROSSWALK);
	}

	@Test
	void countsByStanceLeadToTheirClaims() {
		for (String href : page(PLAN).select(".stances__counts a").eachAttr("href")) {
			Document dossier = page(href.substring(0, href.indexOf('#')));
			assertThat(dossier.getElementById(href.substring(href.indexOf('#') + 1))).as(href).isNotNull();
		}
	}

	@Test
	void saysHowMuchOfAPlanIsKnown() {
		Document page = page("/plans/later-plan");
		assertThat(page.select(".page-head .kicker").text())
			.isEqualTo("Known from reports only, about 1 December 2025; 9 points, of which 2 are known here");
		assertThat(page.select("section[aria-labelledby=limits-heading] p").eachText())
			.containsExactly("Date. inferred: the talks of that day", "Number of points. from a public page: a report");
		assertThat(page.select(".plan-brief dd").last().text()).isEqualTo("4 The army, again, 7 A council");
	}

	@ParameterizedTest
	@ValueSource(strings = { "attention", "contest" })
	void sortsThePointsOfAPlan(String sort) {
		this.archive.change("update claim_point set point_id = (select id from point where number = 2), letter = null");
		try {
			assertThat(page(PLAN + "?sort=" + sort).select(".point-table__number").eachText()).containsExactly("2",
					"1");
			assertThat(page(PLAN).select(".point-table__number").eachText()).containsExactly("1", "2");
			assertThat(page(PLAN + "?sort=" + sort).select(".choices [aria-current]").text()).isEqualTo("by " + sort);
		}
		finally {
			this.archive.change("""
					update claim_point cp set point_id = p.id, letter = case when c.key = 'speech/c6' then 'a' end
					from claim c, point p join plan on plan.id = p.plan_id
					where c.id = cp.claim_id and plan.slug = 'two-point-plan'
					and p.number = case when c.key = 'speech/c6' then 2 else 1 end""");
		}
	}

	@Test
	void saysWhetherAPointIsStatedAsItIsWrittenAndWhoStandsAgainstWhom() {
		Document page = page(PLAN + "/points/1");
		assertThat(page.select(".brief__answers dd").eachText()).containsExactly(
				"In part. It is told 2 times, 1 of them otherwise than written: The Daily (differs in degree, no difference found). The differences",
				"The Daily contradicts Bob Speaker in The Daily 1 more pair reaches beyond this point");
		assertThat(page.select(".brief__pairs a").attr("href")).isEqualTo("#pair-0");
		assertThat(page.select("#pair-0 .facing__reason").text()).isEqualTo("Outrage or need.");
		assertThat(page.select(".reaching .relation__type").text())
			.isEqualTo("Bob Speaker in The Daily disputes The Daily");
		assertThat(page.select(".who tbody tr").eachText()).hasSize(2)
			.satisfies((rows) -> assertThat(rows.get(0)).endsWith("tells what the point says"))
			.satisfies((rows) -> assertThat(rows.get(1)).endsWith("no claim does not speak of it"));
		assertThat(page(PLAN + "/points/2").select(".brief__answers dd").eachText()).containsExactly(
				"No source tells what the point says; those that speak of it judge it or speak of its matter.",
				"No two claims on this point contradict or dispute each other.");
		assertThat(page(PLAN + "/points/2").select(".who tbody td").get(1).text())
			.isEqualTo("speaks of the matter only, not of the plan’s rule");
	}

	@Test
	void groupsClaimsByStanceOrBySource() {
		Document page = page(PLAN + "/points/1");
		assertThat(page.select(".stance-group h2").eachText()).containsExactly("supports 1 claim", "opposes 1 claim",
				"neutral 2 claims");
		assertThat(page.select(".dossier__grouping [aria-current]").text()).isEqualTo("by stance");
		page = page(PLAN + "/points/1?group=source");
		assertThat(page.select(".stance-group h2").eachText()).containsExactly("The Daily Ann Author, 1 December 2025");
		assertThat(page.select(".stance-group h2").attr("id")).isEqualTo("source-speech");
		assertThat(page.select(".stance-group .claim-card")).hasSize(4);
		assertThat(page.select(".dossier__grouping [aria-current]").text()).isEqualTo("by source");
	}

	@Test
	void namesTheClaimsOnAPartOfAPoint() {
		assertThat(page(PLAN + "/points/2").select("#a .kicker").text()).isEqualTo("1 claim: The Daily c6");
	}

	@Test
	void saysWhatBecameOfAPointAndWhereItComesFrom() {
		Document page = page(PLAN + "/points/1");
		assertThat(page.select("section[aria-labelledby=correspondences-heading] li").text())
			.startsWith("The later plan, point 4: the later is narrower The cap is \"higher\", by a report.");
		page = page("/plans/later-plan/points/4");
		assertThat(page.select("section[aria-labelledby=correspondences-heading] li").text())
			.startsWith("Plan of two points, point 1: this one, the later, is narrower");
		assertThat(page(PLAN + "/points/2").select("section[aria-labelledby=correspondences-heading] li").text())
			.startsWith("The later plan (of 2a): the later is dropped");
	}

	@Test
	void leadsToTheNextPointThatIsKnown() {
		Document page = page("/plans/later-plan/points/4");
		assertThat(page.select(".page-head .kicker").text()).isEqualTo("Point 4 of 9, armed forces");
		assertThat(page.select(".pager a").eachAttr("href")).containsExactly("/plans/later-plan/points/7");
	}

	@Test
	void saysHowToCiteADossier() {
		String citation = page(PLAN + "/points/1?group=source").select(".citation").text();
		assertThat(citation).startsWith("“Point 1: The army”, dossier on Plan of two points. Catena, as of ")
			.endsWith(": 4 claims of 1 article, 1 opposed pair, 1 discrepancy. http://localhost" + PLAN + "/points/1");
	}

	@Test
	void showsACrosswalkWithWhatItRestsOn() {
		Document page = page(CROSSWALK);
		assertThat(page.select(".crosswalk tbody tr")).hasSize(2);
		assertThat(page.select(".crosswalk tbody tr").get(0).select("td").eachText().subList(0, 3))
			.containsExactly("1 The army 4 claims", "narrower", "4 The army, again no claim");
		assertThat(page.select(".crosswalk tbody tr").get(0).select(".support a").eachAttr("href"))
			.containsExactly("https://example.org/report", "/claims/speech/c3", "/claims/speech/c4");
		assertThat(page.select(".crosswalk tbody tr").get(1).select("td").eachText().subList(0, 3))
			.containsExactly("2a The money 1 claim", "dropped", "none: it has no counterpart");
		assertThat(page.select("section[aria-labelledby=without-heading] a").eachText()).containsExactly("7 A council");
		assertThat(page.select(".remarks__sentence").eachText()).containsExactly("It changed.");
	}

	@Test
	void givesACrosswalkAsATable() {
		MockHttpServletResponse response = get(CROSSWALK + ".csv");
		assertThat(response.getContentType()).isEqualTo("text/csv;charset=UTF-8;header=present");
		assertThat(response.getHeader("Content-Disposition"))
			.isEqualTo("attachment; filename=\"crosswalk-two-point-plan-later-plan.csv\"");
		assertThat(text(response)).isEqualTo(
				"""
						earlier_plan,earlier_point,earlier_title,earlier_claims,kind,later_plan,later_point,later_title,\
						later_claims,note,basis,evidence,page,claims
						two-point-plan,1,The army,4,narrower,later-plan,4,"The army, again",0,"The cap is ""higher"", by a report.",\
						public_page,,https://example.org/report,speech/c3 speech/c4
						two-point-plan,2a,The money,1,dropped,later-plan,,,,Gone.,general_knowledge,,,
						"""
					.replace("\n", "\r\n"));
	}

	@Test
	void answersPermanentlyMovedWhereTheLaterPlanComesFirst() {
		assertThat(get("/plans/later-plan/crosswalk/two-point-plan").getStatus()).isEqualTo(301);
		assertThat(get("/plans/later-plan/crosswalk/two-point-plan").getHeader("Location")).isEqualTo(CROSSWALK);
		assertThat(get("/plans/later-plan/crosswalk/two-point-plan.csv").getHeader("Location"))
			.isEqualTo(CROSSWALK + ".csv");
	}

	@Test
	void answersGoneWhereACrosswalkIsWithdrawn() {
		this.archive.change("update crosswalk set withdrawn_reason = 'No longer in the corpus.'");
		try {
			for (String address : new String[] { CROSSWALK, CROSSWALK + ".csv" }) {
				assertThat(get(address).getStatus()).as(address).isEqualTo(410);
			}
			assertThat(page("/plans").select(".rows__row")).isEmpty();
			assertThat(page(PLAN).select("#crosswalks-heading")).isEmpty();
			assertThat(page(PLAN + "/points/1").select("#correspondences-heading")).isEmpty();
		}
		finally {
			this.archive.change("update crosswalk set withdrawn_reason = null");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/crosswalk/unknown", "/crosswalk/two-point-plan", "/crosswalk/unknown.csv", "/crosswalk",
			"/crosswalk/.csv", "/crosswalk/%3Cscript%3E", "/crosswalk/later-plan%27%20or%20true", "/points/3",
			"/points/99999999999", "/points" })
	void answersNotFoundWhereNothingIs(String address) {
		assertThat(get(PLAN + address).getStatus()).isEqualTo(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "?sort=", "?sort=%3Cscript%3E", "?sort=CONTEST", "?sort=contest&sort=number",
			"?group=source", "?sort=%F0%9F%95%8A'" })
	void showsAPlanInTheOrderOfItsNumbersWhateverIsAskedFor(String question) {
		assertThat(page(PLAN + question).select(".point-table__number").eachText()).containsExactly("1", "2");
	}

	@ParameterizedTest
	@ValueSource(strings = { "?group=", "?group=%3Cscript%3E", "?group=SOURCE", "?group=stance",
			"?group=source&group=stance" })
	void groupsByStanceWhateverIsAskedFor(String question) {
		assertThat(page(PLAN + "/points/1" + question).select(".stance-group h2 .stance")).hasSize(3);
	}

	private static TestClaim about(String name, String exact) {
		return TestClaim.of(name, exact)
			.with("target", "point")
			.with("stance", "neutral")
			.with("points", "[{number: 1, bearing: about}]");
	}

	private MockHttpServletResponse get(String address) {
		return this.site.get().uri(URI.create(address)).exchange().getResponse();
	}

	private Document page(String address) {
		MockHttpServletResponse response = get(address);
		assertThat(response.getStatus()).as(address).isEqualTo(200);
		return Jsoup.parse(text(response));
	}

	private static String text(MockHttpServletResponse response) {
		return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
	}

}
