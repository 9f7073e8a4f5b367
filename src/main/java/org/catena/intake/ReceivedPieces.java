package org.catena.intake;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import org.catena.plan.Sha256;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What was handed in, byte for byte, with its hash and time: the evidence that a text
 * rests on. Rows are written once and never changed.
 */
@Component
public class ReceivedPieces {

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final Clock clock;

	ReceivedPieces(JdbcClient jdbc, JsonMapper json, Clock clock) {
		this.jdbc = jdbc;
		this.json = json;
		this.clock = clock;
	}

	/** How a piece came in. */
	public enum Way {

		/** Typed or pasted. */
		TYPED,
		/** Fetched from an address. */
		FETCHED,
		/** Handed in as a file. */
		UPLOADED;

		String word() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/**
	 * A piece that was kept.
	 *
	 * @param id its number
	 * @param way how it came in
	 * @param receivedAt when
	 * @param receivedBy the account of the editor who handed it in
	 * @param sha256 the hash of its bytes
	 * @param piece the piece
	 */
	public record Received(long id, Way way, Instant receivedAt, String receivedBy, String sha256, Piece piece) {
	}

	/** Keeps a text or file. */
	public long keep(Way way, String editor, Piece piece) {
		return keep(way, editor, piece, null, new TreeMap<>());
	}

	/** Keeps a page as it was fetched. */
	public long keep(String editor, FetchedPage page) {
		return keep(Way.FETCHED, editor, page.piece(), page.asked(), page.headers());
	}

	private long keep(Way way, String editor, Piece piece, @Nullable URI asked, SortedMap<String, String> headers) {
		return this.jdbc.sql("""
				insert into received_piece
				  (way, received_at, received_by, name, content_type, asked_address, address, headers, bytes, sha256)
				values
				  (:way, :at, :editor, :name, :type, :asked, :address, cast(:headers as json), :bytes, :sha256)
				returning id""")
			.param("way", way.word())
			.param("at", OffsetDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC))
			.param("editor", editor)
			.param("name", clean(piece.name()))
			.param("type", clean(piece.contentType()))
			.param("asked", (asked != null) ? asked.toString() : null)
			.param("address", (piece.address() != null) ? piece.address().toString() : null)
			.param("headers", this.json.writeValueAsString(headers))
			.param("bytes", piece.bytes())
			.param("sha256", Sha256.of(piece.bytes()))
			.query(Long.class)
			.single();
	}

	/** Finds a piece that was kept. */
	public Optional<Received> find(long id) {
		return this.jdbc.sql("""
				select id, way, received_at, received_by, name, content_type, address, bytes, sha256
				from received_piece where id = :id""").param("id", id).query((row, number) -> {
			String address = row.getString("address");
			return new Received(row.getLong("id"), Way.valueOf(row.getString("way").toUpperCase(Locale.ROOT)),
					row.getObject("received_at", OffsetDateTime.class).toInstant(), row.getString("received_by"),
					row.getString("sha256"), new Piece(row.getBytes("bytes"), row.getString("content_type"),
							row.getString("name"), (address != null) ? URI.create(address) : null));
		}).optional();
	}

	/** A name of a file, without what PostgreSQL cannot hold. */
	private static @Nullable String clean(@Nullable String text) {
		return (text != null) ? text.replaceAll("\\p{Cc}|\\p{Cs}", "") : null;
	}

}
