package org.catena.reading;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * An export as JSON lines: the first line says what it is, each other line is a row, and
 * the last counts them, so that a file that was cut off shows it. Texts are as they are.
 */
final class JsonlExport implements ExportWriter {

	private final Appendable out;

	private final JsonMapper json;

	private long rows;

	JsonlExport(Appendable out, JsonMapper json) {
		this.out = out;
		this.json = json;
	}

	@Override
	public void begin(ExportHead head, List<String> columns) throws IOException {
		Map<String, @Nullable Object> line = new LinkedHashMap<>();
		line.put("type", "search");
		line.put("address", head.address());
		line.put("words", head.words());
		line.put("in_words", head.inWords());
		line.put("notes", head.notes());
		line.put("taken", head.taken().toString());
		line.put("unit", head.unit());
		line.put("total", head.total());
		line.put("row", head.row());
		line.put("rebuilding", head.rebuilding());
		ArchiveState archive = head.archive();
		line.put("archive_articles", archive.articles());
		line.put("archive_claims", archive.claims());
		line.put("archive_changed", (archive.changed() != null) ? archive.changed().toString() : null);
		write(line);
	}

	@Override
	public void row(String type, Map<String, ? extends @Nullable Object> row) throws IOException {
		Map<String, @Nullable Object> line = new LinkedHashMap<>();
		line.put("type", type);
		line.putAll(row);
		write(line);
		this.rows++;
	}

	@Override
	public void end() throws IOException {
		Map<String, @Nullable Object> line = new LinkedHashMap<>();
		line.put("type", "end");
		line.put("rows", this.rows);
		write(line);
	}

	private void write(Map<String, @Nullable Object> line) throws IOException {
		this.out.append(this.json.writeValueAsString(line)).append('\n');
	}

}
