package org.catena.editing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is to be mended in a form, by the ids of its fields.
 */
final class FormErrors {

	private static final Pattern CLAIM = Pattern.compile("claims-(\\d+)-.*");

	/** Beginnings of the ids of fields, in the order of the page. */
	private static final List<String> ARTICLE = List.of("text", "title", "supplied-title", "source", "authors", "date",
			"url", "language", "plan", "derived", "notes", "claims", "agents");

	/** Fields of a claim, in the order of the page. */
	private static final List<String> CODES = List.of("exact", "prefix", "suffix", "about", "touches", "kind", "stance",
			"target", "target-agent", "aspect", "certainty", "version", "paraphrase", "confidence", "claimant", "via",
			"uptake", "note");

	private final Map<String, List<String>> sentences = new LinkedHashMap<>();

	void add(String id, String sentence) {
		this.sentences.computeIfAbsent(id, (added) -> new ArrayList<>()).add(sentence);
	}

	/** Adds what another check found, unless the field is known to be wrong already. */
	void addUnlessKnown(String id, String sentence) {
		if (!this.sentences.containsKey(id)) {
			add(id, sentence);
		}
	}

	public boolean isEmpty() {
		return this.sentences.isEmpty();
	}

	public boolean has(String id) {
		return this.sentences.containsKey(id);
	}

	/** What is to be mended in a field. */
	public List<String> of(String id) {
		return this.sentences.getOrDefault(id, List.of());
	}

	/** Whether any field whose id begins so is to be mended. */
	public boolean anyIn(String beginning) {
		return this.sentences.keySet().stream().anyMatch((id) -> id.startsWith(beginning));
	}

	/** Everything, in the order of the page. */
	public List<FormError> summary() {
		List<FormError> summary = new ArrayList<>();
		this.sentences.forEach((id, found) -> found.forEach((sentence) -> summary.add(FormError.of(id, sentence))));
		summary.sort(Comparator.comparingInt(FormError::part)
			.thenComparingInt(FormError::claim)
			.thenComparingInt(FormError::code));
		return summary;
	}

	/**
	 * One line of the summary.
	 *
	 * @param id the id of the field
	 * @param claim the number of the claim, from 1; 0 for the article
	 * @param sentence what to do
	 */
	record FormError(String id, int claim, String sentence) {

		private int part() {
			for (int i = ARTICLE.size() - 1; i >= 0; i--) {
				if (this.id.startsWith(ARTICLE.get(i))) {
					return i;
				}
			}
			return ARTICLE.size();
		}

		private int code() {
			return CODES.indexOf(this.id.replaceFirst("claims?-(\\d+-)?", ""));
		}

		static FormError of(String id, String sentence) {
			Matcher claim = CLAIM.matcher(id);
			if (claim.matches()) {
				int number = Integer.parseInt(claim.group(1)) + 1;
				return new FormError(id, number, "Claim " + number + ": " + sentence);
			}
			return new FormError(id, 0, sentence);
		}

	}

}
