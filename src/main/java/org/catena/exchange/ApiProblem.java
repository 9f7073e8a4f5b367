package org.catena.exchange;

import java.util.Locale;

import org.springframework.http.HttpStatus;

/**
 * Why a program gets no answer to what it asked; {@link ProblemAdvice} says so.
 */
class ApiProblem extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final Type type;

	/**
	 * States a problem.
	 * @param type of what kind it is
	 * @param sentence what is wrong in this case, for people
	 */
	ApiProblem(Type type, String sentence) {
		super(sentence);
		this.type = type;
	}

	Type type() {
		return this.type;
	}

	/**
	 * The kinds of problems. The page of the API explains each at an address of its own,
	 * which is the type of RFC 9457.
	 */
	enum Type {

		BAD_PARAMETER(HttpStatus.BAD_REQUEST, "A parameter cannot be read"),

		/** See {@code asOf}. */
		NOT_OF_THAT_DAY(HttpStatus.BAD_REQUEST, "It cannot be told as of that moment"),

		CURSOR_EXPIRED(HttpStatus.GONE, "The cursor is of an earlier order"),

		NOT_FOUND(HttpStatus.NOT_FOUND, "There is nothing at this address"),
		NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "There is no such form of this page"),

		WITHDRAWN(HttpStatus.GONE, "It was withdrawn"),

		MOVED(HttpStatus.MOVED_PERMANENTLY, "It has another address"),

		TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS, "Too many requests");

		private final HttpStatus status;

		private final String title;

		Type(HttpStatus status, String title) {
			this.status = status;
			this.title = title;
		}

		HttpStatus status() {
			return this.status;
		}

		String title() {
			return this.title;
		}

		/** Where it is explained, from the root of the archive. */
		String address() {
			return "/about/api#" + name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

		static Type of(HttpStatus status) {
			return switch (status) {
				case MOVED_PERMANENTLY -> MOVED;
				case GONE -> WITHDRAWN;
				default -> NOT_FOUND;
			};
		}

	}

}
