package org.catena.editing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.catena.article.ArticleText;
import org.catena.editing.CorrectionPage.ChangedField;

/**
 * The values of a form under the names of its fields, as a browser sends them: single
 * values, and the rows of its three lists. {@link ArticleForm#read} reads them back.
 *
 * @param values single values
 * @param rows the rows of each list, fields without the number of the row
 */
record FormFields(Map<String, String> values, Map<String, List<Map<String, String>>> rows) {

	static final List<String> LISTS = List.of("authors", "agents", "claims");

	/** A check box, which a browser leaves out where it is not ticked. */
	private static final String CHECK = "authors-not-stated";

	static FormFields of(ArticleForm form) {
		Map<String, String> values = new LinkedHashMap<>();
		put(values, "title", form.title(), form.titleBasis());
		put(values, "supplied-title", form.suppliedTitle(), form.suppliedTitleBasis());
		values.put("text", form.text());
		put(values, "source", form.source().slug(), form.sourceBasis());
		values.put("source-name", form.source().name());
		values.put("source-website", form.source().website());
		put(values, "source-country", form.source().country(), form.source().countryBasis());
		values.put(CHECK, form.authorNotStated() ? "true" : "");
		basis(values, "authors", form.authorsBasis());
		put(values, "date", form.date(), form.dateBasis());
		values.put("date-within", form.dateWithin());
		put(values, "url", form.url(), form.urlBasis());
		values.put("url-alternate", form.urlAlternate());
		put(values, "language", form.language(), form.languageBasis());
		values.put("plan", form.plan());
		values.put("derived-publication", form.derived().publication());
		values.put("derived-title", form.derived().title());
		values.put("derived-date", form.derived().date());
		basis(values, "derived", form.derived().basis());
		values.put("notes", form.notes());
		Map<String, List<Map<String, String>>> rows = new LinkedHashMap<>();
		rows.put("authors", form.authors().stream().map(FormFields::author).toList());
		rows.put("agents", form.agents().stream().map(FormFields::agent).toList());
		rows.put("claims", form.claims().stream().map(FormFields::claim).toList());
		return new FormFields(values, rows);
	}

	private static Map<String, String> author(AuthorForm author) {
		return row("name", author.name(), "kind", author.kind(), "printed", author.printed());
	}

	private static Map<String, String> agent(AgentForm agent) {
		return row("name", agent.name(), "kind", agent.kind(), "about", agent.about());
	}

	static Map<String, String> claim(ClaimForm claim) {
		return row("exact", claim.exact(), "paraphrase", claim.paraphrase(), "prefix", claim.prefix(), "suffix",
				claim.suffix(), "about", claim.about(), "touches", claim.touches(), "version", claim.version(),
				"claimant", claim.claimant(), "via", claim.via(), "uptake", claim.uptake(), "certainty",
				claim.certainty(), "kind", claim.kind(), "target", claim.target(), "target-agent", claim.targetAgent(),
				"aspect", claim.aspect(), "stance", claim.stance(), "confidence", claim.confidence(), "note",
				claim.note());
	}

	private static Map<String, String> row(String... pairs) {
		Map<String, String> row = new LinkedHashMap<>();
		for (int i = 0; i < pairs.length; i += 2) {
			row.put(pairs[i], pairs[i + 1]);
		}
		return row;
	}

	private static void put(Map<String, String> values, String id, String value, BasisForm basis) {
		values.put(id, value);
		basis(values, id, basis);
	}

	private static void basis(Map<String, String> values, String id, BasisForm basis) {
		values.put(id + "-basis", basis.kind());
		values.put(id + "-evidence", basis.evidence());
		values.put(id + "-confidence", basis.confidence());
	}

	/** The rows of a list. */
	List<Map<String, String>> list(String list) {
		return this.rows.getOrDefault(list, List.of());
	}

	/** Every value by the name of its field, rows numbered. */
	Map<String, String> flat() {
		Map<String, String> flat = new LinkedHashMap<>(this.values);
		this.rows.forEach((list, elements) -> {
			for (int i = 0; i < elements.size(); i++) {
				String row = list + "-" + i + "-";
				elements.get(i).forEach((field, value) -> flat.put(row + field, value));
			}
		});
		return flat;
	}

	/** The form that has these values. */
	ArticleForm form() {
		Map<String, List<String>> parameters = new LinkedHashMap<>();
		flat().forEach((name, value) -> {
			if (!name.equals(CHECK) || !value.isEmpty()) {
				parameters.put(name, List.of(value));
			}
		});
		return ArticleForm.read(new FormParameters(parameters));
	}

	/** The same with another value in one field. */
	FormFields with(String name, String value) {
		Map<String, List<String>> parameters = new LinkedHashMap<>();
		flat().forEach((field, before) -> parameters.put(field, List.of(field.equals(name) ? value : before)));
		if (parameters.getOrDefault(CHECK, List.of("")).get(0).isEmpty()) {
			parameters.remove(CHECK);
		}
		return of(ArticleForm.read(new FormParameters(parameters)));
	}

	/**
	 * What one form says of its text otherwise than another, people who are new aside.
	 */
	static List<ChangedField> changed(ArticleForm from, ArticleForm to) {
		Map<String, String> before = metadata(from);
		Map<String, String> after = metadata(to);
		Set<String> names = new LinkedHashSet<>(before.keySet());
		names.addAll(after.keySet());
		List<ChangedField> changed = new ArrayList<>();
		for (String name : names) {
			String was = before.getOrDefault(name, "");
			String becomes = after.getOrDefault(name, "");
			if (!was.equals(becomes)) {
				changed.add(new ChangedField(label(name), was, becomes));
			}
		}
		return changed;
	}

	private static Map<String, String> metadata(ArticleForm form) {
		Map<String, String> values = of(form.withRows(form.authors(), List.of(), List.of())).flat();
		values.remove("text");
		values.replaceAll((name, value) -> ArticleText.normalise(value).strip().replace('_', ' '));
		return values;
	}

	/** How a field is called, to be read in a sentence. */
	static String label(String name) {
		List<String> words = new ArrayList<>(List.of(name.split("-")));
		if (words.size() > 2 && LISTS.contains(words.get(0))) {
			String noun = words.get(0).substring(0, words.get(0).length() - 1);
			int number = Integer.parseInt(words.get(1)) + 1;
			return noun + " " + number + ": " + String.join(" ", words.subList(2, words.size()));
		}
		return name.equals(CHECK) ? "author not stated"
				: String.join(" ", words)
					.replaceFirst("^url alternate", "another address")
					.replaceFirst("^url", "web address");
	}

}
