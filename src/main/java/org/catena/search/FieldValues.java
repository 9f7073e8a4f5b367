package org.catena.search;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.catena.annotation.Aspect;
import org.catena.annotation.Kind;
import org.catena.annotation.Stance;
import org.catena.annotation.Target;
import org.catena.past.Past;
import org.catena.search.QueryNode.Known;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What people mean by the values of fields: {@code author:ash} is Timothy Ash. A slug or
 * a whole name, authorised or variant, goes before names that have all its words.
 */
@Component
class FieldValues implements QueryParser.Values {

	/** How long a new name may be unknown here. */
	private static final Duration AGE = Duration.ofSeconds(2);

	/** Names that one value can mean at most. */
	private static final int MOST = 50;

	private static final Set<String> NOBODY = Set.of("unknown", "none", "anonymous", "not stated", "not_stated");

	private static final Pattern POINT = Pattern.compile("(?:([a-z0-9-]+)/)?([1-9]\\d{0,3})([a-z]?)");

	private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[a-z0-9]{2,8})*");

	/**
	 * Of each facet whose values have names: the value, its name, and every variant, or
	 * slug that it had.
	 */
	private static final Map<Facet, String> NAMES = Map.of(Facet.SOURCE, """
			select slug, name, name as variant from source
			union all select s.slug, s.name, v.name from source s join source_variant v on v.source_id = s.id
			union all select s.slug, s.name, o.slug from source s join old_source_slug o on o.source_id = s.id
			order by name, slug""", Facet.AUTHOR, """
			select slug, name, name as variant from agent
			union all select a.slug, a.name, v.name from agent a join agent_variant v on v.agent_id = a.id
			union all select a.slug, a.name, o.slug from agent a join old_agent_slug o on o.agent_id = a.id
			order by name, slug""", Facet.PLAN, """
			select slug, title as name, title as variant from plan order by id""", Facet.THEME, """
			select l.slug || '/' || t.slug as slug, t.name, t.name as variant
			from theme t join plan l on l.id = t.plan_id order by t.id""", Facet.POINT, """
			select l.slug || '/' || p.number as slug, p.number || '. ' || p.title as name,
			  p.number || '. ' || p.title as variant
			from point p join plan l on l.id = p.plan_id order by l.id, p.number""");

	private final JdbcClient jdbc;

	private final Clock clock;

	private final Map<Facet, Names> read = java.util.Collections.synchronizedMap(new EnumMap<>(Facet.class));

	FieldValues(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	public List<Known> find(Facet facet, String typed) {
		String value = key(typed);
		return switch (facet) {
			case SOURCE, PLAN, THEME -> names(facet).find(value);
			case AUTHOR, CLAIMANT -> NOBODY.contains(value)
					? List.of(new Known(Facet.NOT_STATED, "an author not stated")) : names(Facet.AUTHOR).find(value);
			case POINT -> point(value);
			case STANCE -> word(value, Stream.of(Stance.values()).map(Stance::word));
			case KIND -> word(value, Stream.of(Kind.values()).map(Kind::word));
			case TARGET -> word(value, Stream.of(Target.values()).map(Target::word));
			case ASPECT -> word(value, Stream.of(Aspect.values()).map(Aspect::word));
			case LANGUAGE -> language(value);
			case YEAR, MONTH -> List.of();
		};
	}

	/**
	 * The names of sources, agents or points of which a word begins as typed.
	 * @param facet {@link Facet#SOURCE}, {@link Facet#AUTHOR} or {@link Facet#POINT}
	 */
	List<Known> beginningWith(Facet facet, String typed, int most) {
		String beginning = key(typed);
		return names(facet).names()
			.stream()
			.filter((name) -> name.begins(beginning))
			.limit(most)
			.map(Name::known)
			.toList();
	}

	private Names names(Facet facet) {
		Instant now = this.clock.instant();
		if (Past.current().isPresent()) {
			return new Names(now, read(NAMES.get(facet)));
		}
		Names names = this.read.get(facet);
		if (names == null || names.read().isBefore(now.minus(AGE))) {
			names = new Names(now, read(NAMES.get(facet)));
			this.read.put(facet, names);
		}
		return names;
	}

	private List<Name> read(String sql) {
		Map<String, Name> names = new LinkedHashMap<>();
		this.jdbc.sql(sql).query((row) -> {
			String slug = row.getString("slug");
			String label = row.getString("name");
			names.computeIfAbsent(slug, (same) -> new Name(new Known(slug, label), new ArrayList<>()))
				.keys()
				.add(key(row.getString("variant")));
		});
		return List.copyOf(names.values());
	}

	private List<Known> point(String value) {
		if (NOBODY.contains(value) || value.equals(Facet.NO_POINT)) {
			return List.of(new Known(Facet.NO_POINT, "none"));
		}
		Matcher point = POINT.matcher(value);
		if (!point.matches()) {
			return List.of();
		}
		String letter = point.group(3);
		return this.jdbc.sql("""
				select l.slug || '/' || p.number || :letter from point p join plan l on l.id = p.plan_id
				where p.number = :number and (:plan = '' or l.slug = :plan)
				  and (:letter = '' or exists (select from sub_point s where s.point_id = p.id and s.letter = :letter))
				order by l.id""")
			.param("number", Integer.parseInt(point.group(2)))
			.param("plan", (point.group(1) != null) ? point.group(1) : "")
			.param("letter", letter)
			.query(String.class)
			.list()
			.stream()
			.map((known) -> new Known(known, point.group(2) + letter))
			.toList();
	}

	private static List<Known> word(String value, Stream<String> words) {
		String written = value.replaceAll("[ -]", "_");
		return words.filter(written::equals).map((word) -> new Known(word, word.replace('_', ' '))).toList();
	}

	private static List<Known> language(String value) {
		for (String tag : Locale.getISOLanguages()) {
			String name = Locale.forLanguageTag(tag).getDisplayLanguage(Locale.ENGLISH);
			if (key(name).equals(value)) {
				return List.of(new Known(tag, name));
			}
		}
		return LANGUAGE.matcher(value).matches()
				? List.of(new Known(value, Locale.forLanguageTag(value).getDisplayName(Locale.ENGLISH))) : List.of();
	}

	/** Without case, accents and the sort of dashes and spaces. */
	private static String key(String name) {
		return Spellings.key(name).replaceAll("[\\s\\u00A0]+", " ").strip();
	}

	private record Name(Known known, List<String> keys) {

		boolean is(String value) {
			String slug = this.known.value();
			return slug.equals(value) || slug.endsWith("/" + value) || this.keys.contains(value);
		}

		boolean begins(String beginning) {
			return this.keys.stream().anyMatch((key) -> key.startsWith(beginning) || key.contains(" " + beginning));
		}

		boolean hasWords(List<String> words) {
			return this.keys.stream().anyMatch((key) -> TextAnalysis.words(key).containsAll(words));
		}

	}

	private record Names(Instant read, List<Name> names) {

		List<Known> find(String value) {
			List<Known> same = this.names.stream().filter((name) -> name.is(value)).map(Name::known).toList();
			List<String> words = TextAnalysis.words(value);
			return !same.isEmpty() || words.isEmpty() ? same.stream().limit(MOST).toList()
					: this.names.stream().filter((name) -> name.hasWords(words)).map(Name::known).limit(MOST).toList();
		}

	}

}
