package org.catena.agreement;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.catena.annotation.Aspect;
import org.catena.annotation.Certainty;
import org.catena.annotation.Kind;
import org.catena.annotation.PlanVersion;
import org.catena.annotation.Stance;
import org.catena.annotation.Target;
import org.catena.annotation.Uptake;

/**
 * A field of the codebook that has one value in each claim, so that two codings can be
 * compared in it. Fields with a closed list of values have a confusion table.
 */
public enum CodedField {

	KIND(Arrays.stream(Kind.values()).map(Kind::word).toList()),

	STANCE(Arrays.stream(Stance.values()).map(Stance::word).toList()),

	TARGET(Arrays.stream(Target.values()).map(Target::word).toList()),

	TARGET_AGENT(List.of()),

	ASPECT(Arrays.stream(Aspect.values()).map(Aspect::word).toList()),

	CERTAINTY(Arrays.stream(Certainty.values()).map(Certainty::word).toList()),

	VERSION(Arrays.stream(PlanVersion.values()).map(PlanVersion::word).toList()),

	CLAIMANT(List.of()),

	UPTAKE(List.of(Uptake.ENDORSES.word(), Uptake.REPORTS.word(), Uptake.REJECTS.word(), CodedClaim.NONE));

	private final List<String> values;

	CodedField(List<String> values) {
		this.values = values;
	}

	/** The field as files, tables and pages write it. */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** The values in the codebook's order; empty where the value is a name. */
	public List<String> list() {
		return this.values;
	}

}
