package org.catena.agreement;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.catena.agreement.Adjudication.SecondCoder;
import org.catena.agreement.CodedClaim.PointLink;
import org.catena.article.TextSpan;
import org.catena.past.Past;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the second codings that were finished in the workbench, and measures them. Each
 * is compared with the first coding as it was at that moment, so its figures never
 * change; they are computed once.
 */
@Component
@Transactional(readOnly = true)
public class MeasuredCodings {

	private static final String CODINGS = """
			select sc.id, a.slug, coalesce(a.title, a.supplied_title) as title, s.name as source, sc.version,
			  a.version as current, v.code_points, e.name as coder, sc.blind, sc.finished_at, sc.adjudicated_at
			from second_coding sc join article a on a.id = sc.article_id join source s on s.id = a.source_id
			join article_version v on v.article_id = a.id and v.number = sc.version
			join editor e on e.id = sc.editor_id
			where a.state = 'published' and sc.state in ('finished', 'adjudicated') and %s
			order by sc.finished_at desc, sc.id desc""";

	private static final String ADJUDICATED = "sc.state = 'adjudicated' and a.slug = :slug";

	/** Agents are named as they are called now: some were merged since. */
	private static final String CLAIMS = """
			select c.second_coding_id, c.number, c.side, c.key, c.span_start, c.span_end, c.exact, c.paraphrase, c.kind, c.stance,
			  c.target, coalesce(t.slug, c.target_agent) as target_agent, c.aspect, c.certainty, c.version, c.uptake,
			  coalesce(g.slug, c.claimant) as claimant, c.points,
			  array(select coalesce(later.slug, through.word) from unnest(c.via) with ordinality through (word, position)
			    left join old_agent_slug old on old.slug = through.word left join agent later on later.id = old.agent_id
			    order by through.position) as via,
			  (select claim.key from shown_claim claim where claim.id = c.claim_id) as shown
			from second_coding_claim c
			left join old_agent_slug og on og.slug = c.claimant left join agent g on g.id = og.agent_id
			left join old_agent_slug ot on ot.slug = c.target_agent left join agent t on t.id = ot.agent_id
			where c.second_coding_id = any(:ids)
			order by c.second_coding_id, c.span_start, c.span_end desc, c.key""";

	private static final Pattern POINT = Pattern.compile("(.*)/(\\d+)([a-z]?)/([a-z]+)");

	private final JdbcClient jdbc;

	private final Map<Long, Measured> measured = new ConcurrentHashMap<>();

	MeasuredCodings(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** All that are finished, the last first. */
	public List<MeasuredCoding> all() {
		List<Finished> finished = finished("true", Map.of());
		this.measured.keySet().retainAll(finished.stream().map(Finished::id).toList());
		return measure(finished);
	}

	/** Those of an article, the last first. */
	public List<MeasuredCoding> of(String slug) {
		return measure(finished("a.slug = :slug", Map.of("slug", slug)));
	}

	/** One of them, if it is finished. */
	public Optional<MeasuredCoding> find(long id) {
		return measure(finished("sc.id = :id", Map.of("id", id))).stream().findFirst();
	}

	/**
	 * Both codings of one, as they were when it was finished, by the numbers of the rows
	 * in which they stand side by side.
	 * @param id of the second coding
	 */
	public Map<Integer, PairedClaim> rows(long id) {
		Map<Integer, PairedClaim> rows = new TreeMap<>();
		this.jdbc.sql(CLAIMS).param("ids", new Long[] { id }).query((rs) -> {
			CodedClaim claim = Frozen.claim(rs);
			PairedClaim one = "first".equals(rs.getString("side")) ? new PairedClaim(claim, null)
					: new PairedClaim(null, claim);
			rows.merge(rs.getInt("number"), one, PairedClaim::with);
		});
		return rows;
	}

	/**
	 * Where the adjudicated ones of an article differ from the first coding; in the past,
	 * those that were adjudicated by then. They are not changed since.
	 * @param shown the claims that the archive shows
	 */
	List<Adjudication> adjudications(String slug, List<CodedClaim> shown) {
		List<Finished> adjudicated = Past.current()
			.map((past) -> finished(ADJUDICATED + " and sc.adjudicated_at < :end",
					Map.of("slug", slug, "end", past.end().atOffset(ZoneOffset.UTC))))
			.orElseGet(() -> finished(ADJUDICATED, Map.of("slug", slug)));
		Map<Long, Frozen> frozen = frozen(adjudicated);
		List<Adjudication> adjudications = new ArrayList<>();
		for (Finished coding : adjudicated) {
			Frozen claims = frozen.getOrDefault(coding.id(), new Frozen());
			CodedText text = claims.text(coding);
			// Spans of another version say nothing about what stands where now.
			List<CodedClaim> now = coding.isCurrent() ? shown : List.of();
			Map<CodedClaim, String> places = new HashMap<>();
			Matching.of(text.second(), now, Overlap.OVER_SHORTER)
				.pairs()
				.forEach((pair) -> places.put(pair.first(), pair.second().key()));
			places.putAll(claims.taken);
			adjudications.add(Adjudicating.list(text, shown, places::get)
				.by(new SecondCoder(coding.coder(), coding.version(), coding.blind())));
		}
		return adjudications;
	}

	private List<Finished> finished(String which, Map<String, ?> params) {
		return this.jdbc.sql(CODINGS.formatted(which)).params(params).query(Finished::of).list();
	}

	private List<MeasuredCoding> measure(List<Finished> codings) {
		Map<Long, Frozen> frozen = frozen(codings.stream().filter((coding) -> known(coding).isEmpty()).toList());
		return codings.stream().map((coding) -> {
			Agreement agreement = known(coding).orElseGet(() -> {
				CodedText text = frozen.getOrDefault(coding.id(), new Frozen()).text(coding);
				Agreement computed = Measuring.agreement(List.of(text));
				this.measured.put(coding.id(), new Measured(coding.finishedAt(), computed));
				return computed;
			});
			return new MeasuredCoding(coding.id(), coding.text(),
					new SecondCoder(coding.coder(), coding.version(), coding.blind()), coding.finishedAt(),
					coding.adjudicatedAt(), agreement);
		}).toList();
	}

	private Optional<Agreement> known(Finished coding) {
		return Optional.ofNullable(this.measured.get(coding.id()))
			.filter((measured) -> measured.finishedAt().equals(coding.finishedAt()))
			.map(Measured::agreement);
	}

	private Map<Long, Frozen> frozen(List<Finished> codings) {
		Map<Long, Frozen> frozen = new HashMap<>();
		if (!codings.isEmpty()) {
			Long[] ids = codings.stream().map(Finished::id).toArray(Long[]::new);
			this.jdbc.sql(CLAIMS).param("ids", ids).query((rs) -> {
				frozen.computeIfAbsent(rs.getLong("second_coding_id"), (id) -> new Frozen()).add(rs);
			});
		}
		return frozen;
	}

	private record Finished(long id, TextRef text, int version, boolean isCurrent, int codePoints, String coder,
			boolean blind, Instant finishedAt, @Nullable Instant adjudicatedAt) {

		static Finished of(ResultSet rs, int row) throws SQLException {
			OffsetDateTime adjudicated = rs.getObject("adjudicated_at", OffsetDateTime.class);
			return new Finished(rs.getLong("id"),
					new TextRef(rs.getString("slug"), rs.getString("title"), rs.getString("source")),
					rs.getInt("version"), rs.getInt("version") == rs.getInt("current"), rs.getInt("code_points"),
					rs.getString("coder"), rs.getBoolean("blind"),
					rs.getObject("finished_at", OffsetDateTime.class).toInstant(),
					(adjudicated != null) ? adjudicated.toInstant() : null);
		}

	}

	private record Measured(Instant finishedAt, Agreement agreement) {
	}

	/** Both codings as they were when the second was finished. */
	private static final class Frozen {

		private final List<CodedClaim> first = new ArrayList<>();

		private final List<CodedClaim> second = new ArrayList<>();

		/** The ids of the claims that adjudication made of some, where they are shown. */
		private final Map<CodedClaim, String> taken = new HashMap<>();

		void add(ResultSet rs) throws SQLException {
			CodedClaim claim = claim(rs);
			boolean isFirst = "first".equals(rs.getString("side"));
			(isFirst ? this.first : this.second).add(claim);
			String shown = rs.getString("shown");
			if (!isFirst && shown != null) {
				this.taken.put(claim, shown);
			}
		}

		CodedText text(Finished coding) {
			return new CodedText(coding.text(), coding.codePoints(), this.first, this.second);
		}

		private static CodedClaim claim(ResultSet rs) throws SQLException {
			Map<CodedField, String> values = new EnumMap<>(CodedField.class);
			for (CodedField field : CodedField.values()) {
				String value = rs.getString(field.word());
				values.put(field, (value != null) ? value : CodedClaim.NONE);
			}
			TreeSet<PointLink> points = new TreeSet<>();
			for (String link : texts(rs.getArray("points"))) {
				Matcher point = POINT.matcher(link);
				if (point.matches()) {
					points.add(new PointLink(point.group(1), Integer.parseInt(point.group(2)),
							point.group(3).isEmpty() ? null : point.group(3), point.group(4)));
				}
			}
			return new CodedClaim(rs.getString("key"), new TextSpan(rs.getInt("span_start"), rs.getInt("span_end")),
					rs.getString("exact"), rs.getString("paraphrase"), values, texts(rs.getArray("via")), points);
		}

		private static List<String> texts(Array array) throws SQLException {
			return List.of((String[]) array.getArray());
		}

	}

}
