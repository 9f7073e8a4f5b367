package org.catena.ingest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

/**
 * Takes in files of the corpus that somebody hands in: articles with their claims, names,
 * relations, discrepancies, one by one or in a ZIP file; or one file of many articles.
 */
@Component
public class IngestUpload {

	/** Files that may be handed in together. */
	public static final int MOST_FILES = 200;

	/** Bytes that they may have together when they are unpacked. */
	private static final long LARGEST = 100L * 1024 * 1024;

	private static final Log log = LogFactory.getLog(IngestUpload.class);

	private static final Pattern MANY = Pattern.compile(".*\\.(jsonl|csv)(\\.gz)?");

	private final IngestCorpus ingestCorpus;

	private final IngestFile ingestFile;

	private final TransactionTemplate transaction;

	IngestUpload(IngestCorpus ingestCorpus, IngestFile ingestFile, TransactionTemplate transaction) {
		this.ingestCorpus = ingestCorpus;
		this.ingestFile = ingestFile;
		this.transaction = transaction;
	}

	/** Whether a file of this name holds many articles, one to a line. */
	public static boolean isOfMany(String name) {
		return MANY.matcher(name.toLowerCase(Locale.ROOT)).matches();
	}

	/** Puts several files into one, as ZIP. */
	public static byte[] pack(Map<String, byte[]> files) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			for (Map.Entry<String, byte[]> file : files.entrySet()) {
				ZipEntry entry = new ZipEntry(file.getKey());
				entry.setTime(0);
				zip.putNextEntry(entry);
				zip.write(file.getValue());
				zip.closeEntry();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	/**
	 * What a reading would do; nothing is changed.
	 * @param name of the file
	 * @param bytes of the file: a ZIP file, or one file of the corpus
	 * @throws IOException when it is none of these, or too large
	 */
	public Look look(String name, byte[] bytes) throws IOException {
		List<String> unknown = new ArrayList<>();
		SortedMap<String, byte[]> files = unpack(name, bytes, unknown);
		List<Remark> remarks = new ArrayList<>();
		IngestReport report = in(files, (folder) -> this.transaction.execute((status) -> {
			status.setRollbackOnly();
			return this.ingestCorpus.ingestPart(folder, "a look", (problem) -> remarks.add(Remark.of(problem)));
		}));
		return new Look(List.copyOf(files.keySet()), unknown, report, remarks);
	}

	/**
	 * Takes the files in.
	 * @param name of the file
	 * @param bytes of the file: a ZIP file, one file of the corpus, or one of many
	 * articles
	 * @param by who hands them in
	 * @throws IOException when it is none of these, or too large
	 */
	public IngestReport ingest(String name, byte[] bytes, String by) throws IOException {
		if (isOfMany(name)) {
			return inFolder((folder) -> {
				Path file = folder.resolve(UploadedPlaces.plain(name));
				write(file, bytes);
				return this.ingestFile.ingest(file, by);
			});
		}
		return in(unpack(name, bytes, new ArrayList<>()),
				(folder) -> this.ingestCorpus.ingestPart(folder, by, (problem) -> {
				}));
	}

	private static IngestReport in(SortedMap<String, byte[]> files, Function<CorpusFolder, @Nullable IngestReport> read)
			throws IOException {
		return inFolder((folder) -> {
			files.forEach((path, bytes) -> write(folder.resolve(path), bytes));
			IngestReport report = read.apply(new CorpusFolder("file:" + folder + "/"));
			if (report == null) {
				throw new IllegalStateException("Nothing was read");
			}
			return report;
		});
	}

	private static IngestReport inFolder(Function<Path, IngestReport> work) throws IOException {
		Path folder = Files.createTempDirectory("catena-corpus-");
		try {
			return work.apply(folder);
		}
		catch (UncheckedIOException ex) {
			log.warn("Files that were handed in cannot be kept", ex);
			throw new IOException(
					"The files cannot be kept while they are read. Give them short names, or hand them in one by one.");
		}
		finally {
			FileSystemUtils.deleteRecursively(folder);
		}
	}

	private static void write(Path file, byte[] bytes) {
		try {
			Files.createDirectories(file.getParent());
			Files.write(file, bytes);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static SortedMap<String, byte[]> unpack(String name, byte[] bytes, List<String> unknown)
			throws IOException {
		boolean zip = bytes.length > 4 && bytes[0] == 'P' && bytes[1] == 'K';
		UploadedPlaces places = new UploadedPlaces();
		if (!zip) {
			places.put(name, bytes);
		}
		else {
			try {
				unzip(bytes, StandardCharsets.UTF_8, places);
			}
			catch (IllegalArgumentException | ZipException ex) {
				// Names in another encoding: every byte is a character of this one.
				places = new UploadedPlaces();
				unzipAnyNames(bytes, places);
			}
		}
		unknown.addAll(places.unknown());
		return places.files();
	}

	private static void unzipAnyNames(byte[] bytes, UploadedPlaces places) throws IOException {
		try {
			unzip(bytes, StandardCharsets.ISO_8859_1, places);
		}
		catch (IllegalArgumentException ex) {
			throw new IOException("The ZIP file is broken: a name in it cannot be read.");
		}
	}

	private static void unzip(byte[] bytes, Charset names, UploadedPlaces places) throws IOException {
		long left = LARGEST;
		int files = 0;
		try (ZipInputStream input = new ZipInputStream(new ByteArrayInputStream(bytes), names)) {
			for (ZipEntry entry = input.getNextEntry(); entry != null; entry = input.getNextEntry()) {
				if (entry.isDirectory()) {
					continue;
				}
				byte[] content = input.readNBytes((int) left + 1);
				left -= content.length;
				if (left < 0 || ++files > MOST_FILES) {
					throw new IOException("Hand in at most " + MOST_FILES + " files, 100 MB unpacked.");
				}
				places.put(entry.getName(), content);
			}
		}
	}

	/**
	 * What a reading would do.
	 *
	 * @param files the files that are read
	 * @param unknown files that are left aside
	 * @param report how many articles would be new, changed, the same, refused
	 * @param remarks what is wrong
	 */
	public record Look(List<String> files, List<String> unknown, IngestReport report, List<Remark> remarks) {
	}

	/**
	 * A problem.
	 *
	 * @param error whether something was left aside because of it
	 * @param file where it is
	 * @param line in the file, from 1
	 * @param sentence what to do
	 */
	public record Remark(boolean error, String file, @Nullable Integer line, String sentence) {

		static Remark of(Problem problem) {
			return new Remark(problem.level() == Level.ERROR, problem.file(), problem.line(), problem.sentence());
		}

	}

}
