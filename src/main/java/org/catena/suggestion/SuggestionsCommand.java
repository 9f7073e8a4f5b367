package org.catena.suggestion;

import java.util.List;
import java.util.Locale;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.stereotype.Component;

/**
 * Prints how good suggestions are as the command {@code suggestions}.
 */
@Component
class SuggestionsCommand implements ApplicationRunner, ExitCodeGenerator {

	private final Suggestions suggestions;

	private int exitCode;

	SuggestionsCommand(Suggestions suggestions) {
		this.suggestions = suggestions;
	}

	@Override
	public void run(ApplicationArguments args) {
		if (!args.getNonOptionArgs().contains("suggestions")) {
			return;
		}
		List<Evaluation> evaluations = this.suggestions.evaluations();
		if (evaluations.isEmpty()) {
			System.out.println("No two articles have claims that are linked to the same plan. Read the corpus first: "
					+ "the command is ingest.");
			this.exitCode = 1;
		}
		evaluations.forEach((evaluation) -> System.out.print(report(evaluation)));
	}

	static String report(Evaluation evaluation) {
		StringBuilder text = new StringBuilder();
		Recall shown = evaluation.shown();
		line(text, "Points of %s, each article left out in turn: %d claims linked to a point, %d links",
				evaluation.plan(), shown.claims(), shown.links());
		line(text, "%-34s %-22s %s", "", "links at 1, 3, 5", "claims with a right point at 1, 3, 5");
		evaluation.methods()
			.forEach((method, recall) -> line(text, "%-34s %-22s %s", method.word().replace('_', ' '),
					String.join("  ", recall.ofLinks()), String.join("  ", recall.ofClaims())));
		line(text, "Links at 1 can be %s at most, since claims have several points.", shown.mostAtOne());
		line(text, "By article, as editors are shown it");
		evaluation.articles()
			.forEach((of) -> line(text, "%-34s %-22s %-22s %d claims", of.article(),
					String.join("  ", of.recall().ofLinks()), String.join("  ", of.recall().ofClaims()),
					of.recall().claims()));
		line(text, "Sentences said to look like claims: %d of %d that carry one (%s), %d of %d that carry none (%s)",
				evaluation.overlooked().markedFound(), evaluation.overlooked().marked(),
				evaluation.overlooked().markedShare(), evaluation.overlooked().unmarkedFound(),
				evaluation.overlooked().unmarked(), evaluation.overlooked().unmarkedShare());
		return text.toString();
	}

	private static void line(StringBuilder text, String format, Object... values) {
		text.append(String.format(Locale.ROOT, format, values)).append('\n');
	}

	@Override
	public int getExitCode() {
		return this.exitCode;
	}

}
