package org.catena.search;

import java.util.List;

import org.catena.annotation.Kind;
import org.catena.annotation.Stance;

/**
 * A claim that was found.
 *
 * @param key its permanent id
 * @param quote the words of the article
 * @param paraphrase what is claimed, in the archive's words
 * @param stance of the claimant
 * @param kind what kind of statement it is
 * @param claimant whose claim it is
 * @param points the points that it is linked to
 * @param articleSlug its article's name in addresses
 * @param articleTitle its article's title
 * @param source its article's source
 */
public record ClaimHit(String key, Passage quote, Passage paraphrase, Stance stance, Kind kind, Name claimant,
		List<PointLink> points, String articleSlug, String articleTitle, String source) {

	/**
	 * The points of a claim {@code c}, each once, as one text each: neither a slug nor a
	 * number has a slash.
	 */
	static final String POINTS = """
			array(select distinct on (l.id, p.number) l.slug || '/' || p.number || '/' || p.title from claim_point cp
			    join point p on p.id = cp.point_id join plan l on l.id = p.plan_id
			    where cp.claim_id = c.id order by l.id, p.number)""";

	/** Its name within the article, {@code c07} for instance. */
	public String place() {
		return this.key.substring(this.key.indexOf('/') + 1);
	}

	/**
	 * A point that a claim is linked to.
	 *
	 * @param plan the plan's slug
	 * @param number the point's number
	 * @param title the point's title
	 */
	public record PointLink(String plan, int number, String title) {

		/** As {@link ClaimHit#POINTS} writes it. */
		static PointLink of(String written) {
			String[] parts = written.split("/", 3);
			return new PointLink(parts[0], Integer.parseInt(parts[1]), parts[2]);
		}

	}

}
