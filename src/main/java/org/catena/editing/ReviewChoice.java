package org.catena.editing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.catena.article.ArticleText;
import org.catena.intake.Proposal;
import org.catena.intake.ProposedByline;
import org.catena.intake.ProposedLine;
import org.catena.intake.ProposedValue;
import org.jspecify.annotations.Nullable;

/**
 * What an editor takes of a proposal: which lines, which of the proposed values.
 *
 * @param lines the numbers of the lines that stay, from 0
 * @param values the number of the value that is taken, from 0, by field; -1 for none
 */
record ReviewChoice(Set<Integer> lines, Map<String, Integer> values) {

	static final List<String> FIELDS = List.of("title", "authors", "date", "source", "url", "language");

	/**
	 * What is proposed: the lines that no rule takes out, the first value of each field.
	 */
	static ReviewChoice proposed(Proposal proposal) {
		Set<Integer> lines = IntStream.range(0, proposal.lines().size())
			.filter((number) -> proposal.lines().get(number).isKept())
			.boxed()
			.collect(Collectors.toSet());
		return new ReviewChoice(lines, Map.of());
	}

	/** Reads what a browser sent. */
	static ReviewChoice read(FormParameters typed) {
		Set<Integer> lines = new HashSet<>();
		for (String number : typed.values().getOrDefault("keep", List.of())) {
			if (number.matches("\\d{1,7}")) {
				lines.add(Integer.valueOf(number));
			}
		}
		Map<String, Integer> values = FIELDS.stream()
			.collect(Collectors.toMap((field) -> field, (field) -> typed.has(field) ? typed.number(field) : 0));
		return new ReviewChoice(lines, values);
	}

	int value(String field) {
		return this.values.getOrDefault(field, 0);
	}

	/** What is to be done with the draft next, in words. */
	String next(Proposal proposal) {
		List<String> missing = new ArrayList<>();
		missing(missing, "title", proposal.titles());
		missing(missing, "author", "authors", proposal.bylines());
		missing(missing, "date", proposal.dates());
		missing(missing, "source", proposal.sources());
		missing(missing, "web address", "url", proposal.addresses());
		missing(missing, "language", proposal.languages());
		return "This draft was made of what you took. "
				+ (missing.isEmpty() ? "Look through it"
						: "Not known yet: " + String.join(", ", missing) + ". Add what you know")
				+ "; then mark its claims, and publish it.";
	}

	private void missing(List<String> missing, String field, List<?> values) {
		missing(missing, field, field, values);
	}

	private void missing(List<String> missing, String label, String field, List<?> values) {
		if (chosen(field, values) == null) {
			missing.add(label);
		}
	}

	/** The text that is taken. */
	String text(Proposal proposal) {
		List<ProposedLine> all = proposal.lines();
		return new ArticleText(IntStream.range(0, all.size())
			.filter(this.lines::contains)
			.mapToObj((number) -> (all.get(number).subhead() ? ArticleText.SUBHEAD : "") + all.get(number).text())
			.collect(Collectors.joining("\n\n"))).value();
	}

	/** An article as far as it is known; the draft's form asks for the rest. */
	ArticleForm form(Proposal proposal, String plan, KnownSources sources) {
		ArticleForm empty = ArticleForm.empty(plan);
		ProposedValue title = chosen("title", proposal.titles());
		ProposedByline byline = chosen("authors", proposal.bylines());
		ProposedValue date = chosen("date", proposal.dates());
		ProposedValue source = chosen("source", proposal.sources());
		ProposedValue url = chosen("url", proposal.addresses());
		ProposedValue language = chosen("language", proposal.languages());
		String alternate = proposal.addresses()
			.stream()
			.map(ProposedValue::value)
			.filter((address) -> url != null && !address.equals(url.value()))
			.findFirst()
			.orElse("");
		return new ArticleForm(text(title), basis(title), "", BasisForm.EMPTY, text(proposal),
				(source != null) ? sources.find(source.value(), (url != null) ? url.value() : "") : SourceForm.EMPTY,
				basis(source), authors(byline, sources), byline == null,
				(byline != null) ? new BasisForm(byline.basis().word(), byline.evidence(), "") : BasisForm.EMPTY,
				text(date), "", basis(date), text(url), alternate, basis(url), text(language), basis(language), plan,
				empty.derived(), String.join("\n\n", notes(proposal)), List.of(), List.of());
	}

	private List<String> notes(Proposal proposal) {
		String text = text(proposal);
		return proposal.notes().stream().filter((note) -> !text.contains(note)).toList();
	}

	private static List<AuthorForm> authors(@Nullable ProposedByline byline, KnownSources sources) {
		if (byline == null) {
			return List.of(AuthorForm.EMPTY);
		}
		return byline.names()
			.stream()
			.map((name) -> new AuthorForm(name, sources.knowsAgent(name) ? "" : "person", name))
			.toList();
	}

	private <T> @Nullable T chosen(String field, List<T> values) {
		int number = value(field);
		return (number >= 0 && number < values.size()) ? values.get(number) : null;
	}

	private static String text(@Nullable ProposedValue value) {
		return (value != null) ? value.value() : "";
	}

	private static BasisForm basis(@Nullable ProposedValue value) {
		return (value != null) ? new BasisForm(value.basis().word(), value.evidence(), "") : BasisForm.EMPTY;
	}

}
