package org.catena.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.catena.agreement.Agreement.ConfusionRow;
import org.catena.agreement.Agreement.LinkPart;
import org.catena.agreement.Agreement.PointAgreement;
import org.catena.agreement.Agreement.SpanAgreement;
import org.catena.agreement.Agreement.ValueAgreement;
import org.catena.agreement.Matching.Pair;
import org.catena.article.TextSpan;
import org.dkpro.statistics.agreement.coding.CodingAnnotationStudy;
import org.dkpro.statistics.agreement.coding.CohenKappaAgreement;
import org.dkpro.statistics.agreement.unitizing.KrippendorffAlphaUnitizingAgreement;
import org.dkpro.statistics.agreement.unitizing.UnitizingAnnotationStudy;

/**
 * Measures how far two codings agree. It knows claims and nothing else.
 */
final class Measuring {

	private static final String MARKED = "marked";

	private Measuring() {
	}

	/**
	 * Measures agreement over texts.
	 * @param texts one text or several, which are measured as one
	 */
	static Agreement agreement(List<CodedText> texts) {
		List<Pair> pairs = new ArrayList<>();
		int nested = 0;
		for (CodedText text : texts) {
			pairs.addAll(Matching.of(text.first(), text.second(), Overlap.OVER_UNION).pairs());
			nested += Matching.of(text.first(), text.second(), Overlap.OVER_SHORTER).pairs().size();
		}
		SpanAgreement spans = new SpanAgreement(texts.stream().mapToInt((text) -> text.first().size()).sum(),
				texts.stream().mapToInt((text) -> text.second().size()).sum(), pairs.size(), nested, alpha(texts));
		return new Agreement(spans, Arrays.stream(CodedField.values()).map((field) -> values(field, pairs)).toList(),
				Arrays.stream(LinkPart.values()).map((part) -> points(part, pairs)).toList());
	}

	/** Several texts are laid one after another on one continuum. */
	private static Figure alpha(List<CodedText> texts) {
		long length = texts.stream().mapToLong(CodedText::codePoints).sum();
		UnitizingAnnotationStudy study = new UnitizingAnnotationStudy(2, 0, length);
		long offset = 0;
		for (CodedText text : texts) {
			add(study, 0, offset, text.first());
			add(study, 1, offset, text.second());
			offset += text.codePoints();
		}
		return (study.getUnitCount() > 0)
				? Figure.of(new KrippendorffAlphaUnitizingAgreement(study).calculateAgreement()) : Figure.undefined();
	}

	private static void add(UnitizingAnnotationStudy study, int coder, long offset, List<CodedClaim> claims) {
		stretches(claims)
			.forEach((stretch) -> study.addUnit(offset + stretch.start(), stretch.length(), coder, MARKED));
	}

	/** What claims mark, in order: spans that share a code point become one. */
	static List<TextSpan> stretches(List<CodedClaim> claims) {
		List<TextSpan> stretches = new ArrayList<>();
		for (TextSpan span : claims.stream()
			.map(CodedClaim::span)
			.sorted(Comparator.comparingInt(TextSpan::start))
			.toList()) {
			TextSpan last = stretches.isEmpty() ? null : stretches.get(stretches.size() - 1);
			if (last != null && last.overlaps(span)) {
				stretches.set(stretches.size() - 1, new TextSpan(last.start(), Math.max(last.end(), span.end())));
			}
			else {
				stretches.add(span);
			}
		}
		return stretches;
	}

	private static ValueAgreement values(CodedField field, List<Pair> pairs) {
		CodingAnnotationStudy study = new CodingAnnotationStudy(2);
		Set<String> used = new HashSet<>();
		int agreed = 0;
		for (Pair pair : pairs) {
			String first = pair.first().value(field);
			String second = pair.second().value(field);
			study.addItem(first, second);
			used.addAll(List.of(first, second));
			agreed += first.equals(second) ? 1 : 0;
		}
		Figure kappa = (used.size() > 1) ? Figure.of(new CohenKappaAgreement(study).calculateAgreement())
				: Figure.undefined();
		return new ValueAgreement(field, agreed, pairs.size(), kappa, confusion(field, pairs));
	}

	private static List<ConfusionRow> confusion(CodedField field, List<Pair> pairs) {
		List<ConfusionRow> rows = new ArrayList<>();
		for (String first : field.list()) {
			List<Integer> counts = new ArrayList<>();
			for (String second : field.list()) {
				counts.add((int) pairs.stream()
					.filter((pair) -> pair.first().value(field).equals(first)
							&& pair.second().value(field).equals(second))
					.count());
			}
			rows.add(new ConfusionRow(first, counts));
		}
		return rows;
	}

	private static PointAgreement points(LinkPart part, List<Pair> pairs) {
		int both = 0;
		int onlyFirst = 0;
		int onlySecond = 0;
		for (Pair pair : pairs) {
			Set<String> first = links(part, pair.first());
			Set<String> second = links(part, pair.second());
			Set<String> common = new HashSet<>(first);
			common.retainAll(second);
			both += common.size();
			onlyFirst += first.size() - common.size();
			onlySecond += second.size() - common.size();
		}
		return new PointAgreement(part, both, onlyFirst, onlySecond);
	}

	private static Set<String> links(LinkPart part, CodedClaim claim) {
		return claim.points().stream().map(part::of).collect(Collectors.toSet());
	}

}
