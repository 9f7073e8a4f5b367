package org.catena.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Leaves the browser tests out where there is no Chromium, and writes down whether they
 * ran, for the end of the build to say.
 */
final class ChromiumCondition implements ExecutionCondition {

	private static final Path REPORT = Path.of("target", "browser-tests.txt");

	/** Where Chromium is, or should be. */
	static Path executable() {
		return Path.of(System.getProperty("catena.chromium", "/usr/bin/chromium"));
	}

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		Path executable = executable();
		if (Files.isExecutable(executable)) {
			report("The browser tests ran with %s.".formatted(executable));
			return ConditionEvaluationResult.enabled("Chromium is there");
		}
		String reason = "The browser tests were left out: there is no %s. To have them install Chromium (on Debian: apt-get install chromium), or say where it is with -Dcatena.chromium=/path/to/chromium."
			.formatted(executable);
		report(reason);
		return ConditionEvaluationResult.disabled(reason);
	}

	private static void report(String sentence) {
		try {
			Files.createDirectories(REPORT.getParent());
			Files.writeString(REPORT, sentence + "\n");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
