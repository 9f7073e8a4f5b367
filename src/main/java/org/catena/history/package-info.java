/**
 * Knows who changed what of the record, when and why, and tells it in words. Must not
 * change anything.
 */
@ApplicationModule(allowedDependencies = { "article" })
@NullMarked
package org.catena.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
