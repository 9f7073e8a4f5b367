package org.catena.exchange;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

import jakarta.servlet.http.HttpServletResponse;
import org.catena.past.Past;
import org.catena.past.TellsThePast;
import org.catena.table.CsvTable;
import org.catena.table.JsonlTable;
import org.springframework.http.HttpHeaders;
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

	DataController(DataTables tables, JsonMapper json, Clock clock) {
		this.tables = tables;
		this.json = json;
		this.clock = clock;
	}

	@GetMapping("/about/data")
	String dictionary(Model model) {
		model.addAttribute("tables", DataTable.ALL);
		return "exchange/data";
	}

	@GetMapping({ "/tables/datapackage.json", "/about/data.json" })
	ResponseEntity<byte[]> description() {
		String day = java.time.LocalDate.ofInstant(this.clock.instant(), java.time.ZoneOffset.UTC).toString();
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_JSON)
			.header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
			.body(this.json.writeValueAsBytes(DataPackage.of(day, "Catena, as of " + day)));
	}

	@TellsThePast
	@GetMapping("/tables/{name:[a-z]+}.{form:csv|jsonl}")
	void table(@PathVariable String name, @PathVariable String form, HttpServletResponse response) throws IOException {
		DataTable table = DataTable.ALL.stream()
			.filter((one) -> one.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new NotHere(HttpStatus.NOT_FOUND, "There is no table " + name + ".", null));
		boolean csv = form.equals("csv");
		response.setContentType(csv ? "text/csv;charset=UTF-8;header=present" : "application/jsonl");
		response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				"attachment; filename=\"" + Past.file(name) + "." + form + "\"");
		try (Writer out = new BufferedWriter(
				new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8))) {
			this.tables.write(table, csv ? new CsvTable(out) : new JsonlTable(out, this.json), false);
		}
	}

}
