/**
 * Knows the people who edit, their log-in and their forms. Must not decide what a valid
 * article or claim is.
 */
@ApplicationModule(allowedDependencies = { "plan", "article", "annotation", "history", "ingest", "agreement", "search",
		"suggestion", "intake", "site" })
@NullMarked
package org.catena.editing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
