/**
 * Knows the public pages. Must not write anything.
 */
@ApplicationModule(
		allowedDependencies = { "plan", "article", "annotation", "agreement", "search", "suggestion", "site" })
@NullMarked
package org.catena.reading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
