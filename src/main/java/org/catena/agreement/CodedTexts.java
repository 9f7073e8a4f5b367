package org.catena.agreement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.catena.agreement.CodedClaim.PointLink;
import org.catena.agreement.Comparison.Codings;
import org.catena.annotation.CodingName;
import org.catena.annotation.Standing;
import org.catena.article.TextSpan;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads texts of which the archive has two codings: three statements for each coding
 * whatever the number of texts, and three for all codings of one text.
 */
@Component
class CodedTexts {

	private static final String CLAIMS = """
			select c.id, c.key, c.standing, c.coding, c.span_start, c.span_end, c.exact, c.paraphrase, c.kind, c.stance,
			  c.target, t.slug as target_agent, c.aspect, c.certainty, c.version, c.uptake,
			  case when c.claimant_is_author then 'author' else g.slug end as claimant,
			  a.slug, coalesce(a.title, a.supplied_title) as title, s.name as source, v.code_points
			from claim c join article a on a.id = c.article_id join source s on s.id = a.source_id
			join article_version v on v.article_id = a.id and v.number = a.version
			left join agent g on g.id = c.claimant_id left join agent t on t.id = c.target_agent_id
			where a.state = 'published' and c.span_start is not null and %s
			order by a.date, a.slug, c.span_start, c.span_end desc, c.key""";

	private static final String POINTS = """
			select cp.claim_id, pl.slug as plan, p.number, cp.letter, cp.bearing
			from claim_point cp join point p on p.id = cp.point_id join plan pl on pl.id = p.plan_id
			join claim c on c.id = cp.claim_id join article a on a.id = c.article_id where %s""";

	private static final String VIA = """
			select v.claim_id, case when v.is_author then 'author' else g.slug end as via
			from claim_via v left join agent g on g.id = v.agent_id join claim c on c.id = v.claim_id
			join article a on a.id = c.article_id where %s order by v.claim_id, v.position""";

	private static final String STATE = """
			select concat_ws(' ', (select count(*) from claim), (select max(updated_at) from claim),
			  (select count(*) from article), (select max(updated_at) from article),
			  (select md5(string_agg(sha256, ' ' order by id)) from source))""";

	private static final String SHOWN = "c.standing = 'shown'";

	private final JdbcClient jdbc;

	CodedTexts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Another text as soon as anything that is compared or named here changes. */
	String state() {
		return this.jdbc.sql(STATE).query(String.class).single();
	}

	/** The texts that have both codings, earliest first. */
	List<CodedText> read(Codings codings) {
		Map<String, List<Coded>> firsts = new LinkedHashMap<>();
		coding((codings == Codings.INDEPENDENT) ? compared(CodingName.FIRST_INDEPENDENT) : SHOWN, Map.of())
			.forEach((coded) -> firsts.computeIfAbsent(coded.text().slug(), (slug) -> new ArrayList<>()).add(coded));
		Map<String, List<CodedClaim>> seconds = new HashMap<>();
		coding(compared(CodingName.SECOND), Map.of())
			.forEach((coded) -> seconds.computeIfAbsent(coded.text().slug(), (slug) -> new ArrayList<>())
				.add(coded.claim()));
		List<CodedText> texts = new ArrayList<>();
		firsts.forEach((slug, coded) -> {
			List<CodedClaim> second = seconds.get(slug);
			if (second != null) {
				Coded any = coded.get(0);
				texts.add(new CodedText(any.text(), any.codePoints(), claims(coded), second));
			}
		});
		return texts;
	}

	/** The two independent codings of an article, where it has them, and its claims. */
	CodedThrice ofArticle(String slug) {
		Map<String, List<Coded>> byCoding = coding("a.slug = :slug and (" + SHOWN + " or "
				+ compared(CodingName.FIRST_INDEPENDENT) + " or " + compared(CodingName.SECOND) + ")",
				Map.of("slug", slug))
			.stream()
			.collect(Collectors.groupingBy(Coded::coding));
		List<Coded> first = byCoding.getOrDefault(CodingName.FIRST_INDEPENDENT, List.of());
		List<Coded> second = byCoding.getOrDefault(CodingName.SECOND, List.of());
		List<CodedClaim> shown = claims(byCoding.getOrDefault(SHOWN, List.of()));
		if (first.isEmpty() || second.isEmpty()) {
			return new CodedThrice(null, shown);
		}
		return new CodedThrice(
				new CodedText(first.get(0).text(), first.get(0).codePoints(), claims(first), claims(second)), shown);
	}

	/** The claims of an article that are shown, in the order of the text. */
	List<CodedClaim> shown(String slug) {
		return claims(coding("a.slug = :slug and " + SHOWN, Map.of("slug", slug)));
	}

	private static List<CodedClaim> claims(List<Coded> coded) {
		return coded.stream().map(Coded::claim).toList();
	}

	private static String compared(String coding) {
		return "c.standing = '" + Standing.COMPARED.word() + "' and c.coding = '" + coding + "'";
	}

	private List<Coded> coding(String which, Map<String, ?> params) {
		Map<Long, SortedSet<PointLink>> points = new HashMap<>();
		this.jdbc.sql(POINTS.formatted(which)).params(params).query((rs) -> {
			points.computeIfAbsent(rs.getLong("claim_id"), (id) -> new TreeSet<>())
				.add(new PointLink(rs.getString("plan"), rs.getInt("number"), rs.getString("letter"),
						rs.getString("bearing")));
		});
		Map<Long, List<String>> via = new HashMap<>();
		this.jdbc.sql(VIA.formatted(which)).params(params).query((rs) -> {
			via.computeIfAbsent(rs.getLong("claim_id"), (id) -> new ArrayList<>()).add(rs.getString("via"));
		});
		return this.jdbc.sql(CLAIMS.formatted(which))
			.params(params)
			.query((rs, row) -> coded(rs, points.getOrDefault(rs.getLong("id"), new TreeSet<>()),
					via.getOrDefault(rs.getLong("id"), List.of())))
			.list();
	}

	private static Coded coded(ResultSet rs, SortedSet<PointLink> points, List<String> via) throws SQLException {
		Map<CodedField, String> values = new EnumMap<>(CodedField.class);
		for (CodedField field : CodedField.values()) {
			String value = rs.getString(field.word());
			values.put(field, (value != null) ? value : CodedClaim.NONE);
		}
		return new Coded(new TextRef(rs.getString("slug"), rs.getString("title"), rs.getString("source")),
				rs.getInt("code_points"),
				Standing.SHOWN.word().equals(rs.getString("standing")) ? SHOWN : rs.getString("coding"),
				new CodedClaim(CodingName.keyInFiles(rs.getString("key")),
						new TextSpan(rs.getInt("span_start"), rs.getInt("span_end")), rs.getString("exact"),
						rs.getString("paraphrase"), values, via, points));
	}

	/**
	 * A claim with the coding that it belongs to.
	 *
	 * @param coding the coding's name, or {@link #SHOWN} for what is shown, whoever coded
	 * it
	 */
	private record Coded(TextRef text, int codePoints, String coding, CodedClaim claim) {
	}

	/**
	 * All codings of a text.
	 *
	 * @param independent the text with its two independent codings; null where it has not
	 * both
	 * @param shown the claims that the archive shows
	 */
	record CodedThrice(@Nullable CodedText independent, List<CodedClaim> shown) {
	}

}
