package org.catena.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Turns a start without a database into a sentence and a remedy instead of a stack trace.
 */
final class DatabaseUnavailableAnalyzer extends AbstractFailureAnalyzer<DatabaseUnavailable> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, DatabaseUnavailable cause) {
		return new FailureAnalysis(cause.getMessage(), cause.remedy(), cause);
	}

}
