package org.catena.annotation;

import java.time.Clock;
import java.util.List;

import org.catena.article.ArticleChanged;
import org.catena.article.Origin;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * What holds of every relation, whoever hands it in: the rules of the codebook, that no
 * two relations of a pair contradict each other, and that files do not overwrite editors.
 */
@Component
class KeepRelation {

	private static final int LONGEST = 1_000;

	private final Relations relations;

	private final Claims claims;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	KeepRelation(Relations relations, Claims claims, ApplicationEventPublisher events, Clock clock) {
		this.relations = relations;
		this.claims = claims;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Finds a claim that a relation may name.
	 * @param field that names it
	 * @param key its id
	 * @param submission the relation
	 * @param refusals takes why it cannot be named
	 */
	@Nullable Claim find(String field, String key, RelationSubmission submission, List<ClaimRefusal> refusals) {
		Claim claim = this.claims.findByKey(key).orElse(null);
		String obstacle = Claim.obstacle(claim, key);
		if (obstacle != null) {
			refusals.add(refusal(submission, field, obstacle));
			return null;
		}
		return claim;
	}

	/** Checks what can be said without a look at other relations. */
	static void check(RelationSubmission submission, Claim from, Claim to, List<ClaimRefusal> refusals) {
		String matter = submission.matter();
		if (from.id() == to.id()) {
			refusals.add(refusal(submission, "to", "A claim has no relation to itself. Name another claim."));
		}
		else if (submission.type() == RelationType.DISPUTES && from.hasClaimantOf(to)) {
			refusals.add(refusal(submission, "type",
					"Both are claims of one claimant, who does not dispute with himself. Where both cannot be true, "
							+ "choose contradicts."));
		}
		if (submission.reason().isBlank()) {
			refusals.add(refusal(submission, "reason", "Say in one line why the relation holds."));
		}
		if (submission.reason().length() > LONGEST) {
			refusals.add(refusal(submission, "reason", "Give a reason of at most " + LONGEST + " characters."));
		}
		if (matter != null && matter.length() > LONGEST) {
			refusals.add(refusal(submission, "matter", "Give the matter in at most " + LONGEST + " characters."));
		}
	}

	/**
	 * Keeps a relation that was checked. One that was withdrawn holds again; one that
	 * holds gets the new reason.
	 * @param submission the relation
	 * @param from the claim that it names first
	 * @param to the other
	 * @param between the relations of the two, withdrawn ones included; takes a new one
	 * @param origin who hands it in
	 * @param refusals takes why it was not kept
	 */
	void keep(RelationSubmission submission, Claim from, Claim to, List<Relation> between, Origin origin,
			List<ClaimRefusal> refusals) {
		Relation known = between.stream()
			.filter((relation) -> relation.isOf(submission.type(), from, to))
			.findFirst()
			.orElse(null);
		if (known != null && known.says(submission)) {
			return;
		}
		if (known != null && known.origin() == Origin.EDITOR && origin == Origin.CORPUS) {
			if (!known.isInWordsOf(submission)) {
				refusals
					.add(new ClaimRefusal(submission.label(), ClaimRefusal.CHANGED_BY_EDITOR, "type", "An editor has "
							+ (known.isHeld() ? "changed" : "withdrawn")
							+ " the relation in the archive, so the file's was left aside. Carry the editor's changes into the file."));
			}
			return;
		}
		int before = refusals.size();
		conflict(submission, from, between, refusals);
		if (refusals.size() > before) {
			return;
		}
		if (known != null) {
			known.explain(submission, origin, this.clock.instant());
		}
		else {
			boolean turned = !submission.type().isDirected() && isBefore(to, from);
			between.add(this.relations
				.save(new Relation(turned ? to : from, turned ? from : to, submission, origin, this.clock.instant())));
		}
		changed(from, to);
	}

	/** Withdraws a relation. */
	void withdraw(Relation relation, String reason) {
		relation.withdraw(reason, this.clock.instant());
		changed(relation.from(), relation.to());
	}

	/** What would say the contrary of what holds. */
	private static void conflict(RelationSubmission submission, Claim from, List<Relation> between,
			List<ClaimRefusal> refusals) {
		for (Relation held : between) {
			boolean turned = held.type() == submission.type() && submission.type().isDirected()
					&& held.from().id() != from.id();
			if (held.isHeld() && (turned || opposes(held.type(), submission.type()))) {
				refusals.add(refusal(submission, "type",
						"It is kept already that one " + held.type().word()
								+ (turned ? " the other, the other way round" : " the other")
								+ ". Withdraw that relation first, or choose another type."));
			}
		}
	}

	private static boolean opposes(RelationType one, RelationType other) {
		return (one == RelationType.AGREES) != (other == RelationType.AGREES) && one != RelationType.ELABORATES
				&& other != RelationType.ELABORATES;
	}

	/**
	 * Whether a claim is read before another now. By this order a new relation gets the
	 * name that it keeps; what readers are shown goes by {@code relation_in_order}.
	 */
	private static boolean isBefore(Claim one, Claim other) {
		if (one.article().id() == other.article().id()) {
			return one.position() < other.position()
					|| (one.position() == other.position() && one.key().compareTo(other.key()) < 0);
		}
		return one.article().isBefore(other.article());
	}

	private void changed(Claim from, Claim to) {
		this.events.publishEvent(new ArticleChanged(from.article().id()));
		if (from.article().id() != to.article().id()) {
			this.events.publishEvent(new ArticleChanged(to.article().id()));
		}
	}

	static ClaimRefusal refusal(RelationSubmission submission, String field, String sentence) {
		return new ClaimRefusal(submission.label(), ClaimRefusal.VALUE_REFUSED, field, sentence);
	}

}
