package org.catena.annotation;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import org.catena.plan.Point;
import org.jspecify.annotations.Nullable;

/**
 * A link of a claim to a point or to one of its lettered parts.
 */
@Embeddable
record ClaimPoint(@ManyToOne(fetch = FetchType.LAZY) Point point, @Nullable String letter,
		@Enumerated(EnumType.STRING) Bearing bearing) {
}
