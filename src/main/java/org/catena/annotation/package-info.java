/**
 * Knows the coded spans of texts: claims, the points they are linked to, relations,
 * discrepancies. Must not know how texts come in or are shown.
 */
@ApplicationModule(allowedDependencies = { "plan", "article" })
@NullMarked
package org.catena.annotation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
