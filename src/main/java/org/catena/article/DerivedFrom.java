package org.catena.article;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * The piece from which an article was made: reprinted, rewritten or translated.
 *
 * @param publication where that piece appeared
 * @param title its title
 * @param date its date in EDTF
 */
@Embeddable
public record DerivedFrom(@Column(name = "derived_publication") @Nullable String publication,
		@Column(name = "derived_title") @Nullable String title, @Column(name = "derived_date") @Nullable String date) {
}
