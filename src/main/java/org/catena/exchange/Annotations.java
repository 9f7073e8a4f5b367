package org.catena.exchange;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.catena.exchange.ArticleRecord.AgentName;
import org.catena.exchange.ClaimPlaces.Place;
import org.catena.exchange.ClaimRecord.PointName;
import org.catena.site.SiteAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Claims and the relations between them as annotations of the W3C's Web Annotation Data
 * Model. A claim's target is its quote in a version of the article; its bodies are the
 * paraphrase, the points and the stance. A relation links two such annotations; a
 * discrepancy is a part of its claim's.
 */
@Component
@Transactional(readOnly = true)
class Annotations {

	/** Where annotations have their addresses, from the root of the site. */
	static final String CONTAINER = "/annotations/";

	private final SiteAddress site;

	private final JdbcClient jdbc;

	private final ClaimRecords claims;

	private final ClaimPlaces places;

	private final RelationRecords relations;

	private final DiscrepancyRecords discrepancies;

	Annotations(SiteAddress site, JdbcClient jdbc, ClaimRecords claims, ClaimPlaces places, RelationRecords relations,
			DiscrepancyRecords discrepancies) {
		this.site = site;
		this.jdbc = jdbc;
		this.claims = claims;
		this.places = places;
		this.relations = relations;
		this.discrepancies = discrepancies;
	}

	/** The annotation of a claim, by the claim's permanent id. */
	Optional<Map<String, Object>> ofClaim(String key) {
		return this.claims.byKey(key).map((claim) -> of(List.of(claim)).get(0));
	}

	/** The annotation of a relation. */
	Optional<Map<String, Object>> ofRelation(String from, String type, String to) {
		return this.relations.find(from, type, to).map(this::relation);
	}

	/**
	 * All annotations of an article, the claims in the order of reading first, then every
	 * relation that one of them has.
	 */
	List<Map<String, Object>> ofArticle(ArticleRecord article) {
		List<Map<String, Object>> all = new ArrayList<>(of(this.claims.ofArticle(article.id())));
		this.relations.ofArticle(article.id()).forEach((relation) -> all.add(relation(relation)));
		return all;
	}

	/** What the container holds, as numbers. */
	Holdings holdings() {
		return this.jdbc.sql("""
				select (select count(*) from shown_claim) as claims, (select count(*) from shown_relation) as relations,
				  greatest((select max(updated_at) from shown_claim), (select max(updated_at) from shown_relation),
				    (select max(updated_at) from shown_discrepancy)) as changed""")
			.query((rs, row) -> new Holdings(rs.getLong("claims"), rs.getLong("relations"),
					(rs.getTimestamp("changed") != null) ? rs.getTimestamp("changed").toInstant() : null))
			.single();
	}

	/**
	 * A part of all annotations in the order of the container: claims, then relations,
	 * each in the order of arrival.
	 * @param offset how many to pass over
	 * @param limit how many at most
	 */
	List<Map<String, Object>> page(long offset, int limit) {
		long all = holdings().claims();
		List<Map<String, Object>> page = new ArrayList<>();
		if (offset < all) {
			List<Long> ids = this.jdbc.sql("select id from shown_claim order by id limit :limit offset :offset")
				.param("limit", limit)
				.param("offset", offset)
				.query(Long.class)
				.list();
			page.addAll(of(this.claims.byId(ids)));
		}
		if (page.size() < limit) {
			this.relations.page(Math.max(0, offset - all), limit - page.size())
				.forEach((relation) -> page.add(relation(relation)));
		}
		return page;
	}

	private List<Map<String, Object>> of(List<ClaimRecord> records) {
		Map<Long, Place> found = this.places.of(records);
		Map<Long, List<DiscrepancyRecord>> differing = this.discrepancies.of(records);
		return records.stream()
			.map((claim) -> claim(claim, Objects.requireNonNull(found.get(claim.id())),
					differing.getOrDefault(claim.id(), List.of())))
			.toList();
	}

	private Map<String, Object> claim(ClaimRecord claim, Place place, List<DiscrepancyRecord> differing) {
		String root = this.site.root();
		Instant updated = differing.stream()
			.map(DiscrepancyRecord::updated)
			.filter(claim.updated()::isBefore)
			.max(Comparator.naturalOrder())
			.orElse(claim.updated());
		Map<String, Object> annotation = begin(claim.key(), claim.created(), updated);
		annotation.put("motivation", claim.points().isEmpty() ? List.of("describing", "assessing")
				: List.of("describing", "classifying", "assessing"));
		annotation.put("body", bodies(claim));
		annotation.put("target", target(claim, place));
		annotation.put("page", root + claim.address());
		AgentName claimant = claim.claimant();
		if (claimant != null) {
			annotation.put("claimant", agent(claimant));
		}
		annotation.put("claimantIsAuthor", claim.claimantIsAuthor());
		List<String> through = claim.via().stream().filter(Objects::nonNull).map(this::agent).toList();
		if (!through.isEmpty()) {
			annotation.put("through", through);
		}
		String uptake = claim.uptake();
		if (uptake != null) {
			annotation.put("uptake", value("uptake", uptake));
		}
		annotation.put("kind", value("kind", claim.kind()));
		annotation.put("towards", value("target", claim.target()));
		AgentName towards = claim.targetAgent();
		if (towards != null) {
			annotation.put("towardsAgent", agent(towards));
		}
		annotation.put("aspect", value("aspect", claim.aspect()));
		annotation.put("certainty", value("certainty", claim.certainty()));
		annotation.put("planVersion", claim.version());
		// A string: a number of JSON would become a double, which xsd:decimal is not.
		annotation.put("confidence", claim.confidence().toPlainString());
		annotation.put("coding", claim.coding());
		annotation.put("codebook", claim.codebook());
		String note = claim.note();
		if (note != null) {
			annotation.put("remark", note);
		}
		annotation.put("anchoring", claim.anchoring());
		annotation.put("madeOn", root + "/articles/" + claim.article() + "/v" + claim.madeOn());
		if (!differing.isEmpty()) {
			annotation.put("discrepancy", differing.stream().map(this::discrepancy).toList());
		}
		return annotation;
	}

	private Map<String, Object> discrepancy(DiscrepancyRecord differing) {
		Map<String, Object> discrepancy = new LinkedHashMap<>();
		discrepancy.put("point", this.site.root() + differing.address());
		String letter = differing.letter();
		if (letter != null) {
			discrepancy.put("letter", letter);
		}
		discrepancy.put("claimSays", differing.claimSays());
		discrepancy.put("planSays", differing.planSays());
		discrepancy.put("gravity", value("gravity", differing.gravity()));
		discrepancy.put("coding", differing.coding());
		return discrepancy;
	}

	private List<Object> bodies(ClaimRecord claim) {
		String root = this.site.root();
		List<Object> bodies = new ArrayList<>();
		bodies.add(text(claim.paraphrase()));
		for (PointName point : claim.points()) {
			Map<String, Object> body = resource(root + point.address(), "classifying");
			body.put("bearing", value("bearing", point.bearing()));
			String letter = point.letter();
			if (letter != null) {
				body.put("letter", letter);
			}
			bodies.add(body);
		}
		bodies.add(resource(value("stance", claim.stance()), "assessing"));
		return bodies;
	}

	private Map<String, Object> target(ClaimRecord claim, Place place) {
		List<Object> selectors = new ArrayList<>();
		Map<String, Object> quote = new LinkedHashMap<>();
		quote.put("type", "TextQuoteSelector");
		quote.put("exact", place.words());
		String before = place.before();
		if (before != null && !before.isEmpty()) {
			quote.put("prefix", before);
		}
		String after = place.after();
		if (after != null && !after.isEmpty()) {
			quote.put("suffix", after);
		}
		selectors.add(quote);
		if (claim.span() != null) {
			Map<String, Object> position = new LinkedHashMap<>();
			position.put("type", "TextPositionSelector");
			position.put("start", claim.span().start());
			position.put("end", claim.span().end());
			selectors.add(position);
		}
		String version = this.site.root() + "/articles/" + claim.article() + "/v" + place.version();
		Map<String, Object> state = new LinkedHashMap<>();
		state.put("type", "TimeState");
		state.put("sourceDate", time(place.since()));
		state.put("cached", version + ".txt");
		Map<String, Object> target = new LinkedHashMap<>();
		target.put("type", "SpecificResource");
		target.put("source", version);
		target.put("selector", selectors);
		target.put("state", state);
		return target;
	}

	private Map<String, Object> relation(RelationRecord relation) {
		Map<String, Object> annotation = begin(relation.name(), relation.created(), relation.updated());
		annotation.put("motivation", "linking");
		annotation.put("body", List.of(resource(iri(relation.to()), "linking"), text(relation.reason())));
		annotation.put("target", iri(relation.from()));
		annotation.put("relation", value("relation", relation.type()));
		String matter = relation.matter();
		if (matter != null) {
			annotation.put("matter", matter);
		}
		annotation.put("coding", relation.coding());
		return annotation;
	}

	private Map<String, Object> begin(String name, Instant created, Instant updated) {
		Map<String, Object> annotation = new LinkedHashMap<>();
		annotation.put("@context", contexts());
		annotation.put("id", iri(name));
		annotation.put("type", "Annotation");
		annotation.put("created", time(created));
		if (!time(updated).equals(time(created))) {
			annotation.put("modified", time(updated));
		}
		return annotation;
	}

	/** The contexts that explain all terms of an annotation of the archive. */
	List<String> contexts() {
		return List.of(LinkedData.ANNOTATION_CONTEXT, this.site.root() + CatenaTerms.CONTEXT);
	}

	/** The whole address of an annotation. */
	String iri(String name) {
		return this.site.root() + CONTAINER + name;
	}

	/** A time as {@code xsd:dateTime}, in whole seconds of UTC. */
	static String time(Instant time) {
		return time.truncatedTo(ChronoUnit.SECONDS).toString();
	}

	private String value(String list, String word) {
		return CatenaTerms.value(this.site.root(), list, word);
	}

	private String agent(AgentName agent) {
		return this.site.root() + "/agents/" + agent.slug();
	}

	private static Map<String, Object> text(String value) {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("type", "TextualBody");
		body.put("value", value);
		body.put("format", "text/plain");
		body.put("language", "en");
		body.put("purpose", "describing");
		return body;
	}

	private static Map<String, Object> resource(String source, String purpose) {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("type", "SpecificResource");
		body.put("source", source);
		body.put("purpose", purpose);
		return body;
	}

	/**
	 * What the container holds.
	 *
	 * @param claims how many annotations of claims
	 * @param relations how many of relations
	 * @param changed when one of them was changed last; null where there is none
	 */
	record Holdings(long claims, long relations, @Nullable Instant changed) {

		long total() {
			return this.claims + this.relations;
		}

	}

}
