package org.catena.reading;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.catena.past.Past;
import org.catena.table.TableAbout;
import org.jspecify.annotations.Nullable;

/**
 * What an export says of itself: whoever finds the file later knows what it is. One of
 * the past says as of when.
 *
 * @param address the page whose rows these are, with the query and all that narrows it
 * @param words the query as typed
 * @param inWords what was searched for
 * @param notes what was ignored and why
 * @param taken when
 * @param unit what is counted: articles, claims or occurrences
 * @param total how many of them there are; null where that is known only at the end
 * @param row what a row stands for
 * @param rebuilding whether the index was being made anew, so that something can be
 * missing
 * @param archive the state of the archive
 */
record ExportHead(String address, String words, String inWords, List<String> notes, Instant taken, String unit,
		@Nullable Long total, String row, boolean rebuilding, ArchiveState archive) implements TableAbout {

	@Override
	public Map<String, @Nullable Object> columns() {
		Map<String, @Nullable Object> columns = new LinkedHashMap<>();
		columns.put("search", this.address);
		columns.put("search_words", this.words);
		columns.put("search_in_words", this.inWords);
		columns.put("search_taken", this.taken.toString());
		columns.put("search_unit", this.unit);
		columns.put("search_total", this.total);
		columns.put("archive_articles", this.archive.articles());
		columns.put("archive_claims", this.archive.claims());
		columns.put("archive_changed", Objects.toString(this.archive.changed(), null));
		Past.current().ifPresent((past) -> columns.put("archive_as_of", past.word()));
		return columns;
	}

	@Override
	public Map<String, @Nullable Object> line() {
		Map<String, @Nullable Object> line = new LinkedHashMap<>();
		line.put("type", "search");
		line.put("address", this.address);
		line.put("words", this.words);
		line.put("in_words", this.inWords);
		line.put("notes", this.notes);
		line.put("taken", this.taken.toString());
		line.put("unit", this.unit);
		line.put("total", this.total);
		line.put("row", this.row);
		line.put("rebuilding", this.rebuilding);
		line.put("archive_articles", this.archive.articles());
		line.put("archive_claims", this.archive.claims());
		line.put("archive_changed", Objects.toString(this.archive.changed(), null));
		Past.current().ifPresent((past) -> line.put("archive_as_of", past.word()));
		return line;
	}

}
