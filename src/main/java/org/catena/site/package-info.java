/**
 * Knows where the archive stands for the world, and in which form questions reach it.
 * Must not know what it shows.
 */
@ApplicationModule(allowedDependencies = { "past" })
@NullMarked
package org.catena.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
