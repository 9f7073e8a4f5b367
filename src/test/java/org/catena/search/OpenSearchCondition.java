package org.catena.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Leaves the tests on a cluster out where no OpenSearch can be started, and writes down
 * whether they ran, for the end of the build to say.
 */
final class OpenSearchCondition implements ExecutionCondition {

	private static final Path REPORT = Path.of("target", "cluster-tests.txt");

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		String hindrance = OpenSearch.hindrance().orElse(null);
		String sentence = (hindrance != null) ? "The tests on an OpenSearch cluster were left out: " + hindrance + "."
				: "The tests ran on an OpenSearch cluster of " + OpenSearch.NODES + " nodes.";
		try {
			Files.createDirectories(REPORT.getParent());
			Files.writeString(REPORT, sentence + "\n");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return (hindrance != null) ? ConditionEvaluationResult.disabled(sentence)
				: ConditionEvaluationResult.enabled(sentence);
	}

}
