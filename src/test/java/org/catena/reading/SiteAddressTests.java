package org.catena.reading;

import org.catena.WholeApplicationTest;
import org.catena.ingest.TestArchive;
import org.catena.search.IndexSettles;
import org.catena.site.SiteAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Where the archive stands for the world is said in one place.
 */
@WholeApplicationTest
@TestPropertySource(properties = "catena.address=https://catena.example/archive/")
class SiteAddressTests {

	@Test
	void isTheOneThatWasConfiguredWhereverAnAddressIsWhole(@Autowired TestArchive archive, @Autowired JdbcClient jdbc,
			@Autowired MockMvcTester site) {
		archive.holdCorpus();
		IndexSettles.on(jdbc);
		for (String address : new String[] { "/", "/articles/baev-2025-12-09", "/claims/baev-2025-12-09/c12",
				"/plans/28-point-plan/points/6", "/search.csv?q=nato", "/search.jsonl?q=nato", "/search.atom?q=nato",
				"/frequencies.csv?q=nato&by=source", "/suggest?q=witk" }) {
			assertThat(site.get().uri(java.net.URI.create(address))).hasStatusOk()
				.bodyText()
				.as(address)
				.contains("https://catena.example/archive/")
				.doesNotContain("http://localhost");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "catena.example", "ftp://catena.example", "https://", "https://catena.example/?a=b",
			"https://catena.example/ x" })
	void mustBeAnAddress(String address) {
		assertThatIllegalArgumentException().isThrownBy(() -> new SiteAddress(address))
			.withMessageContaining("catena.address");
	}

}
