package org.catena.article;

import java.math.BigDecimal;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/**
 * What a value of the metadata rests on.
 *
 * @param kind the kind of support
 * @param evidence where it was seen, or from which words it follows
 * @param confidence from 0 to 1, where the value is not certain
 */
@Embeddable
public record Basis(@Enumerated(EnumType.STRING) @Column(name = "basis") BasisKind kind, @Nullable String evidence,
		@Nullable BigDecimal confidence) {

	/** The basis of a value that nothing supports. */
	public static Basis unknown() {
		return new Basis(BasisKind.UNKNOWN, null, null);
	}

}
