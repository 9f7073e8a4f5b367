package org.catena.editing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A value of a claim as adjudicators see and choose it: some stand in several fields of a
 * form.
 */
enum ClaimField {

	EXACT(true, ClaimForm::exact), POINTS(true, ClaimField::points), KIND(true, ClaimForm::kind),
	STANCE(true, ClaimForm::stance), TARGET(true, ClaimForm::target), TARGET_AGENT(true, ClaimForm::targetAgent),
	ASPECT(true, ClaimForm::aspect), CERTAINTY(true, ClaimForm::certainty), VERSION(true, ClaimForm::version),
	CLAIMANT(true, ClaimForm::claimant), UPTAKE(true, ClaimForm::uptake), VIA(true, ClaimForm::via),
	PARAPHRASE(false, ClaimForm::paraphrase), CONFIDENCE(false, ClaimForm::confidence), NOTE(false, ClaimForm::note);

	private static final Set<ClaimField> CODES = Set.of(KIND, STANCE, TARGET, ASPECT, CERTAINTY, VERSION, UPTAKE);

	private final boolean compared;

	private final Function<ClaimForm, String> value;

	ClaimField(boolean compared, Function<ClaimForm, String> value) {
		this.compared = compared;
		this.value = value;
	}

	/** The value as files and pages call it. */
	String word() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** Whether agreement is measured in it. */
	boolean isCompared() {
		return this.compared;
	}

	/** The value in words; empty where there is none. */
	String of(ClaimForm form) {
		String value = Typed.shown(this.value.apply(form)).strip();
		return CODES.contains(this) ? value.replace('_', ' ') : value;
	}

	private static String points(ClaimForm form) {
		List<String> points = new ArrayList<>();
		if (!form.about().isBlank()) {
			points.add("about " + form.about().strip());
		}
		if (!form.touches().isBlank()) {
			points.add("touches " + form.touches().strip());
		}
		return points.stream().collect(Collectors.joining("; "));
	}

	/** A claim with values of two others. */
	static ClaimForm mix(ClaimForm first, ClaimForm second, Set<ClaimField> fromSecond) {
		Function<ClaimField, ClaimForm> from = (field) -> fromSecond.contains(field) ? second : first;
		ClaimForm quoted = from.apply(EXACT);
		ClaimForm linked = from.apply(POINTS);
		return new ClaimForm(quoted.exact(), quoted.prefix(), quoted.suffix(), from.apply(PARAPHRASE).paraphrase(),
				linked.about(), linked.touches(), from.apply(VERSION).version(), from.apply(CLAIMANT).claimant(),
				from.apply(VIA).via(), from.apply(UPTAKE).uptake(), from.apply(CERTAINTY).certainty(),
				from.apply(KIND).kind(), from.apply(TARGET).target(), from.apply(TARGET_AGENT).targetAgent(),
				from.apply(ASPECT).aspect(), from.apply(STANCE).stance(), from.apply(CONFIDENCE).confidence(),
				from.apply(NOTE).note());
	}

}
