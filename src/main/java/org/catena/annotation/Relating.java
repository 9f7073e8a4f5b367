package org.catena.annotation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import org.catena.article.ArticleChanged;
import org.catena.plan.RecordLock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Relates claims that readers see, one pair at a time, and withdraws relations. What a
 * coding says as a whole is for {@link RecordRelations}.
 */
@Component
public class Relating {

	private static final int LONGEST = 1_000;

	private final RecordLock lock;

	private final Relations relations;

	private final Claims claims;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Relating(RecordLock lock, Relations relations, Claims claims, ApplicationEventPublisher events, Clock clock) {
		this.lock = lock;
		this.relations = relations;
		this.claims = claims;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Records a relation. One that was withdrawn holds again; one that holds gets the new
	 * reason.
	 * @param submission the relation
	 * @return why it was not kept; nothing when it was
	 */
	@Transactional
	public List<ClaimRefusal> relate(RelationSubmission submission) {
		this.lock.take();
		List<ClaimRefusal> refusals = new ArrayList<>();
		Claim from = find("from", submission.from(), submission, refusals);
		Claim to = find("to", submission.to(), submission, refusals);
		check(submission, refusals);
		if (from == null || to == null) {
			return refusals;
		}
		if (from.id() == to.id()) {
			refusals.add(refusal(submission, "to", "A claim has no relation to itself. Choose another claim."));
			return refusals;
		}
		boolean turned = !submission.type().isDirected() && RecordRelations.isBefore(to, from);
		Claim first = turned ? to : from;
		Claim second = turned ? from : to;
		List<Relation> between = this.relations.findBetween(first, second);
		conflict(submission, first, second, between, refusals);
		if (refusals.isEmpty()) {
			Relation known = between.stream()
				.filter((relation) -> relation.type() == submission.type() && relation.from().id() == first.id())
				.findFirst()
				.orElse(null);
			if (known == null) {
				this.relations.save(new Relation(submission.type(), first, second, submission, this.clock.instant()));
			}
			if (known == null || known.explain(submission, this.clock.instant())) {
				changed(first, second);
			}
		}
		return refusals;
	}

	/**
	 * Withdraws a relation.
	 * @param type its type
	 * @param from the id of the claim from which it goes
	 * @param to the id of the other
	 * @param reason why it does not hold
	 * @return whether there was such a relation
	 */
	@Transactional
	public boolean withdraw(RelationType type, String from, String to, String reason) {
		this.lock.take();
		Claim first = this.claims.findByKey(from).orElse(null);
		Claim second = this.claims.findByKey(to).orElse(null);
		if (first == null || second == null) {
			return false;
		}
		for (Relation relation : this.relations.findBetween(first, second)) {
			if (relation.isHeld() && relation.type() == type && relation.from().id() == first.id()) {
				relation.withdraw(reason, this.clock.instant());
				changed(first, second);
				return true;
			}
		}
		return false;
	}

	private static void check(RelationSubmission submission, List<ClaimRefusal> refusals) {
		String matter = submission.matter();
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

	/** What the codebook rules out, and what would say the contrary of what holds. */
	private static void conflict(RelationSubmission submission, Claim from, Claim to, List<Relation> between,
			List<ClaimRefusal> refusals) {
		if (submission.type() == RelationType.DISPUTES && from.hasClaimantOf(to)) {
			refusals.add(refusal(submission, "type",
					"Both are claims of one claimant, who does not dispute with himself. Where both cannot be true, "
							+ "choose contradicts."));
		}
		for (Relation held : between) {
			boolean turned = held.type() == submission.type() && held.from().id() != from.id();
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

	private @Nullable Claim find(String field, String key, RelationSubmission submission, List<ClaimRefusal> refusals) {
		Claim claim = this.claims.findByKey(key).filter(Claim::isShown).orElse(null);
		if (claim == null) {
			refusals.add(refusal(submission, field, "Readers see no claim with the id \"" + key + "\". Correct it."));
		}
		return claim;
	}

	private void changed(Claim from, Claim to) {
		this.events.publishEvent(new ArticleChanged(from.article().id()));
		if (from.article().id() != to.article().id()) {
			this.events.publishEvent(new ArticleChanged(to.article().id()));
		}
	}

	private static ClaimRefusal refusal(RelationSubmission submission, String field, String sentence) {
		return new ClaimRefusal(submission.label(), ClaimRefusal.VALUE_REFUSED, field, sentence);
	}

}
