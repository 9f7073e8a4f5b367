package org.catena.annotation;

import java.util.ArrayList;
import java.util.List;

import org.catena.article.Origin;
import org.catena.plan.RecordLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Relates claims that readers see, one pair at a time, and withdraws relations, for an
 * editor. What a coding says as a whole is for {@link RecordRelations}.
 */
@Component
public class Relating {

	private final RecordLock lock;

	private final Relations relations;

	private final Claims claims;

	private final KeepRelation keep;

	Relating(RecordLock lock, Relations relations, Claims claims, KeepRelation keep) {
		this.lock = lock;
		this.relations = relations;
		this.claims = claims;
		this.keep = keep;
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
		if (from != null && to != null) {
			KeepRelation.check(submission, from, to, refusals);
			if (refusals.isEmpty()) {
				this.keep.keep(submission, from, to, new ArrayList<>(this.relations.findBetween(from, to)),
						Origin.EDITOR, refusals);
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
			if (relation.isHeld() && relation.isOf(type, first, second)) {
				this.keep.withdraw(relation, reason);
				relation.changedByEditor();
				return true;
			}
		}
		return false;
	}

	private @Nullable Claim find(String field, String key, RelationSubmission submission, List<ClaimRefusal> refusals) {
		Claim claim = this.claims.findByKey(key).filter(Claim::isShown).orElse(null);
		if (claim == null) {
			refusals.add(KeepRelation.refusal(submission, field,
					"Readers see no claim with the id \"" + key + "\". Correct it."));
		}
		return claim;
	}

}
