package org.catena.exchange;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.catena.site.SiteAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import tools.jackson.databind.json.JsonMapper;

/**
 * The versions of articles for clients of Memento: a timegate, which leads to the version
 * of a time, and the timemap, which lists all.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7089">RFC 7089</a>
 */
@Controller
class MementoController {

	private static final MediaType LINKS = MediaType.valueOf("application/link-format;charset=UTF-8");

	private final JdbcClient jdbc;

	private final Whereabouts whereabouts;

	private final SiteAddress site;

	private final JsonMapper json;

	MementoController(JdbcClient jdbc, Whereabouts whereabouts, SiteAddress site, JsonMapper json) {
		this.jdbc = jdbc;
		this.whereabouts = whereabouts;
		this.site = site;
		this.json = json;
	}

	@GetMapping("/timegate/articles/{slug:[a-z0-9-]+}")
	ResponseEntity<Void> timegate(@PathVariable String slug,
			@RequestHeader(name = MementoHeaders.ASKED, required = false) @Nullable String asked) {
		Mementos mementos = mementos(slug, "/timegate/articles/%s");
		Mementos.Version version;
		try {
			version = (asked != null) ? mementos.at(Mementos.time(asked)) : mementos.last();
		}
		catch (DateTimeException ex) {
			throw new ApiProblem(ApiProblem.Type.BAD_PARAMETER, MementoHeaders.MALFORMED);
		}
		return ResponseEntity.status(HttpStatus.FOUND)
			.header(HttpHeaders.LOCATION, mementos.address(version))
			.header(HttpHeaders.VARY, MementoHeaders.ASKED)
			.header(HttpHeaders.LINK, mementos.links(version).toArray(String[]::new))
			.build();
	}

	@GetMapping("/timemap/link/articles/{slug:[a-z0-9-]+}")
	ResponseEntity<byte[]> links(@PathVariable String slug) {
		Mementos mementos = mementos(slug, "/timemap/link/articles/%s");
		List<String> links = new ArrayList<>();
		links.add(Mementos.link(mementos.original(), "original"));
		links.add(Mementos.link(mementos.timemap("link"), "self") + "; type=\"application/link-format\"; from=\""
				+ Mementos.date(mementos.first().created()) + "\"; until=\"" + Mementos.date(mementos.last().created())
				+ "\"");
		links.add(Mementos.link(mementos.timegate(), "timegate"));
		mementos.versions().forEach((version) -> links.add(mementos.memento(version, "")));
		return EntityTag.answer(ResponseEntity.ok(), LINKS,
				(String.join(",\n", links) + "\n").getBytes(StandardCharsets.UTF_8));
	}

	@GetMapping("/timemap/json/articles/{slug:[a-z0-9-]+}")
	ResponseEntity<byte[]> json(@PathVariable String slug) {
		Mementos mementos = mementos(slug, "/timemap/json/articles/%s");
		Map<String, Object> list = new LinkedHashMap<>();
		list.put("list", mementos.versions().stream().map((version) -> memento(mementos, version)).toList());
		list.put("first", memento(mementos, mementos.first()));
		list.put("last", memento(mementos, mementos.last()));
		Map<String, Object> map = new LinkedHashMap<>();
		map.put("original_uri", mementos.original());
		map.put("self", mementos.timemap("json"));
		map.put("mementos", list);
		map.put("timemap_uri",
				Map.of("link_format", mementos.timemap("link"), "json_format", mementos.timemap("json")));
		map.put("timegate_uri", mementos.timegate());
		return EntityTag.answer(ResponseEntity.ok(), MediaType.APPLICATION_JSON, this.json.writeValueAsBytes(map));
	}

	private static Map<String, String> memento(Mementos mementos, Mementos.Version version) {
		Instant created = version.created();
		return Map.of("datetime", created.toString(), "uri", mementos.address(version));
	}

	private Mementos mementos(String slug, String address) {
		return Mementos.read(this.jdbc, this.site.root(), slug)
			.orElseThrow(() -> this.whereabouts.ofArticle(slug, address));
	}

}
