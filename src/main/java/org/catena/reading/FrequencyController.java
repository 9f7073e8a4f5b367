package org.catena.reading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import jakarta.servlet.http.HttpServletResponse;
import org.catena.article.Brief;
import org.catena.past.Past;
import org.catena.past.TellsThePast;
import org.catena.search.AllHits;
import org.catena.search.Found;
import org.catena.search.Search;
import org.catena.search.SearchParameters;
import org.catena.search.SearchQuery;
import org.catena.site.SiteAddress;
import org.catena.table.FileAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/**
 * Frequencies of up to five queries, as a page and as a table.
 */
@Controller
@TellsThePast
class FrequencyController {

	private static final List<String> COLUMNS = List.of("query", "by", "value", "label", "hits", "occurrences", "texts",
			"words", "share", "per_text", "per_10000_words", "address");

	private final SiteAddress site;

	private final Frequencies frequencies;

	private final Search search;

	private final AllHits hits;

	private final SearchExports exports;

	private final JsonMapper json;

	FrequencyController(Frequencies frequencies, Search search, AllHits hits, SearchExports exports, JsonMapper json,
			SiteAddress site) {
		this.site = site;
		this.frequencies = frequencies;
		this.search = search;
		this.hits = hits;
		this.exports = exports;
		this.json = json;
	}

	@GetMapping("/frequencies")
	String page(@RequestParam MultiValueMap<String, String> parameters, Model model) {
		model.addAttribute("page", count(parameters).page());
		return "reading/frequencies";
	}

	/**
	 * A row for each query and value, with all that is counted, whatever the page shows.
	 */
	@GetMapping("/frequencies.{form:csv|jsonl}")
	void export(@PathVariable String form, @RequestParam MultiValueMap<String, String> parameters,
			HttpServletResponse response) throws IOException {
		Counted counted = count(parameters);
		FrequencyPage page = counted.page();
		new FileAnswer(response, Past.file("frequencies") + "." + form).table(form, this.json, (writer) -> {
			long rows = (long) page.rows().size() * page.queries().size();
			writer.begin(this.exports.head(counted.found(), page.messages(), this.site.root() + page.address(),
					page.by().scope().word(), rows, "one query and one " + page.by().word()), COLUMNS);
			for (int i = 0; i < page.queries().size(); i++) {
				for (FrequencyPage.Row row : page.rows()) {
					writer.row("frequency", row(page, page.queries().get(i), row, row.cells().get(i)));
				}
			}
			writer.end();
		});
	}

	private Map<String, @Nullable Object> row(FrequencyPage page, SearchQuery query, FrequencyPage.Row row,
			FrequencyPage.Cell cell) {
		Map<String, @Nullable Object> values = new LinkedHashMap<>();
		values.put("query", query.words());
		values.put("by", page.by().word());
		values.put("value", row.key());
		values.put("label", row.label());
		values.put("hits", cell.hits());
		values.put("occurrences", cell.occurrences());
		values.put("texts", cell.texts());
		values.put("words", cell.words());
		values.put("share", FrequencyOf.SHARE.of(cell));
		values.put("per_text", FrequencyOf.PER_TEXT.of(cell));
		values.put("per_10000_words", FrequencyOf.PER_WORDS.of(cell));
		values.put("address", (cell.address() != null) ? this.site.root() + cell.address() : null);
		return values;
	}

	private Counted count(MultiValueMap<String, String> parameters) {
		List<String> messages = new ArrayList<>();
		MultiValueMap<String, String> narrowing = new LinkedMultiValueMap<>(parameters);
		List.of("q", "by", "of", "sort", "page", "view", "in").forEach(narrowing::remove);
		Found found = this.search.find(SearchParameters.read(narrowing, messages));
		messages.addAll(found.notes());
		FrequencyBy by = word(parameters.getFirst("by"), FrequencyBy.values(), FrequencyBy::word,
				"claims".equals(parameters.getFirst("in")) ? FrequencyBy.POINT : FrequencyBy.MONTH, "by", messages);
		FrequencyOf of = word(parameters.getFirst("of"), FrequencyOf.values(), FrequencyOf::word, FrequencyOf.HITS,
				"of", messages);
		List<SearchQuery> queries = new ArrayList<>();
		for (String words : Frequencies.words(parameters.getOrDefault("q", List.of()), messages)) {
			SearchQuery query = found.query().asking(words);
			this.hits.notes(query).forEach((note) -> messages.add("“" + Brief.of(words) + "”: " + note));
			queries.add(query);
		}
		return new Counted(found, queries.isEmpty() ? new FrequencyPage(queries, by, of, List.of(), null, messages)
				: this.frequencies.count(queries, by, of, messages));
	}

	private static <E> E word(@Nullable String given, E[] values, Function<E, String> word, E otherwise, String name,
			List<String> messages) {
		for (E value : values) {
			if (word.apply(value).equals(given)) {
				return value;
			}
		}
		if (given != null && !given.isBlank()) {
			messages.add("“%s” is none of the values of “%s”, so “%s” was taken.".formatted(Brief.of(given), name,
					word.apply(otherwise)));
		}
		return otherwise;
	}

	private record Counted(Found found, FrequencyPage page) {
	}

}
