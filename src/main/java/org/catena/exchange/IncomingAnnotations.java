package org.catena.exchange;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the annotations that come in. Each change is a row of its own, so nothing that
 * was sent is ever lost, whatever is sent or decided later.
 */
@Component
class IncomingAnnotations {

	private static final String STATES = """
			select a.name, c.content, c.number as content_number, s.act, s.remark, s.by, s.at, s.number,
			  f.by as received_by, f.at as received_at
			from incoming_annotation a
			join lateral (select * from incoming_annotation_state where annotation_id = a.id order by number desc limit 1) s on true
			join lateral (select * from incoming_annotation_state where annotation_id = a.id and content is not null
			  order by number desc limit 1) c on true
			join incoming_annotation_state f on f.annotation_id = a.id and f.number = 1
			where %s order by f.at desc, a.id desc limit :limit""";

	private final JdbcClient jdbc;

	private final Clock clock;

	IncomingAnnotations(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Takes an annotation in.
	 * @param content its JSON, as sent
	 * @param wish the name that the sender would like (RFC 5023, {@code Slug}), or null
	 * @param account who sends it
	 * @return its name
	 */
	@Transactional
	String receive(String content, @Nullable String wish, String account) {
		String name = name(wish);
		Long id = this.jdbc.sql("""
				insert into incoming_annotation (name) values (:name) on conflict do nothing returning id""")
			.param("name", name)
			.query(Long.class)
			.optional()
			.orElse(null);
		if (id == null) {
			name = name + "-" + UUID.randomUUID();
			id = this.jdbc.sql("insert into incoming_annotation (name) values (:name) returning id")
				.param("name", name)
				.query(Long.class)
				.single();
		}
		append(id, 1, "received", content, null, account);
		return name;
	}

	Optional<IncomingAnnotation> find(String name) {
		return read("a.name = :name", Map.of("name", name), 1).stream().findFirst();
	}

	/**
	 * Those that stand in a certain way, the newest first.
	 * @param open whether they have yet to be looked at, or have been
	 * @param limit how many at most
	 */
	List<IncomingAnnotation> list(boolean open, int limit) {
		return read(
				open ? "s.act in ('received', 'replaced', 'reopened')" : "s.act in ('coded', 'set_aside', 'deleted')",
				Map.of(), limit);
	}

	/** How many have yet to be looked at. */
	long countOpen() {
		return this.jdbc
			.sql("""
					select count(*) from incoming_annotation a
					join lateral (select act from incoming_annotation_state where annotation_id = a.id order by number desc limit 1) s on true
					where s.act in ('received', 'replaced', 'reopened')""")
			.query(Long.class)
			.single();
	}

	/**
	 * Notes what was done with one.
	 * @param seen as it was when this was decided
	 * @param act what was done
	 * @param content its new content, where it was replaced
	 * @param remark what is said of it
	 * @param account by whom
	 * @return whether it still was as seen; otherwise nothing has changed
	 */
	@Transactional
	boolean change(IncomingAnnotation seen, String act, @Nullable String content, @Nullable String remark,
			String account) {
		long id = this.jdbc.sql("select id from incoming_annotation where name = :name")
			.param("name", seen.name())
			.query(Long.class)
			.single();
		try {
			append(id, seen.number() + 1, act, content, remark, account);
			return true;
		}
		catch (DuplicateKeyException ex) {
			return false;
		}
	}

	private void append(long id, int number, String act, @Nullable String content, @Nullable String remark,
			String account) {
		this.jdbc.sql("""
				insert into incoming_annotation_state (annotation_id, number, act, content, remark, by, at)
				values (:id, :number, :act, :content, :remark, :by, :at)""")
			.param("id", id)
			.param("number", number)
			.param("act", act)
			.param("content", content, java.sql.Types.VARCHAR)
			.param("remark", remark, java.sql.Types.VARCHAR)
			.param("by", account)
			.param("at", this.clock.instant().atOffset(ZoneOffset.UTC))
			.update();
	}

	private List<IncomingAnnotation> read(String where, Map<String, ?> parameters, int limit) {
		return this.jdbc.sql(STATES.formatted(where))
			.params(parameters)
			.param("limit", limit)
			.query((rs, row) -> new IncomingAnnotation(rs.getString("name"), rs.getString("content"),
					rs.getInt("content_number"), rs.getString("act"), rs.getString("remark"), rs.getString("by"),
					rs.getTimestamp("at").toInstant(), rs.getInt("number"), rs.getString("received_by"),
					rs.getTimestamp("received_at").toInstant()))
			.list();
	}

	private static String name(@Nullable String wish) {
		String plain = (wish != null)
				? wish.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+", "") : "";
		String brief = plain.substring(0, Math.min(plain.length(), 60)).replaceAll("-+$", "");
		return brief.isEmpty() ? UUID.randomUUID().toString() : brief;
	}

}
