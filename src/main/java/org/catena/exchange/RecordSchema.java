package org.catena.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the database says of its tables, so that a release holds every column that there
 * is: rows in which ids give way to names, and rows out of such.
 */
final class RecordSchema {

	private final Map<String, RecordTable> tables = new LinkedHashMap<>();

	private final Map<String, Map<String, Boolean>> columns = new HashMap<>();

	private final Map<String, List<String[]>> references = new HashMap<>();

	private final String name;

	private RecordSchema(String name) {
		this.name = name;
	}

	/** Reads it. */
	static RecordSchema read(JdbcClient jdbc) {
		RecordSchema schema = new RecordSchema(jdbc.sql("select current_schema()::text").query(String.class).single());
		RecordTable.ALL.forEach((table) -> schema.tables.put(table.name(), table));
		jdbc.sql("""
				select table_name, column_name, data_type in ('text', 'character', 'character varying') as text
				from information_schema.columns where table_schema = current_schema()
				order by table_name, ordinal_position""").query((rs) -> {
			schema.columns.computeIfAbsent(rs.getString(1), (name) -> new LinkedHashMap<>())
				.put(rs.getString(2), rs.getBoolean(3));
		});
		jdbc.sql("""
				select t.relname, a.attname, r.relname, f.attname from pg_constraint k
				cross join lateral unnest(k.conkey, k.confkey) as pair(mine, theirs)
				join pg_class t on t.oid = k.conrelid join pg_class r on r.oid = k.confrelid
				join pg_attribute a on a.attrelid = t.oid and a.attnum = pair.mine
				join pg_attribute f on f.attrelid = r.oid and f.attnum = pair.theirs
				where k.contype = 'f' and t.relnamespace = current_schema()::regnamespace order by k.conname""")
			.query((rs) -> {
				schema.references.computeIfAbsent(rs.getString(1) + "." + rs.getString(2), (name) -> new ArrayList<>())
					.add(new String[] { rs.getString(3), rs.getString(4) });
			});
		return schema;
	}

	/** The columns of a table, in order. */
	List<String> columns(String table) {
		return List.copyOf(this.columns.getOrDefault(table, Map.of()).keySet());
	}

	boolean hasId(String table) {
		return columns(table).contains("id");
	}

	/** The table whose id a column holds, directly or as part of a longer reference. */
	Optional<String> target(String table, String column) {
		List<String[]> pairs = this.references.getOrDefault(table + "." + column, List.of());
		return pairs.stream()
			.filter((pair) -> pair[1].equals("id"))
			.map((pair) -> pair[0])
			.findFirst()
			.or(() -> pairs.stream().flatMap((pair) -> target(pair[0], pair[1]).stream()).findFirst());
	}

	/** The name of a column in files. */
	String member(String table, String column) {
		return target(table, column).isPresent() ? column.replaceFirst("_id$", "") : column;
	}

	/** The rows of a table as JSON, in SQL: sorted, without ids. */
	String rows(RecordTable table) {
		List<String> order = new ArrayList<>(table.key());
		columns(table.name()).stream()
			.filter((column) -> !column.equals("id") && !order.contains(column))
			.forEach(order::add);
		String members = order.stream()
			.map((column) -> target(table.name(), column).map((target) -> named(target, "t." + quoted(column), 1))
				.orElse("t." + quoted(column)) + " as " + quoted(member(table.name(), column)))
			.collect(Collectors.joining(", "));
		String sorted = table.key()
			.stream()
			.map((column) -> "x." + quoted(member(table.name(), column))
					+ ((target(table.name(), column).isPresent() || isText(table.name(), column)) ? " collate \"C\""
							: ""))
			.collect(Collectors.joining(", "));
		return "select row_to_json(x)::text from (select %s from %s t) x order by %s".formatted(members,
				quoted(table.name()), sorted);
	}

	/** The name of the row that has an id, in SQL. */
	private String named(String table, String id, int depth) {
		String alias = "n" + depth;
		RecordTable target = this.tables.get(table);
		if (target == null) {
			throw new IllegalStateException("A release refers to " + table + ", which it does not hold");
		}
		return "(select " + target.key().stream().map((column) -> {
			String value = alias + "." + quoted(column);
			return "coalesce("
					+ target(table, column).map((next) -> named(next, value, depth + 1)).orElse(value + "::text")
					+ ", '')";
		}).collect(Collectors.joining(" || '/' || ")) + " from " + quoted(table) + " " + alias + " where " + alias
				+ ".id = " + id + ")";
	}

	/** The name of a row out of a file, in SQL, where the row is {@code r.line}. */
	String nameInFile(RecordTable table) {
		return table.key()
			.stream()
			.map((column) -> "coalesce(r.line ->> '" + member(table.name(), column) + "', '')")
			.collect(Collectors.joining(" || '/' || "));
	}

	private boolean isText(String table, String column) {
		return this.columns.get(table).get(column);
	}

	/** The type of a table's rows, in SQL; PostgreSQL has a type {@code point} too. */
	String type(String table) {
		return quoted(this.name) + "." + quoted(table);
	}

	static String quoted(String name) {
		return '"' + name.replace("\"", "\"\"") + '"';
	}

}
