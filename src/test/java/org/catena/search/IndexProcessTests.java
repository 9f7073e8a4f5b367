package org.catena.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The index of a real process that is killed. */
class IndexProcessTests {

	/** Milliseconds from the commit to the end of the process. */
	private static final int[] MOMENTS = { 0, 60, 200 };

	@TempDir(cleanup = CleanupMode.ON_SUCCESS)
	private Path data;

	@Test
	void holdsWhatIsCommittedSoonAndAfterTheProcessWasKilledAtAnyMoment() throws Exception {
		IndexedSite site = IndexedSite.start(this.data);
		try {
			List<String> committed = new ArrayList<>();
			for (int moment : MOMENTS) {
				for (int piece = 0; piece < 5; piece++) {
					committed.add("word" + committed.size() + "x");
					site.tell("add " + committed.get(committed.size() - 1));
				}
				site.tell("again all");
				Thread.sleep(moment);
				site.kill();
				site = IndexedSite.start(this.data);
				long ready = System.nanoTime();
				for (String word : committed) {
					until(site, word);
				}
				report("killed %d ms after a commit: all found %d ms after the next start was ready", moment,
						millisecondsSince(ready));
			}
			List<Long> delays = new ArrayList<>();
			for (int piece = 0; piece < 15; piece++) {
				String word = "soon" + piece + "x";
				site.tell("add " + word);
				long start = System.nanoTime();
				until(site, word);
				delays.add(millisecondsSince(start));
			}
			Collections.sort(delays);
			report("found after the commit: median %d ms, longest %d ms", delays.get(delays.size() / 2),
					delays.get(delays.size() - 1));
			assertThat(site.find("lavrov")).isOne();
		}
		finally {
			site.close();
		}
	}

	private static void until(IndexedSite site, String word) {
		IndexSettles.until(10, () -> {
			try {
				return site.find(word) == 1;
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		});
	}

	private static long millisecondsSince(long start) {
		return (System.nanoTime() - start) / 1_000_000;
	}

	private static void report(String what, Object... values) {
		System.out.println("Index: " + what.formatted(values));
	}

}
