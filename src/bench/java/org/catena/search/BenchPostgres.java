package org.catena.search;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import org.postgresql.PGConnection;

/**
 * PostgreSQL's own full text: a generated column of words with weights, a GIN index,
 * {@code ts_rank_cd}, on the server that the application uses.
 */
final class BenchPostgres implements AutoCloseable {

	private final DataSource dataSource;

	BenchPostgres(DataSource dataSource) {
		this.dataSource = dataSource;
	}

	/**
	 * Copies a generated file into a table without any index.
	 * @return the seconds that it took, without making the rows
	 */
	double copy(Path file) throws IOException, SQLException {
		Path rows = Files.createTempFile("catena-bench-", ".copy");
		try (BufferedWriter out = Files.newBufferedWriter(rows)) {
			BenchArticle.forEachBatch(file, 1000, (batch) -> {
				for (BenchArticle article : batch) {
					out.write(article.slug() + "\t" + article.source() + "\t" + article.author() + "\t"
							+ ((article.day() != null) ? article.day() : "\\N") + "\t" + article.title() + "\t"
							+ article.text().replace("\\", "\\\\").replace("\n", "\\n") + "\n");
				}
			});
		}
		try (Connection connection = this.dataSource.getConnection();
				Statement statement = connection.createStatement();
				InputStream in = Files.newInputStream(rows)) {
			statement.execute("create schema bench");
			statement.execute(
					"create table bench.article (slug text, source text, author text, day date, title text, text text)");
			long start = System.nanoTime();
			connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy bench.article from stdin", in, 1 << 16);
			return (System.nanoTime() - start) / 1e9;
		}
		finally {
			Files.delete(rows);
		}
	}

	/**
	 * Makes the words and their index.
	 * @return the seconds that it took
	 */
	double index() throws SQLException {
		long start = System.nanoTime();
		try (Connection connection = this.dataSource.getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute("set maintenance_work_mem = '256MB'");
			statement.execute("""
					create table bench.searched as select *, setweight(to_tsvector('english', title), 'A')
					  || setweight(to_tsvector('english', text), 'D') as words from bench.article""");
			statement.execute("create index on bench.searched using gin (words)");
			statement.execute("create index on bench.searched (source)");
			statement.execute("vacuum analyze bench.searched");
		}
		return (System.nanoTime() - start) / 1e9;
	}

	/** The best hits of a page. */
	int rank(BenchQuery query) {
		return rows("""
				select slug, title, ts_rank_cd(words, q) as rank from bench.searched, %s q where words @@ q%s
				order by rank desc, day desc nulls last, slug offset %d limit 10""".formatted(words(query.form()),
				narrowed(query.form()), 10 * (query.page() - 1)));
	}

	/** How many hits each source has. */
	int countBySource(BenchQuery query) {
		return rows("select source, count(*) from bench.searched, %s q where words @@ q%s group by source"
			.formatted(words(query.form()), narrowed(query.form())));
	}

	private int rows(String sql) {
		try (Connection connection = this.dataSource.getConnection();
				PreparedStatement statement = connection.prepareStatement(sql);
				ResultSet rows = statement.executeQuery()) {
			List<String> first = new ArrayList<>();
			while (rows.next()) {
				first.add(rows.getString(1));
			}
			return first.size();
		}
		catch (SQLException ex) {
			throw new IllegalStateException(sql, ex);
		}
	}

	@Override
	public void close() throws SQLException {
		try (Connection connection = this.dataSource.getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute("drop schema if exists bench cascade");
		}
	}

	private static String narrowed(BenchQuery.Form form) {
		return (form instanceof BenchQuery.Words words && words.source() != null)
				? " and source = '" + words.source() + "'" : "";
	}

	/**
	 * Whether PostgreSQL is asked: it does not know the claims of the generated articles.
	 */
	static boolean answers(BenchQuery query) {
		return !(query.form() instanceof BenchQuery.Coded) && query.view() == null;
	}

	private static String words(BenchQuery.Form form) {
		if (form instanceof BenchQuery.Words words) {
			return "plainto_tsquery('english', '" + words.words() + "')";
		}
		if (form instanceof BenchQuery.Phrase phrase) {
			String query = "phraseto_tsquery('english', '" + phrase.phrase() + "')";
			return (phrase.word() != null) ? "to_tsquery('simple', (" + query
					+ ")::text || ' & ' || plainto_tsquery('english', '" + phrase.word() + "')::text)" : query;
		}
		if (form instanceof BenchQuery.Prefix prefix) {
			return "to_tsquery('simple', '" + prefix.beginning() + ":*')";
		}
		if (form instanceof BenchQuery.Either either) {
			return "to_tsquery('english', '(" + either.one() + " | " + either.other() + ") & !" + either.without()
					+ "')";
		}
		throw new IllegalArgumentException(form.toString());
	}

}
