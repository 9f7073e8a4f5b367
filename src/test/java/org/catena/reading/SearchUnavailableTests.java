package org.catena.reading;

import org.hibernate.search.util.common.SearchException;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;

import static org.assertj.core.api.Assertions.assertThat;

class SearchUnavailableTests {

	@Test
	void isSaidWhereTheIndexDoesNotAnswer() {
		MockMvcTester mvc = MockMvcTester.create(MockMvcBuilders.standaloneSetup(new Failing())
			.setControllerAdvice(new SearchUnavailableAdvice())
			.build());
		assertThat(mvc.get().uri("/search")).hasStatus(HttpStatus.SERVICE_UNAVAILABLE).hasViewName("error/503");
	}

	@Controller
	static class Failing {

		@GetMapping("/search")
		String search() {
			throw new SearchException("Connection refused");
		}

	}

}
