package org.catena.editing;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;

import org.catena.agreement.Coverages;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads what the editors' page says of the archive.
 */
@Component
@Transactional(readOnly = true)
class Dashboard {

	/** Articles whose coverage is shown: the newest. */
	private static final int COVERED = 12;

	private final JdbcClient jdbc;

	private final Coverages coverages;

	private final Clock clock;

	Dashboard(JdbcClient jdbc, Coverages coverages, Clock clock) {
		this.jdbc = jdbc;
		this.coverages = coverages;
		this.clock = clock;
	}

	/** How many claims that are shown have no place in the text as it is. */
	int orphans() {
		return this.jdbc.sql("select count(*) from shown_claim where anchoring = 'orphan'")
			.query(Integer.class)
			.single();
	}

	/** The share of the sentences that carry a claim, of the newest articles. */
	List<CoverageRow> coverage() {
		return this.coverages.newest(COVERED, 0)
			.stream()
			.map((coverage) -> new CoverageRow(coverage.text().slug(), coverage.text().title(), coverage.covered(),
					coverage.sentences()))
			.toList();
	}

	/** What was added and changed within the last seven days. */
	Week week() {
		return this.jdbc
			.sql("""
					select
					  (select count(*) from article where created_at > :since) as new_articles,
					  (select count(*) from article where updated_at > :since and created_at <= :since) as changed_articles,
					  (select count(*) from article_version where created_at > :since and number > 1) as versions,
					  (select count(*) from claim where created_at > :since and standing = 'shown') as new_claims,
					  (select count(*) from claim where updated_at > :since and created_at <= :since and standing = 'shown') as changed_claims,
					  (select count(*) from claim where updated_at > :since and standing = 'withdrawn') as withdrawn_claims,
					  (select count(*) from draft_step where taken_at > :since and step = 'published') as published_drafts""")
			.param("since", this.clock.instant().minus(Duration.ofDays(7)).atOffset(ZoneOffset.UTC))
			.query((row, number) -> new Week(row.getInt("new_articles"), row.getInt("changed_articles"),
					row.getInt("versions"), row.getInt("new_claims"), row.getInt("changed_claims"),
					row.getInt("withdrawn_claims"), row.getInt("published_drafts")))
			.single();
	}

	/**
	 * How far an article is coded.
	 *
	 * @param slug its name in addresses
	 * @param title its title
	 * @param covered sentences that carry a claim
	 * @param sentences all its sentences
	 */
	record CoverageRow(String slug, String title, int covered, int sentences) {

		/** In hundredths, rounded down. */
		public int percent() {
			return (this.sentences == 0) ? 0 : 100 * this.covered / this.sentences;
		}

	}

	/**
	 * What changed in a week.
	 *
	 * @param newArticles articles that were added
	 * @param changedArticles articles that were there before and changed
	 * @param versions corrected texts
	 * @param newClaims claims that were added
	 * @param changedClaims claims that were there before and changed
	 * @param withdrawnClaims claims that were withdrawn
	 * @param publishedDrafts drafts that were published
	 */
	record Week(int newArticles, int changedArticles, int versions, int newClaims, int changedClaims,
			int withdrawnClaims, int publishedDrafts) {
	}

}
