package org.catena.editing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.security.crypto.password.PasswordEncoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@DataJpaTest
@Import({ Editors.class, Passwords.class })
@ExtendWith(OutputCaptureExtension.class)
class FirstAccountTests {

	@Autowired
	private Editors editors;

	@Autowired
	private PasswordEncoder encoder;

	@Test
	void printsARandomPasswordOnce(CapturedOutput output) {
		start(null);
		Matcher printed = Pattern.compile("as \"editor\" with the password (\\S{23}) ").matcher(output);
		assertThat(printed.find()).isTrue();
		assertThat(this.encoder.matches(printed.group(1), hash())).isTrue();
		start(null);
		assertThat(printed.find()).isFalse();
	}

	@Test
	void takesThePasswordThatIsGivenAndDoesNotPrintIt(CapturedOutput output) {
		start("mine alone");
		assertThat(this.encoder.matches("mine alone", hash())).isTrue();
		assertThat(output).doesNotContain("mine alone", "with the password");
	}

	@Test
	void keepsThePasswordOfAnAccountThatExists() {
		start("the first");
		start("the second");
		assertThat(this.encoder.matches("the first", hash())).isTrue();
	}

	@Test
	void keepsNoPasswordInTheClear() {
		start("mine alone");
		assertThat(hash()).startsWith("{").doesNotContain("mine alone");
	}

	@Test
	void refusesAPasswordOfWhichOnlyAPartWouldCount() {
		assertThatIllegalStateException().isThrownBy(() -> start("x".repeat(73)))
			.withMessageContaining("CATENA_ADMIN_PASSWORD");
	}

	private void start(@Nullable String password) {
		new FirstAccount(this.editors, this.encoder, new AdminProperties(password))
			.run(new DefaultApplicationArguments());
	}

	private @Nullable String hash() {
		return this.editors.load("editor").getPassword();
	}

}
