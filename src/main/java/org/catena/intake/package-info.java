/**
 * Knows how a piece is read: bytes of a page, a document or a mail become a proposal of
 * text and metadata, each value with its basis. Must not know drafts, nor decide what the
 * archive takes.
 */
@ApplicationModule(allowedDependencies = { "plan", "article" })
@NullMarked
package org.catena.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
