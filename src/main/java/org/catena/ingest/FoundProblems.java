package org.catena.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.catena.annotation.ClaimRefusal;

/**
 * The problems of a reading of the corpus, in the order in which they were found.
 */
final class FoundProblems implements Consumer<Problem> {

	private static final Log log = LogFactory.getLog(IngestCorpus.class);

	private final List<Problem> problems = new ArrayList<>();

	@Override
	public void accept(Problem problem) {
		log.warn(problem);
		this.problems.add(problem);
	}

	/**
	 * Says why claims, or what rests on them, were not kept.
	 * @param refusals why
	 * @param located what was handed in, with the places where it was read
	 * @param key the key by which refusals name it
	 */
	<T> void refused(List<ClaimRefusal> refusals, List<Located<T>> located, Function<T, String> key) {
		for (ClaimRefusal refusal : refusals) {
			Located<T> at = located.stream()
				.filter((candidate) -> key.apply(candidate.value()).equals(refusal.key()))
				.reduce((first, second) -> second)
				.orElse(null);
			accept(Problem.refused((at != null) ? at.file() : "", (at != null) ? at.line(refusal.field()) : null,
					refusal));
		}
	}

	int count() {
		return this.problems.size();
	}

	List<Problem> all() {
		return List.copyOf(this.problems);
	}

}
