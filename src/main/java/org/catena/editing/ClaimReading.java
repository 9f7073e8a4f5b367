package org.catena.editing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.catena.annotation.Aspect;
import org.catena.annotation.Bearing;
import org.catena.annotation.Certainty;
import org.catena.annotation.ClaimSubmission;
import org.catena.annotation.ClaimSubmission.PointLink;
import org.catena.annotation.Kind;
import org.catena.annotation.PlanVersion;
import org.catena.annotation.Stance;
import org.catena.annotation.Target;
import org.catena.annotation.Uptake;
import org.catena.article.Brief;
import org.jspecify.annotations.Nullable;

/**
 * Makes a submission of a claim as typed. Where a value is wrong another stands in its
 * place, so that everything else is checked too; nothing with an error is ever published.
 */
final class ClaimReading {

	private static final Pattern POINT = Pattern.compile("0*(\\d{1,4})([a-z])?");

	private final FieldReading fields;

	private final FormErrors errors;

	private final AgentNames agents;

	ClaimReading(FormErrors errors, AgentNames agents) {
		this.fields = new FieldReading(errors);
		this.errors = errors;
		this.agents = agents;
	}

	ClaimSubmission read(String id, ClaimForm form, String key, String coding) {
		List<PointLink> points = new ArrayList<>();
		points(id + "-about", form.about(), Bearing.ABOUT, points);
		points(id + "-touches", form.touches(), Bearing.TOUCHES, points);
		BigDecimal confidence = this.fields.confidence(id + "-confidence", form.confidence());
		if (confidence == null) {
			this.errors.addUnlessKnown(id + "-confidence", "Give your confidence from 0 to 1, 0.8 for instance.");
		}
		String paraphrase = this.fields.prose(id + "-paraphrase", form.paraphrase());
		return new ClaimSubmission(key, QuotePlace.quote(form), (paraphrase != null) ? paraphrase : "", points,
				this.fields.word(id + "-version", form.version(), PlanVersion.class, "the version"), claimant(id, form),
				via(id, form), this.fields.word(id + "-uptake", form.uptake(), Uptake.class),
				this.fields.word(id + "-certainty", form.certainty(), Certainty.class, "the certainty"),
				this.fields.word(id + "-kind", form.kind(), Kind.class, "the kind"),
				this.fields.word(id + "-target", form.target(), Target.class, "the target"), targetAgent(id, form),
				this.fields.word(id + "-aspect", form.aspect(), Aspect.class, "the aspect"),
				this.fields.word(id + "-stance", form.stance(), Stance.class, "the stance"),
				(confidence != null) ? confidence : BigDecimal.ZERO, coding, ClaimSubmission.CODEBOOK,
				this.fields.prose(id + "-note", form.note()));
	}

	/** The id of the field that a word of {@link ClaimSubmission} stands in. */
	static String field(String word, ClaimForm form) {
		return switch (word) {
			case "points" -> form.about().isBlank() ? "touches" : "about";
			case "id", "coding", "codebook" -> "exact";
			default -> word.replace('_', '-');
		};
	}

	private void points(String id, String typed, Bearing bearing, List<PointLink> points) {
		String normal = typed.strip().toLowerCase(Locale.ROOT);
		if (normal.isEmpty()) {
			return;
		}
		for (String word : normal.split("[\\s,;]+")) {
			Matcher point = POINT.matcher(word);
			if (point.matches()) {
				points.add(new PointLink(null, Integer.parseInt(point.group(1)), point.group(2), bearing));
			}
			else if (!word.isEmpty()) {
				String brief = Brief.of(word, 30);
				this.errors.addUnlessKnown(id,
						"Write points as numbers, with the letter of a part where one is meant: 7, 10d; not “"
								+ Typed.shown(brief) + "”.");
			}
		}
	}

	private String claimant(String id, ClaimForm form) {
		String name = this.fields.line(id + "-claimant", form.claimant());
		if (name == null) {
			this.errors.addUnlessKnown(id + "-claimant", "Say whose claim it is: author, or a name.");
			return ClaimSubmission.AUTHOR;
		}
		return authorOrAgent(id + "-claimant", name);
	}

	private List<String> via(String id, ClaimForm form) {
		String names = this.fields.line(id + "-via", form.via());
		List<String> via = new ArrayList<>();
		if (names != null) {
			for (String name : names.split(";")) {
				if (!name.isBlank()) {
					via.add(authorOrAgent(id + "-via", name.strip()));
				}
			}
		}
		return via;
	}

	private @Nullable String targetAgent(String id, ClaimForm form) {
		String name = this.fields.line(id + "-target-agent", form.targetAgent());
		return (name != null) ? agent(id + "-target-agent", name) : null;
	}

	private String authorOrAgent(String id, String name) {
		return ClaimSubmission.AUTHOR.equalsIgnoreCase(name) ? ClaimSubmission.AUTHOR : agent(id, name);
	}

	private String agent(String id, String name) {
		List<String> found = this.agents.find(name);
		if (found.size() == 1) {
			return found.get(0);
		}
		String brief = Brief.of(name, 80);
		this.errors.addUnlessKnown(id,
				found.isEmpty()
						? "Nobody in the archive is called “" + Typed.shown(brief)
								+ "”. Correct the name, or add it under “New people and bodies”."
						: "Several are called so. Write the one that you mean: " + String.join(", ", found) + ".");
		return ClaimSubmission.AUTHOR;
	}

}
