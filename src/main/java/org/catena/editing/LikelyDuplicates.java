package org.catena.editing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import org.catena.intake.Proposal;
import org.catena.intake.ProposedValue;
import org.catena.intake.ReceivedPieces.Received;
import org.catena.intake.Shingles;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds what the archive has already of a piece that comes in: an article with its
 * address, an earlier piece with the same bytes, an article with the same words.
 */
@Component
class LikelyDuplicates {

	/** The share of runs of words from which two texts count as the same piece. */
	private static final double MUCH = 0.3;

	/** Code points of the probes by which articles with the same words are looked for. */
	private static final int PROBE = 60;

	private final JdbcClient jdbc;

	LikelyDuplicates(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * An article or piece that is likely the same.
	 *
	 * @param href where it is
	 * @param title how it is called
	 * @param reason why it is likely the same
	 */
	record Duplicate(String href, String title, String reason) {
	}

	List<Duplicate> find(Received received, Proposal proposal) {
		List<Duplicate> found = new ArrayList<>();
		found.addAll(sameAddress(proposal));
		found.addAll(sameWords(Typed.shown(proposal.text())));
		found.addAll(sameBytes(received));
		return found;
	}

	private List<Duplicate> sameAddress(Proposal proposal) {
		Set<String> addresses = new TreeSet<>();
		for (ProposedValue address : proposal.addresses()) {
			String typed = Typed.shown(address.value());
			String plain = typed.replaceAll("[?#].*", "").replaceAll("/+$", "");
			addresses.addAll(List.of(typed, plain, plain + "/"));
		}
		if (addresses.isEmpty()) {
			return List.of();
		}
		return this.jdbc.sql("""
				select slug, coalesce(title, supplied_title) as title from article
				where url = any(:addresses) or alternate_url = any(:addresses) order by slug limit 10""")
			.param("addresses", addresses.toArray(String[]::new))
			.query((row, number) -> new Duplicate("/articles/" + row.getString("slug"), row.getString("title"),
					"the same address"))
			.list();
	}

	/** Looks for three passages of the text, then compares the whole texts. */
	private List<Duplicate> sameWords(String text) {
		List<String> probes = new ArrayList<>();
		for (String paragraph : text.split("\n\n")) {
			if (paragraph.codePointCount(0, paragraph.length()) >= 2 * PROBE && probes.size() < 3) {
				probes.add(probe(paragraph));
			}
		}
		if (probes.isEmpty()) {
			return List.of();
		}
		return this.jdbc.sql("""
				select slug, coalesce(article.title, supplied_title) as title, text
				from article join article_version on article_version.article_id = article.id
				  and article_version.number = article.version
				where exists (select from unnest(array[:probes]) as probe where strpos(text, probe) > 0)
				order by slug limit 10""").param("probes", probes).query((row, number) -> {
			double share = Shingles.contained(text, row.getString("text"));
			return (share < MUCH) ? List.<Duplicate>of()
					: List.of(new Duplicate("/articles/" + row.getString("slug"), row.getString("title"),
							String.format(Locale.ROOT, "%.0f %% of its words stand there", 100 * share)));
		}).list().stream().flatMap(List::stream).toList();
	}

	/** The words after the first; the end where the first is nearly all. */
	private static String probe(String paragraph) {
		int last = paragraph.codePointCount(0, paragraph.length()) - PROBE;
		int start = paragraph.codePointCount(0, paragraph.indexOf(' ') + 1);
		int from = paragraph.offsetByCodePoints(0, Math.min(start, last));
		return paragraph.substring(from, paragraph.offsetByCodePoints(from, PROBE));
	}

	private List<Duplicate> sameBytes(Received received) {
		return this.jdbc.sql("""
				select id, received_by, received_at from received_piece
				where sha256 = :sha256 and id < :id order by id limit 5""")
			.param("sha256", received.sha256())
			.param("id", received.id())
			.query((row, number) -> new Duplicate("/admin/intake/" + row.getLong("id"),
					"Piece " + row.getLong("id") + ", handed in by " + row.getString("received_by") + " on "
							+ When.of(row, "received_at").words(),
					"the same bytes"))
			.list();
	}

}
