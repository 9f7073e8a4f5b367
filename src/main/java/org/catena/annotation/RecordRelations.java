package org.catena.annotation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.catena.article.Origin;
import org.catena.plan.RecordLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes in the relations of a coding. Where they are all of them, those that are no
 * longer among them are withdrawn first, so that a pair may come to stand otherwise.
 */
@Component
public class RecordRelations {

	private final RecordLock lock;

	private final Relations relations;

	private final KeepRelation keep;

	RecordRelations(RecordLock lock, Relations relations, KeepRelation keep) {
		this.lock = lock;
		this.relations = relations;
		this.keep = keep;
	}

	/**
	 * Records relations.
	 * @param submissions the relations
	 * @param coding the coding's name
	 * @param origin who hands them in: what an editor changed, files do not overwrite
	 * @param complete whether relations of the coding that are not among them are to be
	 * withdrawn, except those that an editor changed. Those that a refused submission may
	 * mean stay
	 * @return why some were not kept; the key of a refusal is the relation's label
	 */
	@Transactional
	public List<ClaimRefusal> record(List<RelationSubmission> submissions, String coding, Origin origin,
			boolean complete) {
		this.lock.take();
		List<ClaimRefusal> refusals = new ArrayList<>();
		List<Named> named = new ArrayList<>();
		Set<String> handedIn = new HashSet<>();
		Set<Long> inDoubt = new HashSet<>();
		for (RelationSubmission submission : submissions) {
			Claim from = this.keep.find("from", submission.from(), submission, refusals);
			Claim to = this.keep.find("to", submission.to(), submission, refusals);
			if (from == null || to == null) {
				add(from, inDoubt);
				add(to, inDoubt);
			}
			else if (!handedIn.add(key(submission.type(), from, to))) {
				refusals
					.add(KeepRelation.refusal(submission, "type", "The relation stands twice. Keep one of the two."));
			}
			else {
				int before = refusals.size();
				KeepRelation.check(submission, from, to, refusals);
				if (refusals.size() == before) {
					named.add(new Named(submission, from, to));
				}
			}
		}
		Map<String, List<Relation>> existing = new HashMap<>();
		for (Relation relation : this.relations.findAll()) {
			existing.computeIfAbsent(pair(relation.from(), relation.to()), (pair) -> new ArrayList<>()).add(relation);
			if (complete && relation.isHeld() && relation.origin() == Origin.CORPUS && relation.coding().equals(coding)
					&& !handedIn.contains(key(relation.type(), relation.from(), relation.to()))
					&& !inDoubt.contains(relation.from().id()) && !inDoubt.contains(relation.to().id())) {
				this.keep.withdraw(relation, "No longer in the corpus.");
			}
		}
		for (Named each : named) {
			this.keep.keep(each.submission(), each.from(), each.to(),
					existing.computeIfAbsent(pair(each.from(), each.to()), (pair) -> new ArrayList<>()), origin,
					refusals);
		}
		return refusals;
	}

	private static void add(@Nullable Claim claim, Set<Long> ids) {
		if (claim != null) {
			ids.add(claim.id());
		}
	}

	private static String key(RelationType type, Claim from, Claim to) {
		return type + " " + (type.isDirected() ? from.id() + " " + to.id() : pair(from, to));
	}

	private static String pair(Claim one, Claim other) {
		return Math.min(one.id(), other.id()) + " " + Math.max(one.id(), other.id());
	}

	/** A relation that was handed in, with the claims that it names. */
	private record Named(RelationSubmission submission, Claim from, Claim to) {
	}

}
