/**
 * Knows where PostgreSQL is: a server by configuration, or the embedded one with its data
 * folder. Must not know what is kept in it.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.catena.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
