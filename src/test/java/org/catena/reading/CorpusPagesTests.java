package org.catena.reading;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.catena.WholeApplicationTest;
import org.catena.ingest.TestArchive;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The pages of the corpus of the repository.
 */
@WholeApplicationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CorpusPagesTests {

	private final TestArchive archive;

	private final MockMvcTester site;

	CorpusPagesTests(@Autowired TestArchive archive, @Autowired MockMvcTester site) {
		this.archive = archive;
		this.site = site;
	}

	@BeforeAll
	void holdTheCorpus() {
		this.archive.holdCorpus();
	}

	@Test
	void marksEveryClaimInTheTextOfItsArticle() {
		for (String slug : this.archive.list("select slug from article")) {
			Document page = page("/articles/" + slug);
			Map<String, String> marked = new LinkedHashMap<>();
			for (Element mark : page.select(".edition__text mark")) {
				for (String key : mark.attr("data-claims").split(" ")) {
					marked.merge(key, mark.wholeText(), String::concat);
				}
			}
			assertThat(marked.keySet()).containsExactlyInAnyOrderElementsOf(shown(
					"select key from shown_claim c where c.article_id = " + "(select id from article where slug = ?)",
					slug));
			marked.forEach((key, words) -> assertThat(words).as(key)
				.isEqualTo(Objects.requireNonNull(this.archive.ask("select exact from claim where key = ?", key))
					.replaceAll("\\n\\n(## )?", "")));
		}
	}

	@Test
	void showsTheWholeTextOfAnArticle() {
		for (String slug : this.archive.list("select slug from article")) {
			Document page = page("/articles/" + slug);
			page.select(".edition__text sup, .edition__text .notes").remove();
			String text = page.select(".edition__text .passage__text, .edition__text .edition__subhead")
				.stream()
				.map(Element::wholeText)
				.collect(Collectors.joining("\n\n"));
			assertThat(text).isEqualTo(Objects.requireNonNull(this.archive.ask(
					"select v.text from article_version v join article a on a.id = v.article_id where a.slug = ?",
					slug))
				.replaceAll("(^|\\n\\n)## ", "$1"));
		}
	}

	@Test
	void leadsFromEachMarkToItsNoteAndBackAndToItsClaim() {
		for (String slug : this.archive.list("select slug from article")) {
			Document page = page("/articles/" + slug);
			assertThat(page.select("mark a")).isNotEmpty().allSatisfy((link) -> {
				String key = Objects.requireNonNull(link.closest("mark")).attr("data-claims").replaceAll(".* ", "");
				assertThat(link.attr("href")).isEqualTo("#n-" + key.substring(key.indexOf('/') + 1));
			});
			List<String> keys = shown(
					"select key from shown_claim c where c.article_id = " + "(select id from article where slug = ?)",
					slug);
			for (String key : keys) {
				String name = key.substring(key.indexOf('/') + 1);
				Element note = page.getElementById("n-" + name);
				assertThat(note).as(key).isNotNull();
				assertThat(note.select("a.note__number").attr("href")).isEqualTo("#" + name);
				assertThat(note.select("a.note__claim").attr("href")).isEqualTo("/claims/" + key);
				assertThat(page.getElementById(name)).as(name).isNotNull();
				assertThat(page.select("#r-" + name).attr("href")).isEqualTo("#n-" + name);
			}
			assertThat(page.select(".note")).hasSameSizeAs(keys);
			assertThat(page.select(".edition__overview strong").text()).isEqualTo(keys.size() + " claims");
		}
	}

	@Test
	void beginsEachMarkAtItsAnchor() {
		Document page = page("/articles/baev-2025-12-09");
		assertThat(page.select("span.anchor")).isNotEmpty().allSatisfy((anchor) -> {
			Element next = anchor.nextElementSibling();
			while (next != null && next.hasClass("anchor")) {
				next = next.nextElementSibling();
			}
			assertThat(Objects.requireNonNull(next).attr("data-claims").split(" "))
				.contains("baev-2025-12-09/" + anchor.id());
		});
	}

	@Test
	void hasEveryIdOnce() {
		for (String address : List.of("/", "/articles/pomeroy-2025-12-04", "/plans/28-point-plan",
				"/plans/28-point-plan/points/7", "/plans/28-point-plan/points/21?group=source",
				"/plans/28-point-plan/crosswalk/geneva-version", "/claims/pomeroy-2025-12-04/c14")) {
			assertThat(page(address).select("[id]").eachAttr("id")).as(address).doesNotHaveDuplicates();
		}
	}

	@Test
	void showsEveryClaimOnItsPoint() {
		List<String> numbers = this.archive.list("select number from point order by number");
		assertThat(numbers).hasSize(28);
		for (String number : numbers) {
			Document page = page("/plans/28-point-plan/points/" + number);
			List<String> linked = shown("""
					select distinct c.key from shown_claim c join claim_point cp on cp.claim_id = c.id
					join point p on p.id = cp.point_id where p.number = ?""", Integer.parseInt(number));
			assertThat(keys(page.select(".stance-group .claim-card .meta a[href^=/claims/]")))
				.containsExactlyInAnyOrderElementsOf(linked);
			for (Element group : page.select(".stance-group")) {
				String stance = group.select("h2 .stance").text();
				assertThat(keys(group.select(".claim-card .meta a[href^=/claims/]")))
					.containsExactlyInAnyOrderElementsOf(shown("""
							select distinct c.key from shown_claim c join claim_point cp on cp.claim_id = c.id
							join point p on p.id = cp.point_id where p.number = ? and c.stance = ?""",
							Integer.parseInt(number), stance));
			}
			if (linked.isEmpty()) {
				assertThat(page.select(".empty").text())
					.isEqualTo("None of the articles in the archive speaks of this point.");
			}
			else {
				assertThat(page.select(".point-overview strong").text())
					.isEqualTo((linked.size() == 1) ? "1 claim" : linked.size() + " claims");
			}
		}
	}

	@Test
	void namesTheArticlesThatAreSilentOnAPoint() {
		String number = Objects.requireNonNull(this.archive
			.ask("""
					select p.number from point p join claim_point cp on cp.point_id = p.id join shown_claim c on c.id = cp.claim_id
					group by p.number order by count(distinct c.article_id), p.number limit 1"""));
		List<String> silent = shown("""
				select '/articles/' || slug from article a where not exists (select from claim_point cp
				join shown_claim c on c.id = cp.claim_id join point p on p.id = cp.point_id
				where c.article_id = a.id and p.number = ?)""", Integer.parseInt(number));
		assertThat(silent).isNotEmpty();
		assertThat(page("/plans/28-point-plan/points/" + number).select(".point-overview .kicker a").eachAttr("href"))
			.containsExactlyInAnyOrderElementsOf(silent);
	}

	@Test
	void setsOpposedClaimsFaceToFaceOnTheirPoint() {
		String number = Objects.requireNonNull(this.archive.ask("""
				select p.number from shown_relation r join claim_point a on a.claim_id = r.from_id
				join claim_point b on b.claim_id = r.to_id and b.point_id = a.point_id join point p on p.id = a.point_id
				where r.type in ('contradicts', 'disputes') order by 1 limit 1"""));
		List<String> reasons = shown(
				"""
						select r.reason from shown_relation r where r.type in ('contradicts', 'disputes')
						and exists (select from claim_point cp join point p on p.id = cp.point_id where cp.claim_id = r.from_id and p.number = ?)
						and exists (select from claim_point cp join point p on p.id = cp.point_id where cp.claim_id = r.to_id and p.number = ?)""",
				Integer.parseInt(number), Integer.parseInt(number));
		assertThat(page("/plans/28-point-plan/points/" + number).select(".facing .facing__reason").eachText())
			.containsExactlyInAnyOrderElementsOf(reasons);
	}

	@Test
	void showsAClaimInItsParagraphWithItsCoding() {
		for (String key : this.archive.list("select key from shown_claim order by key limit 40")) {
			Document page = page("/claims/" + key);
			assertThat(page.select(".in-context mark").text())
				.isEqualTo(Objects.requireNonNull(this.archive.ask("select exact from claim where key = ?", key))
					.replace('\n', ' ')
					.strip());
			assertThat(page.select("h1").text())
				.isEqualTo(this.archive.ask("select paraphrase from claim where key = ?", key));
			assertThat(page.select(".pairs--coding dt:contains(Kind) + dd .coding__value").text())
				.isEqualTo(this.archive.ask("select kind from claim where key = ?", key));
			assertThat(page.select(".point-links a").eachAttr("href")).containsExactlyElementsOf(this.archive.list(
					"""
							select '/plans/28-point-plan/points/' || p.number from claim_point cp join claim c on c.id = cp.claim_id
							join point p on p.id = cp.point_id where c.key = ? order by cp.position""",
					key));
		}
	}

	@Test
	void showsTheRelationsOfAClaimFromBothOfItsEnds() {
		List<String> ends = this.archive
			.list("""
					(select f.key, t.key, 'elaborates', 'is elaborated by', r.reason from shown_relation r
					join claim f on f.id = r.from_id join claim t on t.id = r.to_id where r.type = 'elaborates' order by 1, 2 limit 3)
					union all
					(select f.key, t.key, 'contradicts', 'contradicts', r.reason from shown_relation r
					join claim f on f.id = r.from_id join claim t on t.id = r.to_id where r.type = 'contradicts' order by 1, 2 limit 3)""");
		assertThat(ends).hasSize(6);
		for (String relation : ends) {
			String[] parts = relation.split("\\|", 5);
			assertRelated(parts[0], parts[1], parts[2], parts[4]);
			assertRelated(parts[1], parts[0], parts[3], parts[4]);
		}
	}

	private void assertRelated(String key, String other, String type, String reason) {
		assertThat(page("/claims/" + key).select(".relation")).anySatisfy((relation) -> {
			assertThat(relation.select(".relation__type strong").text()).isEqualTo(type);
			assertThat(relation.select("blockquote a").attr("href")).isEqualTo("/claims/" + other);
			assertThat(relation.select(".facing__reason").text()).isEqualTo(reason);
		});
	}

	@Test
	void showsWhereAClaimToldThePlanOtherwise() {
		String said = Objects.requireNonNull(this.archive
			.ask("select c.key from shown_discrepancy d join claim c on c.id = d.claim_id order by d.id limit 1"));
		Document page = page("/claims/" + said);
		assertThat(page.select(".discrepancy dd").eachText()).contains(
				this.archive.ask("select d.claim_says from discrepancy d order by d.id limit 1"),
				this.archive.ask("select d.plan_says from discrepancy d order by d.id limit 1"));
		String number = Objects.requireNonNull(this.archive
			.ask("select p.number from discrepancy d join point p on p.id = d.point_id order by d.id limit 1"));
		assertThat(page("/plans/28-point-plan/points/" + number).select(".discrepancy a").eachAttr("href"))
			.contains("/claims/" + said);
	}

	/** What the archive knows of a point stands on its page before the claims. */
	@Test
	void answersWhoStatesAPointAsItIsWrittenAndWhoContradictsWhom() {
		List<String> army = page("/plans/28-point-plan/points/6").select(".brief__answers dd").eachText();
		assertThat(army.get(0)).isEqualTo(
				"By none. It is told once, and otherwise than written: The Colloquium (differs in degree). The differences");
		assertThat(army.get(1)).contains("Russia in topgab.com disputes with Ukraine in The Rising Nepal");
		List<String> territory = page("/plans/28-point-plan/points/21").select(".brief__answers dd").eachText();
		assertThat(territory.get(0)).startsWith("By none. It is told 3 times, each time otherwise than written: ")
			.contains("The Colloquium (differs in degree, ", "The Rising Nepal (differs in degree)");
		assertThat(territory.get(1)).contains("Kyiv Post disputes with Vladimir Putin in The Rising Nepal");
		List<String> assets = page("/plans/28-point-plan/points/14").select(".brief__answers dd").eachText();
		assertThat(assets.get(0)).startsWith("By none. It is told once, and otherwise than written: PRIO Comments");
		assertThat(assets.get(1)).startsWith("No two claims on this point contradict or dispute each other.");
	}

	@Test
	void leadsFromTheStartPageToThePointsAndFromThePlanToAuthorship() {
		assertThat(page("/").select(".point-table__title a").eachAttr("href")).contains("/plans/28-point-plan/points/6",
				"/plans/28-point-plan/points/14", "/plans/28-point-plan/points/21");
		assertThat(page("/").select(".site-header__nav a").eachAttr("href")).contains("/plan");
		assertThat(page("/plans/28-point-plan").select("#matters-heading ~ ul a").eachAttr("href"))
			.contains("/contradictions?matter=authorship");
	}

	@Test
	void restsEachRowOfACrosswalkOnClaimsThatAreShown() {
		Document page = page("/plans/28-point-plan/crosswalk/geneva-version");
		assertThat(page.select(".crosswalk tbody tr, .remarks > li")).hasSizeGreaterThan(8)
			.allSatisfy((row) -> assertThat(row.select(".support__claims a")).isNotEmpty());
		assertThat(page.select(".crosswalk tbody tr").size()
				+ page.select("section[aria-labelledby=without-heading] a").size())
			.as("21 and its part d are one point")
			.isEqualTo(28 + 1);
	}

	@Test
	void saysWhatIsNotKnownOfAnArticle() {
		Document page = page("/articles/rising-nepal-2025-12-04");
		assertThat(page.select("h1").text())
			.isEqualTo("[On the talks of Witkoff and Kushner in Moscow about the peace plan for Ukraine]");
		assertThat(page.select("h1").hasClass("supplied")).isTrue();
		assertThat(page.select(".page-head .kicker").eachText())
			.contains("No title is printed with the text; the one in brackets is supplied by the archive.");
		assertThat(page.select(".credit").text()).isEqualTo("Author not stated, about 4 December 2025");
		assertThat(page.select(".credit time").attr("datetime")).isEqualTo("2025-12-04");
		assertThat(metadata(page, "Date")).startsWith(
				"about 4 December 2025, between 3 December 2025 and 7 December 2025 inferred: written after the Moscow meeting");
		assertThat(metadata(page, "Author")).startsWith("not known unknown: nothing in the text");
		assertThat(metadata(page, "Supplied title")).endsWith("inferred: made from the first paragraph");
		assertThat(metadata(page, "Made from")).contains("inferred, confidence 0.70: line 24");
	}

	@Test
	void saysWhatIsKnownOfAnArticle() {
		Document page = page("/articles/baev-2025-12-09");
		assertThat(page.select("h1").hasClass("supplied")).isFalse();
		assertThat(page.text()).doesNotContain("is supplied by the archive");
		assertThat(page.select(".credit").text()).isEqualTo("Pavel K. Baev, 9 December 2025");
		assertThat(page.select(".credit a").attr("href")).isEqualTo("/agents/pavel-k-baev");
		assertThat(metadata(page, "Date")).startsWith("9 December 2025 printed in the text: line 3");
		assertThat(page.select(".hash").text())
			.isEqualTo(this.archive.ask("select v.sha256 from article_version v join article a on a.id = v.article_id"
					+ " where a.slug = 'baev-2025-12-09'"));
	}

	@Test
	void namesAnUnknownAuthorAsClaimant() {
		String key = Objects.requireNonNull(
				this.archive.ask("select key from shown_claim where claimant_id is null order by key limit 1"));
		Document page = page("/claims/" + key);
		assertThat(page.select(".pairs--coding dt:contains(Claimant) + dd").text())
			.isEqualTo("the author, who is not stated");
		assertThat(page.select(".citation").text()).startsWith("Author not stated, ");
	}

	@Test
	void listsTheArticles() {
		assertThat(page("/articles").select(".article-card__title a").eachAttr("href")).containsExactlyElementsOf(
				this.archive.list("select '/articles/' || slug from article order by date_latest desc, id desc"));
		assertThat(page("/articles").select(".article-card__title.supplied")).hasSize(2);
	}

	@Test
	void showsASourceWithItsArticles() {
		assertThat(page("/sources/prio").select(".article-card__title a").eachAttr("href"))
			.containsExactly("/articles/baev-2025-12-09");
		assertThat(page("/sources/prio").select("dt:contains(Country) + dd").text())
			.startsWith("Norway generally known, no page seen");
	}

	@Test
	void showsWhatAnAgentClaims() {
		Document page = page("/agents/kirill-dmitriev");
		assertThat(page.select("h1").text()).isEqualTo("Kirill Dmitriev");
		assertThat(page.select(".page-head").text()).contains("Dimitriev");
		String claimant = Objects.requireNonNull(this.archive.ask("""
				select a.slug from shown_claim c join agent a on a.id = c.claimant_id where not c.claimant_is_author
				group by a.slug order by count(*) desc, a.slug limit 1"""));
		assertThat(keys(
				page("/agents/" + claimant).select("section[aria-labelledby=claimed-heading] .meta a[href^=/claims/]")))
			.containsExactlyInAnyOrderElementsOf(shown(
					"select c.key from shown_claim c join agent a on a.id = c.claimant_id where a.slug = ?", claimant));
	}

	@Test
	void countsWhatItHoldsOnTheStartPage() {
		assertThat(page("/").select(".totals strong").eachText()).containsExactlyElementsOf(this.archive.list("""
				select count(*) from article union all select count(*) from shown_claim
				union all select count(*) from shown_relation where type in ('contradicts', 'disputes')"""));
		assertThat(page("/").select(".point-table tbody tr")).hasSize(28);
	}

	@Test
	void hasALayoutWithOneHeadingAndLandmarks() {
		for (String address : List.of("/", "/articles", "/articles/ash-2025-11-24", "/plans/28-point-plan",
				"/plans/28-point-plan/points/7", "/plans", "/plans/geneva-version",
				"/plans/28-point-plan/crosswalk/geneva-version", "/sources/prio", "/agents/nato", "/about",
				"/about/codebook")) {
			Document page = page(address);
			assertThat(page.select("h1")).as(address).hasSize(1);
			assertThat(page.select("main#main")).hasSize(1);
			assertThat(page.title()).endsWith("Catena");
			assertThat(page.select("html").attr("lang")).isEqualTo("en");
			assertThat(page.select("script:not([src]):not([type=application/ld+json]), [style], [onclick]")).isEmpty();
		}
	}

	@Test
	void followsEveryLinkInside() {
		Map<String, Set<String>> ids = new HashMap<>();
		List<String> fragments = new ArrayList<>();
		Deque<String> open = new ArrayDeque<>(List.of("/"));
		Set<String> seen = new HashSet<>(open);
		List<String> broken = new ArrayList<>();
		while (!open.isEmpty()) {
			String address = open.remove();
			MockHttpServletResponse response = this.site.get()
				.uri(java.net.URI.create(address))
				.exchange()
				.getResponse();
			if (response.getStatus() >= 400) {
				broken.add(response.getStatus() + " " + address);
			}
			else if (response.getStatus() >= 300) {
				follow(Objects.requireNonNull(response.getRedirectedUrl()), address, seen, open, fragments);
			}
			else if (String.valueOf(response.getContentType()).startsWith("text/html")) {
				Document page = read(response);
				ids.put(address, new HashSet<>(page.select("[id]").eachAttr("id")));
				if (address.contains("?")) {
					// Questions lead to more of them without end.
					continue;
				}
				List<String> links = new ArrayList<>(page.select("a[href]").eachAttr("href"));
				links.addAll(page.select("link[href]").eachAttr("href"));
				links.addAll(page.select("[src]").eachAttr("src"));
				links.addAll(page.select("form[method=get][action]").eachAttr("action"));
				links.addAll(page.select("blockquote[cite]").eachAttr("cite"));
				links.forEach((link) -> follow(link, address, seen, open, fragments));
			}
		}
		assertThat(broken).isEmpty();
		assertThat(fragments).filteredOn((fragment) -> {
			String target = fragment.substring(0, fragment.indexOf('#'));
			return ids.containsKey(target) && !ids.get(target).contains(fragment.substring(fragment.indexOf('#') + 1));
		}).isEmpty();
		assertThat(fragments).isNotEmpty();
		assertThat(seen).contains("/about/codebook", "/agents/steve-witkoff", "/plans/28-point-plan/points/28",
				"/plans", "/plans/28-point-plan/crosswalk/geneva-version.csv",
				"/plans/28-point-plan/crosswalk/moscow-27-points");
		assertThat(seen).anyMatch((address) -> address.matches("/css/catena-[0-9a-f]{32}\\.css"));
		assertThat(seen).containsAll(this.archive.list("select '/claims/' || key from shown_claim"));
	}

	private static void follow(String link, String from, Set<String> seen, Deque<String> open, List<String> fragments) {
		if (link.matches("(?i)(https?:)?//.*")) {
			return;
		}
		String whole = link.startsWith("#") ? from + link : link;
		assertThat(whole).as("a link on " + from).startsWith("/");
		int hash = whole.indexOf('#');
		if (hash >= 0) {
			fragments.add(whole);
		}
		String address = (hash >= 0) ? whole.substring(0, hash) : whole;
		if (seen.add(address)) {
			open.add(address);
		}
	}

	private Document page(String address) {
		MockHttpServletResponse response = this.site.get().uri(address).exchange().getResponse();
		assertThat(response.getStatus()).as(address).isEqualTo(200);
		return read(response);
	}

	private static Document read(MockHttpServletResponse response) {
		try {
			return Jsoup.parse(response.getContentAsString(java.nio.charset.StandardCharsets.UTF_8));
		}
		catch (java.io.UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String metadata(Document page, String field) {
		return page.select(".metadata__row")
			.stream()
			.filter((row) -> row.select("dt").text().equals(field))
			.map((row) -> row.select("dd").text())
			.collect(Collectors.joining("; "));
	}

	private List<String> shown(String sql, Object... parameters) {
		return this.archive.list(sql, parameters);
	}

	private static List<String> keys(List<Element> links) {
		return links.stream().map((link) -> link.attr("href").substring("/claims/".length())).toList();
	}

}
