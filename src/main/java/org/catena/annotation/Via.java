package org.catena.annotation;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import org.catena.article.Agent;
import org.jspecify.annotations.Nullable;

/**
 * One link of the chain of attribution.
 *
 * @param author whether it is the author of the article
 * @param agent who it is, where known
 */
@Embeddable
record Via(@Column(name = "is_author") boolean author, @ManyToOne(fetch = FetchType.LAZY) @Nullable Agent agent) {
}
