package org.catena.editing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the stored reports about readings of the corpus.
 */
@Component
class IngestReports {

	private static final String RUN = """
			select ingest_run.*, (select count(*) from ingest_problem where run_id = ingest_run.id) as problems
			from ingest_run
			""";

	private final JdbcClient jdbc;

	IngestReports(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The last runs, the newest first. */
	List<RunRow> last(int most) {
		return this.jdbc.sql(RUN + "order by started_at desc, id desc limit :most")
			.param("most", most)
			.query((row, number) -> run(row))
			.list();
	}

	Optional<ReportPage> find(long id) {
		return this.jdbc.sql(RUN + "where id = :id")
			.param("id", id)
			.query((row, number) -> run(row))
			.optional()
			.map((run) -> new ReportPage(run, problems(id)));
	}

	private List<ProblemRow> problems(long run) {
		return this.jdbc.sql("""
				select level, stage, code, file, line, sentence from ingest_problem where run_id = :run
				order by level = 'error' desc, file, line nulls first, id""")
			.param("run", run)
			.query((row, number) -> new ProblemRow(row.getString("level"), row.getString("stage"),
					row.getString("code"), row.getString("file"), row.getObject("line", Integer.class),
					row.getString("sentence")))
			.list();
	}

	private static RunRow run(ResultSet row) throws SQLException {
		return new RunRow(row.getLong("id"), row.getString("started_by"), When.of(row, "started_at"),
				When.find(row, "ended_at"), row.getInt("inserted"), row.getInt("updated"), row.getInt("unchanged"),
				row.getInt("refused"), row.getInt("problems"));
	}

	/**
	 * A reading of the corpus; the counts are of articles.
	 *
	 * @param id its number
	 * @param startedBy who asked for it
	 * @param startedAt when it began
	 * @param endedAt when it ended; null while it goes on, or when it was cut off
	 * @param inserted new ones
	 * @param updated changed ones
	 * @param unchanged the same ones
	 * @param refused ones that could not be taken in
	 * @param problems how many problems were reported
	 */
	record RunRow(long id, String startedBy, When startedAt, @Nullable When endedAt, int inserted, int updated,
			int unchanged, int refused, int problems) {
	}

	/**
	 * A problem of a run.
	 *
	 * @param level how grave it is
	 * @param stage where it arose
	 * @param code a short constant name
	 * @param file the file, below the corpus
	 * @param line the line, from 1, where known
	 * @param sentence what to do
	 */
	record ProblemRow(String level, String stage, String code, String file, @Nullable Integer line, String sentence) {
	}

	/**
	 * A stored report.
	 *
	 * @param run the run
	 * @param problems what was reported, errors first
	 */
	record ReportPage(RunRow run, List<ProblemRow> problems) {
	}

}
