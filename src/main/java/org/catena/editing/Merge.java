package org.catena.editing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What two people typed into one form, joined field by field against what both had before
 * them. A field that one of them changed has that value; one that both changed keeps mine
 * and is shown with both values. A row that one changed and the other removed stays.
 */
final class Merge {

	private static final Set<String> LONG = Set.of("text", "notes");

	private final @Nullable FormFields base;

	private final FormFields mine;

	private final FormFields theirs;

	private final List<String> taken = new ArrayList<>();

	private final List<Conflict> conflicts = new ArrayList<>();

	private Merge(@Nullable FormFields base, FormFields mine, FormFields theirs) {
		this.base = base;
		this.mine = mine;
		this.theirs = theirs;
	}

	/**
	 * Joins two forms.
	 * @param base what both had before them; null where that is not known: then every
	 * difference is shown
	 * @param mine the one
	 * @param theirs the other
	 */
	static Merged of(@Nullable ArticleForm base, ArticleForm mine, ArticleForm theirs) {
		return new Merge((base != null) ? FormFields.of(base) : null, FormFields.of(mine), FormFields.of(theirs))
			.merged();
	}

	private Merged merged() {
		Map<String, String> values = new LinkedHashMap<>();
		this.mine.values()
			.forEach((field, value) -> values.put(field,
					join(field, field, (this.base != null) ? this.base.values().getOrDefault(field, "") : null, value,
							this.theirs.values().getOrDefault(field, ""))));
		Map<String, List<Map<String, String>>> rows = new LinkedHashMap<>();
		FormFields.LISTS.forEach((list) -> rows.put(list, rows(list)));
		return new Merged(new FormFields(values, rows).form(), List.copyOf(this.taken), List.copyOf(this.conflicts));
	}

	/**
	 * Joins one field.
	 * @param id the field's name in the joined form
	 * @param theirsId its name in the other form
	 */
	private String join(String id, String theirsId, @Nullable String before, String one, String other) {
		if (sameLines(one, other) || (before != null && sameLines(before, other))) {
			return one;
		}
		if (before != null && sameLines(before, one)) {
			this.taken.add(FormFields.label(id));
			return other;
		}
		Optional<String> both = (before != null && LONG.contains(id)) ? MergedText.of(before, one, other)
				: Optional.empty();
		if (both.isPresent()) {
			this.taken.add("parts of the " + FormFields.label(id));
			return both.get();
		}
		this.conflicts.add(new Conflict(id, theirsId, FormFields.label(id), one, other));
		return one;
	}

	private static boolean sameLines(String one, String other) {
		return one.equals(other) || one.replace("\r\n", "\n").equals(other.replace("\r\n", "\n"));
	}

	private List<Map<String, String>> rows(String list) {
		List<Map<String, String>> one = this.mine.list(list);
		List<Map<String, String>> other = this.theirs.list(list);
		List<Map<String, String>> before = (this.base != null) ? this.base.list(list) : other;
		if (one.equals(other) || (this.base != null && before.equals(other))) {
			return one;
		}
		if (this.base != null && before.equals(one)) {
			this.taken.add("the " + list);
			return other;
		}
		int[] inOne = Alignment.of(before, one, Merge::alike);
		int[] inOther = Alignment.of(before, other, Merge::alike);
		List<Map<String, String>> joined = new ArrayList<>();
		for (int i = 0; i < before.size(); i++) {
			Map<String, String> mineRow = (inOne[i] >= 0) ? one.get(inOne[i]) : null;
			Map<String, String> theirsRow = (inOther[i] >= 0) ? other.get(inOther[i]) : null;
			if (mineRow != null && theirsRow != null) {
				joined.add(row(list, joined.size(), inOther[i], (this.base != null) ? before.get(i) : null, mineRow,
						theirsRow));
			}
			else if (mineRow != null && (this.base == null || !mineRow.equals(before.get(i)))) {
				joined.add(mineRow);
			}
			else if (theirsRow != null && (this.base == null || !theirsRow.equals(before.get(i)))) {
				this.taken.add("one of the " + list);
				joined.add(theirsRow);
			}
		}
		for (Map<String, String> added : others(other, inOther)) {
			this.taken.add("one of the " + list);
			joined.add(added);
		}
		others(one, inOne).stream().filter((row) -> !joined.contains(row)).forEach(joined::add);
		return joined;
	}

	private Map<String, String> row(String list, int place, int theirsPlace, @Nullable Map<String, String> before,
			Map<String, String> one, Map<String, String> other) {
		Map<String, String> joined = new LinkedHashMap<>();
		one.forEach((field, value) -> joined.put(field,
				join(list + "-" + place + "-" + field, list + "-" + theirsPlace + "-" + field,
						(before != null) ? before.get(field) : null, value, other.getOrDefault(field, ""))));
		return joined;
	}

	/** The rows that no row before became. */
	private static List<Map<String, String>> others(List<Map<String, String>> rows, int[] places) {
		List<Map<String, String>> others = new ArrayList<>(rows);
		List<Map<String, String>> become = new ArrayList<>();
		for (int place : places) {
			if (place >= 0) {
				become.add(rows.get(place));
			}
		}
		others.removeIf((row) -> become.stream().anyMatch((same) -> same == row));
		return others;
	}

	/**
	 * Two rows are the same thing when their first or second field, a name or a quote or
	 * a paraphrase, is the same, or nearly all their fields are.
	 */
	private static double alike(Map<String, String> one, Map<String, String> other) {
		int same = 0;
		boolean named = false;
		int place = 0;
		for (Map.Entry<String, String> field : one.entrySet()) {
			boolean equal = field.getValue().equals(other.get(field.getKey()));
			same += equal ? 1 : 0;
			named = named || (place < ((one.size() > 3) ? 2 : 1) && equal && !field.getValue().isBlank());
			place++;
		}
		boolean near = one.size() - same <= Math.max(1, one.size() / 6);
		return (named || near) ? 1 + (double) same / one.size() : 0;
	}

	/**
	 * Two forms in one.
	 *
	 * @param form the joined form
	 * @param taken what of it the other had changed, in words
	 * @param conflicts the fields that both had changed
	 */
	record Merged(ArticleForm form, List<String> taken, List<Conflict> conflicts) {

		/** What was taken over, to be read in a sentence. */
		public String changes() {
			List<String> brief = this.taken.stream().distinct().limit(12).toList();
			return String.join(", ", brief)
					+ ((brief.size() < this.taken.stream().distinct().count()) ? " and more" : "");
		}

	}

	/**
	 * A field that both had changed.
	 *
	 * @param id the field's name in the joined form
	 * @param theirsId its name in the other form
	 * @param label how it is called
	 * @param mine my value
	 * @param theirs the other's value
	 */
	record Conflict(String id, String theirsId, String label, String mine, String theirs) {

		/** What is chosen for the field is sent under this name. */
		public String choice() {
			return CHOICE + this.id;
		}

		public String shownMine() {
			return Typed.shown(this.mine);
		}

		public String shownTheirs() {
			return Typed.shown(this.theirs);
		}

		static final String CHOICE = "take-";

		/** Puts their value where they were chosen. */
		static ArticleForm resolve(ArticleForm sent, ArticleForm theirs, FormParameters typed) {
			Map<String, String> other = FormFields.of(theirs).flat();
			FormFields fields = FormFields.of(sent);
			for (String name : typed.values().keySet()) {
				String from = typed.one(name);
				if (name.startsWith(CHOICE) && other.containsKey(from)) {
					fields = fields.with(name.substring(CHOICE.length()), other.get(from));
				}
			}
			return fields.form();
		}

	}

}
