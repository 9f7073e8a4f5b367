package org.catena.reading;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.servlet.http.HttpServletResponse;
import org.catena.search.AllHits;
import org.catena.search.Found;
import org.catena.search.Search;
import org.catena.search.SearchQuery;
import org.catena.site.SiteAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Every search as a feed: what came in or was changed last comes first, whatever the
 * order of the page.
 */
@Controller
class FeedController {

	/** Entries on a page of a feed. */
	static final int PAGE = 50;

	private final SiteAddress site;

	private final Search search;

	private final AllHits hits;

	private final JdbcClient jdbc;

	FeedController(Search search, AllHits hits, JdbcClient jdbc, SiteAddress site) {
		this.site = site;
		this.search = search;
		this.hits = hits;
		this.jdbc = jdbc;
	}

	@GetMapping("/search.atom")
	void search(@RequestParam MultiValueMap<String, String> parameters, HttpServletResponse response)
			throws IOException {
		SearchQuery asked = SearchParameters.read(parameters, new ArrayList<>());
		Found found = this.search.find(asked.onPage(1));
		SearchQuery query = found.query();
		int pages = (int) Math.max(1, (Math.min(found.total(), Search.MOST_HITS) + PAGE - 1) / PAGE);
		int page = Math.min(asked.page(), pages);
		List<FeedEntry> entries = found.understood()
				? FeedEntry.read(this.jdbc, query.scope(), this.hits.changed(query, (page - 1) * PAGE, PAGE))
				: List.of();
		Instant updated = entries.stream().map(FeedEntry::updated).max(Instant::compareTo).orElseGet(this::changed);
		response.setContentType("application/atom+xml;charset=UTF-8");
		SearchPage shown = SearchPage.of(found, List.of());
		AtomFeed.Head head = new AtomFeed.Head(shown.title(), shown.summary(), updated, found.total(),
				address(query, page), address(query, 1), (page > 1) ? address(query, page - 1) : null,
				(page < pages) ? address(query, page + 1) : null);
		try (Writer out = new BufferedWriter(
				new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8))) {
			AtomFeed.write(head, entries, this.site.root(), out);
		}
	}

	@GetMapping("/claims.atom")
	void claims(@RequestParam MultiValueMap<String, String> parameters, HttpServletResponse response)
			throws IOException {
		parameters.set("in", "claims");
		search(parameters, response);
	}

	private Instant changed() {
		Instant changed = ArchiveState.now(this.jdbc).changed();
		return (changed != null) ? changed : Instant.EPOCH;
	}

	private static String address(SearchQuery query, int page) {
		return SearchAddress.of(query.onPage(page)).replaceFirst("^/search", "/search.atom");
	}

}
