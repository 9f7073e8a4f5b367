package org.catena.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * Reads a piece of any kind that the archive takes: web page, plain text, Markdown, DOCX,
 * PDF, mail, WARC. What a piece is, its first bytes say before its name and media type.
 */
public final class PieceReading {

	/** Elements that a page may have; an article's page has a few thousand. */
	private static final int MOST_ELEMENTS = 50_000;

	/** Characters of text that a piece may have; an article may have as many. */
	private static final int MOST_CHARACTERS = 2_000_000;

	/** Lines that an editor can choose among; a long article has a few hundred. */
	private static final int MOST_LINES = 10_000;

	private static final Pattern CHARSET = Pattern.compile("charset\\s*=\\s*[\"']?([\\w.:-]+)",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern HTML = Pattern.compile(
			"^\\s*(?:<\\?xml[^>]*>\\s*)?(?:<!--.{0,2000}?-->\\s*)*<(?:!doctype\\s+html|html|head|body|article)\\b",
			Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

	private PieceReading() {
	}

	/**
	 * Reads a piece.
	 * @param today the day of reading, after which no date can lie
	 * @throws PieceRefused when it is of no kind that is read, broken, or too large
	 */
	public static Proposal propose(Piece piece, LocalDate today) throws PieceRefused {
		byte[] bytes = piece.bytes();
		if (bytes.length == 0) {
			throw new PieceRefused("The file is empty.");
		}
		if (bytes.length > Piece.LARGEST) {
			throw new PieceRefused("The file is larger than 10 MB.");
		}
		try {
			Proposal proposal = read(piece, today);
			if (proposal.lines().isEmpty()) {
				throw new PieceRefused("There are no words in it.");
			}
			if (proposal.lines().size() > MOST_LINES) {
				throw new PieceRefused("The piece has more than 10,000 lines; hand in the article alone.");
			}
			return proposal;
		}
		catch (Deadline.Passed ex) {
			throw new PieceRefused("Reading the page took too long; paste its text instead.");
		}
		catch (StackOverflowError | UncheckedIOException ex) {
			throw new PieceRefused("This could not be read: it is broken, or built so that reading it would not end.");
		}
	}

	private static Proposal read(Piece piece, LocalDate today) throws PieceRefused {
		if (startsWith(piece.bytes(), "%PDF-")) {
			return PdfReading.propose(piece, today);
		}
		if (startsWith(piece.bytes(), "PK\u0003\u0004")) {
			return DocxReading.propose(piece, today);
		}
		if (startsWith(piece.bytes(), "WARC/") || startsWith(piece.bytes(), "\u001f\u008b")) {
			return WarcReading.propose(piece, today);
		}
		refuseWhatIsNoText(piece.bytes());
		if (is(piece, "message/rfc822", ".eml")) {
			return MailReading.propose(piece, today);
		}
		String start = new String(piece.bytes(), 0, Math.min(4_096, piece.bytes().length), StandardCharsets.ISO_8859_1);
		if (is(piece, "text/html", ".html") || is(piece, "application/xhtml+xml", ".htm")
				|| (HTML.matcher(start.replaceFirst("^\u00ef\u00bb\u00bf", "")).find()
						&& !is(piece, "text/markdown", ".md"))) {
			return PageReading.propose(page(piece), piece.address(), today);
		}
		String text = text(piece.bytes(), charset(piece.contentType()));
		refuseWhatIsTooLong(text);
		if (is(piece, "text/markdown", ".md") || is(piece, "text/x-markdown", ".markdown")) {
			return markdown(text, piece, today);
		}
		return TextReading.propose(text, piece.address(), today);
	}

	/** Parses a page in its own encoding. */
	static Document page(Piece piece) throws PieceRefused {
		String address = (piece.address() != null) ? piece.address().toString() : "";
		Charset charset = charset(piece.contentType());
		String start = new String(piece.bytes(), 0, Math.min(4_096, piece.bytes().length), StandardCharsets.ISO_8859_1);
		if (isUtf8(piece.bytes())) {
			// Other encodings hardly ever form valid UTF-8; declarations are often wrong.
			charset = isAscii(piece.bytes()) ? charset : StandardCharsets.UTF_8;
		}
		else if (charset == null && !CHARSET.matcher(start).find()) {
			charset = Charset.forName("windows-1252");
		}
		try {
			Document page = Jsoup.parse(new ByteArrayInputStream(piece.bytes()),
					(charset != null) ? charset.name() : null, address);
			refuseWhatHasTooManyElements(page);
			refuseWhatIsTooLong(page.text());
			return page;
		}
		catch (IOException ex) {
			throw new PieceRefused("The page could not be read: it is broken.");
		}
	}

	static void refuseWhatHasTooManyElements(Document page) throws PieceRefused {
		if (page.getAllElements().size() > MOST_ELEMENTS) {
			throw new PieceRefused("The page has more than 50,000 elements; paste its text instead.");
		}
	}

	private static Proposal markdown(String text, Piece piece, LocalDate today) throws PieceRefused {
		Matcher frontMatter = Pattern.compile("^\\uFEFF?---\\R(.{0,20000}?)\\R---\\R", Pattern.DOTALL).matcher(text);
		String body = frontMatter.find() ? text.substring(frontMatter.end()) : text;
		String html = HtmlRenderer.builder().escapeHtml(false).build().render(Parser.builder().build().parse(body));
		return PageReading.proposeDocument(html, piece.address(), today);
	}

	private static void refuseWhatIsTooLong(String text) throws PieceRefused {
		if (text.length() > MOST_CHARACTERS) {
			throw new PieceRefused("The text has more than 2,000,000 characters; hand in the piece alone.");
		}
	}

	private static void refuseWhatIsNoText(byte[] bytes) throws PieceRefused {
		if (startsWith(bytes, "\u00d0\u00cf\u0011\u00e0")) {
			throw new PieceRefused("This is a file of an old Word. Save it as DOCX, or paste its text.");
		}
		if (startsWith(bytes, "{\\rtf")) {
			throw new PieceRefused("This is a rich text file (RTF). Save it as DOCX, or paste its text.");
		}
		boolean wide = startsWith(bytes, "\u00ff\u00fe") || startsWith(bytes, "\u00fe\u00ff");
		for (int i = 0; i < bytes.length && !wide; i++) {
			if (bytes[i] == 0) {
				throw new PieceRefused("This is no text: a picture, a program or another kind of file. "
						+ "Web pages, text, Markdown, DOCX, PDF, mails (.eml) and WARC files can be read.");
			}
		}
	}

	/**
	 * A text in the encoding that its bytes show; what is no UTF-8 is Western European.
	 */
	static String text(byte[] bytes, @Nullable Charset charset) {
		if (startsWith(bytes, "\u00ff\u00fe")) {
			return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
		}
		if (startsWith(bytes, "\u00fe\u00ff")) {
			return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
		}
		if (isUtf8(bytes)) {
			return new String(bytes, StandardCharsets.UTF_8);
		}
		return new String(bytes, (charset != null) ? charset : Charset.forName("windows-1252"));
	}

	private static boolean isAscii(byte[] bytes) {
		for (byte one : bytes) {
			if (one < 0) {
				return false;
			}
		}
		return true;
	}

	private static boolean isUtf8(byte[] bytes) {
		try {
			StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
			return true;
		}
		catch (CharacterCodingException ex) {
			return false;
		}
	}

	private static @Nullable Charset charset(@Nullable String contentType) {
		Matcher charset = CHARSET.matcher((contentType != null) ? contentType : "");
		try {
			return charset.find() ? Charset.forName(charset.group(1)) : null;
		}
		catch (IllegalCharsetNameException | UnsupportedCharsetException ex) {
			return null;
		}
	}

	private static boolean is(Piece piece, String mediaType, String ending) {
		String type = (piece.contentType() != null) ? piece.contentType().toLowerCase(Locale.ROOT) : "";
		String name = (piece.name() != null) ? piece.name().toLowerCase(Locale.ROOT) : "";
		return type.startsWith(mediaType) || name.endsWith(ending);
	}

	/** Whether the bytes begin with some, given as characters from 0 to 255. */
	static boolean startsWith(byte[] bytes, String start) {
		byte[] expected = start.getBytes(StandardCharsets.ISO_8859_1);
		for (int i = 0; i < expected.length; i++) {
			if (i >= bytes.length || bytes[i] != expected[i]) {
				return false;
			}
		}
		return true;
	}

}
