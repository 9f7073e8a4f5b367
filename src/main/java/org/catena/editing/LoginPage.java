package org.catena.editing;

import org.jspecify.annotations.Nullable;

/**
 * The log-in page.
 *
 * @param account what was typed as the account
 * @param error why log-in failed
 * @param notice what else there is to say
 * @param kept the form that travels with the log-in, as JSON
 */
record LoginPage(String account, @Nullable String error, @Nullable String notice, @Nullable String kept) {
}
