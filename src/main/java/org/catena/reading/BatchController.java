package org.catena.reading;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;
import org.catena.past.Past;
import org.catena.past.TellsThePast;
import org.catena.search.Facet;
import org.catena.search.Found;
import org.catena.search.Scope;
import org.catena.search.Search;
import org.catena.search.SearchQuery;
import org.catena.site.SiteAddress;
import org.catena.table.FileAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.json.JsonMapper;

/**
 * Many queries at once: handed in, answered, and not kept.
 */
@Controller
@TellsThePast
class BatchController {

	private static final List<String> COUNTS = List.of("line", "query", "in", "facet", "value", "label", "hits",
			"address", "error", "notes");

	private final SiteAddress site;

	private final Batch batch;

	private final Search search;

	private final SearchExports exports;

	private final JsonMapper json;

	BatchController(Batch batch, Search search, SearchExports exports, JsonMapper json, SiteAddress site) {
		this.site = site;
		this.batch = batch;
		this.search = search;
		this.exports = exports;
		this.json = json;
	}

	@GetMapping("/batch")
	String form(Model model) {
		model.addAttribute("page",
				new BatchPage("", Scope.ARTICLES, Facet.STANCE, Map.of(), List.of(), new ArrayList<>()));
		return "reading/batch";
	}

	@PostMapping("/batch")
	@Nullable String run(@RequestParam(defaultValue = "") String queries,
			@RequestParam(required = false) @Nullable MultipartFile file, @RequestParam(defaultValue = "") String in,
			@RequestParam(defaultValue = "") String facet, @RequestParam(defaultValue = "page") String answer,
			Model model, HttpServletResponse response) throws IOException {
		List<String> messages = new ArrayList<>();
		String typed = typed(queries, file, messages);
		Scope scope = "claims".equals(in) ? Scope.CLAIMS : Scope.ARTICLES;
		Instant end = this.batch.end();
		BatchPage page = this.batch.run(typed, scope, facet(facet), end, messages);
		String form = answer.endsWith("csv") ? "csv" : "jsonl";
		if (answer.startsWith("counts-")) {
			counts(page, form, response);
			return null;
		}
		if (answer.startsWith("hits-")) {
			hits(page, end, form, response);
			return null;
		}
		model.addAttribute("page", page);
		return "reading/batch";
	}

	@ExceptionHandler(MaxUploadSizeExceededException.class)
	@ResponseStatus(HttpStatus.CONTENT_TOO_LARGE)
	String tooLarge(Model model) {
		model.addAttribute("page", new BatchPage("", Scope.ARTICLES, Facet.STANCE, Map.of(), List.of(),
				List.of("The file is too large: at most %,d bytes are read.".formatted(Batch.LONGEST))));
		return "reading/batch";
	}

	/** A row for each query, and for each query and value of the facet. */
	private void counts(BatchPage page, String form, HttpServletResponse response) throws IOException {
		new FileAnswer(response, Past.file("batch-counts") + "." + form).table(form, this.json, (writer) -> {
			writer.begin(head(page, "one query, or one query and one value of a facet"), COUNTS);
			for (BatchPage.Row row : page.rows()) {
				writer.row("count", count(page, row, null));
				for (String value : row.counts().keySet()) {
					writer.row("count", count(page, row, value));
				}
			}
			writer.end();
		});
	}

	private Map<String, @Nullable Object> count(BatchPage page, BatchPage.Row row, @Nullable String value) {
		Map<String, @Nullable Object> values = new LinkedHashMap<>();
		values.put("line", row.line());
		values.put("query", row.query().words());
		values.put("in", page.scope().word());
		values.put("facet", (value != null) ? page.facet().parameter() : null);
		values.put("value", value);
		values.put("label", (value != null) ? row.labels().getOrDefault(value, value) : null);
		values.put("hits", !row.isSearched() ? null : (value != null) ? row.counts().get(value) : row.total());
		values.put("address", !row.isSearched() ? null
				: this.site.root() + ((value != null) ? row.address(page.facet(), value) : row.address()));
		values.put("error", row.isSearched() ? null : row.error());
		values.put("notes", row.notes());
		return values;
	}

	private void hits(BatchPage page, Instant end, String form, HttpServletResponse response) throws IOException {
		new FileAnswer(response, Past.file("batch-hits") + "." + form).table(form, this.json, (writer) -> {
			writer.begin(head(page, page.isOfClaims() ? "one query, one claim and one of its points, if it has any"
					: "one query and one article"), Batch.columns(page.scope()));
			this.batch.list(page, end, Batch.MOST_LISTED, this.site.root(), writer);
			writer.end();
		});
	}

	private ExportHead head(BatchPage page, String row) {
		Found everything = this.search.find(SearchQuery.of("", page.scope()));
		long total = page.rows().stream().mapToLong(BatchPage.Row::total).sum();
		return this.exports.head(everything, page.messages(), this.site.root() + "/batch", page.scope().word(), total,
				row);
	}

	private static String typed(String queries, @Nullable MultipartFile file, List<String> messages)
			throws IOException {
		if (file == null || file.isEmpty()) {
			return queries;
		}
		if (file.getSize() > Batch.LONGEST) {
			messages.add("The file has %,d bytes, and at most %,d are read.".formatted(file.getSize(), Batch.LONGEST));
			return queries;
		}
		try {
			String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file.getBytes())).toString();
			return (text.startsWith("\uFEFF") ? text.substring(1) : text) + (queries.isBlank() ? "" : "\n" + queries);
		}
		catch (CharacterCodingException ex) {
			messages.add("The file is no text in UTF-8, so it was left out.");
			return queries;
		}
	}

	private static Facet facet(String parameter) {
		for (Facet facet : Facet.values()) {
			if (facet.parameter().equals(parameter)) {
				return facet;
			}
		}
		return Facet.STANCE;
	}

}
