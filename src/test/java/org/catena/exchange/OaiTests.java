package org.catena.exchange;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.catena.WholeApplicationTest;
import org.catena.article.MergeNames;
import org.catena.ingest.TestArchive;
import org.catena.ingest.TestCorpus;
import org.catena.ingest.TestCorpus.TestArticle;
import org.catena.ingest.TestCorpus.TestClaim;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What harvesters get. Every response is checked by the schemas of the protocol.
 */
@WholeApplicationTest
class OaiTests {

	private static final String QUOTE = "The plan is a disaster for Kyiv";

	/** With what XML must escape, and what it cannot hold. */
	private static final String TITLE = "“Peace” & <script>\u0085\uFFFE \uD83D\uDD4A";

	/** Selections, and what they have. */
	private static final String SELECTIONS = """
			                                                          | speech answer gone
			&set=source                                               | speech answer gone
			&set=source:the-daily                                     | speech answer gone
			&set=point                                                | speech
			&set=point:two-point-plan                                 | speech
			&set=point:two-point-plan:2                               | speech
			&from=2025-12-01T11:00:00Z                                | answer gone
			&until=2025-12-01T11:00:00Z                               | speech answer
			&from=2025-12-01T11:00:00Z&until=2025-12-01T11:00:00Z     | answer
			&from=2025-12-01                                          | speech answer gone
			&until=2025-12-01                                         | speech answer gone
			&from=2025-12-01&until=2025-12-01                         | speech answer gone
			&from=2025-12-01T10:00:01Z&set=source:the-daily           | answer gone
			""";

	/** Requests, and the codes of the errors. */
	private static final String REFUSALS = """
			                                                                                  | badVerb
			verb=                                                                             | badVerb
			verb=nonsense                                                                     | badVerb
			verb=identify                                                                     | badVerb
			junk                                                                              | badVerb
			verb=ListIdentifiers&until=junk                                                   | badArgument
			verb=ListIdentifiers&resumptionToken=junk&until=2000-02-05                        | badArgument
			verb=ListRecords&metadataPrefix=oai_dc&resumptionToken=junk&until=1990-01-10      | badArgument
			verb=ListRecords&resumptionToken=junk                                             | badResumptionToken
			verb=ListRecords&metadataPrefix=oai_dc&until=2024-12-01T10:00:00Z                 | noRecordsMatch
			verb=ListMetadataFormats&identifier=junk                                          | idDoesNotExist
			verb=ListMetadataFormats&metadataPrefix=oai_dc                                    | badArgument
			verb=GetRecord&identifier=oai:catena.example:speech&metadataPrefix=oai_dc&set=x   | badArgument
			verb=GetRecord&resumptionToken=x                                                  | badArgument
			verb=Identify&verb=Identify                                                       | badVerb
			verb=%3Cscript%3E%00                                                              | badVerb
			verb=Identify&set=source                                                          | badArgument
			verb=ListSets&metadataPrefix=oai_dc                                               | badArgument
			verb=ListRecords                                                                  | badArgument
			verb=ListIdentifiers&set=source                                                   | badArgument
			verb=ListRecords&metadataPrefix=oai_dc&metadataPrefix=oai_dc                      | badArgument
			verb=ListRecords&metadataPrefix=oai_dc&from=2025-12-01&from=2025-12-01            | badArgument
			verb=ListRecords&metadataPrefix=oai_dc&nonsense=1                                 | badArgument
			verb=ListRecords&metadataPrefix=oai_dc&from=                                      | badArgument
			verb=ListRecords&metadataPrefix=oai_dc&from=yesterday                             | badArgument
			verb=ListRecords&metadataPrefix=oai_dc&from=2025-02-30                            | badArgument
			verb=ListRecords&metadataPrefix=oai_dc&from=2025-12-01T24:00:00Z                  | badArgument
			verb=ListRecords&metadataPrefix=oai_dc&from=2025-12-01T10:00:00                   | badArgument
			verb=ListRecords&metadataPrefix=oai_dc&from=2025-12-01T10:00:00.0Z                | badArgument
			verb=ListRecords&metadataPrefix=oai_dc&from=2025-12-01T10:00Z                     | badArgument
			verb=ListRecords&metadataPrefix=oai_dc&from=2025-12-01&until=2025-12-02T00:00:00Z | badArgument
			verb=ListRecords&metadataPrefix=oai_dc&from=2025-12-02&until=2025-12-01           | badArgument
			verb=ListRecords&metadataPrefix=oai_dc&set=a%20b                                  | badArgument
			verb=ListRecords&metadataPrefix=oai_dc&set=source:                                | badArgument
			verb=ListRecords&metadataPrefix=oai_dc&set=%00                                    | badArgument
			verb=ListRecords&metadataPrefix=oai%20dc                                          | badArgument
			verb=ListRecords&metadataPrefix=oai_dc&resumptionToken=x                          | badArgument
			verb=GetRecord&metadataPrefix=oai_dc                                              | badArgument
			verb=GetRecord&identifier=oai:catena.example:speech                               | badArgument
			verb=ListRecords&resumptionToken=nonsense                                         | badResumptionToken
			verb=ListRecords&resumptionToken=%3C%00%F0%9F%95%8A                               | badResumptionToken
			verb=ListIdentifiers&resumptionToken=MQ                                           | badResumptionToken
			verb=ListSets&resumptionToken=nonsense                                            | badResumptionToken
			verb=ListSets&resumptionToken=c291cmNlOnp6eg                                      | badResumptionToken
			verb=ListRecords&metadataPrefix=marc21                                            | cannotDisseminateFormat
			verb=GetRecord&metadataPrefix=marc21&identifier=oai:catena.example:speech         | cannotDisseminateFormat
			verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:catena.example:nothing        | idDoesNotExist
			verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:elsewhere.example:speech      | idDoesNotExist
			verb=GetRecord&metadataPrefix=oai_dc&identifier=invalid%22id                      | idDoesNotExist
			verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:catena.example:%00            | idDoesNotExist
			verb=ListMetadataFormats&identifier=oai:catena.example:nothing                    | idDoesNotExist
			verb=ListRecords&metadataPrefix=oai_dc&from=2999-01-01                            | noRecordsMatch
			verb=ListRecords&metadataPrefix=oai_dc&until=2001-01-01                           | noRecordsMatch
			verb=ListRecords&metadataPrefix=oai_dc&until=0001-01-01                           | noRecordsMatch
			verb=ListRecords&metadataPrefix=oai_dc&until=0000-01-01                           | badArgument
			verb=ListRecords&metadataPrefix=oai_dc&from=9999-12-31                            | noRecordsMatch
			verb=ListRecords&metadataPrefix=oai_dc&set=source:nowhere                         | noRecordsMatch
			verb=ListRecords&metadataPrefix=oai_dc&set=nothing                                | noRecordsMatch
			verb=ListRecords&metadataPrefix=oai_dc&set=point:two-point-plan:99999999999       | noRecordsMatch
			verb=ListRecords&metadataPrefix=oai_dc&set=point:two-point-plan:1:a               | noRecordsMatch
			""";

	private final TestArchive archive;

	private final MockMvcTester site;

	private final MergeNames mergeNames;

	@TempDir
	private Path folder;

	private TestCorpus corpus;

	OaiTests(@Autowired TestArchive archive, @Autowired MockMvcTester site, @Autowired MergeNames mergeNames) {
		this.archive = archive;
		this.site = site;
		this.mergeNames = mergeNames;
	}

	@BeforeEach
	void holdThreeSpeeches() {
		this.corpus = TestCorpus.in(this.folder)
			.article(speech("speech").claims(TestClaim.of("c01", QUOTE)
				.with("points", "[{number: 1, bearing: about}, {number: 2, sub: a, bearing: touches}]")
				.with("claimant", TestCorpus.SPEAKER)
				.with("uptake", "reports")
				.with("via", "[author]")))
			.article(speech("answer").with("authors", "{value: null, basis: unknown}")
				.claims(TestClaim.of("c01", QUOTE)))
			.article(speech("gone"));
		this.archive.hold(this.corpus);
		this.archive.change("update article set title = ? where slug = 'speech'", TITLE);
		this.archive
			.change("update article set state = 'withdrawn', withdrawn_reason = 'It was a copy.' where slug = 'gone'");
		this.archive
			.change("update article_stamp s set transaction = '1', stamp = timestamptz '2025-12-01 10:00:00Z' + "
					+ "case slug when 'speech' then 0 when 'answer' then 1 else 2 end * interval '1 hour' from article a where a.id = s.article_id");
	}

	private static TestArticle speech(String slug) {
		return TestArticle.of(slug, QUOTE + ".\n\nIt ends in the collapse of the front.");
	}

	@Test
	void saysWhatItIs() {
		Document identify = ask("verb=Identify");
		assertThat(identify.select("baseURL").text()).isEqualTo("http://localhost/oai");
		assertThat(identify.select("request").text()).isEqualTo("http://localhost/oai");
		assertThat(identify.select("request").attr("verb")).isEqualTo("Identify");
		assertThat(identify.select("deletedRecord").text()).isEqualTo("persistent");
		assertThat(identify.select("earliestDatestamp").text()).isEqualTo("2025-12-01T10:00:00Z");
		assertThat(identify.select("sampleIdentifier").text()).isEqualTo("oai:catena.example:speech");
	}

	@Test
	void saysWhatItIsWhenItIsEmpty() {
		this.archive.empty();
		ask("verb=Identify");
		refuses("verb=ListRecords&metadataPrefix=oai_dc", "noRecordsMatch");
		assertThat(ask("verb=ListSets").select("setSpec").eachText()).containsExactly("point", "source");
	}

	@Test
	void listsSets() {
		assertThat(ask("verb=ListSets").select("setSpec").eachText()).containsExactly("point", "point:two-point-plan",
				"point:two-point-plan:1", "point:two-point-plan:2", "source", "source:the-daily");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "&identifier=oai:catena.example:speech", "&identifier=oai:catena.example:gone" })
	void listsFormats(String identifier) {
		Document formats = ask("verb=ListMetadataFormats" + identifier);
		assertThat(formats.select("metadataPrefix").eachText()).containsExactly("oai_dc", "catena", "catena-1.1");
		assertThat(formats.select("schema").eachText()).last().isEqualTo("http://localhost/schema/article-1.1.xsd");
		for (String version : List.of("1.0", "1.1")) {
			assertThat(this.site.get().uri("/schema/article-" + version + ".xsd")).hasStatusOk()
				.hasHeader("Content-Type", "application/xml")
				.bodyText()
				.contains("targetNamespace=\"tag:catena.example,2026:article-" + version + "\"");
		}
		assertThat(this.site.get().uri("/schema/article-1.2.xsd")).hasStatus(404);
	}

	@Test
	void givesDublinCore() {
		Document record = ask("verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:catena.example:speech");
		assertThat(record.select("dc|title").text()).isEqualTo("“Peace” & <script>\u0085 \uD83D\uDD4A");
		assertThat(record.select("dc|creator").eachText()).containsExactly("Ann Author");
		assertThat(record.select("dc|subject").eachText()).containsExactly("The army", "The money");
		assertThat(record.select("dc|identifier").text()).isEqualTo("http://localhost/articles/speech");
		assertThat(record.select("datestamp").text()).isEqualTo("2025-12-01T10:00:00Z");
		assertThat(record.select("setSpec").eachText()).containsExactly("source:the-daily", "point:two-point-plan:1",
				"point:two-point-plan:2");
	}

	@Test
	void givesTheArticleWithItsClaims() {
		Document record = ask("verb=GetRecord&metadataPrefix=catena&identifier=oai:catena.example:speech");
		assertThat(record.select("claim").attr("id")).isEqualTo("speech/c01");
		assertThat(record.select("claim").attr("start")).isEqualTo("0");
		assertThat(record.select("exact").text()).isEqualTo(QUOTE);
		assertThat(record.select("claimant").attr("slug")).isEqualTo(TestCorpus.SPEAKER);
		assertThat(record.select("via").attr("isAuthor")).isEqualTo("true");
		assertThat(record.select("point").eachAttr("number")).containsExactly("1", "2");
		assertThat(record.select("coding").attr("stance")).isEqualTo("opposes");
		ask("verb=GetRecord&metadataPrefix=catena&identifier=oai:catena.example:answer");
	}

	@Test
	void givesRelationsAndDiscrepanciesInTheNewerFormat() {
		this.archive.hold(Hostile.corpus(this.folder.resolve("hostile")));
		Document record = ask("verb=GetRecord&metadataPrefix=catena-1.1&identifier=oai:catena.example:hostile");
		assertThat(record.select("discrepancy").attr("gravity")).isEqualTo("degree");
		assertThat(record.select("discrepancy").attr("letter")).isEqualTo("a");
		assertThat(record.select("claimSays").text()).startsWith("Says ");
		assertThat(record.select("relation").attr("to")).isEqualTo("plain/c01");
		assertThat(ask("verb=ListRecords&metadataPrefix=catena-1.1").select("relation").eachAttr("from"))
			.as("in the records of both")
			.containsExactly("hostile/c02", "hostile/c02");
		Document older = ask("verb=ListRecords&metadataPrefix=catena");
		assertThat(older.select("relation, discrepancy")).isEmpty();
		assertThat(ask("verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:catena.example:plain").select("dc|date")
			.text()).as("by ISO 8601-1").isEqualTo("2025-12-04");
	}

	@ParameterizedTest
	@ValueSource(strings = { "update relation set reason = 'Another.'", "update relation set withdrawn_reason = 'No.'",
			"delete from relation",
			"update claim set standing = 'withdrawn', withdrawn_reason = 'No.' where key = 'hostile/c02'",
			"update article set state = 'withdrawn', withdrawn_reason = 'No.' where slug = 'hostile'" })
	void stampsBothArticlesOfARelation(String change) {
		this.archive.hold(Hostile.corpus(this.folder.resolve("hostile")));
		this.archive.change("update article_stamp set transaction = '1', stamp = timestamptz '2025-12-01Z'");
		this.archive.change(change);
		assertThat(stamp("plain")).isAfter("2026-01-01T00:00:00Z");
		assertThat(stamp("hostile")).isAfter("2026-01-01T00:00:00Z");
	}

	@Test
	void stampsTheArticleOfADiscrepancy() {
		this.archive.hold(Hostile.corpus(this.folder.resolve("hostile")));
		this.archive.change("update article_stamp set transaction = '1', stamp = timestamptz '2025-12-01Z'");
		this.archive.change("update discrepancy set claim_says = 'Another.'");
		assertThat(stamp("hostile")).isAfter("2026-01-01T00:00:00Z");
		assertThat(stamp("plain")).isEqualTo("2025-12-01T00:00:00Z");
	}

	/** A harvester that follows a set goes on when its source was merged with another. */
	@Test
	void keepsTheSetOfASourceThatWasMerged() {
		this.archive
			.change("""
					insert into source (id, slug, name, country_basis, sha256) values (900002, 'nightly', 'Nightly', 'unknown', repeat('0', 64))""");
		this.mergeNames.sources("the-daily", "nightly");
		Document list = ask("verb=ListIdentifiers&metadataPrefix=oai_dc&set=source:the-daily&from=2026-01-01");
		assertThat(list.select("header identifier")).hasSize(3);
		assertThat(list.select("setSpec").eachText()).contains("source:nightly").doesNotContain("source:the-daily");
		assertThat(ask("verb=ListSets").select("setSpec").eachText()).doesNotContain("source:the-daily");
	}

	@Test
	void saysThatAnArticleWasWithdrawn() {
		Document record = ask("verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:catena.example:gone");
		assertThat(record.select("header").attr("status")).isEqualTo("deleted");
		assertThat(record.select("metadata")).isEmpty();
		assertThat(ask("verb=ListRecords&metadataPrefix=catena").select("header[status=deleted] identifier").eachText())
			.containsExactly("oai:catena.example:gone");
	}

	@Test
	void listsWhatIsAskedFor() {
		SELECTIONS.lines().forEach((line) -> {
			String[] selection = line.split("\\|");
			lists(selection[0].strip(), selection[1].strip());
		});
	}

	private void lists(String selection, String expected) {
		List<String> identifiers = List.of(expected.split(" "))
			.stream()
			.map((slug) -> "oai:catena.example:" + slug)
			.toList();
		for (String verb : List.of("ListIdentifiers", "ListRecords")) {
			Document list = ask("verb=" + verb + "&metadataPrefix=oai_dc" + selection);
			assertThat(list.select("header identifier").eachText()).isEqualTo(identifiers);
			assertThat(list.select("resumptionToken")).isEmpty();
		}
	}

	@Test
	void refusesWithTheCodeOfTheProtocol() {
		REFUSALS.lines().forEach((line) -> {
			String[] refusal = line.split("\\|");
			refuses(refusal[0].strip(), refusal[1].strip());
		});
	}

	private void refuses(String query, String code) {
		Document refusal = ask(query);
		assertThat(refusal.select("error").eachAttr("code")).as(query).containsExactly(code);
		assertThat(refusal.select("error").text()).isNotBlank();
		assertThat(refusal.select("request").attr("verb").isEmpty())
			.isEqualTo(code.equals("badVerb") || code.equals("badArgument"));
	}

	@Test
	void takesPostedRequests() {
		assertThat(post("verb=ListIdentifiers&metadataPrefix=oai_dc&set=point").select("header identifier").text())
			.isEqualTo("oai:catena.example:speech");
		assertThat(post("verb=Identify").select("protocolVersion").text()).isEqualTo("2.0");
		assertThat(post("verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:catena.example:answer").select("dc|title"))
			.hasSize(1);
	}

	@Test
	void givesALongListInPagesAndMissesNothingThatChangesMeanwhile() {
		for (int i = 0; i < OaiAnswers.RECORDS; i++) {
			this.corpus.article(speech("long-%03d".formatted(i)));
		}
		this.archive.hold(this.corpus);
		Document page = ask("verb=ListRecords&metadataPrefix=oai_dc");
		List<String> seen = new ArrayList<>(page.select("header identifier").eachText());
		assertThat(seen).hasSize(OaiAnswers.RECORDS);
		assertThat(page.select("resumptionToken").attr("completeListSize")).isEqualTo("103");
		assertThat(page.select("resumptionToken").attr("cursor")).isEqualTo("0");
		String token = page.select("resumptionToken").text();
		// What was given already changes, and so does what comes.
		this.archive.change("update article_stamp set stamp = timestamptz '2999-01-01Z', transaction = '1' "
				+ "where article_id in (select id from article where slug in ('long-000', 'long-099'))");
		Document rest = ask("verb=ListRecords&resumptionToken=" + token);
		assertThat(rest.select("resumptionToken").text()).isEmpty();
		assertThat(rest.select("resumptionToken").attr("cursor")).isEqualTo("100");
		seen.addAll(rest.select("header identifier").eachText());
		assertThat(seen.subList(100, seen.size())).contains("oai:catena.example:long-000",
				"oai:catena.example:long-099");
		Set<String> all = new HashSet<>(this.archive.list("select 'oai:catena.example:' || slug from article"));
		assertThat(new HashSet<>(seen)).isEqualTo(all);
		refuses("verb=ListIdentifiers&resumptionToken=" + token, "badResumptionToken");
		refuses("verb=ListRecords&resumptionToken=" + token + "&metadataPrefix=oai_dc", "badArgument");
	}

	@ParameterizedTest
	@ValueSource(strings = { "update claim set paraphrase = 'Another.' where key = 'speech/c01'",
			"update claim set standing = 'withdrawn', withdrawn_reason = 'No.' where key = 'speech/c01'",
			"update claim_point set bearing = 'touches' where position = 0", "delete from claim_via",
			"update agent set name = 'Robert' where slug = 'bob-speaker'",
			"update byline set printed = 'A.' where article_id = (select id from article where slug = 'speech')",
			"update point set title = 'The force' where number = 1",
			"update article set title = 'Another' where slug = 'speech'" })
	void stampsAnArticleWhenAnythingOfItChanges(String change) {
		Instant before = Instant.now().minusSeconds(2);
		this.archive.change(change);
		assertThat(stamp("speech")).isAfter(before);
		assertThat(stamp("answer")).isEqualTo("2025-12-01T11:00:00Z");
	}

	@Test
	void stampsAllArticlesOfASource() {
		this.archive.change("update source set name = 'The Nightly'");
		assertThat(stamp("answer")).isAfter("2026-01-01T00:00:00Z");
	}

	@Test
	void keepsIdentifiersWhenSlugsChange() {
		this.archive.change("update article set slug = 'address' where slug = 'speech'");
		assertThat(
				ask("verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:catena.example:speech").select("dc|identifier")
					.text())
			.isEqualTo("http://localhost/articles/address");
		this.archive.read(this.corpus.article(speech("speech")));
		assertThat(this.archive.list("select identifier from article where identifier like 'speech.%'")).hasSize(1);
	}

	@Test
	void leavesStampsAloneWhenTheSameIsReadAgain() {
		this.archive.change("update article set state = 'published', withdrawn_reason = null");
		this.archive.read(this.corpus);
		List<String> before = this.archive.list("select * from article_stamp order by 1");
		this.archive.read(this.corpus);
		assertThat(this.archive.list("select * from article_stamp order by 1")).isEqualTo(before);
	}

	private Instant stamp(String identifier) {
		return Instant.parse(ask("verb=GetRecord&metadataPrefix=catena&identifier=oai:catena.example:" + identifier)
			.select("datestamp")
			.text());
	}

	private Document post(String content) {
		return read(this.site.post()
			.uri("/oai")
			.contentType(MediaType.APPLICATION_FORM_URLENCODED)
			.content(content)
			.exchange());
	}

	private Document ask(String query) {
		return read(this.site.get().uri(URI.create("/oai?" + query)).exchange());
	}

	private static Document read(MvcTestResult result) {
		assertThat(result).hasStatusOk();
		assertThat(result.getResponse().getContentType()).isEqualTo("text/xml;charset=UTF-8");
		assertThat(result.getRequest().getSession(false)).isNull();
		String xml = new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
		Schemas.isOai(xml);
		return Jsoup.parse(xml, Parser.xmlParser());
	}

}
