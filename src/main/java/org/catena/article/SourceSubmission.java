package org.catena.article;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A source as it is handed in.
 *
 * @param slug its name in addresses
 * @param name its authorised name
 * @param publisher who issues it, where that is another name
 * @param variants other names
 * @param website its address
 * @param country the country that it is published in, where known
 * @param countryBasis on what the country rests
 */
public record SourceSubmission(String slug, String name, @Nullable String publisher, List<String> variants,
		@Nullable String website, @Nullable String country, Basis countryBasis) {
}
