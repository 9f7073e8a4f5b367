package org.catena.search;

import java.util.List;

import org.catena.search.QueryNode.Form;
import org.catena.search.QueryNode.Term;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SpellingsTests {

	private final Spellings spellings = new Spellings();

	@Test
	void learnsWhatIsAlike() {
		this.spellings.learn(List.of("Kirill Dmitriev", "Dmitriev", "Dimitriev", "Kirill Dimitriev"));
		assertThat(this.spellings.of("dmitriev")).containsExactly("Dimitriev");
		assertThat(this.spellings.of("DIMITRIEV’s")).containsExactly("Dmitriev");
		assertThat(this.spellings.of("Kirill")).isEmpty();
	}

	@Test
	void learnsEverySpelling() {
		this.spellings.learn(List.of("Volodymyr Zelensky", "Zelenskyy", "Zelenskiy", "Zelensky regime"));
		assertThat(this.spellings.of("Zelensky")).containsExactlyInAnyOrder("Zelenskyy", "Zelenskiy");
		assertThat(this.spellings.of("zelenskyy")).containsExactlyInAnyOrder("Zelensky", "Zelenskiy");
	}

	@Test
	void doesNotTakeOneNameForAnother() {
		this.spellings.learn(List.of("Russia", "Russian Federation", "Moscow", "Kremlin"));
		assertThat(this.spellings.of("Russia")).doesNotContain("Moscow", "Kremlin");
		this.spellings.learn(List.of("US", "USA", "U.S."));
		assertThat(this.spellings.of("us")).isEmpty();
	}

	@Test
	void doesNotMindAccents() {
		this.spellings.learn(List.of("Viktor Orbán", "Orban"));
		assertThat(this.spellings.of("Orbán")).isEmpty();
		this.spellings.join(List.of("Türkiye", "Turkey"));
		assertThat(this.spellings.of("turkiye")).containsExactly("Turkey");
	}

	@Test
	void joinsGroupsThatShareASpelling() {
		this.spellings.join(List.of("Kyiv", "Kiev"));
		this.spellings.join(List.of("Kiev", "Kyyiv"));
		assertThat(this.spellings.of("kyiv")).containsExactlyInAnyOrder("Kiev", "Kyyiv");
	}

	@Test
	void spellsPhrases() {
		this.spellings.join(List.of("Witkoff", "Witcoff"));
		QueryNode spelt = this.spellings.spell(new Term(Form.PHRASE, "the Witkoff plan"));
		assertThat(spelt).isEqualTo(new Term(Form.PHRASE, "the Witkoff plan", List.of("the Witcoff plan")));
	}

	@Test
	void leavesBeginningsAlone() {
		this.spellings.join(List.of("Witkoff", "Witcoff"));
		Term beginning = new Term(Form.PREFIX, "Witkoff");
		assertThat(this.spellings.spell(beginning)).isEqualTo(beginning);
	}

}
