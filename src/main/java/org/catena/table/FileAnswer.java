package org.catena.table;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file of any length as the answer to a request: it leaves as it is written, in UTF-8.
 * It ends properly only where all of it was written. What fails before anything has left
 * leaves nothing of the file; what fails later breaks the connection off, which programs
 * and browsers report, because a file that merely ends looks whole.
 */
public final class FileAnswer {

	private final HttpServletResponse response;

	private final String name;

	/**
	 * Prepares an answer.
	 * @param response the response, of which nothing is written yet
	 * @param name what the file is called where it is kept, with its ending
	 */
	public FileAnswer(HttpServletResponse response, String name) {
		this.response = response;
		this.name = name;
	}

	/**
	 * Answers with a table.
	 * @param form {@code csv} or {@code jsonl}
	 * @param json writes lines of JSON
	 * @param rows writes the rows; the table must have been ended when it returns
	 */
	public void table(String form, JsonMapper json, Rows rows) throws IOException {
		boolean csv = form.equals("csv");
		text(csv ? "text/csv;charset=UTF-8;header=present" : "application/jsonl",
				(out) -> rows.write(csv ? new CsvTable(out) : new JsonlTable(out, json)));
	}

	/**
	 * Answers with a text.
	 * @param type its media type
	 * @param content writes it
	 */
	public void text(String type, Content content) throws IOException {
		this.response.setContentType(type);
		this.response.setHeader("Content-Disposition", "attachment; filename=\"" + this.name + "\"");
		// Closed by nobody but the last line: to close is to say that the file is whole.
		Writer out = new BufferedWriter(
				new OutputStreamWriter(this.response.getOutputStream(), StandardCharsets.UTF_8));
		try {
			content.write(out);
		}
		catch (IOException | RuntimeException | Error ex) {
			if (!this.response.isCommitted()) {
				this.response.reset();
			}
			throw ex;
		}
		out.close();
	}

	/**
	 * Writes what a file holds.
	 */
	@FunctionalInterface
	public interface Content {

		/** Writes all of it. */
		void write(Writer out) throws IOException;

	}

	/**
	 * Writes the rows of a table, from its beginning to its end.
	 */
	@FunctionalInterface
	public interface Rows {

		/** Writes all of them. */
		void write(TableWriter writer) throws IOException;

	}

}
