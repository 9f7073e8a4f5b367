package org.catena.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

import org.apache.lucene.util.Version;

/**
 * The folder of the index, and the file in it that says from what the index was made:
 * from which database, by which mapping. The file is there if, and only if, the index was
 * made whole, so a rebuild that was cut off is noticed by its absence.
 */
record IndexFolder(Path path) {

	/** What decides the documents: a change in any of them calls for a new index. */
	private static final Class<?>[] MAPPING = { TextAnalysis.class, IndexMapping.class, Documents.class,
			ArticleDocuments.class, ClaimDocuments.class, TextFields.class, SharedFields.class, ClaimFields.class,
			IndexedArticle.class, IndexedClaim.class, IndexedClaim.Shared.class };

	/**
	 * Whether the index in the folder is whole and was made from this database as now.
	 */
	boolean isMadeFrom(UUID database) {
		try {
			return Files.exists(file()) && Files.readString(file()).equals(fingerprint(database));
		}
		catch (IOException ex) {
			return false;
		}
	}

	/** Whether the index was made whole, from whatever. */
	boolean isWhole() {
		return Files.exists(file());
	}

	/** The index is about to be remade. */
	void beginning() {
		try {
			Files.createDirectories(this.path);
			Files.deleteIfExists(file());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The folder of the index cannot be written: " + this.path, ex);
		}
	}

	/** The index is whole. */
	void made(UUID database) {
		try {
			Path written = Files.writeString(this.path.resolve("made-from.tmp"), fingerprint(database));
			Files.move(written, file(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The folder of the index cannot be written: " + this.path, ex);
		}
	}

	private Path file() {
		return this.path.resolve("made-from");
	}

	private static String fingerprint(UUID database) {
		return "database " + database + "\nmapping " + mapping() + "\n";
	}

	/** The hash of the compiled mapping: nobody has to remember to count a version up. */
	private static String mapping() {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			digest.update((byte) Version.LATEST.major);
			for (Class<?> type : MAPPING) {
				String name = type.getName().substring(type.getPackageName().length() + 1) + ".class";
				try (InputStream bytes = type.getResourceAsStream(name)) {
					if (bytes == null) {
						throw new IllegalStateException("No class file of " + type);
					}
					digest.update(bytes.readAllBytes());
				}
			}
			return HexFormat.of().formatHex(digest.digest());
		}
		catch (NoSuchAlgorithmException | IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
