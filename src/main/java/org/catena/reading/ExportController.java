package org.catena.reading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import jakarta.servlet.http.HttpServletResponse;
import org.catena.past.Past;
import org.catena.past.TellsThePast;
import org.catena.search.Found;
import org.catena.search.Search;
import org.catena.search.SearchParameters;
import org.catena.site.SiteAddress;
import org.catena.table.FileAnswer;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is on the screen as a file: the search page's address with another ending. The
 * rows leave as they are read.
 */
@Controller
@TellsThePast
class ExportController {

	private final SiteAddress site;

	private final Search search;

	private final SearchExports exports;

	private final JsonMapper json;

	ExportController(Search search, SearchExports exports, JsonMapper json, SiteAddress site) {
		this.site = site;
		this.search = search;
		this.exports = exports;
		this.json = json;
	}

	@GetMapping("/search.{form:csv|jsonl}")
	void search(@PathVariable String form, @RequestParam MultiValueMap<String, String> parameters,
			HttpServletResponse response) throws IOException {
		List<String> notes = new ArrayList<>();
		boolean lines = LineParameters.isAsked(parameters);
		LineParameters asked = lines ? LineParameters.read(parameters, notes) : null;
		Found found = this.search
			.find((asked != null) ? asked.query() : SearchParameters.read(parameters, notes).onPage(1));
		notes.addAll(found.notes());
		String name = lines ? "concordance" : found.query().scope().word();
		new FileAnswer(response, Past.file(name) + "." + form).table(form, this.json, (writer) -> {
			if (asked != null) {
				this.exports.lines(found, asked.sort(), notes, this.site.root(), writer);
			}
			else {
				this.exports.list(found, notes, this.site.root(), writer);
			}
		});
	}

	@GetMapping("/claims.{form:csv|jsonl}")
	void claims(@PathVariable String form, @RequestParam MultiValueMap<String, String> parameters,
			HttpServletResponse response) throws IOException {
		parameters.set("in", "claims");
		search(form, parameters, response);
	}

}
