package org.catena.exchange;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import org.catena.search.Rebuilds;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

import static org.catena.exchange.RecordSchema.quoted;

/**
 * Fills an empty archive from a release, in one transaction. It writes the tables of all
 * modules, which nothing else may: their doors make new things, and this brings back what
 * was, down to its times. Decision 0025.
 */
@Component
class Restore {

	private static final int BATCH = 500;

	private final JdbcTemplate jdbc;

	private final Rebuilds rebuilds;

	private final JsonMapper json;

	Restore(JdbcTemplate jdbc, Rebuilds rebuilds, JsonMapper json) {
		this.jdbc = jdbc;
		this.rebuilds = rebuilds;
		this.json = json;
	}

	/**
	 * Restores.
	 * @param file the release
	 * @return how many rows were written
	 * @throws NotRestored if the archive is not empty, or the file no release that is
	 * whole
	 */
	@Transactional(rollbackFor = NotRestored.class)
	public long restore(Path file) throws NotRestored {
		try (ZipFile zip = new ZipFile(file.toFile())) {
			check(zip);
			RecordSchema schema = RecordSchema.read(JdbcClient.create(this.jdbc));
			for (RecordTable table : RecordTable.ALL) {
				if (!this.jdbc.queryForList("select 1 from " + quoted(table.name()) + " limit 1").isEmpty()) {
					throw new NotRestored(
							"The archive is not empty. A release is restored into an empty database only; give it one of its own.");
				}
			}
			this.jdbc.execute("set local time zone 'UTC'");
			this.jdbc.execute("set constraints all deferred");
			this.jdbc.queryForObject("select set_config('catena.bulk', 'on', true)", String.class);
			this.jdbc.execute("create temporary table restored_row (n bigint, line jsonb) on commit drop");
			long rows = 0;
			for (RecordTable table : RecordTable.ALL) {
				rows += restore(table, schema, zip);
			}
			this.rebuilds.begin("The archive was restored from a release");
			return rows;
		}
		catch (ZipException ex) {
			throw new NotRestored(file + " is no release: it is no zip file that can be read.");
		}
		catch (IOException ex) {
			throw new NotRestored(file + " cannot be read: " + ex.getMessage());
		}
		catch (DataAccessException ex) {
			throw new NotRestored("The release does not fit this version of the application: "
					+ String.valueOf(ex.getMostSpecificCause().getMessage()).lines().findFirst().orElse(""));
		}
	}

	private void check(ZipFile zip) throws IOException, NotRestored {
		Map<String, Object> head = OpenApi.cast(this.json.readValue(Releases.bytes(zip, Releases.HEAD), Object.class));
		if (!Integer.valueOf(MakeRelease.FORMAT).equals(head.get("format"))) {
			throw new NotRestored("The release is of format " + head.get("format") + "; this application reads "
					+ MakeRelease.FORMAT + ".");
		}
		Map<String, String> sums = Releases.sums(Releases.bytes(zip, Releases.SUMS));
		for (RecordTable table : RecordTable.ALL) {
			ZipEntry entry = zip.getEntry(table.file());
			if (entry == null && !sums.containsKey(table.file())) {
				continue; // of a release before the table was
			}
			if (entry == null) {
				throw new NotRestored("The release is not whole: " + table.file() + " is missing.");
			}
			try (InputStream in = zip.getInputStream(entry)) {
				if (!Sums.of(in).equals(sums.get(table.file()))) {
					throw new NotRestored(
							"The release is not whole: " + table.file() + " is not what " + Releases.SUMS + " says.");
				}
			}
		}
	}

	private long restore(RecordTable table, RecordSchema schema, ZipFile zip) throws IOException, NotRestored {
		this.jdbc.execute("truncate restored_row");
		long lines = load(zip, table);
		boolean hasId = schema.hasId(table.name());
		String names = "name_of_" + table.name();
		if (hasId) {
			String order = schema.columns(table.name()).contains("created_at")
					? "(r.line ->> 'created_at')::timestamptz, r.n" : "r.n";
			this.jdbc.execute(
					"create temporary table %s on commit drop as select %s as name, %d + row_number() over (order by %s) as id from restored_row r"
						.formatted(quoted(names), schema.nameInFile(table), lastId(table), order));
			this.jdbc.execute("create unique index on %s (name)".formatted(quoted(names)));
		}
		if (lines == 0) {
			return 0;
		}
		List<String> given = this.jdbc.queryForList("select jsonb_object_keys(line) from restored_row where n = 1",
				String.class);
		List<String> columns = new ArrayList<>();
		List<String> values = new ArrayList<>();
		StringBuilder joins = new StringBuilder();
		for (String column : schema.columns(table.name())) {
			String member = schema.member(table.name(), column);
			if (column.equals("id")) {
				columns.add("id");
				values.add("own.id");
				joins.append(" join %s own on own.name = %s".formatted(quoted(names), schema.nameInFile(table)));
			}
			else if (given.contains(member)) {
				columns.add(column);
				String target = schema.target(table.name(), column).orElse(null);
				if (target == null) {
					values.add("p." + quoted(column));
					continue;
				}
				String alias = quoted("to_" + column);
				values.add(alias + ".id");
				joins.append(" left join %s %s on %s.name = r.line ->> '%s'".formatted(quoted("name_of_" + target),
						alias, alias, member));
				checkNames(table, target, member);
			}
		}
		this.jdbc.update("""
				insert into %s (%s) overriding system value
				select %s from restored_row r%s
				cross join lateral jsonb_populate_record(null::%s, r.line) p order by %s""".formatted(
				quoted(table.name()), columns.stream().map(RecordSchema::quoted).collect(Collectors.joining(", ")),
				String.join(", ", values), joins, schema.type(table.name()), hasId ? "own.id" : "r.n"));
		if (hasId) {
			this.jdbc.queryForList(
					"""
							select setval(s.sequence, (select max(id) from %s)) from (
							  select coalesce(to_regclass('%s_seq'), to_regclass(pg_get_serial_sequence('%s', 'id'))) as sequence) s
							where s.sequence is not null"""
						.formatted(quoted(table.name()), table.name(), table.name()));
		}
		return lines;
	}

	/**
	 * The last id that was given out, 0 in a new database. An application that is running
	 * may have some of those before it in hand.
	 */
	private long lastId(RecordTable table) {
		String named = "select coalesce(to_regclass('%1$s_seq')::text, pg_get_serial_sequence('%1$s', 'id'))";
		String sequence = this.jdbc.queryForObject(named.formatted(table.name()), String.class);
		if (sequence == null) {
			return 0;
		}
		String last = "select case when is_called then last_value else 0 end from " + sequence;
		return Objects.requireNonNullElse(this.jdbc.queryForObject(last, Long.class), 0L);
	}

	private void checkNames(RecordTable table, String target, String member) throws NotRestored {
		List<String> unknown = this.jdbc.queryForList("""
				select r.line ->> '%1$s' from restored_row r where r.line ->> '%1$s' is not null
				and not exists (select from %2$s k where k.name = r.line ->> '%1$s') limit 1""".formatted(member,
				quoted("name_of_" + target)), String.class);
		if (!unknown.isEmpty()) {
			throw new NotRestored("The release is not whole: %s names %s, which is not in it.".formatted(table.file(),
					unknown.get(0)));
		}
	}

	private long load(ZipFile zip, RecordTable table) throws IOException {
		ZipEntry entry = zip.getEntry(table.file());
		if (entry == null) {
			return 0;
		}
		long n = 0;
		List<Object[]> batch = new ArrayList<>();
		try (BufferedReader lines = new BufferedReader(
				new InputStreamReader(zip.getInputStream(entry), StandardCharsets.UTF_8))) {
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				batch.add(new Object[] { ++n, line });
				if (batch.size() == BATCH) {
					store(batch);
				}
			}
		}
		store(batch);
		return n;
	}

	private void store(List<Object[]> batch) {
		if (!batch.isEmpty()) {
			this.jdbc.batchUpdate("insert into restored_row (n, line) values (?, cast(? as jsonb))", batch);
			batch.clear();
		}
	}

	/**
	 * Nothing was restored.
	 */
	static class NotRestored extends Exception {

		private static final long serialVersionUID = 1L;

		NotRestored(String sentence) {
			super(sentence);
		}

	}

}
