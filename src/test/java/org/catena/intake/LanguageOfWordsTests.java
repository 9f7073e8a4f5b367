package org.catena.intake;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LanguageOfWordsTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			en | The plan was in the hands of those who had written it, and it was not theirs to give.
			de | Der Plan war in den Händen derer, die ihn geschrieben hatten, und er gehörte ihnen nicht.
			fr | Le plan était dans les mains de ceux qui l’avaient écrit, et il n’était pas à eux.
			uk | План був у руках тих, хто його написав, і він їм не належав, бо так вирішили інші.
			ru | План был в руках тех, кто его написал, и он им не принадлежал, потому что так решили другие.
			ja | その計画はそれを書いた人々の手にあり、彼らのものではなかったので、他の人々が決めることになったのである。
			zh | 该计划掌握在起草者手中，但并不属于他们，因为其他人已经作出了决定，并且不打算改变这一决定，也不愿意再讨论。
			""")
	void tellsTheLanguage(String tag, String text) {
		assertThat(LanguageOfWords.of(text)).contains(tag);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Plan", "1234567890 1234567890 1234567890 1234567890 1234567890" })
	void tellsNoneOfTooLittle(String text) {
		assertThat(LanguageOfWords.of(text)).isEmpty();
	}

}
