package org.catena.intake;

import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * Reads the text of a PDF page by page, each line as it is set; lines of a paragraph are
 * joined again.
 */
final class PdfReading {

	private static final int MOST_PAGES = 300;

	/** Characters of text that are read; an article may have as many. */
	private static final int MOST_CHARACTERS = 2_000_000;

	private PdfReading() {
	}

	static Proposal propose(Piece piece, LocalDate today) throws PieceRefused {
		try (PDDocument document = Loader.loadPDF(piece.bytes())) {
			if (document.getNumberOfPages() > MOST_PAGES) {
				throw new PieceRefused("The PDF has more than 300 pages; take out those of the piece.");
			}
			if (document.isEncrypted() && !document.getCurrentAccessPermission().canExtractContent()) {
				throw new PieceRefused("The PDF is locked against copying its text.");
			}
			Bounded text = new Bounded();
			PDFTextStripper stripper = new PDFTextStripper();
			stripper.setSortByPosition(false);
			stripper.setParagraphStart("\n\n");
			stripper.writeText(document, text);
			if (text.written.toString().isBlank()) {
				throw new PieceRefused(
						"The PDF holds no text, only pictures of pages. Recognise its text first (OCR).");
			}
			return TextReading.propose(text.written.toString().replaceAll("(\\p{L})-\\n(\\p{Ll})", "$1$2"),
					piece.address(), today);
		}
		catch (InvalidPasswordException ex) {
			throw new PieceRefused("The PDF is encrypted: it needs a password. Save it without one.");
		}
		catch (TextTooLong ex) {
			throw new PieceRefused("The PDF has more than 2,000,000 characters of text.");
		}
		catch (IOException | RuntimeException ex) {
			throw new PieceRefused("The PDF could not be read: it is broken.");
		}
	}

	/** More text came out of a PDF than an article may have. */
	private static final class TextTooLong extends IOException {

	}

	/** Takes so much text and no more, whatever a page unpacks to. */
	private static final class Bounded extends Writer {

		private final StringBuilder written = new StringBuilder();

		@Override
		public void write(char[] characters, int from, int length) throws TextTooLong {
			if (this.written.length() + length > MOST_CHARACTERS) {
				throw new TextTooLong();
			}
			this.written.append(characters, from, length);
		}

		@Override
		public void flush() {
		}

		@Override
		public void close() {
		}

	}

}
