package org.catena.editing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads sources and agents for those who keep them.
 */
@Component
@Transactional(readOnly = true)
class Names {

	/** Rows of a list at most; a search narrows it. */
	static final int MOST = 500;

	private final JdbcClient jdbc;

	Names(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The names that hold a text, variants included; all where it is empty. */
	List<NameRow> list(NameKind kind, String text) {
		String uses = kind.isSource() ? "(select count(*) from article where source_id = n.id)"
				: "(select count(*) from byline where agent_id = n.id) + (select count(*) from claim where claimant_id = n.id)";
		return this.jdbc
			.sql("""
					select n.slug, n.name, array(select name from %1$s_variant where %1$s_id = n.id order by position) as variants,
					  %2$s as uses
					from %1$s n
					where :text = '' or strpos(lower(n.name), lower(:text)) > 0 or strpos(n.slug, lower(:text)) > 0 or exists (
					  select from %1$s_variant where %1$s_id = n.id and strpos(lower(name), lower(:text)) > 0)
					order by lower(n.name), n.slug limit %3$d"""
				.formatted(kind.table(), uses, MOST + 1))
			.param("text", Typed.shown(text).strip())
			.query((row, number) -> new NameRow(row.getString("slug"), row.getString("name"), texts(row),
					row.getLong("uses")))
			.list();
	}

	/** A name as a form has it, with its fixity under {@code seen}. */
	Optional<Map<String, String>> find(NameKind kind, String slug) {
		return this.jdbc.sql("""
				select n.*, array(select name from %1$s_variant where %1$s_id = n.id order by position) as variants
				from %1$s n where slug = :slug""".formatted(kind.table()))
			.param("slug", Typed.shown(slug))
			.query((row, number) -> {
				Map<String, String> values = new LinkedHashMap<>();
				values.put("seen", row.getString("sha256"));
				values.put("name", row.getString("name"));
				if (kind.isSource()) {
					for (String column : List.of("publisher", "website", "country")) {
						values.put(column, Typed.orEmpty(row.getString(column)));
					}
					values.put("country-basis", row.getString("country_basis"));
					values.put("country-evidence", Typed.orEmpty(row.getString("country_evidence")));
					values.put("country-confidence", Typed.confidence(row.getBigDecimal("country_confidence")));
				}
				else {
					values.put("kind", row.getString("kind"));
					values.put("about", Typed.orEmpty(row.getString("about")));
				}
				values.put("variants", String.join("\n", texts(row)));
				return values;
			})
			.optional();
	}

	/**
	 * The slug that a slug, a name or a variant means; nothing where none or several do.
	 */
	Optional<String> slug(NameKind kind, String typed) {
		List<String> found = this.jdbc
			.sql("""
					select slug from %1$s where slug = lower(:typed)
					union select slug from %1$s where lower(name) = lower(:typed)
					union select slug from %1$s n join %1$s_variant v on v.%1$s_id = n.id where lower(v.name) = lower(:typed)"""
				.formatted(kind.table()))
			.param("typed", Typed.shown(typed).strip())
			.query(String.class)
			.list();
		return (found.size() == 1) ? Optional.of(found.get(0))
				: found.contains(typed.strip()) ? Optional.of(typed.strip()) : Optional.empty();
	}

	/** What would go over from one name to another, in words with counts. */
	Map<String, Long> moving(NameKind kind, String slug) {
		Map<String, Long> moving = new LinkedHashMap<>();
		String id = "(select id from %s where slug = :slug)".formatted(kind.table());
		if (kind.isSource()) {
			moving.put("articles", count("article where source_id = " + id, slug));
		}
		else {
			moving.put("articles as their author", count("byline where agent_id = " + id, slug));
			moving.put("claims as their claimant", count("claim where claimant_id = " + id, slug));
			moving.put("claims that come through it", count("claim_via where agent_id = " + id, slug));
			moving.put("claims with it as their target", count("claim where target_agent_id = " + id, slug));
		}
		moving.put("variants of its name, and the name itself as one more",
				count("%1$s_variant where %1$s_id = ".formatted(kind.table()) + id, slug));
		return moving;
	}

	private long count(String from, String slug) {
		return this.jdbc.sql("select count(*) from " + from).param("slug", slug).query(Long.class).single();
	}

	/** All names, for a field that offers them. */
	List<String> all(NameKind kind) {
		return this.jdbc.sql("select slug from %s order by slug limit 5000".formatted(kind.table()))
			.query(String.class)
			.list();
	}

	private static List<String> texts(ResultSet row) throws SQLException {
		return Arrays.stream((Object[]) row.getArray("variants").getArray()).map(String::valueOf).toList();
	}

	/**
	 * A name in a list.
	 *
	 * @param slug its name in addresses
	 * @param name the authorised name
	 * @param variants its variants
	 * @param uses how many articles and claims name it
	 */
	record NameRow(String slug, String name, List<String> variants, long uses) {
	}

}
