package org.catena.exchange;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.catena.search.AllHits;
import org.catena.search.Found;
import org.catena.search.Scope;
import org.catena.search.Search;
import org.catena.search.SearchAddress;
import org.catena.search.SearchParameters;
import org.catena.search.SearchQuery;
import org.catena.site.SiteAddress;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Every search as a feed: what came in or was changed last comes first, whatever the
 * order of the page.
 */
@Controller
class SearchFeedController implements OffersForms {

	/** Entries on a page of a feed. */
	static final int PAGE = 50;

	private final SiteAddress site;

	private final Search search;

	private final AllHits hits;

	private final Changes changes;

	private final FeedEntries entries;

	SearchFeedController(Search search, AllHits hits, Changes changes, SiteAddress site, FeedEntries entries) {
		this.site = site;
		this.search = search;
		this.hits = hits;
		this.changes = changes;
		this.entries = entries;
	}

	@Override
	public List<MachineForm> forms() {
		return List.of(MachineForm.of("/search", ".atom", AtomFeed.TYPE, "This search as a feed"),
				MachineForm.of("/claims", ".atom", AtomFeed.TYPE, "These claims as a feed"));
	}

	@GetMapping("/search.atom")
	void search(@RequestParam MultiValueMap<String, String> parameters, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		SearchQuery asked = SearchParameters.read(parameters, new ArrayList<>());
		Found found = this.search.find(asked.onPage(1));
		SearchQuery query = found.query();
		int pages = (int) Math.max(1, (Math.min(found.total(), Search.MOST_HITS) + PAGE - 1) / PAGE);
		int page = Math.min(asked.page(), pages);
		List<Long> ids = found.understood() ? this.hits.changed(query, (page - 1) * PAGE, PAGE) : List.of();
		List<FeedEntry> some = (query.scope() == Scope.ARTICLES) ? this.entries.articles(ids)
				: this.entries.claims(ids);
		Instant updated = some.stream()
			.map(FeedEntry::updated)
			.max(Instant::compareTo)
			.or(this.changes::last)
			.orElse(Instant.EPOCH);
		new AtomFeed(
				new AtomFeed.Head(found.title(), found.summary(), updated,
						new AtomFeed.Hits(found.total(), (page - 1) * (long) PAGE + 1, PAGE),
						SearchAddress.of(query.onPage(1)), address(query, page), address(query, 1),
						(page > 1) ? address(query, page - 1) : null, (page < pages) ? address(query, page + 1) : null),
				some, this.site.root())
			.answer(request, response);
	}

	@GetMapping("/claims.atom")
	void claims(@RequestParam MultiValueMap<String, String> parameters, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		parameters.set("in", "claims");
		search(parameters, request, response);
	}

	private static String address(SearchQuery query, int page) {
		return SearchAddress.of(query.onPage(page)).replaceFirst("^/search", "/search.atom");
	}

}
