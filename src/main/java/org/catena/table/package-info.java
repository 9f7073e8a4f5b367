/**
 * Knows how rows become files: CSV and JSON Lines. Must not know what they tell.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.catena.table;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
