package org.catena.search;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An article that was found.
 *
 * @param slug its name in addresses
 * @param title its title, in square brackets where it is supplied
 * @param sourceSlug the source's name in addresses
 * @param source the source's name
 * @param authors the authors; none where the author is not stated
 * @param date when it appeared, in EDTF
 * @param dateWithin the days within which that lies, in EDTF
 * @param claims how many claims readers are shown
 * @param passages the best passages, or the beginning where no words were asked for
 */
public record ArticleHit(String slug, Passage title, String sourceSlug, String source, List<Name> authors,
		@Nullable String date, @Nullable String dateWithin, int claims, List<Passage> passages) {
}
