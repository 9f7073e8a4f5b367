package org.catena.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.catena.history.Change.Detail;
import org.catena.history.Change.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what happened to the record. Changes of one transaction to one thing are one
 * change; lines of a list that were written anew as they were are none.
 */
@Component
public class History {

	/** Rows that are read at most. */
	static final int MOST = 5_000;

	/** What a row needs to be whole, and nobody is told. */
	private static final Set<String> UNTOLD = Set.of("id", "sha256", "created_at", "updated_at");

	private static final TypeReference<Map<String, @Nullable Object>> COLUMNS = new TypeReference<>() {
	};

	private final JdbcClient jdbc;

	private final JsonMapper json;

	History(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/**
	 * What happened to some things, the newest first.
	 * @param kind what they are
	 * @param entities their ids
	 */
	public List<Change> of(String kind, Collection<Long> entities) {
		return of(Map.of(kind, entities));
	}

	/**
	 * What happened to some things, the newest first, in one statement.
	 * @param entities ids by kind
	 */
	public List<Change> of(Map<String, ? extends Collection<Long>> entities) {
		List<String> kinds = new ArrayList<>();
		List<Long> ids = new ArrayList<>();
		entities.forEach((kind, some) -> some.forEach((id) -> {
			kinds.add(kind);
			ids.add(id);
		}));
		if (ids.isEmpty()) {
			return List.of();
		}
		return changes(this.jdbc.sql("""
				select change.* from unnest(:kinds, :ids) as asked (kind, id)
				join change on change.kind = asked.kind and change.entity_id = asked.id
				order by change.id desc limit :most""")
			.param("kinds", kinds.toArray(String[]::new))
			.param("ids", ids.toArray(Long[]::new)));
	}

	/** What happened to anything before a change, the newest first. */
	public List<Change> before(long change, int rows) {
		return changes(this.jdbc.sql("""
				select * from (select * from change
				  where id < :before and kind in ('article', 'claim', 'relation', 'discrepancy', 'agent', 'source')
				  order by id desc limit :rows) newest
				order by id desc limit :most""").param("before", change).param("rows", rows));
	}

	/**
	 * What happened to a thing after a change.
	 * @param change the number of the change, 0 for all
	 */
	public List<Change> since(String kind, long entity, long change) {
		return of(kind, List.of(entity)).stream().filter((later) -> later.id() > change).toList();
	}

	/** The number of the last change of a thing; 0 where none is noted. */
	public long last(String kind, long entity) {
		return this.jdbc.sql("""
				select coalesce(max(id), 0) from change where kind = :kind and entity_id = :id
				and not (operation = 'changed' and part = kind and before - array['sha256', 'updated_at'] = '{}')""")
			.param("kind", kind)
			.param("id", entity)
			.query(Long.class)
			.single();
	}

	/** The numbers of the last changes of some things, by their ids, in one statement. */
	public Map<Long, Long> last(String kind, Collection<Long> entities) {
		Map<Long, Long> last = new HashMap<>();
		this.jdbc.sql("""
				select entity_id, max(id) as last from change where kind = :kind and entity_id = any(:ids)
				group by entity_id""").param("kind", kind).param("ids", entities.toArray(Long[]::new)).query((row) -> {
			last.put(row.getLong("entity_id"), row.getLong("last"));
		});
		return last;
	}

	private List<Change> changes(JdbcClient.StatementSpec statement) {
		Map<String, List<Row>> together = new LinkedHashMap<>();
		statement.param("most", MOST).query((row) -> {
			Row read = row(row);
			together
				.computeIfAbsent(read.transaction() + " " + read.kind() + " " + read.entity(),
						(key) -> new ArrayList<>())
				.add(0, read);
		});
		List<Change> changes = new ArrayList<>();
		for (List<Row> rows : together.values()) {
			Row first = rows.get(0);
			Operation operation = rows.stream()
				.filter((row) -> row.part().equals(row.kind()) && row.operation() != Operation.CHANGED)
				.map(Row::operation)
				.reduce((one, other) -> other)
				.orElse(Operation.CHANGED);
			List<Detail> details = (operation == Operation.CHANGED) ? details(rows) : List.of();
			if (operation != Operation.CHANGED || !details.isEmpty()) {
				changes.add(new Change(rows.get(rows.size() - 1).id(), first.id(), first.at(), first.by(),
						first.reason(), first.run(), first.kind(), first.entity(), operation, details));
			}
		}
		return changes;
	}

	private static List<Detail> details(List<Row> rows) {
		List<Detail> details = new ArrayList<>();
		Map<String, List<Value>> gone = new LinkedHashMap<>();
		Map<String, List<Value>> come = new LinkedHashMap<>();
		for (Row row : rows) {
			if (row.part().equals(row.kind())) {
				columns(row, details);
			}
			else {
				line(row.before(), gone.computeIfAbsent(row.part(), (part) -> new ArrayList<>()));
				line(row.after(), come.computeIfAbsent(row.part(), (part) -> new ArrayList<>()));
			}
		}
		details.removeIf((detail) -> java.util.Objects.equals(detail.before(), detail.after()));
		gone.forEach((part, lines) -> lists(part, lines, come.getOrDefault(part, List.of()), details));
		return details;
	}

	/** A column that was changed twice has its first value before and its last after. */
	private static void columns(Row row, List<Detail> details) {
		row.before().keySet().forEach((column) -> {
			Value after = value(row.after(), column);
			for (int i = 0; i < details.size(); i++) {
				Detail earlier = details.get(i);
				if (earlier.column().equals(column)) {
					details.set(i, new Detail(row.part(), column, earlier.before(), after));
					return;
				}
			}
			details.add(new Detail(row.part(), column, value(row.before(), column), after));
		});
	}

	private static @Nullable Value value(Map<String, @Nullable Object> columns, String column) {
		Object value = columns.get(column);
		return (value != null) ? new Value(Map.of(column, value.toString())) : null;
	}

	private static void line(Map<String, @Nullable Object> columns, List<Value> lines) {
		if (!columns.isEmpty()) {
			Map<String, String> texts = new LinkedHashMap<>();
			columns.forEach((column, value) -> {
				if (value != null) {
					texts.put(column, value.toString());
				}
			});
			lines.add(new Value(texts));
		}
	}

	/** The order of a list's lines is told only where nothing else differs. */
	private static void lists(String part, List<Value> gone, List<Value> come, List<Detail> details) {
		List<Value> added = new ArrayList<>(come);
		List<Value> removed = new ArrayList<>(gone);
		removed.removeIf(added::remove);
		List<Value> unordered = added.stream().map(History::withoutPosition).toList();
		List<Value> left = new ArrayList<>(unordered);
		List<Value> lost = removed.stream().map(History::withoutPosition).filter((line) -> !left.remove(line)).toList();
		if (lost.isEmpty() && left.isEmpty()) {
			lost = removed;
			left.addAll(added);
		}
		for (int i = 0; i < Math.max(lost.size(), left.size()); i++) {
			details.add(new Detail(part, "", (i < lost.size()) ? lost.get(i) : null,
					(i < left.size()) ? left.get(i) : null));
		}
	}

	private static Value withoutPosition(Value line) {
		Map<String, String> columns = new LinkedHashMap<>(line.columns());
		columns.remove("position");
		return new Value(columns);
	}

	private Row row(ResultSet row) throws SQLException {
		Long run = (Long) row.getObject("ingest_run_id");
		return new Row(row.getLong("id"), row.getString("transaction"),
				row.getObject("at", OffsetDateTime.class).toInstant(), row.getString("editor"), row.getString("reason"),
				run, row.getString("kind"), row.getLong("entity_id"), row.getString("part"),
				Operation.valueOf(row.getString("operation").toUpperCase(Locale.ROOT)), read(row.getString("before")),
				read(row.getString("after")));
	}

	private Map<String, @Nullable Object> read(@Nullable String columns) {
		if (columns == null) {
			return Map.of();
		}
		Map<String, @Nullable Object> read = this.json.readValue(columns, COLUMNS);
		read.keySet().removeAll(UNTOLD);
		return read;
	}

	private record Row(long id, String transaction, Instant at, @Nullable String by, @Nullable String reason,
			@Nullable Long run, String kind, long entity, String part, Operation operation,
			Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {
	}

}
