package org.catena.editing;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

import org.catena.article.Accession;
import org.catena.article.ArticleText;
import org.catena.article.Basis;
import org.catena.article.BasisKind;
import org.catena.plan.EdtfDate;
import org.jspecify.annotations.Nullable;

/**
 * Reads single fields of a form; what cannot be read becomes an error beside the field.
 */
final class FieldReading {

	/** Characters that a reason for readers may have at most. */
	private static final int LONGEST_REASON = 300;

	/** Characters that an explanation may have at most. */
	private static final int LONGEST_PROSE = 20_000;

	private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\r\\n\\t]]");

	private final FormErrors errors;

	FieldReading(FormErrors errors) {
		this.errors = errors;
	}

	/** A value of one line, or null where nothing was typed. */
	@Nullable String line(String id, String typed) {
		String prose = text(id, typed, Accession.LONGEST_VALUE);
		return (prose != null) ? prose.replaceAll("\\s*\\n\\s*", " ") : null;
	}

	/** A value of any number of lines, or null where nothing was typed. */
	@Nullable String prose(String id, String typed) {
		return text(id, typed, LONGEST_PROSE);
	}

	/**
	 * Why something that readers see is changed; empty, with an error, where nobody says
	 * so.
	 * @param missing what is said then
	 */
	String reason(String id, String typed, String missing) {
		String reason = Typed.orEmpty(line(id, typed)).replaceAll("\\s+", " ");
		if (reason.isEmpty()) {
			this.errors.addUnlessKnown(id, missing);
		}
		else if (reason.length() > LONGEST_REASON) {
			this.errors.addUnlessKnown(id, "Give a reason of at most " + LONGEST_REASON + " characters.");
		}
		return reason;
	}

	private @Nullable String text(String id, String typed, int longest) {
		if (CONTROL.matcher(typed).find()) {
			this.errors.add(id,
					"This held control characters, which no text can hold. They have been left out here; check the value.");
		}
		String value = ArticleText.normalise(typed).strip();
		if (value.length() > longest) {
			this.errors.add(id, "Give at most %,d characters; these are %,d.".formatted(longest, value.length()));
		}
		return value.isEmpty() ? null : value;
	}

	/** A word of a value list, or null where nothing was chosen. */
	<E extends Enum<E>> @Nullable E word(String id, String typed, Class<E> type) {
		if (typed.isEmpty()) {
			return null;
		}
		for (E constant : type.getEnumConstants()) {
			if (constant.name().toLowerCase(Locale.ROOT).equals(typed)) {
				return constant;
			}
		}
		this.errors.add(id, "Choose one of the values of the list.");
		return null;
	}

	/**
	 * A word of a value list that must be chosen; the first, with an error, where it was
	 * not.
	 */
	<E extends Enum<E>> E word(String id, String typed, Class<E> type, String what) {
		E word = word(id, typed, type);
		if (word == null && typed.isEmpty()) {
			this.errors.add(id, "Choose " + what + ".");
		}
		return (word != null) ? word : Arrays.asList(type.getEnumConstants()).get(0);
	}

	/** A number from 0 to 1 with two decimals, or null where nothing was typed. */
	@Nullable BigDecimal confidence(String id, String typed) {
		String number = typed.strip().replace(',', '.');
		if (number.isEmpty()) {
			return null;
		}
		if (number.matches("(0?\\.\\d{1,2}|0|1(\\.0{1,2})?|0\\.)")) {
			return new BigDecimal(number).setScale(2);
		}
		this.errors.add(id, "Give a confidence from 0 to 1 with two decimals at most, 0.8 for instance.");
		return null;
	}

	/** A date in EDTF, or null where nothing was typed. */
	@Nullable EdtfDate date(String id, String typed) {
		if (typed.isBlank()) {
			return null;
		}
		try {
			return EdtfDate.parse(ArticleText.normalise(typed));
		}
		catch (DateTimeException ex) {
			this.errors.add(id,
					"Give a date in EDTF: 2025-12-09, or 2025-12-04~ for about that day, or [2025-11-23..2025-11-30] for one day of these.");
			return null;
		}
	}

	private static String words(String value) {
		return switch (value) {
			case "url" -> "web address";
			case "source-country" -> "country";
			case "derived" -> "other piece";
			case "authors" -> "author";
			default -> value.replace('-', ' ');
		};
	}

	/**
	 * On what a value rests.
	 * @param value the id of the value's field
	 * @param typed what was typed
	 * @param present whether there is a value
	 * @return the basis, or null where there is none
	 */
	@Nullable Basis basis(String value, BasisForm typed, boolean present) {
		BasisKind kind = word(value + "-basis", typed.kind(), BasisKind.class);
		String evidence = prose(value + "-evidence", typed.evidence());
		BigDecimal confidence = confidence(value + "-confidence", typed.confidence());
		if (kind == null) {
			if (typed.kind().isEmpty() && (present || typed.isMoreThanKind())) {
				this.errors.add(value + "-basis", "Say on what the " + words(value) + " rests.");
			}
			return null;
		}
		if (present && kind == BasisKind.UNKNOWN) {
			this.errors.add(value + "-basis",
					"“Unknown” stands beside an empty value only. Empty the value, or say on what it rests.");
		}
		if (kind == BasisKind.INFERRED && evidence == null) {
			this.errors.add(value + "-evidence", "Say from which words the " + words(value) + " was inferred.");
		}
		return new Basis(kind, evidence, confidence);
	}

}
