package org.catena.editing;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The claims that wait for an editor: held, and without a place in the current text.
 */
@Component
class Orphans {

	/** Claims that the list shows at most. */
	static final int MOST = 500;

	private static final String WAITING = """
			from claim c join article a on a.id = c.article_id
			where c.anchoring = 'orphan' and c.standing <> 'withdrawn' and a.state = 'published'""";

	private final JdbcClient jdbc;

	Orphans(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	long count() {
		return this.jdbc.sql("select count(*) " + WAITING).query(Long.class).single();
	}

	boolean isAnyOf(String article) {
		return this.jdbc.sql("select exists (select " + WAITING + " and a.slug = :slug)")
			.param("slug", article)
			.query(Boolean.class)
			.single();
	}

	/** Those that wait, by article. */
	List<OrphanRow> all() {
		return this.jdbc
			.sql("""
					select c.key, c.exact, c.paraphrase, c.stance, c.standing, c.coding, c.made_on_version, c.updated_at, a.slug,
					  coalesce(a.title, a.supplied_title) as title
					"""
					+ WAITING + " order by a.slug, c.standing desc, c.key limit " + MOST)
			.query((row, number) -> new OrphanRow(row.getString("key"), row.getString("exact"),
					row.getString("paraphrase"), row.getString("stance"), "shown".equals(row.getString("standing")),
					row.getString("coding"), row.getInt("made_on_version"), When.of(row, "updated_at"),
					row.getString("slug"), row.getString("title")))
			.list();
	}

	/**
	 * A claim that waits.
	 *
	 * @param key its permanent id
	 * @param exact its quote
	 * @param paraphrase what is claimed
	 * @param stance of the claimant
	 * @param shown whether readers see it; otherwise it serves agreement only
	 * @param coding whose coding it is
	 * @param madeOn the number of the version from which the quote was taken
	 * @param since when it lost its place
	 * @param article the slug of its article
	 * @param title of the article
	 */
	record OrphanRow(String key, String exact, String paraphrase, String stance, boolean shown, String coding,
			int madeOn, When since, String article, String title) {
	}

}
