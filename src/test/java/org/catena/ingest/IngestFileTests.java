package org.catena.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import org.catena.WholeApplicationTest;
import org.catena.search.ArticleHit;
import org.catena.search.ClaimHit;
import org.catena.search.IndexSettles;
import org.catena.search.Scope;
import org.catena.search.Search;
import org.catena.search.SearchQuery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@WholeApplicationTest
class IngestFileTests {

	private static final String CLAIM = """
			{"id": "c01", "exact": "the army must be cut by a half", "paraphrase": "The army is to be halved.",
			 "points": [{"number": 1, "bearing": "about"}, {"number": 2, "sub": "a", "bearing": "touches"}],
			 "version": "original", "claimant": "bob-speaker", "via": ["author"], "uptake": "reports",
			 "certainty": "asserted", "kind": "normative", "target": "point", "aspect": "content", "stance": "opposes",
			 "confidence": 0.9, "coding": "first", "codebook": "1.0"}""".replace("\n", " ");

	private static final String ARTICLE = """
			{"slug": "speech", "plan": "two-point-plan", "title": "A “speech” 😀", "source": "the-daily",
			 "authors": [{"agent": "ann-author", "printed": "A. Author"}], "published": "2025-12-04~",
			 "date_within": "[2025-12-01..2025-12-05]", "url": "https://example.org/1?a=b", "language": "en",
			 "basis": {"title": "printed", "authors": {"basis": "inferred", "evidence": "the blog", "confidence": 0.9},
			 "source": "public_page", "date": "printed", "url": "public_page", "language": "printed"},
			 "notes": ["A note."], "text": "He said: the army must be cut by a half.\\r\\n\\r\\nCafe\\u0301 \\\\ tab\\there.",
			 "claims": [CLAIM]}"""
		.replace("\n", " ")
		.replace("CLAIM", CLAIM);

	private static final String SHORT = """
			{"title": "Short", "source": {"name": "Gazette Ünique", "website": "https://example.net"},
			 "authors": ["Jane Doe", "Иван Петров"], "language": "en", "text": "Short words."}""".replace("\n", " ");

	@Autowired
	private TestArchive archive;

	@Autowired
	private IngestFile ingestFile;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Search search;

	@TempDir
	private Path folder;

	@BeforeEach
	void holdNames() {
		this.archive.hold(TestCorpus.in(this.folder.resolve("corpus")));
	}

	@Test
	void readsAnArticleAsTheCorpusWouldHaveIt() throws IOException {
		assertThat(read("a.jsonl", ARTICLE)).extracting(IngestReport::inserted, IngestReport::problems)
			.containsExactly(1, 0);
		assertThat(this.archive
			.list("""
					select a.slug, a.title, s.slug, a.date, a.date_earliest, a.date_latest, a.url, p.slug, a.origin, a.version
					from article a join source s on s.id = a.source_id join plan p on p.id = a.plan_id"""))
			.containsExactly("speech|A “speech” 😀|the-daily|2025-12-04~|2025-12-01|2025-12-05|"
					+ "https://example.org/1?a=b|two-point-plan|corpus|1");
		assertThat(this.archive.list("select text, number, words, reason, created_by from article_version"))
			.containsExactly("He said: the army must be cut by a half.\n\nCafé \\ tab\there.|1|13|First version|test");
		assertThat(this.archive.list("select field, basis, evidence, confidence from article_basis order by 1"))
			.containsExactly("authors|inferred|the blog|0.90", "date|printed|null|null", "language|printed|null|null",
					"source|public_page|null|null", "title|printed|null|null", "url|public_page|null|null");
		assertThat(this.archive.list("select position, note from article_note")).containsExactly("0|A note.");
		assertThat(this.archive.list("""
				select c.key, c.span_start, c.span_end, c.standing, c.anchoring, g.slug, c.stance, c.confidence
				from claim c join agent g on g.id = c.claimant_id"""))
			.containsExactly("speech/c01|9|39|shown|exact|bob-speaker|opposes|0.90");
		assertThat(this.archive
			.list("""
					select p.number, cp.letter, cp.bearing from claim_point cp join point p on p.id = cp.point_id order by 1"""))
			.containsExactly("1|null|about", "2|a|touches");
		assertThat(this.archive.list("select v.is_author, g.slug from claim_via v join agent g on g.id = v.agent_id"))
			.containsExactly("t|ann-author");
	}

	@Test
	void bringsItIntoTheIndex() throws IOException {
		read("a.jsonl", ARTICLE, SHORT);
		IndexSettles.on(this.jdbc);
		assertThat(this.search.find(SearchQuery.of("army speech", Scope.ARTICLES)).articleHits())
			.extracting(ArticleHit::slug)
			.containsExactly("speech");
		assertThat(this.search.find(SearchQuery.of("halved", Scope.CLAIMS)).claimHits()).extracting(ClaimHit::key)
			.containsExactly("speech/c01");
	}

	@Test
	void makesTheNamesThatALineDescribes() throws IOException {
		read("a.jsonl", SHORT, SHORT.replace("Short", "Other"));
		assertThat(this.archive.list("select name, website from source where slug = 'gazette-unique'"))
			.containsExactly("Gazette Ünique|https://example.net");
		assertThat(this.archive.list("""
				select g.name, g.slug ~ '^jane-doe$|^name-[0-9a-f]{10}$', b.printed from byline b
				join agent g on g.id = b.agent_id join article a on a.id = b.article_id
				where a.title = 'Short' order by b.position""")).containsExactly("Jane Doe|t|Jane Doe",
				"Иван Петров|t|Иван Петров");
		assertThat(this.archive.list("select basis, evidence from article_basis where field = 'title'"))
			.containsOnly("inferred|as stated in a.jsonl");
		assertThat(this.archive.list("select field from article_basis where basis = 'unknown'")).contains("date",
				"url");
	}

	@Test
	void leavesTheRecordSound() throws IOException {
		read("a.jsonl", ARTICLE, SHORT);
		try (Stream<Path> checks = Files.list(Path.of("db", "check"))) {
			for (Path check : checks.filter((file) -> file.toString().endsWith(".sql")).toList()) {
				assertThat(this.archive.list(Files.readString(check))).as(check.toString()).isEmpty();
			}
		}
	}

	@Test
	void changesNothingASecondTime() throws IOException {
		read("a.jsonl", ARTICLE, SHORT);
		Map<String, List<String>> before = this.archive.snapshot();
		assertThat(read("a.jsonl", ARTICLE, SHORT))
			.extracting(IngestReport::inserted, IngestReport::unchanged, IngestReport::problems)
			.containsExactly(0, 2, 0);
		assertThat(this.archive.changesSince(before)).isEmpty();
	}

	@Test
	void goesOnWhereAnEarlierReadingWasCutOff() throws IOException {
		String[] lines = IntStream.range(0, 1200)
			.mapToObj((i) -> SHORT.replace("Short", "Short " + i))
			.toArray(String[]::new);
		assertThat(read("a.jsonl", Arrays.copyOf(lines, 700)).inserted()).isEqualTo(700);
		assertThat(read("a.jsonl", lines)).extracting(IngestReport::inserted, IngestReport::unchanged)
			.containsExactly(500, 700);
		assertThat(this.archive.ask("select count(*) from article")).isEqualTo("1200");
	}

	@Test
	void makesANewVersionOfAChangedText() throws IOException {
		read("a.jsonl", ARTICLE);
		assertThat(read("a.jsonl", ARTICLE.replace("tab\\there", "gone")).updated()).isEqualTo(1);
		assertThat(this.archive.list("select number, reason from article_version order by 1"))
			.containsExactly("1|First version", "2|Correction");
	}

	@Test
	void refusesTheSecondOfTwoLinesWithOneSlug() throws IOException {
		String other = ARTICLE.replace("tab\\there", "gone");
		for (int reading = 1; reading <= 2; reading++) {
			IngestReport report = read("a.jsonl", ARTICLE, SHORT, other);
			assertThat(report.refused()).isEqualTo(1);
			assertThat(this.archive.problems(report)).containsExactly(new Problem(Level.ERROR, Stage.CHECK,
					"SLUG_TWICE", "a.jsonl", 3,
					"The slug \"speech\" is that of line 1 already. Give one of the two articles another slug, or take one out."));
		}
		assertThat(this.archive.ask("select count(*) from article_version")).isEqualTo("2");
	}

	@Test
	void changesAndWithdrawsClaims() throws IOException {
		read("a.jsonl", ARTICLE);
		assertThat(read("a.jsonl", ARTICLE.replace("\"opposes\"", "\"supports\"")).updated()).isEqualTo(1);
		assertThat(this.archive.ask("select stance from claim")).isEqualTo("supports");
		assertThat(read("a.jsonl", ARTICLE.replace(CLAIM, "")).problems()).isEqualTo(1);
		assertThat(this.archive.ask("select standing from claim")).isEqualTo("withdrawn");
	}

	@Test
	void leavesClaimsOfWhichTheFileSaysNothing() throws IOException {
		read("a.jsonl", ARTICLE);
		String silent = ARTICLE.substring(0, ARTICLE.indexOf("\"claims\"")).strip().replaceFirst(",$", "}");
		assertThat(read("a.jsonl", silent).unchanged()).isEqualTo(1);
		assertThat(this.archive.ask("select standing from claim")).isEqualTo("shown");
	}

	@Test
	void keepsAnArticleOfWhichAClaimIsWrong() throws IOException {
		IngestReport report = read("a.jsonl", ARTICLE.replace("must be cut by a half\"", "must not be cut at all\""));
		assertThat(report).extracting(IngestReport::inserted, IngestReport::problems).containsExactly(1, 1);
		assertThat(this.archive.problems(report)).first().satisfies((problem) -> {
			assertThat(problem.code()).isEqualTo("QUOTE_NOT_FOUND");
			assertThat(problem.line()).isEqualTo(1);
		});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~', quoteCharacter = '`', value = { "not json ~ LINE_UNREADABLE ~ This is not JSON",
			"{} {} ~ LINE_UNREADABLE ~ more than one value", "{\"title\": \"x\" ~ LINE_UNREADABLE ~ This is not JSON",
			"[1, 2] ~ VALUE_REFUSED ~ Write keys with values", "7 ~ VALUE_REFUSED ~ Write keys with values",
			"{\"titel\": \"x\"} ~ VALUE_REFUSED ~ The key \"titel\" is not known",
			"{\"title\": \"a\", \"title\": \"b\"} ~ VALUE_REFUSED ~ stands twice",
			"{\"title\": \"a\", \"language\": \"en\", \"source\": \"nobody\", \"text\": \"a\"} ~ ARTICLE_REFUSED ~ No source has the slug \"nobody\"",
			"{\"title\": \"a\", \"language\": \"en\", \"source\": \"the-daily\", \"text\": \" \"} ~ ARTICLE_REFUSED ~ Give the text",
			"{\"language\": \"en\", \"source\": \"the-daily\", \"text\": \"a\"} ~ ARTICLE_REFUSED ~ title",
			"{\"title\": \"a\", \"source\": \"the-daily\", \"text\": \"a\"} ~ ARTICLE_REFUSED ~ Give the language",
			"{\"title\": \"a\", \"language\": \"en\", \"source\": \"the-daily\", \"text\": \"a\", \"published\": \"yesterday\"} ~ VALUE_REFUSED ~ Give a date in EDTF",
			"{\"title\": \"a\\u0000\", \"language\": \"en\", \"source\": \"the-daily\", \"text\": \"a\"} ~ VALUE_REFUSED ~ control character",
			"{\"title\": \"a\", \"language\": \"en\", \"source\": \"the-daily\", \"text\": [\"a\"]} ~ VALUE_REFUSED ~ single value",
			"{\"title\": \"a\", \"language\": \"en\", \"source\": {\"website\": \"javascript:x\", \"name\": \"X\"}, \"text\": \"a\"} ~ VALUE_REFUSED ~ whole address",
			"{\"title\": \"a\", \"language\": \"en\", \"source\": \"the-daily\", \"text\": \"a\", \"claims\": 7} ~ VALUE_REFUSED ~ list of claims" })
	void reportsABadLineAndReadsOn(String line, String code, String sentence) throws IOException {
		IngestReport report = read("a.jsonl", "", line, SHORT);
		assertThat(report).extracting(IngestReport::inserted, IngestReport::refused).containsExactly(1, 1);
		assertThat(this.archive.problems(report)).anySatisfy((problem) -> {
			assertThat(problem.code()).isEqualTo(code);
			assertThat(problem.sentence()).contains(sentence);
			assertThat(problem.file()).isEqualTo("a.jsonl");
			assertThat(problem.line()).isEqualTo(2);
		});
	}

	@Test
	void passesOverALineThatIsTooLongOrTooDeep() throws IOException {
		IngestReport report = read("a.jsonl", "{\"text\": \"" + "x".repeat(BulkFile.LONGEST_LINE) + "\"}",
				"[".repeat(100_000), "[" + "1,".repeat(300_000) + "1]", SHORT);
		assertThat(report).extracting(IngestReport::inserted, IngestReport::refused).containsExactly(1, 3);
		assertThat(this.archive.problems(report)).extracting(Problem::line).containsExactly(1, 2, 3);
	}

	@Test
	void reportsALineThatIsNotUtf8() throws IOException {
		byte[] line = SHORT.replace("Ünique", "Unique")
			.replace("Иван", "Iv\u00E4n")
			.getBytes(StandardCharsets.ISO_8859_1);
		IngestReport report = readBytes("a.jsonl", line);
		assertThat(report.refused()).isEqualTo(1);
		assertThat(this.archive.problems(report)).extracting(Problem::code).containsExactly("LINE_UNREADABLE");
	}

	@Test
	void keepsAReportThatCanBeRead() throws IOException {
		String[] lines = new String[IngestFile.MOST_PROBLEMS + 700];
		Arrays.fill(lines, "nothing");
		IngestReport report = read("a.jsonl", lines);
		assertThat(report.refused()).isEqualTo(lines.length);
		assertThat(this.archive.problems(report)).hasSize(IngestFile.MOST_PROBLEMS + 1)
			.last()
			.satisfies((problem) -> assertThat(problem.sentence()).startsWith("700 further problems"));
	}

	@Test
	void readsGzipAndSaysWhereItEndsTooSoon() throws IOException {
		byte[] whole = gzip(ARTICLE + "\n" + SHORT + "\n");
		assertThat(readBytes("a.jsonl.gz", whole).inserted()).isEqualTo(2);
		IngestReport report = readBytes("a.jsonl.gz", Arrays.copyOf(whole, whole.length - 20));
		assertThat(report.refused()).isPositive();
		assertThat(this.archive.problems(report))
			.anySatisfy((problem) -> assertThat(problem.sentence()).contains("The file cannot be read")
				.contains("ends in the middle"));
	}

	@Test
	void readsCsv() throws IOException {
		IngestReport report = read("a.csv", "title,source,source_name,authors,published,language,text",
				"\"One, two\",weekly,The Weekly,Jane Doe; bob-speaker,2025-12-04,en,\"Words\n\nand \"\"words\"\".\"",
				"Too few,weekly", "Three,weekly,,,,en,More words.");
		assertThat(report).extracting(IngestReport::inserted, IngestReport::refused).containsExactly(2, 1);
		assertThat(this.archive
			.list("""
					select a.title, s.name, a.date, v.text, (select string_agg(g.slug, ' ' order by b.position) from byline b
					  join agent g on g.id = b.agent_id where b.article_id = a.id)
					from article a join source s on s.id = a.source_id join article_version v on v.article_id = a.id order by 1"""))
			.containsExactly("One, two|The Weekly|2025-12-04|Words\n\nand \"words\".|jane-doe bob-speaker",
					"Three|The Weekly|null|More words.|null");
		assertThat(this.archive.problems(report)).extracting(Problem::line).containsExactly(5);
	}

	@ParameterizedTest
	@CsvSource({ "none.jsonl, no such file", "a.txt, its name must end" })
	void saysWhyAFileCannotBeRead(String name, String reason) throws IOException {
		if (name.endsWith(".txt")) {
			Files.writeString(this.folder.resolve(name), SHORT);
		}
		IngestReport report = this.ingestFile.ingest(this.folder.resolve(name), "test");
		assertThat(report.refused()).isEqualTo(1);
		assertThat(this.archive.problems(report)).singleElement()
			.satisfies((problem) -> assertThat(problem.sentence()).contains(reason));
	}

	private IngestReport read(String name, String... lines) throws IOException {
		return readBytes(name, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
	}

	private IngestReport readBytes(String name, byte[] bytes) throws IOException {
		return this.ingestFile.ingest(Files.write(this.folder.resolve(name), bytes), "test");
	}

	private static byte[] gzip(String text) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (OutputStream out = new GZIPOutputStream(bytes)) {
			out.write(text.getBytes(StandardCharsets.UTF_8));
		}
		return bytes.toByteArray();
	}

}
