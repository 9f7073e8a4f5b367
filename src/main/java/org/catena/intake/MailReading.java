package org.catena.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import org.apache.james.mime4j.dom.Body;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.MimeConfig;
import org.catena.article.BasisKind;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/**
 * Reads a mail, a newsletter for instance: its subject, sender and date are the metadata,
 * its text is read as a page or a plain text. Attachments are not read.
 */
final class MailReading {

	private static final int DEEPEST = 10;

	private MailReading() {
	}

	static Proposal propose(Piece piece, LocalDate today) throws PieceRefused {
		Message mail = parse(piece.bytes());
		List<Entity> texts = new ArrayList<>();
		texts(mail, texts, 0);
		Entity html = find(texts, "text/html");
		Entity plain = find(texts, "text/plain");
		if (html == null && plain == null) {
			throw new PieceRefused("The mail holds no text. If the piece is attached to it, hand in the attachment.");
		}
		Proposal read = (html != null) ? PageReading.propose(Jsoup.parse(text(html)), piece.address(), today)
				: TextReading.propose((plain != null) ? text(plain) : "", piece.address(), today);
		return withHeaders(read, mail);
	}

	private static Message parse(byte[] bytes) throws PieceRefused {
		DefaultMessageBuilder builder = new DefaultMessageBuilder();
		builder.setMimeEntityConfig(MimeConfig.custom().setMaxLineLen(-1).setMaxContentLen(Piece.LARGEST).build());
		try {
			return builder.parseMessage(new ByteArrayInputStream(bytes));
		}
		catch (IOException | RuntimeException ex) {
			throw new PieceRefused("The mail could not be read: it is broken.");
		}
	}

	private static void texts(Entity entity, List<Entity> texts, int depth) {
		Body body = entity.getBody();
		if (body instanceof Multipart parts && depth < DEEPEST) {
			parts.getBodyParts().forEach((part) -> texts(part, texts, depth + 1));
		}
		else if (body instanceof TextBody && !"attachment".equalsIgnoreCase(entity.getDispositionType())) {
			texts.add(entity);
		}
	}

	private static @Nullable Entity find(List<Entity> texts, String mediaType) {
		return texts.stream().filter((text) -> mediaType.equals(text.getMimeType())).findFirst().orElse(null);
	}

	private static String text(Entity entity) throws PieceRefused {
		TextBody body = (TextBody) entity.getBody();
		try {
			byte[] bytes = body.getInputStream().readAllBytes();
			String charset = body.getMimeCharset();
			return PieceReading.text(bytes, (charset != null && Charset.isSupported(charset)) ? Charset.forName(charset)
					: StandardCharsets.UTF_8);
		}
		catch (IOException | IllegalArgumentException ex) {
			throw new PieceRefused("The text of the mail could not be read: it is broken.");
		}
	}

	private static Proposal withHeaders(Proposal read, Message mail) {
		List<ProposedValue> titles = new ArrayList<>(read.titles());
		List<ProposedValue> dates = new ArrayList<>(read.dates());
		List<ProposedByline> bylines = new ArrayList<>(read.bylines());
		if (mail.getSubject() != null && !mail.getSubject().isBlank()) {
			titles.add(0,
					new ProposedValue(Spaces.collapse(mail.getSubject()), BasisKind.PRINTED, "mail header Subject"));
		}
		if (mail.getDate() != null) {
			dates.add(new ProposedValue(mail.getDate().toInstant().atZone(ZoneOffset.UTC).toLocalDate().toString(),
					BasisKind.PRINTED, "mail header Date, in UTC"));
		}
		if (mail.getFrom() != null) {
			for (Mailbox from : mail.getFrom()) {
				String name = (from.getName() != null) ? Spaces.collapse(from.getName()) : "";
				if (!PrintedByline.names(name).isEmpty()) {
					bylines.add(
							new ProposedByline(name, PrintedByline.names(name), BasisKind.PRINTED, "mail header From"));
				}
			}
		}
		return new Proposal(read.lines(), titles, bylines, dates, read.sources(), read.languages(), read.addresses(),
				read.notes(), read.warnings());
	}

}
