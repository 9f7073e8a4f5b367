package org.catena.exchange;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.catena.annotation.Aspect;
import org.catena.annotation.Bearing;
import org.catena.annotation.Certainty;
import org.catena.annotation.Gravity;
import org.catena.annotation.Kind;
import org.catena.annotation.RelationType;
import org.catena.annotation.Stance;
import org.catena.annotation.Target;
import org.catena.annotation.Uptake;

/**
 * The archive's own terms for linked data: what the Web Annotation vocabulary has no word
 * for. A term never changes its meaning and is never taken away; a change of the codebook
 * adds terms.
 */
final class CatenaTerms {

	/** Where the terms are explained, from the root of the site. */
	static final String PAGE = "/ns";

	/** The context document, from the root of the site. */
	static final String CONTEXT = "/ns/catena.jsonld";

	/** Properties, in the order of reading. */
	static final List<Property> PROPERTIES = List.of(
			new Property("claimant", Range.LINK,
					"Whose claim it is. Left out where the author, whom nobody names, is."),
			new Property("claimantIsAuthor", Range.TRUTH, "Whether the claimant is the author of the article."),
			new Property("through", Range.LINK,
					"Through whom the claim reaches the article, the nearest to the claimant first."),
			new Property("uptake", Range.LINK, "How the author takes a claim that is somebody else's."),
			new Property("kind", Range.LINK, "What kind of statement it is."),
			new Property("towards", Range.LINK, "What the stance is towards."),
			new Property("towardsAgent", Range.LINK, "Who that is, where it is somebody."),
			new Property("aspect", Range.LINK, "Which side of the plan it speaks of."),
			new Property("certainty", Range.LINK, "How certain it is said to be."),
			new Property("planVersion", Range.TEXT,
					"Which text of the plan is spoken of: original, revised or unspecified."),
			new Property("bearing", Range.LINK, "How a claim stands to a point that it is linked to."),
			new Property("letter", Range.TEXT, "The lettered part of the point."),
			new Property("confidence", Range.NUMBER, "How sure the coder is, from 0 to 1."),
			new Property("coding", Range.TEXT, "By whose reading it is so: the coding's name."),
			new Property("codebook", Range.TEXT, "By which version of the codebook."),
			new Property("remark", Range.TEXT, "The coder's note."),
			new Property("anchoring", Range.TEXT,
					"How the quote stands in the version: exact, moved, fuzzy, or orphan where it does not."),
			new Property("madeOn", Range.LINK, "The version of the article from which the quote was taken."),
			new Property("relation", Range.LINK, "How the claim in the target stands to the claim in the body."),
			new Property("matter", Range.TEXT, "What two related claims both speak of, in a word."),
			new Property("discrepancy", Range.LINK, "Where the claim states a point otherwise than the plan does."),
			new Property("point", Range.LINK, "The point that is stated otherwise."),
			new Property("claimSays", Range.TEXT, "What the claim says there."),
			new Property("planSays", Range.TEXT, "What the plan says there."),
			new Property("gravity", Range.LINK, "How grave the difference is."),
			new Property("page", Range.LINK, "The page for readers."));

	/** Lists of values, in the order of reading. */
	static final List<ValueList> LISTS = List.of(
			list("stance", "Stances of a claimant", "meaning.stance.", Stance.values()),
			list("bearing", "Ways to bear on a point", "meaning.bearing.", Bearing.values()),
			list("kind", "Kinds of statements", "meaning.kind.", Kind.values()),
			list("target", "What stances are towards", "target.", Target.values()),
			list("aspect", "Sides of the plan", "meaning.aspect.", Aspect.values()),
			list("certainty", "Degrees of certainty", "meaning.certainty.", Certainty.values()),
			list("uptake", "How authors take the claims of others", "uptake.", Uptake.values()),
			list("relation", "Relations between claims", "ns.relation.", RelationType.values()),
			list("gravity", "How a retelling differs from the plan", "gravity.", Gravity.values()));

	private CatenaTerms() {
	}

	/**
	 * The IRI of a value of the codebook.
	 * @param root the address of the site
	 * @param list which list it is of
	 * @param word the value as the codebook writes it
	 */
	static String value(String root, String list, String word) {
		return root + PAGE + "#" + list + "-" + word;
	}

	/** The context document for a site. */
	static Map<String, Object> context(String root) {
		Map<String, Object> terms = new LinkedHashMap<>();
		terms.put("catena", root + PAGE + "#");
		terms.put("xsd", "http://www.w3.org/2001/XMLSchema#");
		terms.put("foaf", "http://xmlns.com/foaf/0.1/");
		for (Property property : PROPERTIES) {
			Map<String, Object> term = new LinkedHashMap<>();
			term.put("@id", property.name().equals("page") ? "foaf:page" : "catena:" + property.name());
			switch (property.range()) {
				case LINK -> term.put("@type", "@id");
				case TRUTH -> term.put("@type", "xsd:boolean");
				case NUMBER -> term.put("@type", "xsd:decimal");
				case TEXT -> {
				}
			}
			if (property.name().equals("through")) {
				term.put("@container", "@list");
			}
			terms.put(property.name(), term);
		}
		return Map.of("@context", terms);
	}

	private static ValueList list(String name, String title, String messages, Enum<?>[] values) {
		return new ValueList(name, title, messages,
				Arrays.stream(values).map((value) -> value.name().toLowerCase(Locale.ROOT)).toList());
	}

	/** What a property leads to. */
	enum Range {

		/** Something with an IRI. */
		LINK,

		/** Text. */
		TEXT,

		/** True or false. */
		TRUTH,

		/** A decimal number. */
		NUMBER

	}

	/**
	 * A property.
	 *
	 * @param name its name
	 * @param range what it leads to
	 * @param meaning what it says, in a sentence
	 */
	record Property(String name, Range range, String meaning) {
	}

	/**
	 * A list of values of the codebook.
	 *
	 * @param name its name, which the values' names begin with
	 * @param title what is in it
	 * @param messages the beginning of the keys under which the meanings stand
	 * @param words the values
	 */
	record ValueList(String name, String title, String messages, List<String> words) {
	}

}
