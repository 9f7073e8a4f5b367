package org.catena.reading;

import java.util.List;

import org.catena.search.Suggesting;
import org.catena.search.Suggestion;
import org.catena.site.SiteAddress;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Suggestions while a query is typed, as browsers and the search box read them: the
 * query, what is suggested, what that is, and where it leads (OpenSearch Suggestions
 * 1.1).
 */
@RestController
class SuggestController {

	private static final MediaType SUGGESTIONS = MediaType.valueOf("application/x-suggestions+json");

	private final SiteAddress site;

	private final Suggesting suggesting;

	SuggestController(Suggesting suggesting, SiteAddress site) {
		this.site = site;
		this.suggesting = suggesting;
	}

	@GetMapping("/suggest")
	ResponseEntity<List<Object>> suggest(@RequestParam(name = "q", defaultValue = "") String typed) {
		List<Suggestion> suggestions = this.suggesting.suggest(typed);
		return ResponseEntity.ok()
			.contentType(SUGGESTIONS)
			.cacheControl(CacheControl.maxAge(java.time.Duration.ofMinutes(1)))
			.body(List.of(typed, suggestions.stream().map(Suggestion::text).toList(),
					suggestions.stream().map(SuggestController::kind).toList(),
					suggestions.stream().map(this::address).toList()));
	}

	private static String kind(Suggestion suggestion) {
		return switch (suggestion.kind()) {
			case WORD -> "Search";
			case AGENT -> "Person or body";
			case SOURCE -> "Source";
			case POINT -> "Point of the plan";
		};
	}

	private String address(Suggestion suggestion) {
		UriComponentsBuilder address = UriComponentsBuilder.fromUriString(this.site.root());
		return (switch (suggestion.kind()) {
			case WORD -> address.path("/search").queryParam("q", "{q}").encode().buildAndExpand(suggestion.text());
			case AGENT -> address.pathSegment("agents", suggestion.value()).build();
			case SOURCE -> address.pathSegment("sources", suggestion.value()).build();
			case POINT -> address.pathSegment("plans")
				.pathSegment(suggestion.value().split("/")[0], "points", suggestion.value().split("/")[1])
				.build();
		}).toUriString();
	}

}
