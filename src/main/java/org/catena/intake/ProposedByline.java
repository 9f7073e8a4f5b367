package org.catena.intake;

import java.util.List;

import org.catena.article.BasisKind;

/**
 * Authors that reading a piece proposes.
 *
 * @param printed the byline as it stands there
 * @param names the names in it, in its order, never empty
 * @param basis the kind of support
 * @param evidence where it was seen, in words
 */
public record ProposedByline(String printed, List<String> names, BasisKind basis, String evidence) {
}
