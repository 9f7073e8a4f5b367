/**
 * Knows what is commented on: plans, their numbered points and lettered sub-points. Must
 * not know who comments on them.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.catena.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
