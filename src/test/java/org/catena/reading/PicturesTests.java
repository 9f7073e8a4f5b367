package org.catena.reading;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.catena.WholeApplicationTest;
import org.catena.ingest.TestArchive;
import org.catena.search.IndexSettles;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Pictures, their tables and the record say the same of the corpus of the repository.
 */
@WholeApplicationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PicturesTests {

	private static final List<String> STANCES = List.of("supports", "opposes", "mixed", "neutral");

	private final TestArchive archive;

	private final MockMvcTester site;

	private final JdbcClient jdbc;

	PicturesTests(@Autowired TestArchive archive, @Autowired MockMvcTester site, @Autowired JdbcClient jdbc) {
		this.archive = archive;
		this.site = site;
		this.jdbc = jdbc;
	}

	@BeforeAll
	void holdTheCorpus() {
		this.archive.holdCorpus();
	}

	@Test
	void drawsStancesBySource() {
		assertBars(page("/pictures"), "sources", """
				select s.name, c.stance, count(*) from shown_claim c join article a on a.id = c.article_id
				join source s on s.id = a.source_id group by 1, 2""");
	}

	@Test
	void drawsAttentionToPoints() {
		Document page = page("/pictures");
		assertBars(page, "points", """
				select p.number || '. ' || p.title, c.stance, count(distinct c.id) from shown_claim c
				join claim_point cp on cp.claim_id = c.id join point p on p.id = cp.point_id group by 1, 2""");
		assertThat(page.select("table[data-by=points] tbody tr")).hasSize(28);
		assertThat(number(page.selectFirst("table[data-by=points] tfoot tr:last-child td[data-stance=all]")))
			.isEqualTo(Integer.parseInt(Objects.requireNonNull(this.archive.ask(
					"select count(distinct c.id) from shown_claim c join claim_point cp" + " on cp.claim_id = c.id"))));
	}

	@Test
	void takesTogetherWhatHasNoBar() {
		Document page = page("/pictures");
		Element others = page.selectFirst("table[data-by=claimants] tfoot tr:first-child");
		int claimants = Integer.parseInt(Objects
			.requireNonNull(this.archive.ask("select count(distinct coalesce(claimant_id, 0)) from shown_claim")));
		assertThat(Objects.requireNonNull(others).select("th").text()).startsWith((claimants - 15) + " others");
		int sum = page.select("table[data-by=claimants] tbody td[data-stance=all]")
			.stream()
			.mapToInt(PicturesTests::number)
			.sum();
		assertThat(sum + number(others.selectFirst("td[data-stance=all]")))
			.isEqualTo(Integer.parseInt(Objects.requireNonNull(this.archive.ask("select count(*) from shown_claim"))));
	}

	@Test
	void leadsFromEachNumberToItsClaims() {
		for (String by : List.of("sources", "claimants")) {
			String facet = by.substring(0, by.length() - 1);
			for (Element row : page("/pictures").select("table[data-by=" + by + "] tbody tr")) {
				String name = row.select("th a").attr("href").replaceAll(".*/", "");
				String value = name.isEmpty() ? "not_stated" : name;
				for (String stance : STANCES) {
					String address = "/search?in=claims&" + facet + "=" + value + "&stance=" + stance;
					assertThat(row.select("td[data-stance=" + stance + "] a").eachAttr("href"))
						.isEqualTo(row.select("svg a:has([data-stance=" + stance + "])").eachAttr("href"))
						.isIn(List.of(), List.of(address));
				}
			}
		}
	}

	@ParameterizedTest
	@CsvSource({ "sources,/sources", "claimants,/agents" })
	void listsWhoClaims(String by, String address) {
		Document page = page(address);
		assertThat(page.select("table[data-by=" + by + "] tbody tr"))
			.hasSize(Integer.parseInt(Objects.requireNonNull(this.archive.ask(by.equals("sources") ? """
					select count(distinct source_id) from article"""
					: "select count(distinct coalesce(claimant_id, 0)) from shown_claim"))));
		assertThat(page(address + "?page=7").select("table[data-by]")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "sources", "claimants" })
	void drawsWhoAgreesWithWhom(String by) {
		boolean sources = by.equals("sources");
		Document page = page("/pictures?network=" + by);
		List<String> table = new ArrayList<>();
		for (Element row : page.select(".network__table tbody tr[data-pair]")) {
			String pair = row.attr("data-pair").replace(' ', '|');
			table.add(pair + "|agrees|" + row.select("td").get(0).text());
			table.add(pair + "|opposes|" + row.select("td").get(1).text());
			assertThat(row.select("a").attr("href"))
				.isEqualTo("/compare?of=%s&left=%s&right=%s".formatted(sources ? "sources" : "agents",
						pair.substring(0, pair.indexOf('|')), pair.substring(pair.indexOf('|') + 1)));
		}
		table.removeIf((row) -> row.endsWith("|0"));
		List<String> lines = page.select("path.network__line")
			.stream()
			.map((line) -> line.attr("data-pair").replace(' ', '|') + "|" + line.attr("data-kind") + "|"
					+ line.attr("data-count"))
			.toList();
		assertThat(lines).isNotEmpty().containsExactlyInAnyOrderElementsOf(table);
		List<String> nodes = page.select("a:has(.network__node)")
			.eachAttr("href")
			.stream()
			.map((address) -> address.replaceAll(".*/", ""))
			.toList();
		assertThat(nodes).hasSizeLessThanOrEqualTo(Network.MOST).doesNotHaveDuplicates();
		List<String> counted = this.archive.list("""
				with owner as (%s)
				select least(f.slug, t.slug), greatest(f.slug, t.slug),
				  case when r.type in ('agrees', 'elaborates') then 'agrees' else 'opposes' end, count(*)
				from shown_relation r join owner f on f.id = r.from_id join owner t on t.id = r.to_id
				where f.slug <> t.slug group by 1, 2, 3""".formatted(sources
				? "select c.id, s.slug from claim c join article a on a.id = c.article_id join source s on s.id = a.source_id"
				: "select c.id, g.slug from claim c join agent g on g.id = c.claimant_id"));
		assertThat(lines).containsExactlyInAnyOrderElementsOf(
				counted.stream().filter((row) -> nodes.containsAll(List.of(row.split("\\|")).subList(0, 2))).toList());
	}

	@Test
	void countsInTheMatrixWhatTheRecordHolds() {
		for (String columns : List.of("sources", "claimants", "months")) {
			Document page = page("/matrix?columns=" + columns);
			List<String> names = page.select("thead th").eachText();
			List<Element> rows = page.select("tbody tr, tfoot tr");
			assertThat(rows).hasSize(30);
			for (Element row : rows) {
				List<Integer> counts = row.select("td")
					.stream()
					.map((cell) -> cell.select(".matrix__count").isEmpty() ? 0
							: Integer.parseInt(cell.select(".matrix__count").text()))
					.toList();
				assertThat(counts).hasSize(names.size() - 1);
				assertThat(counts.subList(0, counts.size() - 1).stream().mapToInt(Integer::intValue).sum())
					.as("%s by %s", row.select("th").text(), columns)
					.isEqualTo(counts.get(counts.size() - 1));
				String number = row.select(".point-number").text();
				if (!number.isEmpty()) {
					assertThat(counts.get(counts.size() - 1)).isEqualTo(Integer.parseInt(
							Objects.requireNonNull(this.archive.ask("select count(distinct c.id) from shown_claim c"
									+ " join claim_point cp on cp.claim_id = c.id join point p on p.id = cp.point_id"
									+ " where p.number = ?", Integer.parseInt(number)))));
				}
			}
			assertThat(rows.get(29).select("td").last().select(".matrix__count").text())
				.isEqualTo(this.archive.ask("select count(*) from shown_claim"));
			assertThat(rows.get(28).select("td").last().select(".matrix__count").text()).isEqualTo(
					this.archive.ask("select count(*) from shown_claim c where not exists (select from claim_point cp"
							+ " where cp.claim_id = c.id)"));
			assertThat(page.select("td .none").first().text()).isEqualTo("·no claim");
		}
	}

	@Test
	void leadsFromACellOfTheMatrixToItsClaims() {
		Element cell = page("/matrix").select("tbody tr:nth-child(21) td").first();
		assertThat(Objects.requireNonNull(cell).select("a").attr("href"))
			.isEqualTo("/search?in=claims&point=28-point-plan/21&source="
					+ this.archive.ask("select slug from source where name = ?", cell.attr("data-column")));
		assertThat(page("/matrix").select("tbody tr").last().select("td").last().select("a").attr("href"))
			.isEqualTo("/search?in=claims&point=no_point");
	}

	@Test
	void leadsFromEveryNumberOfMonthsAndTargetsToAsManyClaims() {
		IndexSettles.on(this.jdbc);
		List<Element> cells = new ArrayList<>(
				page("/matrix?columns=months").select("tbody tr:nth-child(21) td, tfoot td"));
		assertThat(cells).hasSizeGreaterThan(4);
		for (Element cell : cells) {
			Element link = cell.select("a").first();
			if (!cell.select(".matrix__count").isEmpty()) {
				leadsTo(Objects.requireNonNull(link).attr("href"), number(cell.select(".matrix__count").first()));
			}
		}
		assertThat(page("/matrix?columns=months").select("thead th").eachText().toString()).contains("November 2025",
				"December 2025");
		List<Element> targets = page("/about/balance").select("table[data-by=targets] tbody td[data-stance=all] a");
		assertThat(targets).hasSizeGreaterThan(2);
		for (Element target : targets) {
			leadsTo(target.attr("href"), number(target));
		}
	}

	private void leadsTo(String address, int claims) {
		String found = page(address).select("#found").text();
		assertThat(found).as(address).matches("^" + claims + " claims?\\b.*");
	}

	@Test
	void handsOutTheMatrixAsATable() throws Exception {
		String table = this.site.get()
			.uri("/matrix.csv?columns=claimants")
			.exchange()
			.getResponse()
			.getContentAsString(StandardCharsets.UTF_8);
		List<String> rows = Arrays.asList(table.split("\r\n"));
		assertThat(rows.get(0)).isEqualTo("plan,point,title,claimants,name,stance,claims");
		assertThat(rows.stream()
			.skip(1)
			.filter((row) -> row.startsWith("28-point-plan,21,"))
			.mapToInt((row) -> Integer.parseInt(row.substring(row.lastIndexOf(',') + 1)))
			.sum())
			.isEqualTo(Integer.parseInt(Objects
				.requireNonNull(this.archive.ask("select count(distinct c.id) from shown_claim c join claim_point cp"
						+ " on cp.claim_id = c.id join point p on p.id = cp.point_id where p.number = 21"))));
	}

	@Test
	void saysWhatTheArchiveLeavesOut() {
		Document page = page("/about/balance");
		assertThat(page.select("#silent-heading + p + ul a, #silent-heading + ul a").eachAttr("href"))
			.containsExactlyElementsOf(this.archive
				.list("""
						select '/plans/28-point-plan/points/' || p.number from point p where not exists (select from claim_point cp
						join shown_claim c on c.id = cp.claim_id where cp.point_id = p.id) order by p.number"""));
		assertThat(page.select("#single-heading + ul li").eachText()).containsExactlyElementsOf(this.archive.list("""
				select p.number || '. ' || p.title || ': ' || count(distinct c.id) ||
				  case count(distinct c.id) when 1 then ' claim in ' else ' claims in ' end || min(s.name)
				from point p join claim_point cp on cp.point_id = p.id join shown_claim c on c.id = cp.claim_id
				join article a on a.id = c.article_id join source s on s.id = a.source_id
				group by p.id having count(distinct s.id) = 1 order by p.number"""));
		assertThat(page.select("#concentration").text()).contains(this.archive.ask("""
				select count(*) || ' of the ' || (select count(*) from shown_claim) || ' claims' from shown_claim
				group by article_id order by count(*) desc limit 1""")).contains("from 2 articles of 5");
		assertThat(page.select("#uncoded").text())
			.startsWith(page("/about/coverage").select(".passed-over li").size() + " of ");
		assertThat(page.select("dt:contains(Languages) + dd").text()).isEqualTo("English (5)");
		assertThat(page.select("dt:contains(Author not stated) + dd").text()).isEqualTo("2 of 5 articles");
	}

	@Test
	void weighsTheArchive() {
		Document page = page("/about/balance");
		assertBars(page, "sources", """
				select s.name, c.stance, count(*) from shown_claim c join article a on a.id = c.article_id
				join source s on s.id = a.source_id group by 1, 2""");
		assertBars(page, "articles", """
				select s.name || ': ' || coalesce(a.title, a.supplied_title), c.stance, count(*) from shown_claim c
				join article a on a.id = c.article_id join source s on s.id = a.source_id group by 1, 2""");
		assertBars(page, "themes",
				"""
						select t.name, c.stance, count(distinct c.id) from shown_claim c join claim_point cp on cp.claim_id = c.id
						join point p on p.id = cp.point_id join theme t on t.id = p.theme_id group by 1, 2""");
		for (String by : List.of("attribution", "targets")) {
			assertThat(page.select("table[data-by=" + by + "] tbody td[data-stance=all]")
				.stream()
				.mapToInt(PicturesTests::number)
				.sum()).isEqualTo(
						Integer.parseInt(Objects.requireNonNull(this.archive.ask("select count(*) from shown_claim"))));
		}
	}

	@Test
	void namesTheArticleThatWasFirstToSpeakOfAPoint() {
		Document page = page("/timeline");
		List<String> points = page.select(".known__points a").eachAttr("href");
		assertThat(points).doesNotHaveDuplicates()
			.containsExactlyInAnyOrderElementsOf(this.archive.list(
					"select distinct '/plans/28-point-plan/points/' || p.number from point p join claim_point cp on cp.point_id = p.id"
							+ " join shown_claim c on c.id = cp.claim_id"));
		assertThat(page.select(".known li a[href^=/articles/]").first().attr("href"))
			.isEqualTo("/articles/ash-2025-11-24");
		assertThat(page.select(".timeline a")).hasSize(5);
		assertThat(page.select(".timeline-bar--range")).hasSize(4);
	}

	@Test
	void showsWhereAnAgentIsNamed() {
		Document page = page("/agents/kirill-dmitriev");
		assertThat(page.select(".mentions > li > a").eachAttr("href")).containsExactlyInAnyOrderElementsOf(this.archive
			.list("select '/articles/' || a.slug from article a join article_version v on v.article_id = a.id"
					+ " and v.number = a.version where v.text ~ 'D(m|im)itriev'"));
		assertThat(page.select(".mentions mark").eachText())
			.allMatch((name) -> name.matches("(Kirill )?D(m|im)itriev"));
		assertThat(page("/agents/timothy-ash").select(".mentions mark").eachText()).doesNotContain("ash");
	}

	@Test
	void groupsWhatAnAgentIsSaidToClaimByPointWithTheUptakeInWords() {
		Document page = page("/agents/vladimir-putin");
		assertThat(page.select(".on-point h3")).isNotEmpty();
		assertThat(page.select(".on-point .said").size()).isEqualTo(page.select(".on-point .claim-card").size());
		assertThat(page.select(".said > .kicker").eachText()).isNotEmpty()
			.allMatch((words) -> words.matches("(endorsed|reported|rejected) by the author in .+"));
		assertThat(page.select(".sayings a").eachText()).containsExactlyInAnyOrderElementsOf(this.archive.list("""
				select s.name || ': ' || count(*) || case count(*) when 1 then ' claim' else ' claims' end
				from shown_claim c join article a on a.id = c.article_id join source s on s.id = a.source_id
				join agent g on g.id = c.claimant_id where g.slug = 'vladimir-putin' group by s.id"""));
	}

	@Test
	void beginsWithADisagreement() {
		Document page = page("/");
		assertThat(page.select(".duel__side")).hasSize(2);
		assertThat(page.select(".duel .stance").eachText()).containsExactlyInAnyOrder("supports", "opposes");
		assertThat(page.select(".duel__quote a").eachAttr("href"))
			.allMatch((address) -> address.startsWith("/claims/"));
		assertThat(page.select(".contested a").first().attr("href")).isEqualTo("/plans/28-point-plan/points/21");
		assertThat(page.select(".ways > div")).hasSize(3);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/pictures", "/pictures?network=claimants", "/pictures?network=%3Cb%3E",
			"/about/balance", "/about/coverage?page=2", "/sources", "/agents", "/matrix?columns=claimants", "/timeline",
			"/contradictions?matter=nothing", "/contradictions?page=99", "/agents/russia", "/sources/prio" })
	void hasEveryIdOnceAndOneHeading(String address) {
		Document page = page(address);
		assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
		assertThat(page.select("h1")).hasSize(1);
		assertThat(page.select("[style], [onclick], script:not([src]):not([type=application/ld+json])")).isEmpty();
		for (Element picture : page.select("svg[role]")) {
			assertThat(page.getElementById(picture.attr("aria-labelledby"))).isNotNull();
		}
		for (Element filled : page.select("[fill^=url]")) {
			assertThat(page.select(filled.attr("fill").replaceAll("url\\((.*)\\)", "$1"))).hasSize(1);
		}
	}

	/**
	 * Bars, cells and record agree, stance by stance, and bars are as long as they say.
	 */
	private void assertBars(Document page, String by, String sql) {
		List<String> counted = this.archive.list(sql);
		Element table = Objects.requireNonNull(page.selectFirst("table[data-by=" + by + "]"));
		List<String> cells = new ArrayList<>();
		List<String> segments = new ArrayList<>();
		int longest = table.select("tbody td[data-stance=all]")
			.stream()
			.mapToInt(PicturesTests::number)
			.max()
			.orElse(0);
		for (Element row : table.select("tbody tr")) {
			String name = row.select("th").text();
			for (String stance : STANCES) {
				Element cell = Objects.requireNonNull(row.selectFirst("td[data-stance=" + stance + "]"));
				if (cell.select(".none").isEmpty()) {
					cells.add(name + "|" + stance + "|" + number(cell));
				}
			}
			for (Element segment : row.select(".bar__part")) {
				int count = Integer.parseInt(segment.attr("data-count"));
				segments.add(name + "|" + segment.attr("data-stance") + "|" + count);
				assertThat(Double.parseDouble(segment.attr("width").replace("%", "")))
					.isCloseTo(count * 100.0 / longest, org.assertj.core.data.Offset.offset(0.01));
			}
		}
		assertThat(cells).containsExactlyInAnyOrderElementsOf(counted);
		assertThat(segments).containsExactlyInAnyOrderElementsOf(counted);
	}

	private static int number(Element cell) {
		return Integer.parseInt(Objects.requireNonNull(cell).text().replaceAll("\\D.*", ""));
	}

	private Document page(String address) {
		assertThat(this.site.get().uri(java.net.URI.create(address))).hasStatusOk();
		return Jsoup.parse(new String(
				this.site.get().uri(java.net.URI.create(address)).exchange().getResponse().getContentAsByteArray(),
				StandardCharsets.UTF_8));
	}

}
