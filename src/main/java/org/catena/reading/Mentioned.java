package org.catena.reading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.catena.reading.AgentPage.Mention;
import org.catena.reading.AgentPage.Mentions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds where texts name somebody: whole words, written as they are, so that "US" is not
 * found in "us" nor "Ash" in "Ashgabat". Only the newest articles are searched.
 */
@Component
@Transactional(readOnly = true)
class Mentioned {

	/** Articles that are searched at most. */
	static final int MOST_SEARCHED = 2_000;

	/** Articles and claims that are shown at most. */
	static final int MOST_SHOWN = 20;

	/** Characters around a place. */
	private static final int AROUND = 70;

	private static final Pattern SPECIAL = Pattern.compile("[^\\p{L}\\p{N}\\s]");

	private static final String SEARCHED = """
			searched as (
			  select a.id, v.text from article a join article_version v on v.article_id = a.id and v.number = a.version
			  where a.state = 'published' order by a.date_latest desc nulls last, a.id desc limit :searched)""";

	private final JdbcClient jdbc;

	private final ArticleRows articles;

	private final ClaimRows claims;

	Mentioned(JdbcClient jdbc, ArticleRows articles, ClaimRows claims) {
		this.jdbc = jdbc;
		this.articles = articles;
		this.claims = claims;
	}

	/**
	 * Finds where somebody is named.
	 * @param agentId whose own claims are left out
	 * @param names the name and its variants
	 */
	Mentions of(long agentId, Collection<String> names) {
		record Place(long article, int times, String before, String name, String after, int all) {
		}
		String pattern = pattern(names);
		List<Place> places = this.jdbc.sql("""
				with %s, named as (
				  select s.id, s.text, regexp_instr(s.text, :pattern) as at, regexp_substr(s.text, :pattern) as name
				  from searched s where s.text ~ :pattern)
				select id, regexp_count(text, :pattern) as times, name,
				  substring(text from greatest(1, at - :around) for least(at - 1, :around)) as before,
				  substring(text from at + length(name) for :around) as after, count(*) over () as articles
				from named order by times desc, id limit :most""".formatted(SEARCHED))
			.param("searched", MOST_SEARCHED)
			.param("pattern", pattern)
			.param("around", AROUND)
			.param("most", MOST_SHOWN)
			.query((rs, row) -> new Place(rs.getLong("id"), rs.getInt("times"), rs.getString("before"),
					rs.getString("name"), rs.getString("after"), rs.getInt("articles")))
			.list();
		Map<Long, ArticleRow> rows = this.articles.byId(places.stream().map(Place::article).toList());
		List<Mention> mentions = new ArrayList<>();
		for (Place place : places) {
			ArticleRow row = rows.get(place.article());
			if (row != null) {
				mentions.add(new Mention(row, place.times(), cutBefore(place.before()), place.name(),
						cutAfter(place.after())));
			}
		}
		int[] count = { 0 };
		List<Long> ids = this.jdbc
			.sql("""
					with %s
					select c.id, count(*) over () as claims from shown_claim c join searched s on s.id = c.article_id
					where c.claimant_id is distinct from :agent and c.exact ~ :pattern order by c.id limit :most"""
				.formatted(SEARCHED))
			.param("searched", MOST_SEARCHED)
			.param("agent", agentId)
			.param("pattern", pattern)
			.param("most", MOST_SHOWN)
			.query((rs, row) -> {
				count[0] = rs.getInt("claims");
				return rs.getLong("id");
			})
			.list();
		List<ClaimRow> claims = this.claims.byId(ids)
			.values()
			.stream()
			.sorted(Comparator.comparing(ClaimRow::key))
			.toList();
		int all = this.jdbc.sql("select count(*) from article where state = 'published'").query(Integer.class).single();
		return new Mentions(mentions, places.isEmpty() ? 0 : places.get(0).all(), claims, count[0],
				Math.min(all, MOST_SEARCHED), all);
	}

	/** A regular expression of PostgreSQL for any of the names as a whole word. */
	static String pattern(Collection<String> names) {
		return names.stream()
			.distinct()
			.sorted(Comparator.comparing((String name) -> -name.length()).thenComparing(Comparator.naturalOrder()))
			.map((name) -> SPECIAL.matcher(name.strip()).replaceAll("\\\\$0").replaceAll("\\s+", "\\\\s+"))
			.collect(Collectors.joining("|", "(?<!\\w)(?:", ")(?!\\w)"));
	}

	private static String cutBefore(String words) {
		int paragraph = words.lastIndexOf('\n');
		String cut = words.substring(paragraph + 1);
		int space = cut.indexOf(' ');
		return (paragraph >= 0 || cut.length() < AROUND || space < 0) ? cut : "… " + cut.substring(space + 1);
	}

	private static String cutAfter(String words) {
		int paragraph = words.indexOf('\n');
		String cut = (paragraph >= 0) ? words.substring(0, paragraph) : words;
		int space = cut.lastIndexOf(' ');
		return (paragraph >= 0 || cut.length() < AROUND || space < 0) ? cut : cut.substring(0, space) + " …";
	}

}
