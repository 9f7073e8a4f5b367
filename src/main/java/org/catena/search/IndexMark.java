package org.catena.search;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

import org.apache.lucene.util.Version;
import org.jspecify.annotations.Nullable;

/**
 * What is written beside an index, and goes where the index goes: from which database and
 * by which mapping it was made, or that it is being made.
 */
interface IndexMark {

	/** What decides the documents: a change in any of them calls for a new index. */
	Class<?>[] MAPPING = { TextAnalysis.class, ClusterAnalysis.class, IndexMapping.class, Documents.class,
			ArticleDocuments.class, ClaimDocuments.class, TextFields.class, SharedFields.class, ClaimFields.class,
			IndexedArticle.class, IndexedClaim.class, IndexedClaim.Shared.class };

	/** Where the index is, for the log. */
	String place();

	/** What is written, or null. */
	@Nullable String read();

	/** Writes it, durably and at once. */
	void write(String mark);

	/**
	 * Whether the index can be searched for everything, even if it was made by an older
	 * mapping.
	 */
	default boolean isWhole() {
		String mark = read();
		return mark != null && mark.startsWith("database");
	}

	/**
	 * What is written beside an index of the database that is made by this application.
	 */
	static String made(UUID database) {
		return "database " + database + "\nmapping " + Hash.OF_MAPPING + "\n";
	}

	/** What is written beside an index that is still empty in part. */
	static String making(long rebuild, UUID database) {
		return "rebuild " + rebuild + "\n" + made(database);
	}

	/** Holds the hash. */
	final class Hash {

		/**
		 * Of the compiled mapping: nobody has to remember to count a version up.
		 */
		private static final String OF_MAPPING = ofMapping();

		private Hash() {
		}

		private static String ofMapping() {
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

}
