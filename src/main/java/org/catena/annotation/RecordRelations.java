package org.catena.annotation;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.catena.article.ArticleChanged;
import org.catena.plan.RecordLock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes in the relations of a coding, whole: those that are no longer in it are
 * withdrawn.
 */
@Component
public class RecordRelations {

	private final RecordLock lock;

	private final Relations relations;

	private final Claims claims;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	RecordRelations(RecordLock lock, Relations relations, Claims claims, ApplicationEventPublisher events,
			Clock clock) {
		this.lock = lock;
		this.relations = relations;
		this.claims = claims;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Records relations.
	 * @param submissions all relations of the coding
	 * @param coding the coding's name
	 * @param complete whether relations of the coding that are not among them are to be
	 * withdrawn
	 * @return why some were not kept; the key of a refusal is the relation's label
	 */
	@Transactional
	public List<ClaimRefusal> record(List<RelationSubmission> submissions, String coding, boolean complete) {
		this.lock.take();
		Map<String, Relation> existing = new HashMap<>();
		this.relations.findAll()
			.forEach((relation) -> existing.put(key(relation.type(), relation.from(), relation.to()), relation));
		Instant now = this.clock.instant();
		List<ClaimRefusal> refusals = new ArrayList<>();
		Set<String> handedIn = new HashSet<>();
		for (RelationSubmission submission : submissions) {
			record(submission, existing, handedIn, refusals, now);
		}
		if (complete) {
			existing.forEach((key, relation) -> {
				if (relation.isHeld() && relation.coding().equals(coding) && !handedIn.contains(key)) {
					relation.withdraw("No longer in the corpus.", now);
					changed(relation.from(), relation.to());
				}
			});
		}
		return refusals;
	}

	private void record(RelationSubmission submission, Map<String, Relation> existing, Set<String> handedIn,
			List<ClaimRefusal> refusals, Instant now) {
		Claim from = find("from", submission.from(), submission, refusals);
		Claim to = find("to", submission.to(), submission, refusals);
		if (from == null || to == null) {
			return;
		}
		if (from.id() == to.id()) {
			refusals.add(refusal(submission, "to", "A claim has no relation to itself. Name another claim."));
			return;
		}
		if (submission.reason().isBlank()) {
			refusals.add(refusal(submission, "reason", "Say in one line why the relation holds."));
			return;
		}
		if (!submission.type().isDirected() && isBefore(to, from)) {
			Claim later = from;
			from = to;
			to = later;
		}
		String key = key(submission.type(), from, to);
		if (!handedIn.add(key)) {
			refusals.add(refusal(submission, "type", "The relation stands twice. Keep one of the two."));
			return;
		}
		Relation relation = existing.get(key);
		if (relation == null) {
			this.relations.save(new Relation(submission.type(), from, to, submission, now));
			changed(from, to);
		}
		else if (relation.explain(submission, now)) {
			changed(from, to);
		}
	}

	private void changed(Claim from, Claim to) {
		this.events.publishEvent(new ArticleChanged(from.article().id()));
		if (from.article().id() != to.article().id()) {
			this.events.publishEvent(new ArticleChanged(to.article().id()));
		}
	}

	static boolean isBefore(Claim one, Claim other) {
		if (one.article().id() == other.article().id()) {
			return one.position() < other.position()
					|| (one.position() == other.position() && one.key().compareTo(other.key()) < 0);
		}
		return one.article().isBefore(other.article());
	}

	private @org.jspecify.annotations.Nullable Claim find(String field, String key, RelationSubmission submission,
			List<ClaimRefusal> refusals) {
		Claim claim = this.claims.findByKey(key).filter(Claim::isHeld).orElse(null);
		if (claim == null) {
			refusals.add(refusal(submission, field, "No claim has the id \"" + key + "\". Correct the id."));
		}
		return claim;
	}

	private static ClaimRefusal refusal(RelationSubmission submission, String field, String sentence) {
		return new ClaimRefusal(submission.label(), ClaimRefusal.VALUE_REFUSED, field, sentence);
	}

	private static String key(RelationType type, Claim from, Claim to) {
		return type + " " + from.id() + " " + to.id();
	}

}
