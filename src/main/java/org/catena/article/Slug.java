package org.catena.article;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The name of a thing in addresses: lower-case ASCII letters and digits in words joined
 * by hyphens, at most {@value #LONGEST} characters. It is for ever.
 */
public final class Slug {

	/** Characters at most. */
	public static final int LONGEST = 80;

	private static final Pattern FORM = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");

	private Slug() {
	}

	/** Whether the text is a slug. */
	public static boolean isSlug(String text) {
		return text.length() <= LONGEST && FORM.matcher(text).matches();
	}

	/**
	 * Makes a slug from a name or title.
	 * @param name any text
	 * @param fallback the slug where the name has no letter or digit of ASCII
	 * @param taken whether a slug is taken already; the next free one of {@code name},
	 * {@code name-2}, … is given
	 * @return a free slug
	 */
	public static String of(String name, String fallback, Predicate<String> taken) {
		String ascii = Normalizer.normalize(name, Normalizer.Form.NFKD)
			.replaceAll("\\p{M}+", "")
			.replaceAll("['’]", "")
			.toLowerCase(Locale.ROOT)
			.replaceAll("[^a-z0-9]+", "-")
			.replaceAll("^-|-$", "");
		if (ascii.length() > 60) {
			int cut = ascii.lastIndexOf('-', 60);
			ascii = ascii.substring(0, (cut > 20) ? cut : 60);
		}
		String base = ascii.isEmpty() ? fallback : ascii;
		String slug = base;
		for (int i = 2; taken.test(slug); i++) {
			slug = base + "-" + i;
		}
		return slug;
	}

}
