package org.catena.history;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Tells PostgreSQL at the beginning of each transaction in whose name it writes, and why,
 * so that nobody who writes has to think of it. The table {@code change} takes it from
 * there.
 */
@Component
class SignChanges implements TransactionExecutionListener {

	private final ObjectProvider<JdbcOperations> jdbc;

	private final ObjectProvider<SignedIn> signedIn;

	SignChanges(ObjectProvider<JdbcOperations> jdbc, ObjectProvider<SignedIn> signedIn) {
		this.jdbc = jdbc;
		this.signedIn = signedIn;
	}

	@Override
	public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
		if (failure != null || transaction.isReadOnly() || !transaction.isNewTransaction()) {
			return;
		}
		Attribution attribution = Attribution.current().orElse(null);
		String by = (attribution != null && attribution.by() != null) ? attribution.by()
				: this.signedIn.stream().flatMap((who) -> who.account().stream()).findFirst().orElse(null);
		if (attribution == null && by == null) {
			return;
		}
		String reason = (attribution != null) ? attribution.reason() : null;
		Long run = (attribution != null) ? attribution.ingestRun() : null;
		this.jdbc.getObject()
			.queryForList(
					"select set_config('catena.editor', ?, true), set_config('catena.reason', ?, true),"
							+ " set_config('catena.run', ?, true)",
					orEmpty(by), orEmpty(reason), (run != null) ? run.toString() : "");
	}

	/** A setting holds no U+0000. */
	private static String orEmpty(@Nullable String text) {
		return (text != null) ? text.replace("\u0000", "") : "";
	}

}
