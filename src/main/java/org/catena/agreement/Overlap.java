package org.catena.agreement;

import org.catena.article.TextSpan;

/**
 * How much of two spans is common, from 0 to 1, in code points.
 */
enum Overlap {

	/**
	 * What is common, divided by what either covers: near 1 only where both cut alike.
	 */
	OVER_UNION {

		@Override
		double of(TextSpan one, TextSpan other) {
			int common = common(one, other);
			return common / (double) (one.length() + other.length() - common);
		}

	},

	/**
	 * What is common, divided by the shorter: 1 where one span lies within the other.
	 */
	OVER_SHORTER {

		@Override
		double of(TextSpan one, TextSpan other) {
			return common(one, other) / (double) Math.min(one.length(), other.length());
		}

	};

	/** From this overlap on two spans may be the same claim. */
	static final double ENOUGH = 0.5;

	abstract double of(TextSpan one, TextSpan other);

	private static int common(TextSpan one, TextSpan other) {
		return Math.max(0, Math.min(one.end(), other.end()) - Math.max(one.start(), other.start()));
	}

}
