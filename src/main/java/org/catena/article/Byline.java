package org.catena.article;

import jakarta.persistence.Embeddable;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

/**
 * One author of an article, as printed.
 */
@Embeddable
record Byline(@ManyToOne(fetch = FetchType.LAZY) Agent agent, @Nullable String printed) {
}
