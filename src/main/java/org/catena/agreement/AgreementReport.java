package org.catena.agreement;

import java.util.List;
import java.util.Locale;

import org.catena.agreement.Agreement.ConfusionRow;
import org.catena.agreement.Agreement.PointAgreement;
import org.catena.agreement.Agreement.SpanAgreement;
import org.catena.agreement.Agreement.ValueAgreement;
import org.catena.agreement.Comparison.ArticleAgreement;
import org.catena.agreement.Comparison.Codings;

/**
 * The figures as plain text, for the shell.
 */
final class AgreementReport {

	private static final int WIDEST = 16;

	private final StringBuilder text = new StringBuilder();

	static String of(List<Comparison> comparisons, List<MeasuredCoding> secondCodings) {
		AgreementReport report = new AgreementReport();
		comparisons.forEach(report::comparison);
		secondCodings.forEach(report::secondCoding);
		return report.text.toString();
	}

	static String coverage(List<Coverage> coverages) {
		AgreementReport report = new AgreementReport();
		report.line("Sentences that carry no claim");
		for (Coverage coverage : coverages) {
			report.line("");
			report.line("%s: %d of %d sentences carry a claim (%s), %s of the characters", coverage.text().slug(),
					coverage.covered(), coverage.sentences(), coverage.share().percent(),
					coverage.markedShare().percent());
			coverage.passedOver()
				.forEach((passed) -> report.line("  %d. %s", passed.number(), passed.sentence().words()));
		}
		return report.text.toString();
	}

	private void comparison(Comparison comparison) {
		line("");
		line((comparison.codings() == Codings.INDEPENDENT)
				? "Independent: the first coding as it was made, with the second"
				: "Adjudicated: what the archive shows, with the second coding");
		comparison.articles().forEach(this::article);
		agreement("all articles", comparison.overAll());
		comparison.overAll().values().stream().filter((value) -> !value.confusion().isEmpty()).forEach(this::confusion);
	}

	private void secondCoding(MeasuredCoding coding) {
		line("");
		line("In the workbench: the claims as they were published on %s, with the second coding by %s of version %d, %s",
				coding.finishedOn(), coding.coder().account(), coding.coder().version(),
				coding.coder().blind() ? "who was not shown them" : "who was shown them");
		agreement(coding.text().slug(), coding.agreement());
	}

	private void article(ArticleAgreement article) {
		agreement(article.text().slug(), article.agreement());
	}

	private void agreement(String name, Agreement agreement) {
		line("");
		line(name);
		SpanAgreement spans = agreement.spans();
		line("  claims                 %d and %d, %d matched", spans.first(), spans.second(), spans.matched());
		line("  spans, 50 %% over union   precision %s, recall %s, F1 %s", spans.precision(), spans.recall(),
				spans.f1());
		line("  spans, 50 %% over shorter F1 %s", spans.nestedF1());
		line("  alpha for unitising, of marked stretches %s", spans.alpha());
		for (ValueAgreement value : agreement.values()) {
			line("  %-14s kappa %s, same value in %d of %d (%s)", value.field().word(), value.kappa(), value.agreed(),
					value.of(), value.share().percent());
		}
		for (PointAgreement points : agreement.points()) {
			line("  points by %-14s F1 %s (%d in both, %d and %d in one)", points.by().word(), points.f1(),
					points.both(), points.onlyFirst(), points.onlySecond());
		}
	}

	private void confusion(ValueAgreement value) {
		line("");
		line("  %s: rows first coding, columns second", value.field().word());
		StringBuilder head = new StringBuilder(padded(""));
		value.field().list().forEach((word) -> head.append(" ").append(padded(word)));
		line("  " + head.toString().stripTrailing());
		for (ConfusionRow row : value.confusion()) {
			StringBuilder counts = new StringBuilder(padded(row.value()));
			row.counts().forEach((count) -> counts.append(" ").append(padded(count.toString())));
			line("  " + counts.toString().stripTrailing());
		}
	}

	private static String padded(String word) {
		return String.format(Locale.ROOT, "%-" + WIDEST + "s", word);
	}

	private void line(String format, Object... values) {
		this.text.append((values.length > 0) ? String.format(Locale.ROOT, format, values) : format).append('\n');
	}

}
