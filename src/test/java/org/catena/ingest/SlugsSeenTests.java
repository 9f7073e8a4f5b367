package org.catena.ingest;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SlugsSeenTests {

	@Test
	void rememberTheFirstLineOfEachSlug() {
		SlugsSeen slugs = new SlugsSeen();
		for (int line = 1; line <= 20_000; line++) {
			assertThat(slugs.add("daily-" + line, line)).isZero();
		}
		for (int line = 1; line <= 20_000; line++) {
			assertThat(slugs.add("daily-" + line, 30_000)).isEqualTo(line);
		}
	}

}
