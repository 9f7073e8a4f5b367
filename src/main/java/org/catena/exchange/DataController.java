package org.catena.exchange;

import java.io.IOException;
import java.time.Clock;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.catena.past.Past;
import org.catena.past.TellsThePast;
import org.catena.table.FileAnswer;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The archive as tables, and what is in them.
 */
@Controller
class DataController {

	private final DataTables tables;

	private final JsonMapper json;

	private final Clock clock;

	private final Freshness freshness;

	DataController(DataTables tables, JsonMapper json, Clock clock, Freshness freshness) {
		this.tables = tables;
		this.json = json;
		this.clock = clock;
		this.freshness = freshness;
	}

	@GetMapping("/about/data")
	String dictionary(Model model) {
		model.addAttribute("tables", DataTable.ALL);
		return "exchange/data";
	}

	@GetMapping({ "/tables/datapackage.json", "/about/data.json" })
	ResponseEntity<byte[]> description() {
		String day = java.time.LocalDate.ofInstant(this.clock.instant(), java.time.ZoneOffset.UTC).toString();
		return EntityTag.answer(ResponseEntity.ok(), MediaType.APPLICATION_JSON,
				this.json.writeValueAsBytes(DataPackage.of(day, "Catena, as of " + day)));
	}

	@TellsThePast
	@GetMapping("/tables/{name:[a-z]+}.{form:csv|jsonl}")
	void table(@PathVariable String name, @PathVariable String form, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		DataTable table = DataTable.ALL.stream()
			.filter((one) -> one.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new NotHere(HttpStatus.NOT_FOUND, "There is no table " + name + ".", null));
		if (this.freshness.isKnown(request, response)) {
			return;
		}
		new FileAnswer(response, Past.file(name) + "." + form).table(form, this.json,
				(writer) -> this.tables.write(table, writer, false));
	}

}
