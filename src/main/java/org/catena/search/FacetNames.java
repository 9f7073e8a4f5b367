package org.catena.search;

import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.catena.annotation.Aspect;
import org.catena.annotation.Kind;
import org.catena.annotation.Stance;
import org.catena.annotation.Target;
import org.catena.plan.EdtfDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How pages call the values of facets, as the record has it now.
 */
@Component
class FacetNames {

	private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

	/** Facets whose values the record names. */
	private static final Set<Facet> NAMED = EnumSet.of(Facet.SOURCE, Facet.AUTHOR, Facet.CLAIMANT, Facet.PLAN,
			Facet.POINT, Facet.THEME);

	private static final String NAMES = """
			select 'SOURCE' as facet, slug as value, name from source where slug = any(:sources)
			union all select 'AUTHOR', slug, name from agent where slug = any(:agents)
			union all select 'PLAN', slug, title from plan where slug = any(:plans)
			union all select 'POINT', l.slug || '/' || p.number, p.number || '. ' || p.title
			  from point p join plan l on l.id = p.plan_id where l.slug || '/' || p.number = any(:points)
			union all select 'THEME', l.slug || '/' || t.slug, t.name
			  from theme t join plan l on l.id = t.plan_id where l.slug || '/' || t.slug = any(:themes)""";

	private final JdbcClient jdbc;

	FacetNames(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The labels of values, in one statement.
	 * @param values values by facet
	 * @return labels by facet and value; values that the archive does not know have none
	 */
	Map<Facet, Map<String, String>> of(Map<Facet, ? extends Collection<String>> values) {
		Map<Facet, Map<String, String>> read = read(values);
		Map<Facet, Map<String, String>> labels = new EnumMap<>(Facet.class);
		values.forEach((facet, some) -> {
			Map<String, String> known = switch (facet) {
				case SOURCE, PLAN, THEME -> read.getOrDefault(facet, Map.of());
				case AUTHOR, CLAIMANT -> with(read.get(Facet.AUTHOR), Facet.NOT_STATED, "Author not stated");
				case POINT -> with(read.get(Facet.POINT), Facet.NO_POINT, "No single point");
				case YEAR -> dates(some, false);
				case MONTH -> dates(some, true);
				case STANCE -> words(Stream.of(Stance.values()).map(Stance::word));
				case KIND -> words(Stream.of(Kind.values()).map(Kind::word));
				case TARGET -> words(Stream.of(Target.values()).map(Target::word));
				case ASPECT -> words(Stream.of(Aspect.values()).map(Aspect::word));
				case LANGUAGE -> languages(some);
			};
			labels.put(facet, known);
		});
		return labels;
	}

	/** What the record calls values; authors and claimants are agents. */
	private Map<Facet, Map<String, String>> read(Map<Facet, ? extends Collection<String>> values) {
		Set<String> agents = new HashSet<>();
		agents.addAll(values.containsKey(Facet.AUTHOR) ? values.get(Facet.AUTHOR) : Set.of());
		agents.addAll(values.containsKey(Facet.CLAIMANT) ? values.get(Facet.CLAIMANT) : Set.of());
		Map<Facet, Map<String, String>> names = new EnumMap<>(Facet.class);
		if (values.keySet().stream().noneMatch(NAMED::contains)) {
			return names;
		}
		this.jdbc.sql(NAMES)
			.param("sources", array(values.get(Facet.SOURCE)))
			.param("agents", array(agents))
			.param("plans", array(values.get(Facet.PLAN)))
			.param("points", array(values.get(Facet.POINT)))
			.param("themes", array(values.get(Facet.THEME)))
			.query((row) -> {
				names.computeIfAbsent(Facet.valueOf(row.getString("facet")), (facet) -> new HashMap<>())
					.put(row.getString("value"), row.getString("name"));
			});
		return names;
	}

	private static String[] array(@Nullable Collection<String> values) {
		return (values != null) ? values.toArray(String[]::new) : new String[0];
	}

	private static Map<String, String> with(@Nullable Map<String, String> read, String value, String name) {
		Map<String, String> names = new HashMap<>((read != null) ? read : Map.of());
		names.put(value, name);
		return names;
	}

	private static Map<String, String> dates(Collection<String> values, boolean months) {
		Map<String, String> labels = new HashMap<>();
		for (String value : values) {
			if (value.matches("\\d{4}")) {
				labels.put(value, months ? value + ", month not certain" : value);
			}
			else if (months && value.matches("\\d{4}-\\d{2}")) {
				EdtfDate.find(value).ifPresent((date) -> labels.put(value, MONTH.format(date.earliest())));
			}
		}
		labels.put(Facet.NOT_CERTAIN, "Year not certain");
		labels.put(Facet.NOT_DATED, "Date not known");
		return labels;
	}

	private static Map<String, String> languages(Collection<String> values) {
		Map<String, String> labels = new HashMap<>();
		values.stream()
			.filter((value) -> value.matches("[a-z]{2,3}(-[A-Za-z0-9]{1,8}){0,4}"))
			.forEach((value) -> labels.put(value, Locale.forLanguageTag(value).getDisplayName(Locale.ENGLISH)));
		return labels;
	}

	private static Map<String, String> words(Stream<String> words) {
		Map<String, String> labels = new HashMap<>();
		words.forEach((word) -> labels.put(word,
				word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1).replace('_', ' ')));
		return labels;
	}

}
