package org.catena.exchange;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.catena.article.Brief;
import org.catena.past.AsOf;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * The parameters of a question of a program. Unlike people's, what cannot be understood
 * is not left out but refused: a filter that is misspelt must not yield everything.
 */
final class ApiParameters {

	/** Things in a list, unless a program asks for more or less. */
	static final int USUAL = 50;

	/** Things in a list at most. */
	static final int MOST = 200;

	private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

	private static final Pattern KEY = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+");

	private static final Pattern POINT = Pattern.compile("([a-z0-9]+(?:-[a-z0-9]+)*)/([1-9][0-9]{0,3})");

	private final MultiValueMap<String, String> given;

	/**
	 * Takes the parameters of a list.
	 * @param given what was given
	 * @param known the names that have a meaning, besides {@code cursor} and
	 * {@code limit}
	 */
	static ApiParameters ofList(MultiValueMap<String, String> given, String... known) {
		List<String> all = new java.util.ArrayList<>(List.of("cursor", "limit"));
		all.addAll(List.of(known));
		return new ApiParameters(given, all);
	}

	/**
	 * Takes parameters.
	 * @param given what was given
	 * @param known the names that have a meaning, besides {@code asOf}, which was read
	 * already
	 * @throws ApiProblem if there are others
	 */
	ApiParameters(MultiValueMap<String, String> given, List<String> known) {
		for (String name : given.keySet()) {
			if (!known.contains(name) && !name.equals(AsOf.PARAMETER)) {
				throw bad("There is no parameter “%s” here. %s", brief(name), known.isEmpty() ? "There is none at all."
						: "There are: " + String.join(", ", new TreeSet<>(known)) + ".");
			}
		}
		this.given = given;
	}

	static ApiProblem bad(String sentence, Object... values) {
		return new ApiProblem(ApiProblem.Type.BAD_PARAMETER, sentence.formatted(values));
	}

	/** The one value of a parameter. */
	Optional<String> one(String name) {
		List<String> values = this.given.getOrDefault(name, List.of());
		if (values.size() > 1) {
			throw bad("“%s” was given %d times; once is enough.", name, values.size());
		}
		return values.stream().findFirst();
	}

	List<String> several(String name) {
		return this.given.getOrDefault(name, List.of());
	}

	/** As {@code 28-point-plan}. */
	Optional<String> slug(String name) {
		return matching(name, SLUG, "is no name in an address, like “28-point-plan”");
	}

	/** As {@code baev-2025-12-09/c07}. */
	Optional<String> key(String name) {
		return matching(name, KEY, "is no id of a claim, like “baev-2025-12-09/c07”");
	}

	/** As {@code 28-point-plan/7}. */
	Optional<PointRef> point(String name) {
		return matching(name, POINT, "is no point, like “28-point-plan/7”").map((value) -> {
			String[] parts = value.split("/");
			return new PointRef(parts[0], Integer.parseInt(parts[1]));
		});
	}

	/** One of some words. */
	Optional<String> word(String name, String... words) {
		return one(name).map((value) -> {
			if (!Arrays.asList(words).contains(value)) {
				throw bad("“%s” is none of the values of “%s”: %s.", brief(value), name, String.join(", ", words));
			}
			return value;
		});
	}

	/** As {@code 2025-12-09}. */
	Optional<LocalDate> day(String name) {
		return one(name).map((value) -> {
			try {
				LocalDate day = LocalDate.parse(value);
				if (day.getYear() < 1 || day.getYear() > 9999) {
					throw bad("“%s” is no day, like “2025-12-09”.", brief(value));
				}
				return day;
			}
			catch (DateTimeParseException ex) {
				throw bad("“%s” is no day, like “2025-12-09”.", brief(value));
			}
		});
	}

	/** A number within bounds. */
	int number(String name, int otherwise, int least, int most) {
		return one(name).map((value) -> {
			if (!value.matches("\\d{1,9}") || Integer.parseInt(value) < least || Integer.parseInt(value) > most) {
				throw bad("“%s” of “%s” is no number from %d to %d.", brief(value), name, least, most);
			}
			return Integer.valueOf(value);
		}).orElse(otherwise);
	}

	int limit() {
		return number("limit", USUAL, 1, MOST);
	}

	@Nullable String cursor() {
		return one("cursor").orElse(null);
	}

	private Optional<String> matching(String name, Pattern form, String otherwise) {
		return one(name).map((value) -> {
			if (value.length() > 200 || !form.matcher(value).matches()) {
				throw bad("“%s” of “%s” %s.", brief(value), name, otherwise);
			}
			return value;
		});
	}

	private static String brief(String value) {
		String shown = value.replaceAll("[\\p{Cc}\\p{Cs}]", " ");
		return Brief.of(shown);
	}

	/**
	 * A point of a plan.
	 *
	 * @param plan the plan's slug
	 * @param number the point's number
	 */
	record PointRef(String plan, int number) {
	}

	/** Conditions that all hold, in SQL. */
	static final class Filter {

		private final StringBuilder where = new StringBuilder("true");

		private final Map<String, Object> parameters = new HashMap<>();

		/** Narrows, if there is a value; it stands in the condition by a name. */
		Filter and(Optional<?> value, String name, String condition) {
			value.ifPresent((present) -> {
				this.where.append(" and ").append(condition);
				this.parameters.put(name, present);
			});
			return this;
		}

		/**
		 * Narrows to a point, which stands in the condition as {@code :point}, its id.
		 */
		Filter andPoint(Optional<PointRef> point, String condition) {
			point.ifPresent((present) -> {
				this.where.append(" and ").append(condition.replace(":point", """
						(select p.id from point p join plan l on l.id = p.plan_id
						  where l.slug = :point_plan and p.number = :point_number)"""));
				this.parameters.put("point_plan", present.plan());
				this.parameters.put("point_number", present.number());
			});
			return this;
		}

		String where() {
			return this.where.toString();
		}

		Map<String, Object> parameters() {
			return this.parameters;
		}

	}

}
