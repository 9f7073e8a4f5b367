package org.catena.exchange;

import org.catena.WholeApplicationTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One address, many forms.
 */
@WholeApplicationTest
class NegotiationTests {

	@Autowired
	private MockMvcTester site;

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			text/csv                                        | text/csv
			application/atom+xml                            | application/atom+xml
			text/html, text/csv;q=0.9                       | text/html
			text/csv, text/html;q=0.9                       | text/csv
			text/html,application/xhtml+xml,*/*;q=0.8       | text/html
			*/*                                             | text/html
			image/png, text/html;q=0.1                      | text/html
			text/csv;q=0, */*                               | text/html
			nonsense                                        | text/html
			""")
	void givesTheFormThatIsPreferred(String accept, String type) {
		MvcTestResult result = this.site.get().uri("/search?q=nato").header("Accept", accept).exchange();
		assertThat(result).hasStatusOk();
		assertThat(result.getResponse().getContentType()).startsWith(type);
		assertThat(result.getResponse().getHeaders("Vary")).contains("Accept");
	}

	@Test
	void saysWhereTheFormIsAndWhichOthersThereAre() {
		assertThat(this.site.get().uri("/search?q=nato").header("Accept", "text/csv")).hasHeader("Content-Location",
				"/search.csv?q=nato");
		assertThat(this.site.get().uri("/search?q=nato").exchange().getResponse().getHeaders("Link"))
			.contains("</search.csv?q=nato>; rel=\"alternate\"; type=\"text/csv\"");
		assertThat(this.site.get().uri("/search?q=nato")).bodyText()
			.contains("<link rel=\"alternate\" type=\"text/csv\" title=\"This search as a table\" "
					+ "href=\"/search.csv?q=nato\">");
	}

	@ParameterizedTest
	@ValueSource(strings = { "image/png", "application/rdf+xml, text/turtle;q=0.9", "text/html;q=0", "text/markdown" })
	void saysWhichFormsThereAreWhereNoneIsTaken(String accept) {
		MvcTestResult result = this.site.get().uri("/search?q=nato").header("Accept", accept).exchange();
		assertThat(result).hasStatus(HttpStatus.NOT_ACCEPTABLE)
			.hasContentType("application/problem+json")
			.bodyText()
			.contains("/about/api#not-acceptable", "text/html, ", "text/csv");
		assertThat(result.getResponse().getHeaders("Link"))
			.contains("</search.csv?q=nato>; rel=\"alternate\"; type=\"text/csv\"");
		assertThat(result.getResponse().getHeaders("Vary")).contains("Accept");
	}

	@Test
	void leavesOtherAddressesAlone() {
		assertThat(this.site.get().uri("/about").header("Accept", "text/csv")).doesNotContainHeader("Link");
	}

}
