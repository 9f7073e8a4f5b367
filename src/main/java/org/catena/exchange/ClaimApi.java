package org.catena.exchange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.catena.exchange.ApiParameters.Filter;
import org.catena.past.TellsThePast;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import static org.catena.exchange.ApiAnswers.object;

/**
 * Claims, relations and discrepancies in JSON.
 */
@Controller
@TellsThePast
class ClaimApi {

	private final ApiAnswers answers;

	private final ClaimRecords claims;

	private final PairRecords pairs;

	private final Whereabouts whereabouts;

	ClaimApi(ApiAnswers answers, ClaimRecords claims, PairRecords pairs, Whereabouts whereabouts) {
		this.answers = answers;
		this.claims = claims;
		this.pairs = pairs;
		this.whereabouts = whereabouts;
	}

	@GetMapping("/claims.json")
	ResponseEntity<byte[]> claims(@RequestParam MultiValueMap<String, String> given, HttpServletRequest request) {
		ApiParameters parameters = ApiParameters.ofList(given, "article", "source", "plan", "point", "claimant",
				"stance", "kind", "target", "aspect");
		Filter filter = new Filter().and(parameters.slug("article"), "article", "a.slug = :article")
			.and(parameters.slug("source"), "source", "a.source_id = (select id from source where slug = :source)")
			.and(parameters.slug("plan"), "plan", "a.plan_id = (select id from plan where slug = :plan)")
			.andPoint(parameters.point("point"),
					"exists (select from claim_point cp where cp.claim_id = t.id and cp.point_id = :point)")
			.and(parameters.slug("claimant"), "claimant",
					"t.claimant_id = (select id from agent where slug = :claimant)")
			.and(parameters.word("stance", "supports", "opposes", "mixed", "neutral"), "stance", "t.stance = :stance")
			.and(parameters.word("kind", "descriptive", "evaluative", "predictive", "normative"), "type",
					"t.kind = :type")
			.and(parameters.word("target", "plan", "point", "mediators", "process", "ukraine_position",
					"russia_position", "europe_role"), "target", "t.target = :target")
			.and(parameters.word("aspect", "origin", "content", "acceptability", "consequences", "mediators",
					"process"), "aspect", "t.aspect = :aspect");
		return this.answers.list(ChangeKind.CLAIM, parameters, filter, (ids) -> {
			Map<Long, Map<String, @Nullable Object>> byId = new LinkedHashMap<>();
			this.claims.byId(ids).forEach((claim) -> byId.put(claim.id(), claim(claim, this.answers.root())));
			return byId;
		}, request);
	}

	@GetMapping("/claims/{article:[a-z0-9-]+}/{name:[a-z0-9]+}.json")
	ResponseEntity<byte[]> claim(@PathVariable String article, @PathVariable String name,
			@RequestParam MultiValueMap<String, String> given) {
		new ApiParameters(given, List.of());
		String key = article + "/" + name;
		ClaimRecord claim = this.claims.byKey(key).orElseThrow(() -> this.whereabouts.ofClaim(key));
		Map<String, @Nullable Object> body = claim(claim, this.answers.root());
		body.put("relations", this.pairs.relationsOf(claim.id()));
		body.put("discrepancies", this.pairs.discrepanciesOf(claim.id()));
		return this.answers.one(body);
	}

	@GetMapping("/relations.json")
	ResponseEntity<byte[]> relations(@RequestParam MultiValueMap<String, String> given, HttpServletRequest request) {
		ApiParameters parameters = ApiParameters.ofList(given, "type", "claim", "article");
		Filter filter = new Filter()
			.and(parameters.word("type", "agrees", "elaborates", "contradicts", "disputes"), "type", "t.type = :type")
			.and(parameters.key("claim"), "claim", ":claim in (f.key, o.key)")
			.and(parameters.slug("article"), "article",
					"(select id from article where slug = :article) in (f.article_id, o.article_id)");
		return this.answers.list(ChangeKind.RELATION, parameters, filter, this.pairs::relations, request);
	}

	@GetMapping("/discrepancies.json")
	ResponseEntity<byte[]> discrepancies(@RequestParam MultiValueMap<String, String> given,
			HttpServletRequest request) {
		ApiParameters parameters = ApiParameters.ofList(given, "gravity", "claim", "article", "point");
		Filter filter = new Filter()
			.and(parameters.word("gravity", "wording", "degree", "substance"), "gravity", "t.gravity = :gravity")
			.and(parameters.key("claim"), "claim", "c.key = :claim")
			.and(parameters.slug("article"), "article", "c.article_id = (select id from article where slug = :article)")
			.andPoint(parameters.point("point"), "t.point_id = :point");
		return this.answers.list(ChangeKind.DISCREPANCY, parameters, filter, this.pairs::discrepancies, request);
	}

	static Map<String, @Nullable Object> claim(ClaimRecord claim, String root) {
		return object("key", claim.key(), "address", root + claim.address(), "article", claim.article(), "quote",
				object("exact", claim.quote().exact(), "prefix", claim.quote().prefix(), "suffix",
						claim.quote().suffix()),
				"made_on_version", claim.madeOn(), "placed_on_version", claim.placedOn(), "anchoring",
				claim.anchoring(), "span",
				(claim.span() != null) ? object("start", claim.span().start(), "end", claim.span().end()) : null,
				"paraphrase", claim.paraphrase(), "claimant", ArticleApi.agent(claim.claimant()), "claimant_is_author",
				claim.claimantIsAuthor(), "via", claim.via().stream().map(ArticleApi::agent).toList(), "points",
				claim.points().stream().map(ClaimApi::point).toList(), "kind", claim.kind(), "stance", claim.stance(),
				"target", claim.target(), "target_agent", ArticleApi.agent(claim.targetAgent()), "aspect",
				claim.aspect(), "certainty", claim.certainty(), "uptake", claim.uptake(), "version", claim.version(),
				"confidence", claim.confidence(), "coding", claim.coding(), "codebook", claim.codebook(), "note",
				claim.note(), "created", claim.created().toString(), "updated", claim.updated().toString());
	}

	private static Map<String, @Nullable Object> point(ClaimRecord.PointName point) {
		return object("plan", point.plan(), "number", point.number(), "letter", point.letter(), "title", point.title(),
				"bearing", point.bearing());
	}

}
