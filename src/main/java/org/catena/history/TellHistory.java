package org.catena.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.catena.article.TextDiff;
import org.catena.article.TextDiff.Piece;
import org.catena.history.Change.Detail;
import org.catena.history.ToldChange.Line;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells changes in words: names instead of ids, prose with its changed words marked.
 */
@Component
public class TellHistory {

	/** What only the archive needs, or what follows from another column. */
	static final Set<String> UNTOLD = Set.of("raw_file", "raw_sha256", "date_earliest", "date_latest", "state",
			"standing", "origin", "country_confidence", "identifier");

	private static final Set<String> PROSE = Set.of("exact", "prefix", "suffix", "paraphrase", "note", "title",
			"supplied_title", "about", "reason", "claim_says", "plan_says", "matter", "country_evidence");

	/** Columns that hold the id of something that has a name. */
	private static final Map<String, String> REFERENCES = Map.of("source_id", "source", "plan_id", "plan", "agent_id",
			"agent", "claimant_id", "agent", "target_agent_id", "agent", "point_id", "point", "from_id", "claim",
			"to_id", "claim", "claim_id", "claim", "article_id", "article");

	private static final List<String> KINDS = List.of("agent", "source", "article", "claim", "relation", "discrepancy",
			"point", "plan");

	private final JdbcClient jdbc;

	TellHistory(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Tells changes, in one statement. */
	public List<ToldChange> tell(Collection<Change> changes) {
		Map<String, Set<Long>> ids = new HashMap<>();
		KINDS.forEach((kind) -> ids.put(kind, new TreeSet<>()));
		for (Change change : changes) {
			add(ids, change.kind(), change.entity());
			for (Detail detail : change.details()) {
				references(detail.before(), ids);
				references(detail.after(), ids);
			}
		}
		Map<String, Name> names = names(ids);
		return changes.stream().map((change) -> {
			Name name = names.getOrDefault(change.kind() + change.entity(), new Name(change.kind(), null));
			return new ToldChange(change, name.label(), name.address(),
					change.details()
						.stream()
						.filter((detail) -> !UNTOLD.contains(detail.column()))
						.map((detail) -> line(detail, names))
						.toList(),
					1);
		}).filter((told) -> told.change().operation() != Change.Operation.CHANGED || !told.lines().isEmpty()).toList();
	}

	/**
	 * Tells changes in one statement, as {@link #tell} does. Of what came in together,
	 * and of claims that were followed to a new text word for word, the first stands for
	 * all.
	 */
	public List<ToldChange> tellTogether(Collection<Change> changes) {
		Map<Object, List<ToldChange>> alike = new LinkedHashMap<>();
		for (ToldChange told : tell(changes)) {
			Change change = told.change();
			Object key = (change.operation() == Change.Operation.CHANGED && !told.isFollowing()) ? change.id()
					: Arrays.asList(change.at(), change.by(), change.reason(), change.kind(), change.operation());
			alike.computeIfAbsent(key, (first) -> new ArrayList<>()).add(told);
		}
		return alike.values().stream().map((some) -> some.get(0).standingFor(some.size())).toList();
	}

	private static void references(@Nullable Value value, Map<String, Set<Long>> ids) {
		if (value != null) {
			REFERENCES.forEach((column, kind) -> {
				String id = value.get(column);
				if (id != null) {
					add(ids, kind, Long.parseLong(id));
				}
			});
		}
	}

	private static void add(Map<String, Set<Long>> ids, String kind, long id) {
		ids.computeIfAbsent(kind, (added) -> new TreeSet<>()).add(id);
	}

	private Map<String, Name> names(Map<String, Set<Long>> ids) {
		Map<String, Name> names = new HashMap<>();
		JdbcClient.StatementSpec statement = this.jdbc.sql("""
				select 'agent' as kind, id, '/agents/' || slug as address, name from agent where id = any(:agent)
				union all select 'source', id, '/sources/' || slug, name from source where id = any(:source)
				union all select 'plan', id, '/plans/' || slug, title from plan where id = any(:plan)
				union all select 'article', id, '/articles/' || slug, coalesce(title, supplied_title) from article
				  where id = any(:article)
				union all select 'claim', id, '/claims/' || key, key from claim where id = any(:claim)
				union all select 'point', id, null, number::text from point where id = any(:point)
				union all select 'relation', r.id, '/claims/' || a.key, a.key || ' ' || r.type || ' ' || b.key
				  from relation r join claim a on a.id = r.from_id join claim b on b.id = r.to_id
				  where r.id = any(:relation)
				union all select 'discrepancy', d.id, '/claims/' || c.key,
				    c.key || ' and point ' || p.number || coalesce(d.letter, '')
				  from discrepancy d join claim c on c.id = d.claim_id join point p on p.id = d.point_id
				  where d.id = any(:discrepancy)""");
		for (String kind : KINDS) {
			statement = statement.param(kind, ids.getOrDefault(kind, Set.of()).toArray(Long[]::new));
		}
		statement.query((row) -> {
			names.put(row.getString("kind") + row.getLong("id"),
					new Name(row.getString("name"), row.getString("address")));
		});
		return names;
	}

	private static Line line(Detail detail, Map<String, Name> names) {
		String before = words(detail, detail.before(), names);
		String after = words(detail, detail.after(), names);
		boolean prose = PROSE.contains(detail.column()) || "article_note".equals(detail.part());
		List<Piece> pieces = (prose && before != null && after != null) ? pieces(before, after) : List.of();
		return new Line(detail.column().isEmpty() ? detail.part() : detail.column(), before, after, pieces);
	}

	private static List<Piece> pieces(String before, String after) {
		List<Piece> pieces = new ArrayList<>();
		TextDiff.passages(before, after).forEach((passage) -> pieces.addAll(passage.pieces()));
		return pieces;
	}

	private static @Nullable String words(Detail detail, @Nullable Value value, Map<String, Name> names) {
		if (value == null) {
			return null;
		}
		return detail.column().isEmpty() ? line(detail.part(), value, names) : column(detail.column(), value, names);
	}

	private static String column(String column, Value value, Map<String, Name> names) {
		String text = value.orEmpty(column);
		String kind = REFERENCES.get(column);
		if (kind != null && !text.isEmpty()) {
			return names.getOrDefault(kind + text, new Name(text, null)).label();
		}
		return switch (text) {
			case "true" -> "yes";
			case "false" -> "no";
			default -> PROSE.contains(column) || "slug".equals(column) ? text : text.replace('_', ' ');
		};
	}

	private static String line(String part, Value value, Map<String, Name> names) {
		return switch (part) {
			case "byline" -> column("agent_id", value, names) + brackets(value.get("printed"));
			case "claim_point" ->
				column("point_id", value, names) + value.orEmpty("letter") + " " + value.orEmpty("bearing");
			case "claim_via" -> (value.get("agent_id") != null) ? column("agent_id", value, names) : "the author";
			case "article_basis" -> value.orEmpty("field").replace('_', ' ') + ": "
					+ value.orEmpty("basis").replace('_', ' ') + brackets(value.get("evidence"));
			case "article_note" -> value.orEmpty("note");
			case "old_slug" -> value.orEmpty("slug");
			default -> value.orEmpty("name");
		};
	}

	private static String brackets(@Nullable String text) {
		return (text != null) ? " (" + text + ")" : "";
	}

	private record Name(String label, @Nullable String address) {
	}

}
