package org.catena.history;

import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

import org.catena.WholeApplicationTest;
import org.catena.ingest.IngestReport;
import org.catena.ingest.TestArchive;
import org.catena.ingest.TestCorpus;
import org.catena.ingest.TestCorpus.TestArticle;
import org.catena.ingest.TestCorpus.TestClaim;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.dao.DataAccessException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@WholeApplicationTest
class HistoryTests {

	private static final String ONE = "The first sentence condemns the plan as a whole.";

	private static final String TWO = "The second sentence praises what the first condemned.";

	@Autowired
	private TestArchive archive;

	@Autowired
	private History history;

	@Autowired
	private TellHistory tell;

	@TempDir
	private Path folder;

	private TestCorpus corpus;

	@BeforeEach
	void holdASpeech() {
		this.corpus = TestCorpus.in(this.folder)
			.article(speech().claims(claim("c01", ONE), claim("c02", TWO)))
			.file("relations.yaml", relation("They cannot both be right."));
		this.archive.hold(this.corpus);
	}

	@Test
	void notesWhatAReadingAddsAndNamesIt() {
		assertThat(this.archive.list("""
				select distinct kind, operation, editor, ingest_run_id is not null from change
				where kind in ('article', 'claim', 'relation', 'source') order by 1""")).containsExactly(
				"article|added|test|t", "claim|added|test|t", "relation|added|test|t", "source|added|test|t");
	}

	@Test
	void notesNothingWhenAReadingChangesNothing() {
		String before = this.archive.ask("select count(*) from change");
		this.archive.read(this.corpus);
		assertThat(this.archive.ask("select count(*) from change")).isEqualTo(before);
	}

	@Test
	void tellsWhatAReadingChanged() {
		TestClaim changed = claim("c02", TWO).with("stance", "supports")
			.with("points", "[{number: 1, bearing: about}]")
			.text("paraphrase", "Something else is claimed.");
		IngestReport report = this.archive.read(this.corpus.article(speech().claims(claim("c01", ONE), changed)));
		assertThat(report.problems()).isZero();
		ToldChange told = tell("claim", "select id from claim where key = 'speech/c02'").get(0);
		assertThat(told.change().ingestRun()).isEqualTo(report.run());
		assertThat(told.change().by()).isEqualTo("test");
		assertThat(told.subject()).isEqualTo("speech/c02");
		assertThat(told.lines()).map((line) -> line.label() + ": " + line.before() + " > " + line.after())
			.containsExactlyInAnyOrder("stance: opposes > supports",
					"paraphrase: Something is claimed. > Something else is claimed.", "claim_point: null > 1 about");
		assertThat(tell("claim", "select id from claim where key = 'speech/c01'")).hasSize(1);
	}

	@Test
	void tellsOfNamesAndRelations() {
		this.corpus.file("agents.yaml", """
				- {slug: ann-author, name: Ann B. Author, kind: person, variants: [A. Author, Ann Author]}
				- {slug: bob-speaker, name: Bob Speaker, kind: person}
				- {slug: the-council, name: The Council, kind: body}
				""").file("relations.yaml", relation("Both cannot hold."));
		this.archive.read(this.corpus);
		assertThat(tell("agent", "select id from agent where slug = 'ann-author'").get(0).lines())
			.map((line) -> line.label() + ": " + line.before() + " > " + line.after())
			.containsExactlyInAnyOrder("name: Ann Author > Ann B. Author", "agent_variant: null > Ann Author");
		assertThat(tell("agent", "select id from agent where slug = 'bob-speaker'")).hasSize(1);
		ToldChange told = tell("relation", "select id from relation").get(0);
		assertThat(told.subject()).isEqualTo("speech/c01 contradicts speech/c02");
		assertThat(told.lines()).map(ToldChange.Line::after).containsExactly("Both cannot hold.");
	}

	@Test
	void tellsWhatIsWithdrawnAndThatNobodySignedIt() {
		this.archive
			.change("update claim set standing = 'withdrawn', withdrawn_reason = 'No.' where key = 'speech/c01'");
		ToldChange told = tell("claim", "select id from claim where key = 'speech/c01'").get(0);
		assertThat(told.change().by()).isNull();
		assertThat(told.lines()).map(ToldChange.Line::label).containsExactly("withdrawn_reason");
	}

	@Test
	void isNeverChangedItself() {
		assertThatThrownBy(() -> this.archive.change("update change set editor = 'somebody else'"))
			.isInstanceOf(DataAccessException.class)
			.hasMessageContaining("immutable");
		assertThatThrownBy(() -> this.archive.change("delete from change")).isInstanceOf(DataAccessException.class)
			.hasMessageContaining("immutable");
	}

	@Test
	void hasAWordForEachColumnAndList() throws Exception {
		Properties words = PropertiesLoaderUtils.loadProperties(new ClassPathResource("messages.properties"));
		List<String> told = this.archive.list("""
				select distinct column_name from information_schema.columns
				where table_name in ('article', 'claim', 'relation', 'discrepancy', 'agent', 'source')
				  and column_name not in ('id', 'sha256', 'created_at', 'updated_at')
				union select event_object_table from information_schema.triggers
				where trigger_name like '%is_traced' and event_object_table
				  not in ('article', 'claim', 'relation', 'discrepancy', 'agent', 'source')""");
		assertThat(told).hasSizeGreaterThan(50)
			.filteredOn((column) -> !TellHistory.UNTOLD.contains(column))
			.allSatisfy((column) -> assertThat(words).containsKey("change." + column));
	}

	private List<ToldChange> tell(String kind, String id) {
		return this.tell.tell(this.history.of(kind, List.of(Long.valueOf(this.archive.ask(id)))));
	}

	private static TestArticle speech() {
		return TestArticle.of("speech", ONE + "\n\n" + TWO);
	}

	private static TestClaim claim(String name, String exact) {
		return TestClaim.of(name, exact);
	}

	private static String relation(String reason) {
		return "- {type: contradicts, from: speech/c01, to: speech/c02, reason: " + reason + "}";
	}

}
