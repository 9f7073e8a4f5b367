package org.catena.annotation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

import org.catena.annotation.Reanchored.Obstacle;
import org.catena.article.TextSpan;

/**
 * A new text of an article, to which claims are followed from the versions in which they
 * stand. An orphan is sought anew from the version on which it was made.
 */
final class CorrectedText {

	private final IntFunction<String> versions;

	private final String text;

	private final Map<Integer, Reanchoring> byVersion = new HashMap<>();

	/**
	 * Prepares to follow claims.
	 * @param versions the texts of the article by number
	 * @param text the new text
	 */
	CorrectedText(IntFunction<String> versions, String text) {
		this.versions = versions;
		this.text = text;
	}

	Reanchored follow(Claim claim) {
		TextSpan place = claim.place();
		if (place != null) {
			return from(claim.placedOn()).follow(place, claim.quote().exact(), claim.anchoring());
		}
		if (Anchoring.anchor(claim.quote(), this.versions.apply(claim.madeOn())) instanceof Anchored.At made) {
			return from(claim.madeOn()).follow(made.span(), claim.quote().exact(), AnchoringState.EXACT);
		}
		return new Reanchored(AnchoringState.ORPHAN, null, 0, Obstacle.GONE, List.of());
	}

	private Reanchoring from(int version) {
		return this.byVersion.computeIfAbsent(version,
				(number) -> new Reanchoring(this.versions.apply(number), this.text));
	}

}
