package org.catena.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.persistence.EntityManagerFactory;
import org.catena.search.IndexSettles;
import org.hibernate.search.mapper.orm.Search;
import org.hibernate.search.mapper.orm.work.SearchWorkspace;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the archive of a test holds.
 */
public class TestArchive {

	private final IngestCorpus ingestCorpus;

	private final JdbcClient jdbc;

	private final EntityManagerFactory entities;

	/** What the tables were like when nothing but the corpus had been read. */
	private @Nullable Map<String, String> corpus;

	TestArchive(IngestCorpus ingestCorpus, JdbcClient jdbc, EntityManagerFactory entities) {
		this.ingestCorpus = ingestCorpus;
		this.jdbc = jdbc;
		this.entities = entities;
	}

	/**
	 * Makes it hold nothing, and the index neither. The index reads in the background
	 * what was written before, and either may have to give way to the other.
	 */
	public TestArchive empty() {
		for (int attempt = 1;; attempt++) {
			IndexSettles.on(this.jdbc);
			try {
				this.jdbc.sql("truncate plan, source, agent, ingest_run cascade").update();
				SearchWorkspace index = Search.mapping(this.entities).scope(Object.class).workspace();
				index.purge();
				index.refresh();
				return this;
			}
			catch (PessimisticLockingFailureException ex) {
				if (attempt == 5) {
					throw ex;
				}
			}
		}
	}

	/** Reads a corpus into it. */
	public IngestReport read(TestCorpus corpus) {
		return this.ingestCorpus.ingest(new CorpusFolder(corpus.location()), "test");
	}

	/** Reads what is at a location. */
	IngestReport readFrom(String location) {
		return this.ingestCorpus.ingest(new CorpusFolder(location), "test");
	}

	/** Reads a corpus, of which nothing may be reported. */
	public void hold(TestCorpus corpus) {
		IngestReport report = empty().read(corpus);
		if (report.problems() > 0) {
			throw new IllegalStateException(problems(report).toString());
		}
	}

	/**
	 * Makes it hold the corpus of the repository and nothing else; where a test before
	 * left it so, nothing is done.
	 */
	public void holdCorpus() {
		if (this.corpus != null && this.corpus.equals(marks())) {
			return;
		}
		IngestReport report = empty().readCorpus();
		if (report.problems() > 0) {
			throw new IllegalStateException(problems(report).toString());
		}
		this.corpus = marks();
	}

	/** Of each table the number of rows and who wrote last. */
	private Map<String, String> marks() {
		IndexSettles.on(this.jdbc);
		Map<String, String> marks = new LinkedHashMap<>();
		this.jdbc
			.sql("""
					select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'
					and table_name not like 'hsearch%' order by 1""")
			.query(String.class)
			.list()
			.forEach((table) -> marks.put(table,
					ask("select count(*) || ' ' || max(xmin::text::bigint) from \"" + table + "\"")));
		return marks;
	}

	/** Reads the corpus of the repository into it. */
	public IngestReport readCorpus() {
		return this.ingestCorpus.ingest("test");
	}

	/** The problems that a reading reported, in order. */
	List<Problem> problems(IngestReport report) {
		return this.jdbc
			.sql("select level, stage, code, file, line, sentence from ingest_problem where run_id = :run order by id")
			.param("run", report.run())
			.query((rs, row) -> new Problem(Level.valueOf(rs.getString(1).toUpperCase(java.util.Locale.ROOT)),
					Stage.valueOf(rs.getString(2).toUpperCase(java.util.Locale.ROOT)), rs.getString(3), rs.getString(4),
					(Integer) rs.getObject(5), rs.getString(6)))
			.list();
	}

	/**
	 * Every row of the record with the transaction that wrote it. Equal snapshots mean
	 * that nothing was written, not even the same values again.
	 */
	public Map<String, List<String>> snapshot() {
		Map<String, List<String>> rows = new LinkedHashMap<>();
		List<String> tables = this.jdbc
			.sql("""
					select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'
					and table_name ~ '^(plan|theme|point|sub_point|witness|source|agent|article|byline|old_slug|claim|relation|discrepancy|crosswalk|correspondence)'
					order by 1""")
			.query(String.class)
			.list();
		tables.forEach((table) -> rows.put(table,
				this.jdbc
					.sql("select xmin::text || ' ' || ctid::text || ' ' || t::text from " + table + " t order by 1")
					.query(String.class)
					.list()));
		return rows;
	}

	/** The rows that were written since a snapshot, or are gone. */
	public List<String> changesSince(Map<String, List<String>> before) {
		List<String> changes = new ArrayList<>();
		snapshot().forEach((table, rows) -> {
			List<String> earlier = before.getOrDefault(table, List.of());
			rows.stream()
				.filter((row) -> !earlier.contains(row))
				.forEach((row) -> changes.add("+ " + table + " " + row));
			earlier.stream()
				.filter((row) -> !rows.contains(row))
				.forEach((row) -> changes.add("- " + table + " " + row));
		});
		return changes;
	}

	/** The first column of the first row of a question, as text. */
	public @Nullable String ask(String sql, Object... parameters) {
		List<@Nullable String> found = this.jdbc.sql(sql)
			.params(List.of(parameters))
			.query((rs, row) -> rs.getString(1))
			.list();
		return found.isEmpty() ? null : found.get(0);
	}

	/** The rows of a question, their columns joined by a stroke. */
	public List<String> list(String sql, Object... parameters) {
		return this.jdbc.sql(sql).params(List.of(parameters)).query((rs, row) -> {
			StringBuilder columns = new StringBuilder();
			for (int i = 1; i <= rs.getMetaData().getColumnCount(); i++) {
				columns.append((i > 1) ? "|" : "").append(rs.getString(i));
			}
			return columns.toString();
		}).list();
	}

	/** Changes rows. */
	public void change(String sql, Object... parameters) {
		this.jdbc.sql(sql).params(List.of(parameters)).update();
	}

}
