package org.catena.exchange;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.catena.past.Past;
import org.catena.past.TellsThePast;
import org.catena.search.AllHits;
import org.catena.search.Found;
import org.catena.search.Scope;
import org.catena.search.Search;
import org.catena.search.SearchParameters;
import org.catena.table.FileAnswer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Articles and claims for reference managers, singly and in lists of any length.
 */
@Controller
@TellsThePast
class ReferenceController implements OffersForms {

	/** References that are read at once. */
	private static final int CHUNK = 200;

	private static final String ARTICLE = "/articles/{slug:[a-z0-9-]+}";

	private static final String CLAIM = "/claims/{article:[a-z0-9-]+}/{name:[a-z0-9]+}";

	private static final String ENDING = "{ending:bib|ris|csl\\.json}";

	private final References references;

	private final Whereabouts whereabouts;

	private final Search search;

	private final AllHits hits;

	private final JdbcClient jdbc;

	private final Freshness freshness;

	ReferenceController(References references, Whereabouts whereabouts, Search search, AllHits hits, JdbcClient jdbc,
			Freshness freshness) {
		this.references = references;
		this.whereabouts = whereabouts;
		this.search = search;
		this.hits = hits;
		this.jdbc = jdbc;
		this.freshness = freshness;
	}

	@Override
	public List<MachineForm> forms() {
		List<MachineForm> forms = new ArrayList<>();
		for (ReferenceFormat format : ReferenceFormat.values()) {
			for (String page : List.of("/articles", "/claims", "/search", ARTICLE, CLAIM)) {
				forms.add(MachineForm.of(page, format.ending(), format.type().toString(),
						"For reference managers, as " + format.title()));
			}
		}
		return forms;
	}

	/**
	 * An ending that were a variable would make the pattern less specific than that of
	 * the page.
	 */
	@GetMapping({ ARTICLE + ".bib", ARTICLE + ".ris", ARTICLE + ".csl.json" })
	ResponseEntity<byte[]> article(@PathVariable String slug, HttpServletRequest request) throws IOException {
		String ending = ending(request);
		Reference reference = this.references.ofArticle(slug)
			.orElseThrow(() -> this.whereabouts.ofArticle(slug, "/articles/%s." + ending));
		return single(ending, reference);
	}

	@GetMapping({ CLAIM + ".bib", CLAIM + ".ris", CLAIM + ".csl.json" })
	ResponseEntity<byte[]> claim(@PathVariable String article, @PathVariable String name, HttpServletRequest request)
			throws IOException {
		String ending = ending(request);
		String key = article + "/" + name;
		Reference reference = this.references.ofClaim(key).orElseThrow(() -> this.whereabouts.ofClaim(key));
		return single(ending, reference);
	}

	@GetMapping("/articles." + ENDING)
	void articles(@PathVariable String ending, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		if (this.freshness.isKnown(request, response)) {
			return;
		}
		List<Long> ids = this.jdbc
			.sql("select id from article where state = 'published' order by date_latest desc nulls last, id desc")
			.query(Long.class)
			.list();
		write(response, ending, "articles", ids, this.references::ofArticles);
	}

	@GetMapping("/search." + ENDING)
	void search(@PathVariable String ending, @RequestParam MultiValueMap<String, String> parameters,
			HttpServletResponse response) throws IOException {
		Found found = this.search.find(SearchParameters.read(parameters, new ArrayList<>()).onPage(1));
		List<Long> ids = found.understood() ? this.hits.ids(found.query()) : List.of();
		boolean articles = found.query().scope() == Scope.ARTICLES;
		write(response, ending, found.query().scope().word(), ids,
				articles ? this.references::ofArticles : this.references::ofClaims);
	}

	@GetMapping("/claims." + ENDING)
	void claims(@PathVariable String ending, @RequestParam MultiValueMap<String, String> parameters,
			HttpServletResponse response) throws IOException {
		parameters.set("in", "claims");
		search(ending, parameters, response);
	}

	/** Slugs and names of claims have no dot. */
	private static String ending(HttpServletRequest request) {
		return request.getRequestURI().replaceFirst("^[^.]*\\.", "");
	}

	private static ResponseEntity<byte[]> single(String ending, Reference reference) throws IOException {
		ReferenceFormat format = ReferenceFormat.of(ending);
		StringBuilder out = new StringBuilder();
		format.begin(out);
		format.reference(reference, true, out);
		format.end(out);
		return EntityTag.answer(
				ResponseEntity.ok().header(HttpHeaders.CONTENT_DISPOSITION, attachment(reference.key(), format)),
				MediaType.parseMediaType(format.type() + ";charset=UTF-8"),
				out.toString().getBytes(StandardCharsets.UTF_8));
	}

	private static String attachment(String name, ReferenceFormat format) {
		return "attachment; filename=\"" + name + format.ending() + "\"";
	}

	private static void write(HttpServletResponse response, String ending, String name, List<Long> ids,
			Function<List<Long>, List<Reference>> read) throws IOException {
		ReferenceFormat format = ReferenceFormat.of(ending);
		new FileAnswer(response, Past.file(name) + format.ending()).text(format.type() + ";charset=UTF-8", (out) -> {
			format.begin(out);
			boolean first = true;
			for (int from = 0; from < ids.size(); from += CHUNK) {
				for (Reference reference : read.apply(ids.subList(from, Math.min(ids.size(), from + CHUNK)))) {
					format.reference(reference, first, out);
					first = false;
				}
			}
			format.end(out);
		});
	}

}
