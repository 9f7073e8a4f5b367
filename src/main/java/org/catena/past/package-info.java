/**
 * Knows the archive as it stood: moments, how the record is read as of one, and which
 * addresses can tell it. Must not know what they show.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.catena.past;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
