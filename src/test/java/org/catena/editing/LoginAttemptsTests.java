package org.catena.editing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LoginAttemptsTests {

	private Instant now = Instant.parse("2026-01-01T00:00:00Z");

	private final LoginAttempts attempts = new LoginAttempts(new Clock() {

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

		@Override
		public Instant instant() {
			return LoginAttemptsTests.this.now;
		}

	});

	@Test
	void letsFiveFail() {
		for (int i = 0; i < LoginAttempts.FREE; i++) {
			assertThat(this.attempts.begin("ada", "192.0.2.1")).isZero();
		}
		assertThat(this.attempts.begin("ada", "192.0.2.1")).isEqualTo(Duration.ofSeconds(30));
	}

	@Test
	void doublesTheWaitWithEachFurtherFailure() {
		failFiveTimes();
		this.now = this.now.plusSeconds(30);
		assertThat(this.attempts.begin("ada", "192.0.2.1")).isZero();
		assertThat(this.attempts.begin("ada", "192.0.2.1")).isEqualTo(Duration.ofMinutes(1));
	}

	@Test
	void doesNotLengthenTheWaitOfThoseWhoTryTooEarly() {
		failFiveTimes();
		this.attempts.begin("ada", "192.0.2.1");
		this.now = this.now.plusSeconds(30);
		assertThat(this.attempts.begin("ada", "192.0.2.1")).isZero();
	}

	@Test
	void doesNotMakeOthersWait() {
		failFiveTimes();
		assertThat(this.attempts.begin("ada", "192.0.2.2")).isZero();
		assertThat(this.attempts.begin("bob", "192.0.2.1")).isZero();
	}

	@Test
	void forgetsAfterSuccess() {
		failFiveTimes();
		this.attempts.succeed("ada", "192.0.2.1");
		assertThat(this.attempts.begin("ada", "192.0.2.1")).isZero();
	}

	private void failFiveTimes() {
		for (int i = 0; i < LoginAttempts.FREE; i++) {
			this.attempts.begin("ada", "192.0.2.1");
		}
	}

}
