package org.catena.search;

/**
 * A side from which hits are counted and narrowed. Values of one facet are alternatives;
 * different facets narrow each other.
 */
public enum Facet {

	/** The publication, by slug. */
	SOURCE("source", "Source", false),

	/** The author, by slug, or {@link #NOT_STATED}. */
	AUTHOR("author", "Author", false),

	/**
	 * The year in which the article appeared, {@code 2025}; {@link #NOT_CERTAIN} where it
	 * can be one or another; or {@link #NOT_DATED}.
	 */
	YEAR("year", "Year", false),

	/**
	 * The month, {@code 2025-11}; where it is not certain the value of {@link #YEAR}, so
	 * that each article is counted once.
	 */
	MONTH("month", "Month", false),

	/** The plan that the article comments on, by slug. */
	PLAN("plan", "Plan", false),

	/**
	 * The point of a plan, as plan and number, {@code 28-point-plan/7}, or
	 * {@link #NO_POINT}.
	 */
	POINT("point", "Point of the plan", true),

	/** The theme of the point, as plan and theme, {@code 28-point-plan/nato}. */
	THEME("theme", "Theme", true),

	/** A word of the codebook. */
	STANCE("stance", "Stance", true),

	/** Whose claim it is, by slug, or {@link #NOT_STATED}. */
	CLAIMANT("claimant", "Claimant", true),

	/** A word of the codebook. */
	KIND("kind", "Kind of claim", true),

	/** What the stance is towards: a word of the codebook. */
	TARGET("target", "Target of the stance", true),

	/** A word of the codebook. */
	ASPECT("aspect", "Aspect", true),

	/** The language of the article, a tag of BCP 47. */
	LANGUAGE("language", "Language", false);

	/**
	 * Stands for an author whom nobody names. No slug has an underscore.
	 */
	public static final String NOT_STATED = "not_stated";

	/** Stands for the plan as a whole, its origin or its makers. */
	public static final String NO_POINT = "no_point";

	/** Stands for a year that is not certain. */
	public static final String NOT_CERTAIN = "not_certain";

	/** Stands for a date that is not known at all. */
	public static final String NOT_DATED = "not_dated";

	private final String parameter;

	private final String label;

	private final boolean ofClaims;

	Facet(String parameter, String label, boolean ofClaims) {
		this.parameter = parameter;
		this.label = label;
		this.ofClaims = ofClaims;
	}

	/** Its name in addresses and, before a colon, in queries. */
	public String parameter() {
		return this.parameter;
	}

	/** Its name on pages. */
	public String label() {
		return this.label;
	}

	/** Whether it is a side of claims, rather than of their articles. */
	boolean isOfClaims() {
		return this.ofClaims;
	}

	/** Where the values are in the index of articles or claims. */
	String field(Scope scope) {
		return (this.ofClaims && scope == Scope.ARTICLES) ? "claims." + this.parameter : this.parameter;
	}

}
