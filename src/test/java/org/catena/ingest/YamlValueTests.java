package org.catena.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.catena.annotation.Stance;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class YamlValueTests {

	private final List<Problem> problems = new ArrayList<>();

	@Test
	void readsValuesWithTheirLines() {
		YamlValue yaml = read("""
				name: Kyiv Post
				variants:
				- KP
				- "kyivpost.com"
				country: {value: Ukraine}
				number: 28
				""");
		assertThat(yaml.required("name")).isEqualTo("Kyiv Post");
		assertThat(yaml.texts("variants")).containsExactly("KP", "kyivpost.com");
		assertThat(Objects.requireNonNull(yaml.child("country")).text("value")).isEqualTo("Ukraine");
		assertThat(yaml.number("number")).isEqualTo(28);
		assertThat(yaml.line("country")).isEqualTo(5);
		assertThat(yaml.line("missing")).isEqualTo(yaml.line()).isEqualTo(1);
		assertThat(yaml.isFaulty()).isFalse();
		assertThat(this.problems).isEmpty();
	}

	@Test
	void countsTheLinesBeforeTheYaml() {
		YamlValue yaml = Objects.requireNonNull(YamlFile.read("a: 1\nb: 2\n", "x.md", 10, this.problems::add));
		assertThat(yaml.line("b")).isEqualTo(12);
	}

	@Test
	void takesNullAndTheEmptyValueForMissing() {
		YamlValue yaml = read("a: null\nb:\nc: ~\nd: \"\"\ne: \"null\"\n");
		assertThat(yaml.text("a")).isNull();
		assertThat(yaml.text("b")).isNull();
		assertThat(yaml.text("c")).isNull();
		assertThat(yaml.child("a")).isNull();
		assertThat(yaml.texts("a")).isEmpty();
		assertThat(yaml.text("e")).isEqualTo("null");
		assertThat(this.problems).isEmpty();
		assertThat(yaml.required("d")).isEmpty();
		assertProblem(4, "Give a value for \"d\".");
	}

	@Test
	void takesASingleValueForAListOfOne() {
		assertThat(read("via: author\n").texts("via")).containsExactly("author");
	}

	@Test
	void reportsAKeyThatStandsTwice() {
		YamlValue yaml = read("a: 1\nb: 2\na: 3\n");
		assertThat(yaml.isFaulty()).isTrue();
		assertProblem(3, "The key \"a\" stands twice. Keep one of the two.");
	}

	@Test
	void reportsAKeyThatIsNotKnown() {
		YamlValue yaml = read("stance: opposes\nstanze: opposes\n");
		yaml.allow("stance", "kind");
		assertThat(yaml.isFaulty()).isTrue();
		assertProblem(2, "The key \"stanze\" is not known here. Correct or remove it; known are stance, kind.");
	}

	@Test
	void reportsAWordThatIsNotInTheValueList() {
		assertThat(read("\nstance: against\n").word("stance", Stance.class)).isEqualTo(Stance.SUPPORTS);
		assertProblem(2, "\"against\" is no value of \"stance\". Choose one of supports, opposes, mixed, neutral.");
	}

	@Test
	void reportsAWordInUpperCase() {
		read("stance: Opposes\n").word("stance", Stance.class);
		assertProblem(1, "\"Opposes\" is no value of \"stance\". Choose one of supports, opposes, mixed, neutral.");
	}

	@Test
	void reportsAMissingWord() {
		read("kind: x\n").word("stance", Stance.class);
		assertProblem(1, "Give a value for \"stance\": supports, opposes, mixed, neutral.");
	}

	@Test
	void reportsNoMissingWordThatMayBeMissing() {
		assertThat(read("kind: x\n").optionalWord("stance", Stance.class)).isNull();
		assertThat(read("stance: mixed\n").optionalWord("stance", Stance.class)).isEqualTo(Stance.MIXED);
		assertThat(this.problems).isEmpty();
	}

	@Test
	void reportsWhatIsNoNumber() {
		assertThat(read("a: 1\nnumber: six\n").number("number")).isZero();
		assertProblem(2, "Give a whole number for \"number\", not \"six\".");
	}

	@Test
	void reportsAnOversizedNumber() {
		assertThat(read("number: 99999999999\n").number("number")).isZero();
		assertProblem(1, "Give a whole number for \"number\", not \"99999999999\".");
	}

	@Test
	void reportsAListOrMappingInPlaceOfAValue() {
		assertThat(read("a: [1]\n").text("a")).isNull();
		assertProblem(1, "Write a single value for \"a\".");
	}

	@Test
	void reportsAMappingInPlaceOfAList() {
		assertThat(read("a: {b: c}\n").texts("a")).isEmpty();
		assertProblem(1, "Write a list for \"a\".");
	}

	@Test
	void reportsAMappingInAListOfValues() {
		assertThat(read("a:\n- x\n- {b: c}\n").texts("a")).containsExactly("x");
		assertProblem(3, "Write single values in the list \"a\".");
	}

	@Test
	void reportsAValueInPlaceOfAListOfMappings() {
		assertThat(read("points: 6\n").list("points", (point) -> point)).isEmpty();
		assertProblem(1, "Write a list here: each entry begins with \"- \".");
	}

	@Test
	void reportsAValueInPlaceOfAMapping() {
		read("- x\n").allow("a", "b");
		assertProblem(1, "Write keys with values here: a, b.");
	}

	@Test
	void reportsCharactersThatNoTextCanHold() {
		YamlValue yaml = read("a: 1\nb: \"x\\0y\"\nc: [\"\\ud800\"]\n");
		yaml.text("b");
		assertProblem(2, "Remove the control character from \"b\".");
		this.problems.clear();
		yaml.texts("c");
		assertProblem(3, "Remove the control character from \"c\".");
	}

	@Test
	void isFaultyWhereAnElementIs() {
		YamlValue yaml = read("points:\n- {number: six}\n- {number: 7}\n");
		assertThat(yaml.list("points", (point) -> point.number("number"))).containsExactly(0, 7);
		assertThat(yaml.isFaulty()).isTrue();
		assertProblem(2, "Give a whole number for \"number\", not \"six\".");
	}

	@Test
	void keepsTheOrderOfKeys() {
		assertThat(read("themes: {z: last, a: first}\n").map("themes"))
			.containsExactly(java.util.Map.entry("z", "last"), java.util.Map.entry("a", "first"));
		assertThat(read("w: {z: {u: 1}, a: {u: 2}, n: null}\n").children("w")).containsOnlyKeys("z", "a");
	}

	private YamlValue read(String yaml) {
		YamlValue value = YamlFile.read(yaml, "file.yaml", 0, this.problems::add);
		return Objects.requireNonNull(value, () -> this.problems.toString());
	}

	private void assertProblem(int line, String sentence) {
		assertThat(this.problems)
			.containsExactly(new Problem(Level.ERROR, Stage.READ, "VALUE_REFUSED", "file.yaml", line, sentence));
	}

}
