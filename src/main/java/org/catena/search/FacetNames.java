package org.catena.search;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How pages call the values of facets, as the record has it now.
 */
@Component
class FacetNames {

	private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

	private final JdbcClient jdbc;

	FacetNames(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The labels of values, in at most five statements.
	 * @param values values by facet
	 * @return labels by facet and value; values that the archive does not know have none
	 */
	Map<Facet, Map<String, String>> of(Map<Facet, ? extends Collection<String>> values) {
		Map<Facet, Map<String, String>> labels = new EnumMap<>(Facet.class);
		Set<String> agents = new HashSet<>();
		values.forEach((facet, some) -> {
			if (facet == Facet.AUTHOR || facet == Facet.CLAIMANT) {
				agents.addAll(some);
			}
		});
		Map<String, String> agentNames = names("select slug, name from agent where slug in (:values)", agents);
		agentNames.put(Facet.NOT_STATED, "Author not stated");
		values.forEach((facet, some) -> {
			Map<String, String> known = switch (facet) {
				case SOURCE -> names("select slug, name from source where slug in (:values)", some);
				case AUTHOR, CLAIMANT -> agentNames;
				case YEAR -> dates(some, false);
				case MONTH -> dates(some, true);
				case PLAN -> names("select slug, title as name from plan where slug in (:values)", some);
				case POINT -> points(some);
				case THEME -> names("""
						select l.slug || '/' || t.slug as slug, t.name from theme t join plan l on l.id = t.plan_id
						where l.slug || '/' || t.slug in (:values)""", some);
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

	private Map<String, String> points(Collection<String> values) {
		Map<String, String> points = names("""
				select l.slug || '/' || p.number as slug, p.number || '. ' || p.title as name
				from point p join plan l on l.id = p.plan_id
				where l.slug || '/' || p.number in (:values)""", values);
		points.put(Facet.NO_POINT, "No single point");
		return points;
	}

	private Map<String, String> names(String sql, Collection<String> values) {
		Map<String, String> names = new HashMap<>();
		if (!values.isEmpty()) {
			this.jdbc.sql(sql).param("values", new ArrayList<>(values)).query((row) -> {
				names.put(row.getString("slug"), row.getString("name"));
			});
		}
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
