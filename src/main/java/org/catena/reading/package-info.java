/**
 * Knows the public pages. Must not write anything.
 */
@ApplicationModule(allowedDependencies = { "plan", "article", "annotation", "history", "past", "agreement", "search",
		"suggestion", "site", "table" })
@NullMarked
package org.catena.reading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
