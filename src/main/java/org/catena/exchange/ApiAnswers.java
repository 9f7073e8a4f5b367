package org.catena.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import jakarta.servlet.http.HttpServletRequest;
import org.catena.exchange.ApiParameters.Filter;
import org.catena.exchange.Changes.Change;
import org.catena.past.Past;
import org.catena.site.SiteAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers programs in JSON, so that they can ask whether anything is new: the tag of an
 * answer is that of its bytes, for an answer draws on many things. It has no time: what
 * began to be changed earlier may be changed later.
 */
@Component
class ApiAnswers {

	private final SiteAddress site;

	private final Changes changes;

	private final JsonMapper json;

	ApiAnswers(SiteAddress site, Changes changes, JsonMapper json) {
		this.site = site;
		this.changes = changes;
		this.json = json;
	}

	/** The beginning of addresses. */
	String root() {
		return this.site.root();
	}

	/** An answer that is one thing. */
	ResponseEntity<byte[]> one(Map<String, ? extends @Nullable Object> body) {
		return response(body).body(bytes(body));
	}

	/**
	 * A list in the order of changes.
	 * @param kind of which things
	 * @param parameters where it begins and how long it is
	 * @param filter what narrows it
	 * @param read reads things by their ids
	 */
	ResponseEntity<byte[]> list(ChangeKind kind, ApiParameters parameters, Filter filter,
			Function<List<Long>, Map<Long, Map<String, @Nullable Object>>> read, HttpServletRequest request) {
		Cursor from = Cursor.read(parameters.cursor(), this.changes.epoch());
		int limit = parameters.limit();
		List<Change> found = this.changes.after(kind, from, filter.where(), filter.parameters(), limit + 1);
		List<Change> page = found.subList(0, Math.min(limit, found.size()));
		Map<Long, Map<String, @Nullable Object>> shown = read
			.apply(page.stream().filter(Change::shown).map(Change::id).toList());
		List<Object> items = new ArrayList<>();
		List<Object> withdrawn = new ArrayList<>();
		Cursor to = from;
		for (Change change : page) {
			to = new Cursor(from.epoch(), change.transaction(), change.id());
			Map<String, @Nullable Object> item = shown.get(change.id());
			if (item != null) {
				items.add(item);
			}
			else if (!change.shown()) {
				withdrawn.add(object("id", change.name(), "reason", change.reason(), "at", change.at().toString(),
						"merged_into", change.mergedInto()));
			}
		}
		String follow = address(request, to);
		String next = (found.size() > limit) ? follow : null;
		Map<String, @Nullable Object> body = object("items", items, "withdrawn", withdrawn, "next", next, "follow",
				follow);
		ResponseEntity.BodyBuilder response = response(body);
		if (next != null) {
			response.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
		}
		return response.body(bytes(body));
	}

	private String address(HttpServletRequest request, Cursor cursor) {
		String path = request.getRequestURI().substring(request.getContextPath().length());
		UriComponentsBuilder address = UriComponentsBuilder.fromUriString(root()).path(path);
		request.getParameterMap().forEach((name, values) -> {
			if (!name.equals("cursor")) {
				address.queryParam(name, (Object[]) values);
			}
		});
		return address.queryParam("cursor", cursor.word()).encode().toUriString();
	}

	private ResponseEntity.BodyBuilder response(Map<String, ? extends @Nullable Object> body) {
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_JSON)
			.cacheControl(CacheControl.noCache())
			.eTag(EntityTag.of(bytes(body)));
	}

	/** What is of the past says so first. */
	private byte[] bytes(Map<String, ? extends @Nullable Object> body) {
		Map<String, @Nullable Object> whole = new LinkedHashMap<>();
		Past.current().ifPresent((past) -> whole.put("as_of", past.word()));
		whole.putAll(body);
		return this.json.writeValueAsBytes(whole);
	}

	/**
	 * An object of JSON.
	 * @param namesAndValues its members, each a name and a value
	 */
	static Map<String, @Nullable Object> object(@Nullable Object... namesAndValues) {
		Map<String, @Nullable Object> object = new LinkedHashMap<>();
		for (int i = 0; i < namesAndValues.length; i += 2) {
			object.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
		}
		return object;
	}

}
