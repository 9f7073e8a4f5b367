package org.catena.table;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rows as JSON Lines. Where the file says something of itself, its first line does, each
 * row says what it stands for, and the last line counts them, so that a file that was cut
 * off shows it; otherwise each line is a row. Texts are as they are.
 */
public final class JsonlTable implements TableWriter {

	private final Appendable out;

	private final JsonMapper json;

	private boolean told;

	private long rows;

	/**
	 * Makes a writer.
	 * @param out where to
	 * @param json writes the lines
	 */
	public JsonlTable(Appendable out, JsonMapper json) {
		this.out = out;
		this.json = json;
	}

	@Override
	public void begin(TableAbout about, List<String> columns) throws IOException {
		this.told = !about.line().isEmpty();
		if (this.told) {
			write(about.line());
		}
	}

	@Override
	public void row(String type, Map<String, ? extends @Nullable Object> row) throws IOException {
		Map<String, @Nullable Object> line = new LinkedHashMap<>();
		if (this.told) {
			line.put("type", type);
		}
		line.putAll(row);
		write(line);
		this.rows++;
	}

	@Override
	public void end() throws IOException {
		if (this.told) {
			Map<String, @Nullable Object> line = new LinkedHashMap<>();
			line.put("type", "end");
			line.put("rows", this.rows);
			write(line);
		}
	}

	private void write(Map<String, @Nullable Object> line) throws IOException {
		this.out.append(this.json.writeValueAsString(line)).append('\n');
	}

}
