package org.catena.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of many articles in a thread of its own, a few batches ahead of the one
 * who takes them. Whatever is the matter with the file, there is a last batch that says
 * so.
 */
final class ReadAhead implements AutoCloseable {

	/** Articles of a batch at most, each batch being one transaction. */
	private static final int BATCH = 500;

	/** Characters of a batch, roughly, at most: texts can be long. */
	private static final int BATCH_SIZE = 4_000_000;

	/** Batches that are read ahead at most. */
	private static final int AHEAD = 2;

	private static final Log log = LogFactory.getLog(ReadAhead.class);

	private final Path path;

	private final String file;

	private final BlockingQueue<BulkBatch> batches = new ArrayBlockingQueue<>(AHEAD);

	private final List<BulkArticle> articles = new ArrayList<>();

	private final List<Problem> problems = new ArrayList<>();

	private final SlugsSeen slugs = new SlugsSeen();

	private final BulkReader lines;

	private final Thread thread = new Thread(this::read, "ingest-reader");

	private int refused;

	private int size;

	private int line;

	private volatile boolean closed;

	/** Begins to read. */
	@SuppressWarnings("this-escape")
	ReadAhead(Path path) {
		this.path = path;
		this.file = path.getFileName().toString();
		this.lines = new BulkReader(this.file, this.problems::add);
		this.thread.setDaemon(true);
		this.thread.start();
	}

	/** Waits for the next batch. After the last one there is none. */
	BulkBatch next() throws InterruptedException {
		return this.batches.take();
	}

	@Override
	public void close() {
		this.closed = true;
		this.thread.interrupt();
	}

	private void read() {
		try (BulkFile bulk = new BulkFile(this.path)) {
			if (!BulkFile.isBulkFile(this.path)) {
				throw new IOException(
						"its name must end in .jsonl or .csv, or in either with .gz, so that its format is known");
			}
			if (bulk.isCsv()) {
				csv(bulk);
			}
			else {
				json(bulk);
			}
		}
		catch (IOException ex) {
			unreadable("The file cannot be read " + ((this.line > 0) ? "further: " : ": ") + reason(ex)
					+ ". What came before was taken in; mend the file and begin again.");
		}
		catch (RuntimeException | Error ex) {
			log.error("Not read: " + this.path, ex);
			unreadable("The file cannot be read further: " + ex + ". The log says more.");
		}
		hand(true, 1);
	}

	private static String reason(IOException ex) {
		return (ex instanceof java.nio.file.NoSuchFileException) ? "there is no such file"
				: (ex instanceof java.io.EOFException) ? "it ends in the middle" : String.valueOf(ex.getMessage());
	}

	private void json(BulkFile bulk) throws IOException {
		LineReader reader = bulk.lines();
		for (LineReader.Line next = reader.next(); next != null && !this.closed; next = reader.next()) {
			this.line = next.number();
			if (!next.isBlank()) {
				add(this.lines.json(next), bulk);
			}
		}
	}

	private void csv(BulkFile bulk) throws IOException {
		CsvReader reader = bulk.records();
		CsvReader.CsvRecord first = reader.next();
		if (first == null) {
			throw new IOException("it is empty");
		}
		List<String> header = first.fields().stream().map(String::strip).toList();
		for (CsvReader.CsvRecord next = reader.next(); next != null && !this.closed; next = reader.next()) {
			this.line = next.line();
			if (!next.isEmpty()) {
				add(this.lines.csv(next, header), bulk);
			}
		}
	}

	private void add(@Nullable BulkArticle article, BulkFile bulk) throws IOException {
		int before = (article != null) ? this.slugs.add(article.article().slug(), article.line()) : 0;
		if (article == null) {
			this.refused++;
		}
		else if (before > 0) {
			this.refused++;
			this.problems.add(new Problem(Level.ERROR, Stage.CHECK, "SLUG_TWICE", this.file, article.line(),
					"The slug \"" + article.article().slug() + "\" is that of line " + before
							+ " already. Give one of the two articles another slug, or take one out."));
		}
		else {
			this.articles.add(article);
			this.size += article.size();
		}
		if (this.articles.size() == BATCH || this.size > BATCH_SIZE || this.problems.size() >= BATCH) {
			hand(false, bulk.part());
		}
	}

	private void unreadable(String sentence) {
		this.refused++;
		this.problems.add(Problem.unreadable(this.file, (this.line > 0) ? this.line : null, sentence));
	}

	private void hand(boolean last, double part) {
		BulkBatch batch = new BulkBatch(List.copyOf(this.articles), List.copyOf(this.problems), this.refused, part,
				last);
		this.articles.clear();
		this.problems.clear();
		this.refused = 0;
		this.size = 0;
		try {
			while (!this.closed && !this.batches.offer(batch, 1, TimeUnit.SECONDS)) {
				// Until there is room, or nobody takes any more.
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
