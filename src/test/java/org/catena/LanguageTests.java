package org.catena;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.LocaleResolver;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The pages are in English, and so are their numbers.
 */
@WholeApplicationTest
class LanguageTests {

	@Test
	void writesNumbersAsInEnglishWhateverTheMachineSpeaks() throws Exception {
		Process process = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"),
				"-Duser.language=de", "-Duser.country=DE", "-cp", System.getProperty("java.class.path"),
				Numbers.class.getName())
			.redirectErrorStream(true)
			.start();
		String written = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(written).endsWith("10,000 1.5");
	}

	@Test
	void writesNumbersAsInEnglishWhateverTheReaderPrefers(@Autowired LocaleResolver resolver) {
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.addPreferredLocale(Locale.forLanguageTag("ar-EG"));
		assertThat(resolver.resolveLocale(request)).isEqualTo(Locale.ENGLISH);
	}

	static final class Numbers {

		private Numbers() {
		}

		public static void main(String[] arguments) throws ClassNotFoundException {
			Class.forName(CatenaApplication.class.getName());
			System.out.print("%,d %.1f".formatted(10_000, 1.5));
		}

	}

}
