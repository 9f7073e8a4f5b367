package org.catena.exchange;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often an address may ask.
 *
 * @param requests how many requests within the window; 0 for any number
 * @param window how long that is
 */
@ConfigurationProperties("catena.rate-limit")
record RateLimitProperties(@DefaultValue("600") int requests, @DefaultValue("1m") Duration window) {

	RateLimitProperties {
		if (requests < 0 || window.compareTo(Duration.ofSeconds(1)) < 0 || window.compareTo(Duration.ofDays(1)) > 0) {
			throw new IllegalArgumentException(
					"catena.rate-limit: requests must be 0 or more, the window from one second to one day");
		}
	}

}
