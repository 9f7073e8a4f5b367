package org.catena.intake;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.jspecify.annotations.Nullable;
import org.zwobble.mammoth.DocumentConverter;

/**
 * Reads a DOCX by its meaning: headings, paragraphs, lists; pictures and looks are left
 * out. The archive that it is in is unpacked once within bounds before it is read.
 */
final class DocxReading {

	/** Bytes to which a DOCX may unpack. */
	private static final long MOST_UNPACKED = 100L * 1024 * 1024;

	/** Bytes of its XML, which is built up in the memory; an article has some 100 kB. */
	private static final long MOST_XML = 10L * 1024 * 1024;

	/** Elements of its XML; an article has some thousands. */
	private static final int MOST_ELEMENTS = 100_000;

	private static final int MOST_ENTRIES = 5_000;

	private DocxReading() {
	}

	static Proposal propose(Piece piece, LocalDate today) throws PieceRefused {
		check(piece.bytes());
		String html;
		try {
			html = new DocumentConverter().imageConverter((image) -> Map.of())
				.convertToHtml(new ByteArrayInputStream(piece.bytes()))
				.getValue();
		}
		catch (IOException | RuntimeException ex) {
			throw new PieceRefused("The DOCX could not be read: it is broken.");
		}
		return PageReading.proposeDocument(html, piece.address(), today);
	}

	/** Goes through the archive once as a stream, so that nothing large is ever built. */
	private static void check(byte[] bytes) throws PieceRefused {
		boolean word = false;
		int entries = 0;
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
			Unpacked unpacked = new Unpacked(zip);
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				word |= "word/document.xml".equals(entry.getName());
				if (++entries > MOST_ENTRIES) {
					throw new PieceRefused("The DOCX holds more than 5,000 files.");
				}
				unpacked.readFile();
			}
		}
		catch (IOException | IllegalArgumentException ex) {
			throw new PieceRefused("The file is a broken archive (ZIP or DOCX).");
		}
		if (!word) {
			throw new PieceRefused("This is an archive (ZIP) but no DOCX. Unpack it and hand in what is inside.");
		}
	}

	/**
	 * What a DOCX unpacks to. Which of its files hold text, the files say themselves; so
	 * each counts as XML as far as it can be parsed.
	 */
	private static final class Unpacked extends FilterInputStream {

		private static final XMLInputFactory XML = factory();

		private long left = MOST_UNPACKED;

		private long leftOfXml = MOST_XML;

		private int leftOfElements = MOST_ELEMENTS;

		private boolean parsing;

		private @Nullable String refusal;

		Unpacked(ZipInputStream zip) {
			super(zip);
		}

		private static XMLInputFactory factory() {
			XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
			factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
			factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
			return factory;
		}

		/** Reads a file to its end. */
		void readFile() throws IOException, PieceRefused {
			this.parsing = true;
			long before = this.leftOfXml;
			if (!isXml()) {
				this.leftOfXml = before;
			}
			this.parsing = false;
			if (this.refusal == null) {
				transferTo(OutputStream.nullOutputStream());
			}
			if (this.refusal != null) {
				throw new PieceRefused(this.refusal);
			}
		}

		private boolean isXml() {
			boolean xml = false;
			try {
				XMLStreamReader parts = XML.createXMLStreamReader(this);
				while (parts.hasNext() && this.refusal == null) {
					int part = parts.next();
					xml |= part == XMLStreamConstants.START_ELEMENT;
					if (part == XMLStreamConstants.DTD) {
						this.refusal = "The DOCX declares a document type, which Word never does. It is not read.";
					}
					if (part == XMLStreamConstants.START_ELEMENT && --this.leftOfElements < 0) {
						this.refusal = "The DOCX has more than 100,000 elements; paste its text instead.";
					}
				}
			}
			catch (XMLStreamException | RuntimeException ex) {
				// It is no XML, or none that can be read further.
			}
			return xml;
		}

		@Override
		public int read(byte[] buffer, int from, int length) throws IOException {
			int read = (this.refusal != null) ? -1 : super.read(buffer, from, length);
			this.left -= Math.max(0, read);
			this.leftOfXml -= this.parsing ? Math.max(0, read) : 0;
			if (this.leftOfXml < 0) {
				this.refusal = "The DOCX has more than 10 MB of text; paste its text instead.";
			}
			if (this.left < 0) {
				this.refusal = "The DOCX unpacks to more than 100 MB.";
			}
			return (this.refusal != null) ? -1 : read;
		}

		@Override
		public int read() throws IOException {
			byte[] one = new byte[1];
			return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xFF;
		}

		@Override
		public void close() {
			// The archive goes on after the file.
		}

	}

}
