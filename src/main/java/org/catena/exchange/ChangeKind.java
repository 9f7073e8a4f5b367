package org.catena.exchange;

import java.util.Locale;

/**
 * The kinds of things that programs follow, and what of them is shown.
 */
enum ChangeKind {

	PLAN("plan t on t.id = m.id", "true", "t.slug", "null::text"),

	/** One that was merged with another is no longer there. */
	SOURCE(named("source", "name"), "t.here", "t.slug", reasonOfMerged("source"), merged("source")),

	/** One that was merged with another is no longer there. */
	AGENT(named("agent", "kind"), "t.here", "t.slug", reasonOfMerged("agent"), merged("agent")),

	ARTICLE("article t on t.id = m.id", "t.state = 'published'", "t.slug", "t.withdrawn_reason"),

	/** Without second codings, which readers are shown in comparisons only. */
	CLAIM("claim t on t.id = m.id and t.standing <> 'compared' join article a on a.id = t.article_id",
			"(t.standing = 'shown' and a.state = 'published')", "t.key",
			"coalesce(t.withdrawn_reason, a.withdrawn_reason)"),

	RELATION("""
			relation_in_order t on t.id = m.id join claim f on f.id = t.first_id and f.standing <> 'compared'
			join claim o on o.id = t.second_id and o.standing <> 'compared'""",
			"exists (select from shown_relation s where s.id = t.id)", "concat_ws(' ', t.type, f.key, o.key)",
			"coalesce(t.withdrawn_reason, 'One of its claims was withdrawn.')"),

	DISCREPANCY("""
			discrepancy t on t.id = m.id join claim c on c.id = t.claim_id and c.standing <> 'compared'
			join point p on p.id = t.point_id join plan l on l.id = p.plan_id""",
			"exists (select from shown_discrepancy s where s.id = t.id)",
			"concat_ws(' ', c.key, l.slug || '/' || p.number || coalesce(t.letter, ''))",
			"coalesce(t.withdrawn_reason, 'Its claim was withdrawn.')");

	private final String join;

	private final String shown;

	private final String name;

	private final String reason;

	private final String mergedInto;

	ChangeKind(String join, String shown, String name, String reason) {
		this(join, shown, name, reason, "null::text");
	}

	ChangeKind(String join, String shown, String name, String reason, String mergedInto) {
		this.join = join;
		this.shown = shown;
		this.name = name;
		this.reason = reason;
		this.mergedInto = mergedInto;
	}

	/** The names that are there, with a further column, and those that are gone. */
	private static String named(String table, String column) {
		String here = "select id, slug, %s, true as here from %s".formatted(column, table);
		String gone = "select id, slug, null, false from gone_name where kind = '%s'".formatted(table);
		return "(" + here + " union all " + gone + ") t on t.id = m.id";
	}

	private static String merged(String table) {
		String into = "select n.slug from old_%1$s_slug o join %1$s n on n.id = o.%1$s_id".formatted(table);
		return "(" + into + " where not t.here and o.slug = t.slug)";
	}

	private static String reasonOfMerged(String table) {
		return "coalesce('It was merged with ' || " + merged(table) + " || '.', 'It is no more.')";
	}

	/** The kind as the tables write it. */
	String word() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** Its table, as {@code t}, and what else tells whether it is shown. */
	String join() {
		return this.join;
	}

	/** Whether it is shown, in SQL. */
	String shown() {
		return this.shown;
	}

	/** By which programs know it, in SQL. */
	String naming() {
		return this.name;
	}

	/** Why it is not shown, in SQL. */
	String reason() {
		return this.reason;
	}

	/** The name of the one with which it was merged, in SQL. */
	String mergedInto() {
		return this.mergedInto;
	}

}
