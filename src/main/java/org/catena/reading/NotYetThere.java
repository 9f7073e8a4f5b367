package org.catena.reading;

import java.util.Optional;

import org.catena.past.AsOf;
import org.catena.past.NotOfThatDay;
import org.catena.past.Past;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Says why there is nothing at an address: of the past, because it came in later, or had
 * another address. It looks at the present for that, which is the schema {@code public}.
 */
@Component
class NotYetThere {

	private final JdbcClient jdbc;

	NotYetThere(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	RuntimeException noArticle(String slug) {
		return absent("article", slug,
				"""
						select earlier.slug as earlier, (select created_at from public.article_version v
						  where v.article_id = later.id and v.number = 1) as came_in
						from public.article later left join article earlier on earlier.id = later.id where later.slug = :name""");
	}

	RuntimeException noClaim(String key) {
		return absent("claim", key, """
				select earlier.key as earlier, later.created_at as came_in
				from public.claim later left join claim earlier on earlier.id = later.id
				where later.key = :name and later.standing <> 'compared'""");
	}

	private RuntimeException absent(String kind, String name, String sql) {
		AsOf past = Past.current().orElse(null);
		Optional<Later> later = (past != null) ? this.jdbc.sql(sql)
			.param("name", name)
			.query((row, number) -> new Later(row.getString("earlier"),
					AsOf.day(row.getTimestamp("came_in").toInstant())))
			.optional() : Optional.empty();
		if (past == null || later.isEmpty() || name.equals(later.get().earlier())) {
			return new NotFound(kind + " " + name);
		}
		if (later.get().earlier() != null) {
			return new Moved("/" + kind + "s/" + later.get().earlier());
		}
		return new NotOfThatDay(HttpStatus.NOT_FOUND, "The %s was not in the archive as it stood %s. It came in on %s."
			.formatted(kind, past.words(), later.get().cameIn()));
	}

	/**
	 * What is there now.
	 *
	 * @param earlier its name then; null if it was not there
	 * @param cameIn the day
	 */
	private record Later(@Nullable String earlier, String cameIn) {
	}

}
