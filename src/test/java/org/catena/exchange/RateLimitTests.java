package org.catena.exchange;

import java.io.IOException;
import java.time.Duration;

import jakarta.servlet.ServletException;
import org.catena.site.SiteAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class RateLimitTests {

	private final RateLimit limit = new RateLimit(new RateLimitProperties(2, Duration.ofHours(1)),
			new SiteAddress("https://catena.example"), JsonMapper.builder().build());

	@Test
	void saysWhatIsLeftAndWhenToComeAgain() throws Exception {
		MockHttpServletResponse first = ask("192.0.2.1", "/articles.json");
		assertThat(first.getStatus()).isEqualTo(200);
		assertThat(first.getHeader("RateLimit-Policy")).isEqualTo("\"address\";q=2;w=3600");
		assertThat(first.getHeader("RateLimit")).startsWith("\"address\";r=1;t=");
		assertThat(ask("192.0.2.1", "/").getHeader("RateLimit")).startsWith("\"address\";r=0;t=");
		MockHttpServletResponse refused = ask("192.0.2.1", "/articles.json");
		assertThat(refused.getStatus()).isEqualTo(429);
		assertThat(refused.getContentType()).isEqualTo("application/problem+json");
		assertThat(Integer.parseInt(refused.getHeader("Retry-After"))).isBetween(1, 1800);
		assertThat(refused.getContentAsString()).contains("https://catena.example/about/api#too-many-requests")
			.contains("2 requests in 3600 seconds");
		assertThat(ask("192.0.2.2", "/articles.json").getStatus()).isEqualTo(200);
		MockHttpServletResponse harvester = ask("192.0.2.1", "/oai");
		assertThat(harvester.getStatus()).as("what harvesters know").isEqualTo(503);
		assertThat(harvester.getHeader("Retry-After")).isNotNull();
	}

	@Test
	void countsNetworksOfManyAddressesAsOne() throws Exception {
		ask("2001:db8:1:2::1", "/");
		ask("2001:db8:1:2:ffff::2", "/");
		assertThat(ask("2001:db8:1:2:3::3", "/").getStatus()).isEqualTo(429);
		assertThat(ask("2001:db8:1:3::1", "/").getStatus()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/actuator/health", "/css/catena-0123.css", "/js/article.js", "/fonts/x.woff2",
			"/icon.svg", "/robots.txt" })
	void doesNotCountWhatComesWithPages(String path) throws Exception {
		for (int i = 0; i < 5; i++) {
			assertThat(ask("192.0.2.3", path).getStatus()).isEqualTo(200);
		}
		assertThat(ask("192.0.2.3", path).getHeader("RateLimit")).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "127.0.0.1", "::1", "127.8.0.1" })
	void doesNotLimitTheMachineItself(String address) throws Exception {
		for (int i = 0; i < 5; i++) {
			assertThat(ask(address, "/articles.json").getStatus()).isEqualTo(200);
		}
	}

	@Test
	void refusesLimitsThatMeanNothing() {
		assertThatIllegalArgumentException().isThrownBy(() -> new RateLimitProperties(-1, Duration.ofMinutes(1)));
		assertThatIllegalArgumentException().isThrownBy(() -> new RateLimitProperties(1, Duration.ZERO));
	}

	private MockHttpServletResponse ask(String address, String path) throws ServletException, IOException {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
		request.setRemoteAddr(address);
		MockHttpServletResponse response = new MockHttpServletResponse();
		this.limit.doFilter(request, response, new MockFilterChain());
		return response;
	}

}
