/**
 * Knows the index: queries, facets, passages. Nobody below knows that it exists; it must
 * not write the record.
 */
@ApplicationModule(allowedDependencies = { "plan", "article", "annotation", "past" })
@NullMarked
package org.catena.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
