/**
 * Knows how pieces come in: reading corpus files, submitting, reporting problems. Must
 * not know pages or the index.
 */
@ApplicationModule(allowedDependencies = { "plan", "article", "annotation", "history" })
@NullMarked
package org.catena.ingest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
