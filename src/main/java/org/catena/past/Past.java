package org.catena.past;

import java.util.Optional;

/**
 * As of when a thread reads the record. Connections that it takes meanwhile show the past
 * and write nothing, whoever takes them.
 */
public final class Past {

	private static final ThreadLocal<AsOf> CURRENT = new ThreadLocal<>();

	private Past() {
	}

	/** What this thread reads as of; nothing where it reads the present. */
	public static Optional<AsOf> current() {
		return Optional.ofNullable(CURRENT.get());
	}

	/** An address with the moment, where the past is read. */
	public static String keep(String address) {
		return current().map((past) -> past.on(address)).orElse(address);
	}

	/** The name of a file without its ending, with the moment where the past is read. */
	public static String file(String name) {
		return current().map((past) -> name + "-as-of-" + past.word().replace(":", "")).orElse(name);
	}

	static void enter(AsOf past) {
		CURRENT.set(past);
	}

	static void leave() {
		CURRENT.remove();
	}

}
