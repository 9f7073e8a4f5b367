package org.catena.exchange;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.catena.past.TellsThePast;
import org.catena.search.ArticleHit;
import org.catena.search.ClaimHit;
import org.catena.search.Facet;
import org.catena.search.Found;
import org.catena.search.Name;
import org.catena.search.Scope;
import org.catena.search.Search;
import org.catena.search.SearchQuery;
import org.catena.search.Sort;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

import static org.catena.exchange.ApiAnswers.object;

/**
 * A search in JSON: the page of hits that people see, with the same parameters.
 */
@Controller
@TellsThePast
class SearchApi {

	private final ApiAnswers answers;

	private final Search search;

	SearchApi(ApiAnswers answers, Search search) {
		this.answers = answers;
		this.search = search;
	}

	@GetMapping("/search.json")
	ResponseEntity<byte[]> search(@RequestParam MultiValueMap<String, String> given, HttpServletRequest request) {
		List<String> known = new ArrayList<>(List.of("q", "in", "from", "to", "sort", "page", "variants"));
		for (Facet facet : Facet.values()) {
			known.add(facet.parameter());
		}
		SearchQuery asked = query(new ApiParameters(given, known));
		Found found = this.search.find(asked);
		boolean articles = found.query().scope() == Scope.ARTICLES;
		int page = found.query().page();
		return this.answers.one(object("q", found.query().words(), "in", found.query().scope().word(), "in_words",
				found.inWords(), "notes", found.notes(), "articles", found.articles(), "claims", found.claims(), "page",
				page, "pages", found.pages(), "next",
				(page < found.pages()) ? UriComponentsBuilder.fromUriString(this.answers.root() + "/search.json")
					.queryParams(encoded(given))
					.replaceQueryParam("page", page + 1)
					.build(true)
					.toUriString() : null,
				"items",
				articles ? found.articleHits().stream().map(this::article).toList()
						: found.claimHits().stream().map(this::claim).toList(),
				"facets",
				found.facets()
					.stream()
					.map((facet) -> object("facet", facet.facet().parameter(), "values", facet.values()
						.stream()
						.map((value) -> object("value", value.value(), "label", value.label(), "count", value.count()))
						.toList()))
					.toList()));
	}

	private static SearchQuery query(ApiParameters parameters) {
		Map<Facet, List<String>> chosen = new EnumMap<>(Facet.class);
		for (Facet facet : Facet.values()) {
			chosen.put(facet, parameters.several(facet.parameter()));
		}
		LocalDate from = parameters.day("from").orElse(null);
		LocalDate to = parameters.day("to").orElse(null);
		if (from != null && to != null && to.isBefore(from)) {
			throw ApiParameters.bad("The day “from” is after the day “to”.");
		}
		return new SearchQuery(parameters.one("q").orElse("").strip(),
				"claims".equals(parameters.word("in", "articles", "claims").orElse("articles")) ? Scope.CLAIMS
						: Scope.ARTICLES,
				chosen, from, to,
				Sort.valueOf(parameters.word("sort", "relevance", "newest", "oldest")
					.orElse("relevance")
					.toUpperCase(java.util.Locale.ROOT)),
				parameters.number("page", 1, 1, 1000),
				!"off".equals(parameters.word("variants", "on", "off").orElse("on")));
	}

	private static MultiValueMap<String, String> encoded(MultiValueMap<String, String> given) {
		MultiValueMap<String, String> encoded = new org.springframework.util.LinkedMultiValueMap<>();
		given.forEach((name, values) -> values.forEach((value) -> encoded.add(name,
				org.springframework.web.util.UriUtils.encode(value, java.nio.charset.StandardCharsets.UTF_8))));
		return encoded;
	}

	private Map<String, @Nullable Object> article(ArticleHit hit) {
		return object("slug", hit.slug(), "address", this.answers.root() + "/articles/" + hit.slug(), "title",
				hit.title().text(), "source", object("slug", hit.sourceSlug(), "name", hit.source()), "authors",
				hit.authors().stream().map(SearchApi::name).toList(), "date", hit.date(), "claims", hit.claims(),
				"passages", hit.passages().stream().map((passage) -> passage.text()).toList());
	}

	private Map<String, @Nullable Object> claim(ClaimHit hit) {
		return object("key", hit.key(), "address", this.answers.root() + "/claims/" + hit.key(), "article",
				hit.articleSlug(), "article_title", hit.articleTitle(), "source_name", hit.source(), "quote",
				hit.quote().text(), "paraphrase", hit.paraphrase().text(), "claimant", name(hit.claimant()), "stance",
				hit.stance().word(), "kind", hit.kind().word(), "points",
				hit.points()
					.stream()
					.map((point) -> object("plan", point.plan(), "number", point.number(), "title", point.title()))
					.toList());
	}

	private static Map<String, @Nullable Object> name(Name name) {
		return object("slug", name.slug(), "name", name.name());
	}

}
