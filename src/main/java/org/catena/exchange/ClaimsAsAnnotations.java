package org.catena.exchange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.catena.past.TellsThePast;
import org.catena.site.SiteAddress;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The pages of claims and articles as web annotations. A claim's is the same as in the
 * container of all annotations.
 */
@Controller
@TellsThePast
class ClaimsAsAnnotations implements OffersForms {

	private final SiteAddress site;

	private final ArticleRecords articles;

	private final Annotations annotations;

	private final Whereabouts whereabouts;

	private final LinkedData data;

	ClaimsAsAnnotations(SiteAddress site, ArticleRecords articles, Annotations annotations, Whereabouts whereabouts,
			LinkedData data) {
		this.site = site;
		this.articles = articles;
		this.annotations = annotations;
		this.whereabouts = whereabouts;
		this.data = data;
	}

	@Override
	public List<MachineForm> forms() {
		String type = LinkedData.ANNOTATION.toString();
		return List.of(
				MachineForm.of("/claims/{article:[a-z0-9-]+}/{name:[a-z0-9]+}", ".jsonld", type,
						"This claim as a Web Annotation"),
				MachineForm.of("/articles/{slug:[a-z0-9-]+}", ".jsonld", type, "Its claims as Web Annotations"));
	}

	@GetMapping("/claims/{article:[a-z0-9-]+}/{name:[a-z0-9]+}.jsonld")
	ResponseEntity<byte[]> claim(@PathVariable String article, @PathVariable String name) {
		String key = article + "/" + name;
		return this.data.answer(this.annotations.ofClaim(key).orElseThrow(() -> this.whereabouts.ofClaim(key)),
				LinkedData.ANNOTATION);
	}

	@GetMapping("/articles/{slug:[a-z0-9-]+}.jsonld")
	ResponseEntity<byte[]> article(@PathVariable String slug) {
		ArticleRecord article = this.articles.bySlug(slug)
			.orElseThrow(() -> this.whereabouts.ofArticle(slug, "/articles/%s.jsonld"));
		List<Map<String, Object>> items = this.annotations.ofArticle(article);
		String address = this.site.root() + article.address() + ".jsonld";
		Map<String, Object> page = new LinkedHashMap<>();
		page.put("id", address + "#all");
		page.put("type", "AnnotationPage");
		page.put("startIndex", 0);
		page.put("items", items);
		Map<String, Object> collection = new LinkedHashMap<>();
		collection.put("@context", this.annotations.contexts());
		collection.put("id", address);
		collection.put("type", "AnnotationCollection");
		collection.put("label", "Claims of " + article.title() + " (" + article.source().name()
				+ ") about the plan, and their relations");
		collection.put("total", items.size());
		if (!items.isEmpty()) {
			collection.put("first", page);
			collection.put("last", address + "#all");
		}
		return this.data.answer(collection, LinkedData.ANNOTATION);
	}

}
