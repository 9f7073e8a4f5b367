/**
 * Knows how far two codings of the same texts agree, and which sentences a coding passed
 * over. Must not know how codings come in, nor write anything.
 */
@ApplicationModule(allowedDependencies = { "article", "annotation", "past" })
@NullMarked
package org.catena.agreement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
