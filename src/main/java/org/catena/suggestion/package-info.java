/**
 * Knows what is likely: points of a sentence, claims that resemble one another, sentences
 * that look like claims. It learns from what is coded here and from nothing else. Must
 * not write anything, nor decide anything.
 */
@ApplicationModule(allowedDependencies = { "plan", "article", "annotation" })
@NullMarked
package org.catena.suggestion;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
