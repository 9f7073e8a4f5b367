package org.catena.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.catena.past.Past;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The spellings that the archive knows: of persons from its agents, of places from
 * {@code search/spellings.txt}.
 */
@Component
class NameSpellings {

	/** How long an editor's new variant may be unknown here. */
	private static final Duration AGE = Duration.ofSeconds(2);

	private static final String PERSONS = """
			select id, name from agent where kind = 'person'
			union all select a.id, v.name from agent a join agent_variant v on v.agent_id = a.id where a.kind = 'person'
			order by id""";

	private final JdbcClient jdbc;

	private final Clock clock;

	private final List<List<String>> listed = listed();

	private volatile Known known = new Known(Instant.MIN, new Spellings());

	NameSpellings(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	Spellings now() {
		if (Past.current().isPresent()) {
			return read();
		}
		Instant now = this.clock.instant();
		if (this.known.read().isBefore(now.minus(AGE))) {
			this.known = new Known(now, read());
		}
		return this.known.spellings();
	}

	private Spellings read() {
		Spellings spellings = new Spellings();
		this.listed.forEach(spellings::join);
		Map<Long, List<String>> persons = new LinkedHashMap<>();
		this.jdbc.sql(PERSONS).query((row) -> {
			persons.computeIfAbsent(row.getLong("id"), (id) -> new ArrayList<>()).add(row.getString("name"));
		});
		persons.values().forEach(spellings::learn);
		return spellings;
	}

	private static List<List<String>> listed() {
		try (BufferedReader lines = new BufferedReader(new InputStreamReader(
				Objects.requireNonNull(NameSpellings.class.getResourceAsStream("/search/spellings.txt")),
				StandardCharsets.UTF_8))) {
			return lines.lines()
				.filter((line) -> !line.isBlank() && !line.startsWith("#"))
				.map((line) -> List.of(line.strip().split("\\s*,\\s*")))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private record Known(Instant read, Spellings spellings) {
	}

}
