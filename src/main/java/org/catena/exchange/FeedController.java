package org.catena.exchange;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.catena.exchange.RecentChanges.Change;
import org.catena.exchange.RecentChanges.Place;
import org.catena.exchange.RecentChanges.Scope;
import org.catena.site.SiteAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Feeds of what came in or was changed: of the archive, and of each source, agent and
 * point. A page goes on from the last entry of the page before, so nothing is missed when
 * something comes in meanwhile.
 */
@Controller
class FeedController implements OffersForms {

	/** Entries on a page. */
	static final int PAGE = 50;

	private final RecentChanges changes;

	private final JdbcClient jdbc;

	private final Whereabouts whereabouts;

	private final SiteAddress site;

	FeedController(RecentChanges changes, JdbcClient jdbc, Whereabouts whereabouts, SiteAddress site) {
		this.changes = changes;
		this.jdbc = jdbc;
		this.whereabouts = whereabouts;
		this.site = site;
	}

	@Override
	public List<MachineForm> forms() {
		return List.of(
				MachineForm.of("/sources/{slug:[a-z0-9-]+}", ".atom", AtomFeed.TYPE, "New from this source, as a feed"),
				MachineForm.of("/agents/{slug:[a-z0-9-]+}", ".atom", AtomFeed.TYPE,
						"New by this person or body, as a feed"),
				MachineForm.of("/plans/{plan:[a-z0-9-]+}/points/{number:[1-9][0-9]{0,3}}", ".atom", AtomFeed.TYPE,
						"New about this point, as a feed"));
	}

	@GetMapping("/feed.atom")
	void everything(@RequestParam(required = false) @Nullable String before, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		answer(new Feed("everything new", "Articles and claims as they come in or change, the last first.", "/",
				"/feed.atom", new Scope("true", "true", Map.of())), before, request, response);
	}

	@GetMapping("/sources/{slug:[a-z0-9-]+}.atom")
	void source(@PathVariable String slug, @RequestParam(required = false) @Nullable String before,
			HttpServletRequest request, HttpServletResponse response) throws IOException {
		Named source = named("select id, name from source where slug = :slug", Map.of("slug", slug),
				() -> this.whereabouts.ofSource(slug, "/sources/%s.atom"));
		answer(new Feed(source.name(), "Articles of " + source.name() + ", what came in or was changed last first.",
				"/sources/" + slug, "/sources/" + slug + ".atom",
				new Scope("a.source_id = :source", null, Map.of("source", source.id()))), before, request, response);
	}

	@GetMapping("/agents/{slug:[a-z0-9-]+}.atom")
	void agent(@PathVariable String slug, @RequestParam(required = false) @Nullable String before,
			HttpServletRequest request, HttpServletResponse response) throws IOException {
		Named agent = named("select id, name from agent where slug = :slug", Map.of("slug", slug),
				() -> this.whereabouts.ofAgent(slug, "/agents/%s.atom"));
		answer(new Feed(agent.name(),
				"Articles and claims of " + agent.name() + ", what came in or was changed last first.",
				"/agents/" + slug, "/agents/" + slug + ".atom",
				new Scope("a.id in (select b.article_id from byline b where b.agent_id = :agent)",
						"c.claimant_id = :agent", Map.of("agent", agent.id()))),
				before, request, response);
	}

	@GetMapping("/plans/{plan:[a-z0-9-]+}/points/{number:[1-9][0-9]{0,3}}.atom")
	void point(@PathVariable String plan, @PathVariable int number,
			@RequestParam(required = false) @Nullable String before, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		Named point = named("""
				select p.id, pl.title || ', point ' || p.number || ': ' || p.title as name
				from point p join plan pl on pl.id = p.plan_id where pl.slug = :plan and p.number = :number""",
				Map.of("plan", plan, "number", number),
				() -> new NotHere(HttpStatus.NOT_FOUND, "The plan has no point " + number + ".", null));
		String page = "/plans/" + plan + "/points/" + number;
		answer(new Feed(point.name(), "Claims about this point, what came in or was changed last first.", page,
				page + ".atom",
				new Scope(null, "c.id in (select cp.claim_id from claim_point cp where cp.point_id = :point)",
						Map.of("point", point.id()))),
				before, request, response);
	}

	private void answer(Feed feed, @Nullable String before, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		Place place = place(before);
		List<Change> found = this.changes.before(feed.scope(), place, PAGE + 1);
		boolean more = found.size() > PAGE;
		List<FeedEntry> entries = found.stream().limit(PAGE).map(Change::entry).toList();
		Instant updated = entries.isEmpty() ? Instant.EPOCH : entries.get(0).updated();
		String next = more ? feed.address() + "?before=" + found.get(PAGE - 1).place().written() : null;
		String self = (place != null) ? feed.address() + "?before=" + place.written() : feed.address();
		new AtomFeed(new AtomFeed.Head(feed.title(), feed.subtitle(), updated, null, feed.page(), self, feed.address(),
				null, next), entries, this.site.root())
			.answer(request, response);
	}

	private static @Nullable Place place(@Nullable String before) {
		try {
			return (before != null) ? Place.parse(before) : null;
		}
		catch (DateTimeException ex) {
			throw new ApiProblem(ApiProblem.Type.BAD_PARAMETER,
					"“before” is the place of an entry, as the link to the next page has it.");
		}
	}

	private Named named(String sql, Map<String, ?> parameters, Supplier<NotHere> otherwise) {
		return this.jdbc.sql(sql)
			.params(parameters)
			.query((rs, row) -> new Named(rs.getLong("id"), rs.getString("name")))
			.optional()
			.orElseThrow(otherwise);
	}

	/**
	 * A feed.
	 *
	 * @param title its title
	 * @param subtitle what it has
	 * @param page the page for readers
	 * @param address its own address
	 * @param scope what it has, in the tables
	 */
	private record Feed(String title, String subtitle, String page, String address, Scope scope) {
	}

	private record Named(long id, String name) {
	}

}
