package org.catena.ingest;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import org.catena.annotation.Aspect;
import org.catena.annotation.Bearing;
import org.catena.annotation.Certainty;
import org.catena.annotation.ClaimSubmission;
import org.catena.annotation.ClaimSubmission.PointLink;
import org.catena.annotation.CodingName;
import org.catena.annotation.DiscrepancySubmission;
import org.catena.annotation.Gravity;
import org.catena.annotation.Kind;
import org.catena.annotation.PlanVersion;
import org.catena.annotation.RelationSubmission;
import org.catena.annotation.RelationType;
import org.catena.annotation.Stance;
import org.catena.annotation.Target;
import org.catena.annotation.TextQuote;
import org.catena.annotation.Uptake;
import org.catena.article.AgentKind;
import org.catena.article.AgentSubmission;
import org.catena.article.ArticleSubmission;
import org.catena.article.ArticleSubmission.BylineSubmission;
import org.catena.article.ArticleSubmission.RawText;
import org.catena.article.ArticleText;
import org.catena.article.Basis;
import org.catena.article.BasisKind;
import org.catena.article.DerivedFrom;
import org.catena.article.MetadataField;
import org.catena.article.SourceSubmission;
import org.catena.plan.EdtfDate;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Articles of the archive as files of the corpus: what a reading of these files hands in
 * is what the archive holds. Withdrawn claims and relations are not in the files.
 */
@Component
@Transactional(readOnly = true)
public class CorpusFiles {

	private static final String SHOWN = "standing = 'shown'";

	private final JdbcClient jdbc;

	CorpusFiles(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The file of an article, withdrawn or not. */
	public Optional<String> article(String slug) {
		return submission(slug).map(CorpusWriter::article);
	}

	/** The file of the claims that the archive shows of an article. */
	public Optional<String> claims(String slug) {
		return exists(slug) ? Optional.of(CorpusWriter.claims(claims(slug, SHOWN))) : Optional.empty();
	}

	/**
	 * Everything that the format has of an article, as the files of a small corpus: with
	 * the codings before adjudication and by the second coder, the relations and
	 * discrepancies of its claims, its source, and the agents that it names.
	 * @param slug of the article
	 * @return texts by the paths of the files; none where there is no such article
	 */
	public Map<String, String> all(String slug) {
		Optional<ArticleSubmission> found = submission(slug);
		Map<String, String> files = new LinkedHashMap<>();
		found.ifPresent((article) -> {
			List<ClaimSubmission> shown = claims(slug, SHOWN);
			List<ClaimSubmission> independent = claims(slug,
					"standing = 'compared' and coding = '" + CodingName.FIRST_INDEPENDENT + "'")
				.stream()
				.map(CorpusFiles::asFirst)
				.toList();
			List<ClaimSubmission> compared = claims(slug,
					"standing = 'compared' and coding <> '" + CodingName.FIRST_INDEPENDENT + "'");
			Set<String> names = new LinkedHashSet<>();
			article.authors().forEach((author) -> names.add(author.agent()));
			List.of(shown, independent, compared).forEach((claims) -> claims.forEach((claim) -> {
				names.add(claim.claimant());
				names.addAll(claim.via());
				if (claim.targetAgent() != null) {
					names.add(claim.targetAgent());
				}
			}));
			files.put("sources.yaml", CorpusWriter.sources(sources(article.source())));
			put(files, "agents.yaml", CorpusWriter.agents(agents(names)));
			files.put("articles/" + slug + ".md", CorpusWriter.article(article));
			files.put("articles/" + slug + ".claims.yaml", CorpusWriter.claims(shown));
			if (!independent.isEmpty()) {
				files.put("first-coding/" + slug + ".claims.yaml", CorpusWriter.claims(independent));
			}
			if (!compared.isEmpty()) {
				files.put("second-coding/" + slug + ".claims.yaml", CorpusWriter.claims(compared));
			}
			put(files, "relations.yaml", CorpusWriter.relations(relations(slug)));
			put(files, "discrepancies.yaml", CorpusWriter.discrepancies(discrepancies(slug)));
		});
		return files;
	}

	private static void put(Map<String, String> files, String path, String text) {
		if (!text.isEmpty()) {
			files.put(path, text);
		}
	}

	/** The claim as the file of the first coding has it. */
	private static ClaimSubmission asFirst(ClaimSubmission claim) {
		return new ClaimSubmission(CodingName.keyInFiles(claim.key()), claim.quote(), claim.paraphrase(),
				claim.points(), claim.version(), claim.claimant(), claim.via(), claim.uptake(), claim.certainty(),
				claim.kind(), claim.target(), claim.targetAgent(), claim.aspect(), claim.stance(), claim.confidence(),
				IngestCorpus.SHOWN_CODING, claim.codebook(), claim.note());
	}

	private boolean exists(String slug) {
		return this.jdbc.sql("select exists (select from article where slug = :slug)")
			.param("slug", slug)
			.query(Boolean.class)
			.single();
	}

	/** An article as it was handed in last. */
	Optional<ArticleSubmission> submission(String slug) {
		return this.jdbc.sql("""
				select article.*, source.slug as source, plan.slug as plan, article_version.text
				from article join source on source.id = article.source_id left join plan on plan.id = article.plan_id
				join article_version on article_version.article_id = article.id
				  and article_version.number = article.version
				where article.slug = :slug""")
			.param("slug", slug)
			.query((row, number) -> submission(row, bases(row.getLong("id"))))
			.optional();
	}

	private ArticleSubmission submission(ResultSet row, SortedMap<MetadataField, Basis> bases) throws SQLException {
		long id = row.getLong("id");
		DerivedFrom derived = new DerivedFrom(row.getString("derived_publication"), row.getString("derived_title"),
				row.getString("derived_date"));
		String raw = row.getString("raw_file");
		return new ArticleSubmission(row.getString("slug"), row.getString("plan"), row.getString("title"),
				row.getString("supplied_title"), row.getString("source"), authors(id), date(row.getString("date")),
				date(row.getString("date_within")), row.getString("url"), row.getString("alternate_url"),
				row.getString("language"), bases.containsKey(MetadataField.DERIVED_FROM) ? derived : null, notes(id),
				(raw != null) ? new RawText(raw, row.getString("raw_sha256")) : null, bases,
				new ArticleText(row.getString("text")));
	}

	private static @Nullable EdtfDate date(@Nullable String text) {
		return (text != null) ? EdtfDate.parse(text) : null;
	}

	private SortedMap<MetadataField, Basis> bases(long article) {
		SortedMap<MetadataField, Basis> bases = new TreeMap<>();
		this.jdbc.sql("select field, basis, evidence, confidence from article_basis where article_id = :article")
			.param("article", article)
			.query((row) -> {
				bases.put(word(MetadataField.class, row.getString("field")),
						basis(row, "basis", "evidence", "confidence"));
			});
		return Collections.unmodifiableSortedMap(bases);
	}

	private static Basis basis(ResultSet row, String kind, String evidence, String confidence) throws SQLException {
		return new Basis(word(BasisKind.class, row.getString(kind)), row.getString(evidence),
				row.getBigDecimal(confidence));
	}

	private List<BylineSubmission> authors(long article) {
		return this.jdbc.sql("""
				select agent.slug, byline.printed from byline join agent on agent.id = byline.agent_id
				where byline.article_id = :article order by byline.position""")
			.param("article", article)
			.query((row, number) -> new BylineSubmission(row.getString("slug"), row.getString("printed")))
			.list();
	}

	private List<String> notes(long article) {
		return this.jdbc.sql("select note from article_note where article_id = :article order by position")
			.param("article", article)
			.query(String.class)
			.list();
	}

	/** Claims of an article in the order in which they were made. */
	List<ClaimSubmission> claims(String slug, String which) {
		Map<Long, List<String>> via = new HashMap<>();
		this.jdbc.sql("""
				select claim_id, is_author, agent.slug from claim_via
				join claim on claim.id = claim_id join article on article.id = claim.article_id
				left join agent on agent.id = agent_id
				where article.slug = :slug order by claim_id, position""").param("slug", slug).query((row) -> {
			via.computeIfAbsent(row.getLong("claim_id"), (claim) -> new ArrayList<>())
				.add(row.getBoolean("is_author") ? ClaimSubmission.AUTHOR : row.getString("slug"));
		});
		Map<Long, List<PointLink>> points = new HashMap<>();
		this.jdbc.sql("""
				select claim_id, case when plan.id = article.plan_id then null else plan.slug end as plan, point.number,
				  letter, bearing
				from claim_point join claim on claim.id = claim_id join article on article.id = claim.article_id
				join point on point.id = point_id join plan on plan.id = point.plan_id
				where article.slug = :slug order by claim_id, position""").param("slug", slug).query((row) -> {
			points.computeIfAbsent(row.getLong("claim_id"), (claim) -> new ArrayList<>())
				.add(new PointLink(row.getString("plan"), row.getInt("number"), row.getString("letter"),
						word(Bearing.class, row.getString("bearing"))));
		});
		return this.jdbc.sql("""
				select claim.*, claimant.slug as claimant, target_agent.slug as target_agent
				from claim join article on article.id = claim.article_id
				left join agent claimant on claimant.id = claimant_id
				left join agent target_agent on target_agent.id = target_agent_id
				where article.slug = :slug and %s order by claim.id""".formatted(which))
			.param("slug", slug)
			.query((row, number) -> claim(row, via.getOrDefault(row.getLong("id"), List.of()),
					points.getOrDefault(row.getLong("id"), List.of())))
			.list();
	}

	private static ClaimSubmission claim(ResultSet row, List<String> via, List<PointLink> points) throws SQLException {
		String uptake = row.getString("uptake");
		BigDecimal confidence = row.getBigDecimal("confidence");
		return new ClaimSubmission(row.getString("key"),
				new TextQuote(row.getString("exact"), row.getString("prefix"), row.getString("suffix")),
				row.getString("paraphrase"), points, word(PlanVersion.class, row.getString("version")),
				row.getBoolean("claimant_is_author") ? ClaimSubmission.AUTHOR : row.getString("claimant"), via,
				(uptake != null) ? word(Uptake.class, uptake) : null, word(Certainty.class, row.getString("certainty")),
				word(Kind.class, row.getString("kind")), word(Target.class, row.getString("target")),
				row.getString("target_agent"), word(Aspect.class, row.getString("aspect")),
				word(Stance.class, row.getString("stance")), confidence, row.getString("coding"),
				row.getString("codebook"), row.getString("note"));
	}

	private List<RelationSubmission> relations(String slug) {
		return this.jdbc.sql("""
				select relation.type, a.key as from_key, b.key as to_key, matter, reason, relation.coding
				from shown_relation relation join claim a on a.id = first_id join claim b on b.id = second_id
				where exists (select from article where slug = :slug and id in (a.article_id, b.article_id))
				order by relation.id""")
			.param("slug", slug)
			.query((row, number) -> new RelationSubmission(word(RelationType.class, row.getString("type")),
					row.getString("from_key"), row.getString("to_key"), row.getString("matter"),
					row.getString("reason"), row.getString("coding")))
			.list();
	}

	private List<DiscrepancySubmission> discrepancies(String slug) {
		return this.jdbc
			.sql("""
					select claim.key, case when plan.id = article.plan_id then null else plan.slug end as plan, point.number,
					  letter, claim_says, plan_says, gravity, discrepancy.coding
					from shown_discrepancy discrepancy join claim on claim.id = claim_id
					join article on article.id = claim.article_id join point on point.id = point_id
					join plan on plan.id = point.plan_id
					where article.slug = :slug order by discrepancy.id""")
			.param("slug", slug)
			.query((row, number) -> new DiscrepancySubmission(row.getString("key"), row.getString("plan"),
					row.getInt("number"), row.getString("letter"), row.getString("claim_says"),
					row.getString("plan_says"), word(Gravity.class, row.getString("gravity")), row.getString("coding")))
			.list();
	}

	private List<SourceSubmission> sources(String slug) {
		return this.jdbc.sql("""
				select source.*, array(select name from source_variant where source_id = source.id order by position)
				  as variants from source where slug = :slug""")
			.param("slug", slug)
			.query((row, number) -> new SourceSubmission(row.getString("slug"), row.getString("name"),
					row.getString("publisher"), texts(row, "variants"), row.getString("website"),
					row.getString("country"), basis(row, "country_basis", "country_evidence", "country_confidence")))
			.list();
	}

	private List<AgentSubmission> agents(Set<String> slugs) {
		return this.jdbc
			.sql("""
					select agent.*, array(select name from agent_variant where agent_id = agent.id order by position) as variants
					from agent where slug = any(:slugs) order by id""")
			.param("slugs", slugs.toArray(String[]::new))
			.query((row, number) -> new AgentSubmission(row.getString("slug"), row.getString("name"),
					word(AgentKind.class, row.getString("kind")), texts(row, "variants"), row.getString("about")))
			.list();
	}

	private static List<String> texts(ResultSet row, String column) throws SQLException {
		return Arrays.stream((Object[]) row.getArray(column).getArray()).map(String::valueOf).toList();
	}

	private static <E extends Enum<E>> E word(Class<E> type, String word) {
		return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
	}

}
