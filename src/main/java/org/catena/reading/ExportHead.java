package org.catena.reading;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What an export says of itself: whoever finds the file later knows what it is.
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
		@Nullable Long total, String row, boolean rebuilding, ArchiveState archive) {
}
