package org.catena.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.zwobble.mammoth.DocumentConverter;

/**
 * Reads a DOCX by its meaning: headings, paragraphs, lists; pictures and looks are left
 * out. The archive that it is in is unpacked once within bounds before it is read.
 */
final class DocxReading {

	/** Bytes to which a DOCX may unpack. */
	private static final long MOST_UNPACKED = 100L * 1024 * 1024;

	private static final int MOST_ENTRIES = 5_000;

	private DocxReading() {
	}

	static Proposal propose(Piece piece, LocalDate today) throws PieceRefused {
		check(piece.bytes());
		try {
			String html = new DocumentConverter().imageConverter((image) -> Map.of())
				.convertToHtml(new ByteArrayInputStream(piece.bytes()))
				.getValue();
			return PageReading.proposeDocument(html, piece.address(), today);
		}
		catch (IOException | RuntimeException ex) {
			throw new PieceRefused("The DOCX could not be read: it is broken.");
		}
	}

	private static void check(byte[] bytes) throws PieceRefused {
		boolean word = false;
		long unpacked = 0;
		int entries = 0;
		byte[] buffer = new byte[16_384];
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				word |= "word/document.xml".equals(entry.getName());
				boolean start = true;
				for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
					unpacked += read;
					if (start && new String(buffer, 0, read, StandardCharsets.ISO_8859_1).contains("<!DOCTYPE")) {
						throw new PieceRefused(
								"The DOCX declares a document type, which Word never does. It is not read.");
					}
					start = false;
					if (unpacked > MOST_UNPACKED) {
						throw new PieceRefused("The DOCX unpacks to more than 100 MB.");
					}
				}
				if (++entries > MOST_ENTRIES) {
					throw new PieceRefused("The DOCX holds more than 5,000 files.");
				}
			}
		}
		catch (IOException ex) {
			throw new PieceRefused("The file is a broken archive (ZIP or DOCX).");
		}
		if (!word) {
			throw new PieceRefused("This is an archive (ZIP) but no DOCX. Unpack it and hand in what is inside.");
		}
	}

}
