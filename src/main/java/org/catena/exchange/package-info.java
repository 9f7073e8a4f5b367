/**
 * Knows the formats and protocols by which programs read the archive. Must not decide
 * what is shown; what comes in by a protocol goes to the doors of the modules above.
 */
@ApplicationModule(
		allowedDependencies = { "plan", "article", "annotation", "ingest", "past", "search", "site", "table" })
@NullMarked
package org.catena.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
