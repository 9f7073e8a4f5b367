package org.catena.ingest;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/**
 * A file of many articles, one to a line of JSON or a record of CSV, perhaps compressed
 * by gzip. It is read as a stream, however large it is.
 */
final class BulkFile implements Closeable {

	/** Bytes that a line may have at most: more than a text of the greatest length. */
	static final int LONGEST_LINE = 16 * 1024 * 1024;

	private static final int BUFFER = 256 * 1024;

	private final Path path;

	private final Counting counting;

	private final InputStream in;

	/**
	 * Opens the file.
	 * @throws IOException when it cannot be read or is not compressed as its name says
	 */
	@SuppressWarnings("resource") // The streams are closed with the outermost.
	BulkFile(Path path) throws IOException {
		this.path = path;
		this.counting = new Counting(Files.newInputStream(path));
		InputStream buffered = new BufferedInputStream(this.counting, BUFFER);
		try {
			this.in = name(path).endsWith(".gz") ? new GZIPInputStream(buffered, BUFFER) : buffered;
		}
		catch (IOException ex) {
			buffered.close();
			throw ex;
		}
	}

	/** Whether the name of the file is that of a file of articles. */
	static boolean isBulkFile(Path path) {
		return name(path).matches(".*\\.(jsonl|ndjson|csv)(\\.gz)?");
	}

	boolean isCsv() {
		return name(this.path).replaceFirst("\\.gz$", "").endsWith(".csv");
	}

	LineReader lines() {
		return new LineReader(this.in, LONGEST_LINE);
	}

	/**
	 * The records of CSV. What is not UTF-8 becomes {@link #NOT_UTF_8}.
	 */
	CsvReader records() throws IOException {
		return new CsvReader(new BufferedReader(new InputStreamReader(this.in, StandardCharsets.UTF_8), BUFFER),
				LONGEST_LINE);
	}

	/** Stands where bytes are not UTF-8. */
	static final char NOT_UTF_8 = '\uFFFD';

	/** Which part of the file has been read, from 0 to 1. */
	double part() throws IOException {
		return (double) this.counting.count / Math.max(1, Files.size(this.path));
	}

	@Override
	public void close() throws IOException {
		this.in.close();
	}

	private static String name(Path path) {
		return path.getFileName().toString().toLowerCase(Locale.ROOT);
	}

	private static final class Counting extends FilterInputStream {

		private volatile long count;

		Counting(InputStream in) {
			super(in);
		}

		@Override
		public int read() throws IOException {
			int read = super.read();
			add((read >= 0) ? 1 : 0);
			return read;
		}

		@Override
		public int read(byte[] bytes, int offset, int length) throws IOException {
			int read = super.read(bytes, offset, length);
			add(Math.max(0, read));
			return read;
		}

		/** One thread reads; others look. */
		private void add(int read) {
			long before = this.count;
			this.count = before + read;
		}

	}

}
