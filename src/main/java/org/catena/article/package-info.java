/**
 * Knows texts and their metadata: articles, versions, sources, agents, bylines. Must not
 * know what is claimed in them.
 */
@ApplicationModule(allowedDependencies = { "plan" })
@NullMarked
package org.catena.article;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
