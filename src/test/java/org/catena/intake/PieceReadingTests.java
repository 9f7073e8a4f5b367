package org.catena.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PieceReadingTests {

	private static final String PARAGRAPH = "Die Gespräche gingen am dritten Tag weiter, und niemand, der das Haus verließ, "
			+ "wollte sagen, ob die Punkte, die beide Seiten trennen, weniger geworden waren – oder mehr.";

	@Test
	void readsPlainText() throws PieceRefused {
		Proposal read = read("Ein Titel ohne Punkt\n\n" + PARAGRAPH + "\n" + PARAGRAPH, "text/plain", "a.txt");
		assertThat(read.text()).isEqualTo(PARAGRAPH + "\n\n" + PARAGRAPH);
		assertThat(read.titles().get(0).value()).isEqualTo("Ein Titel ohne Punkt");
		assertThat(read.languages().get(0).value()).isEqualTo("de");
	}

	@Test
	void joinsLinesThatWereBrokenAtAWidth() throws PieceRefused {
		String broken = PARAGRAPH.replaceAll("(.{50}\\S*) ", "$1\n");
		assertThat(read(broken + "\n\n" + broken + "\n\n" + broken, "text/plain", null).text())
			.isEqualTo(PARAGRAPH + "\n\n" + PARAGRAPH + "\n\n" + PARAGRAPH);
	}

	@ParameterizedTest
	@CsvSource({ "UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE" })
	void readsTextInItsEncoding(String charset) throws PieceRefused {
		String text = charset.startsWith("UTF-16") ? "\uFEFF" + PARAGRAPH : PARAGRAPH;
		assertThat(read(text.getBytes(Charset.forName(charset)), null, "a.txt").text()).isEqualTo(PARAGRAPH);
	}

	@Test
	void readsAPageInTheEncodingThatItDeclares() throws PieceRefused {
		String html = "<!DOCTYPE html><meta charset=iso-8859-1><article><p>" + PARAGRAPH.replace("–", "-")
				+ "</p></article>";
		assertThat(read(html.getBytes(StandardCharsets.ISO_8859_1), null, null).text()).contains("Gespräche");
		String utf8 = "\uFEFF<html><body><p>" + PARAGRAPH + "</p></body></html>";
		assertThat(read(utf8, "text/html; charset=nonsense", null).text()).isEqualTo(PARAGRAPH);
		assertThat(read(utf8, "text/html; charset=gb2312", null).text()).isEqualTo(PARAGRAPH);
	}

	@Test
	void readsMarkdown() throws PieceRefused {
		Proposal read = read("---\ntitle: x\n---\n# Ein Titel\n\nBy Ann Example\n\n" + PARAGRAPH
				+ "\n\n## Was *fehlt*\n\n" + PARAGRAPH + "\n\n<script>alert(1)</script>\n", null, "a.md");
		assertThat(read.text()).isEqualTo(PARAGRAPH + "\n\n## Was fehlt\n\n" + PARAGRAPH);
		assertThat(read.titles().get(0).value()).isEqualTo("Ein Titel");
		assertThat(read.bylines().get(0).names()).containsExactly("Ann Example");
	}

	@Test
	void readsDocx() throws Exception {
		Proposal read = read(
				docx("<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr><w:r><w:t>Ein Titel</w:t></w:r></w:p>"
						+ "<w:p><w:r><w:t>" + PARAGRAPH + "</w:t></w:r></w:p>"),
				null, "a.docx");
		assertThat(read.text()).isEqualTo(PARAGRAPH);
		assertThat(read.titles().get(0).value()).isEqualTo("Ein Titel");
	}

	@Test
	void refusesADocxThatUnpacksToTooMuch() throws Exception {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			zip.putNextEntry(new ZipEntry("word/document.xml"));
			byte[] zeros = new byte[1024 * 1024];
			for (int i = 0; i < 101; i++) {
				zip.write(zeros);
			}
		}
		refuses(bytes.toByteArray(), "a.docx", "unpacks to more than 100 MB");
	}

	@Test
	void refusesADocxOfTooManyElementsWhereverTheyStand() throws Exception {
		refuses(docx("<w:p/>".repeat(100_001)), "a.docx", "100,000 elements");
		refuses(docx("<w:p/>", "word/footnotes.bin", "<a>" + "<b/>".repeat(100_001) + "</a>"), "a.docx",
				"100,000 elements");
	}

	@Test
	void refusesADocxOfTooMuchXml() throws Exception {
		refuses(docx("<w:p w:x=\"" + "x".repeat(11 * 1024 * 1024) + "\"/>"), "a.docx", "more than 10 MB of text");
		refuses(docx("<w:p>" + " ".repeat(6 * 1024 * 1024) + "</w:p>", "word/footnotes.xml",
				"<a>" + " ".repeat(6 * 1024 * 1024) + "</a>"), "a.docx", "more than 10 MB of text");
	}

	@Test
	void readsADocxWithPictures() throws Exception {
		String picture = "\u0089PNG" + "<".repeat(12 * 1024 * 1024);
		assertThat(read(docx("<w:p><w:r><w:t>" + PARAGRAPH + "</w:t></w:r></w:p>", "word/media/image1.png", picture),
				null, "a.docx")
			.text()).isEqualTo(PARAGRAPH);
	}

	@Test
	void refusesADocxWithEntities() throws Exception {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			entry(zip, "word/document.xml",
					"<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><x>&a;</x>");
		}
		refuses(bytes.toByteArray(), "a.docx", "document type");
	}

	@Test
	void refusesOtherArchives() throws Exception {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			entry(zip, "a.txt", "words");
		}
		refuses(bytes.toByteArray(), "a.docx", "no DOCX");
		refuses(Arrays.copyOf(bytes.toByteArray(), 40), "a.docx", "archive");
	}

	@Test
	void readsPdf() throws Exception {
		Proposal read = read(pdf(null, "The talks went on for a third day, and nobody who left",
				"the building would say a word about them."), "application/pdf", "a.pdf");
		assertThat(read.text()).contains("nobody who left").contains("a word about them.");
	}

	@Test
	void refusesPdfsThatAreEncryptedOrEmptyOrBroken() throws Exception {
		refuses(pdf("secret", "words"), "a.pdf", "needs a password");
		refuses(pdf(null), "a.pdf", "no text, only pictures");
		refuses("%PDF-1.7 broken".getBytes(StandardCharsets.UTF_8), "a.pdf", "broken");
	}

	@Test
	void readsAMail() throws PieceRefused {
		Proposal read = read("""
				From: Ann Example <ann@example.org>
				Subject: =?UTF-8?Q?Br=C3=BCcken?=
				Date: Tue, 9 Dec 2025 10:00:00 +0100
				MIME-Version: 1.0
				Content-Type: text/plain; charset=utf-8
				Content-Transfer-Encoding: 8bit

				%s
				""".formatted(PARAGRAPH), "message/rfc822", "a.eml");
		assertThat(read.titles().get(0)).extracting(ProposedValue::value, ProposedValue::evidence)
			.containsExactly("Brücken", "mail header Subject");
		assertThat(read.dates().get(0).value()).isEqualTo("2025-12-09");
		assertThat(read.bylines().get(0).names()).containsExactly("Ann Example");
		assertThat(read.text()).isEqualTo(PARAGRAPH);
	}

	@Test
	void refusesAMailWithoutText() {
		refuses("Subject: x\nContent-Type: application/zip\n\nxx".getBytes(StandardCharsets.UTF_8), "a.eml", "no text");
	}

	@Test
	void readsTheFirstPageOfAWarc() throws Exception {
		String http = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<article><p>" + PARAGRAPH
				+ "</p></article>";
		byte[] warc = warc("https://example.org/a", http);
		Proposal read = read(warc, null, "a.warc");
		assertThat(read.text()).isEqualTo(PARAGRAPH);
		assertThat(read.addresses().get(0).value()).isEqualTo("https://example.org/a");
		assertThat(read(gzip(warc), null, "a.warc.gz").text()).isEqualTo(PARAGRAPH);
	}

	@Test
	void refusesAWarcWithoutAPage() throws Exception {
		refuses(warc("https://example.org/a", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<p>no</p>"),
				"a.warc", "no web page");
		refuses(gzip("no warc".getBytes(StandardCharsets.UTF_8)), "a.warc.gz", "could not be read as a WARC");
		refuses("WARC/nonsense".getBytes(StandardCharsets.UTF_8), "a.warc", "could not be read as a WARC");
	}

	@Test
	void refusesAWarcThatUnpacksToTooMuch() throws Exception {
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
			gzip.write(
					("WARC/1.0\r\nWARC-Type: resource\r\nWARC-Record-ID: <urn:uuid:6f1a6c7e-0000-4000-8000-000000000001>\r\n"
							+ "WARC-Date: 2025-12-09T10:00:00Z\r\nContent-Length: 1000000000\r\n\r\n")
						.getBytes(StandardCharsets.UTF_8));
			byte[] zeros = new byte[1024 * 1024];
			for (int i = 0; i < 101; i++) {
				gzip.write(zeros);
			}
		}
		refuses(packed.toByteArray(), "a.warc.gz", "unpacks to more than 100 MB");
	}

	/** What is packed twice would unpack to thousands of times what is counted. */
	@Test
	void refusesAWarcThatIsPackedTwice() throws Exception {
		byte[] warc = warc("https://example.org/a",
				"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<article><p>" + PARAGRAPH + "</p></article>");
		refuses(gzip(gzip(warc)), "a.warc.gz", "could not be read as a WARC");
	}

	@Test
	void refusesMarkdownOfTooManyElements() {
		refuses("- x\n".repeat(50_001).getBytes(StandardCharsets.UTF_8), "a.md", "50,000 elements");
	}

	@Test
	void refusesWhatIsNoText() {
		refuses(new byte[0], "a.txt", "empty");
		refuses(new byte[Piece.LARGEST + 1], "a.txt", "larger than 10 MB");
		refuses(new byte[] { (byte) 0x89, 'P', 'N', 'G', 0, 0 }, "a.png", "no text");
		refuses(new byte[] { (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1 }, "a.doc", "old Word");
		refuses("{\\rtf1 words}".getBytes(StandardCharsets.UTF_8), "a.rtf", "RTF");
	}

	@Test
	void refusesATextThatIsTooLong() {
		byte[] text = "word ".repeat(400_001).getBytes(StandardCharsets.UTF_8);
		refuses(text, "a.txt", "2,000,000 characters");
		refuses(text, "a.md", "2,000,000 characters");
		refuses(text, "a.html", "2,000,000 characters");
	}

	@Test
	void refusesAPageOfTooManyElements() {
		refuses(("<html><body>" + "<b>".repeat(100) + "<i>x</i>".repeat(50_001)).getBytes(StandardCharsets.UTF_8),
				"a.html", "50,000 elements");
	}

	private static void refuses(byte[] bytes, String name, String words) {
		assertThatExceptionOfType(PieceRefused.class).isThrownBy(() -> read(bytes, null, name))
			.withMessageContaining(words);
	}

	private static Proposal read(String text, @Nullable String type, @Nullable String name) throws PieceRefused {
		return read(text.getBytes(StandardCharsets.UTF_8), type, name);
	}

	private static Proposal read(byte[] bytes, @Nullable String type, @Nullable String name) throws PieceRefused {
		return PieceReading.propose(new Piece(bytes, type, name, null), LocalDate.of(2026, 1, 1));
	}

	private static byte[] docx(String body, String... further) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			entry(zip, "[Content_Types].xml",
					"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>");
			entry(zip, "_rels/.rels",
					"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>");
			entry(zip, "word/styles.xml",
					"<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:style w:type=\"paragraph\" w:styleId=\"Heading1\"><w:name w:val=\"heading 1\"/></w:style></w:styles>");
			entry(zip, "word/document.xml",
					"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
							+ body + "</w:body></w:document>");
			for (int i = 0; i < further.length; i += 2) {
				entry(zip, further[i], further[i + 1]);
			}
		}
		return bytes.toByteArray();
	}

	private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
		zip.putNextEntry(new ZipEntry(name));
		zip.write(text.getBytes(StandardCharsets.UTF_8));
	}

	private static byte[] pdf(@Nullable String password, String... lines) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (PDDocument document = new PDDocument()) {
			PDPage page = new PDPage();
			document.addPage(page);
			try (PDPageContentStream content = new PDPageContentStream(document, page)) {
				content.beginText();
				content.setFont(new PDType1Font(FontName.HELVETICA), 12);
				content.setLeading(14);
				content.newLineAtOffset(50, 700);
				for (String line : lines) {
					content.showText(line);
					content.newLine();
				}
				content.endText();
			}
			if (password != null) {
				document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
			}
			document.save(bytes);
		}
		return bytes.toByteArray();
	}

	private static byte[] warc(String address, String http) {
		byte[] block = http.getBytes(StandardCharsets.UTF_8);
		String header = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:6f1a6c7e-0000-4000-8000-000000000001>\r\n"
				+ "WARC-Date: 2025-12-09T10:00:00Z\r\nWARC-Target-URI: " + address
				+ "\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: " + block.length
				+ "\r\n\r\n";
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		bytes.writeBytes(header.getBytes(StandardCharsets.UTF_8));
		bytes.writeBytes(block);
		bytes.writeBytes("\r\n\r\n".getBytes(StandardCharsets.UTF_8));
		return bytes.toByteArray();
	}

	private static byte[] gzip(byte[] bytes) throws IOException {
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
			gzip.write(bytes);
		}
		return packed.toByteArray();
	}

}
