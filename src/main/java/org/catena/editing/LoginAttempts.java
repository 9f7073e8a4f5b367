package org.catena.editing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.stereotype.Component;

/**
 * Counts failed log-ins by account and address. After {@value #FREE} in a row the next
 * ones have to wait: half a minute, then twice as long each time, up to a quarter of an
 * hour. Kept in memory only: a restart forgives.
 */
@Component
class LoginAttempts {

	/** Attempts that may fail without a wait. */
	static final int FREE = 5;

	private static final Duration FIRST_WAIT = Duration.ofSeconds(30);

	private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

	/** Failures that are remembered at most; the oldest are forgotten first. */
	private static final int MOST = 10_000;

	private final Clock clock;

	private final Map<Key, Failures> failures = new LinkedHashMap<>();

	LoginAttempts(Clock clock) {
		this.clock = clock;
	}

	/**
	 * Notes that somebody tries. It counts as a failure until {@link #succeed} says
	 * otherwise, so that attempts at the same time count too.
	 * @return how long to wait first; zero when the attempt may be made
	 */
	synchronized Duration begin(String account, String address) {
		Instant now = this.clock.instant();
		Key key = new Key(account, address);
		Failures before = this.failures.remove(key);
		if (before == null || now.isAfter(before.until().plus(LONGEST_WAIT))) {
			before = new Failures(0, now);
		}
		if (before.until().isAfter(now)) {
			this.failures.put(key, before);
			return Duration.between(now, before.until());
		}
		int count = before.count() + 1;
		this.failures.put(key, new Failures(count, now.plus(waitAfter(count))));
		if (this.failures.size() > MOST) {
			this.failures.remove(this.failures.keySet().iterator().next());
		}
		return Duration.ZERO;
	}

	synchronized void succeed(String account, String address) {
		this.failures.remove(new Key(account, address));
	}

	private static Duration waitAfter(int count) {
		if (count < FREE) {
			return Duration.ZERO;
		}
		Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(count - FREE, 10));
		return (wait.compareTo(LONGEST_WAIT) > 0) ? LONGEST_WAIT : wait;
	}

	private record Key(String account, String address) {

		Key {
			// Nobody fills the memory with names.
			account = account.substring(0, Math.min(account.length(), 100));
		}

	}

	/**
	 * What is remembered.
	 *
	 * @param count failures in a row
	 * @param until the time from which the next attempt may be made
	 */
	private record Failures(int count, Instant until) {
	}

}
