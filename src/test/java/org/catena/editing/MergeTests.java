package org.catena.editing;

import java.util.List;

import org.catena.editing.Merge.Conflict;
import org.catena.editing.Merge.Merged;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MergeTests {

	private static final ArticleForm BASE = form("A title", "One.\n\nTwo.\n\nThree.", claim("first words", "p1", "0.5"),
			claim("second words", "p2", "0.5"), claim("third words", "p3", "0.5"));

	@Test
	void readsBackWhatItFlattens() {
		assertThat(FormFields.of(BASE).form()).isEqualTo(BASE);
		assertThat(FormFields.of(ArticleForm.empty("plan")).form()).isEqualTo(ArticleForm.empty("plan"));
	}

	@Test
	void takesFromEachWhatOnlyOneChanged() {
		ArticleForm mine = with(BASE, "title", "My title");
		ArticleForm theirs = with(with(BASE, "date", "2025-12-01"), "claims-1-stance", "opposes");
		Merged merged = Merge.of(BASE, mine, theirs);
		assertThat(merged.conflicts()).isEmpty();
		assertThat(merged.taken()).containsExactly("date", "the claims");
		assertThat(merged.form().title()).isEqualTo("My title");
		assertThat(merged.form().date()).isEqualTo("2025-12-01");
		assertThat(merged.form().claims().get(1).stance()).isEqualTo("opposes");
	}

	@Test
	void joinsClaimsFieldByField() {
		ArticleForm mine = with(BASE, "claims-1-stance", "supports");
		ArticleForm theirs = with(with(BASE, "claims-1-kind", "evaluative"), "claims-2-note", "Irony.");
		Merged merged = Merge.of(BASE, mine, theirs);
		assertThat(merged.conflicts()).isEmpty();
		assertThat(merged.form().claims().get(1).stance()).isEqualTo("supports");
		assertThat(merged.form().claims().get(1).kind()).isEqualTo("evaluative");
		assertThat(merged.form().claims().get(2).note()).isEqualTo("Irony.");
	}

	@Test
	void showsWhatBothChanged() {
		Merged merged = Merge.of(BASE, with(BASE, "title", "mine"), with(BASE, "title", "theirs"));
		assertThat(merged.form().title()).isEqualTo("mine");
		assertThat(merged.conflicts()).containsExactly(new Conflict("title", "title", "title", "mine", "theirs"));
	}

	@Test
	void findsTheClaimAgainWhenAnotherWasRemovedBeforeIt() {
		ArticleForm mine = without(with(BASE, "claims-2-stance", "supports"), 0);
		ArticleForm theirs = with(with(BASE, "claims-2-stance", "opposes"), "claims-1-kind", "normative");
		Merged merged = Merge.of(BASE, mine, theirs);
		assertThat(merged.form().claims()).extracting(ClaimForm::exact).containsExactly("second words", "third words");
		assertThat(merged.form().claims().get(0).kind()).isEqualTo("normative");
		assertThat(merged.conflicts()).containsExactly(
				new Conflict("claims-1-stance", "claims-2-stance", "claim 2: stance", "supports", "opposes"));
	}

	@Test
	void keepsAClaimThatOneRemovedAndTheOtherChanged() {
		ArticleForm removed = without(BASE, 1);
		ArticleForm changed = with(BASE, "claims-1-note", "worth keeping");
		assertThat(Merge.of(BASE, removed, changed).form().claims()).extracting(ClaimForm::note)
			.contains("worth keeping");
		assertThat(Merge.of(BASE, changed, removed).form().claims()).extracting(ClaimForm::note)
			.contains("worth keeping");
	}

	@Test
	void keepsWhatBothAdded() {
		Merged merged = Merge.of(BASE, adding(BASE, claim("mine", "m", "1")), adding(BASE, claim("theirs", "t", "1")));
		assertThat(merged.form().claims()).extracting(ClaimForm::exact)
			.containsExactly("first words", "second words", "third words", "theirs", "mine");
		assertThat(Merge.of(BASE, adding(BASE, claim("same", "s", "1")), adding(BASE, claim("same", "s", "1")))
			.form()
			.claims()).hasSize(4);
	}

	@Test
	void joinsParagraphsThatDifferentPeopleChanged() {
		Merged merged = Merge.of(BASE, with(BASE, "text", "One!\n\nTwo.\n\nThree."),
				with(BASE, "text", "One.\r\n\r\nTwo.\r\n\r\nThree.\r\n\r\nFour."));
		assertThat(merged.conflicts()).isEmpty();
		assertThat(merged.form().text()).isEqualTo("One!\n\nTwo.\n\nThree.\n\nFour.");
	}

	@Test
	void showsBothTextsWhereOneParagraphWasChangedTwice() {
		Merged merged = Merge.of(BASE, with(BASE, "text", "One!\n\nTwo.\n\nThree."),
				with(BASE, "text", "One?\n\nTwo.\n\nThree."));
		assertThat(merged.conflicts()).singleElement().extracting(Conflict::id).isEqualTo("text");
		assertThat(merged.form().text()).startsWith("One!");
	}

	@Test
	void showsEveryDifferenceWhereNobodyKnowsWhatWasBefore() {
		Merged merged = Merge.of(null, with(BASE, "title", "mine"),
				adding(with(BASE, "claims-0-note", "theirs"), claim("added", "a", "1")));
		assertThat(merged.conflicts()).extracting(Conflict::id).containsExactlyInAnyOrder("title", "claims-0-note");
		assertThat(merged.form().claims()).extracting(ClaimForm::exact).contains("added");
	}

	@Test
	void takesWhatIsChosen() {
		ArticleForm theirs = with(with(BASE, "title", "theirs"), "claims-1-note", "theirs too");
		ArticleForm sent = without(with(BASE, "title", "mine"), 0);
		FormParameters typed = new FormParameters(java.util.Map.of("take-title", List.of("title"), "take-claims-0-note",
				List.of("claims-1-note"), "take-url", List.of(""), "take-date", List.of("nothing such")));
		ArticleForm resolved = Conflict.resolve(sent, theirs, typed);
		assertThat(resolved.title()).isEqualTo("theirs");
		assertThat(resolved.claims().get(0).note()).isEqualTo("theirs too");
		assertThat(resolved.date()).isEqualTo(sent.date());
	}

	private static ArticleForm form(String title, String text, ClaimForm... claims) {
		ArticleForm form = with(with(ArticleForm.empty("plan"), "title", title), "text", text);
		return form.withRows(form.authors(), form.agents(), List.of(claims));
	}

	private static ClaimForm claim(String exact, String paraphrase, String confidence) {
		return new ClaimForm(exact, "", "", paraphrase, "7", "", "unspecified", "author", "", "", "asserted",
				"descriptive", "plan", "", "content", "neutral", confidence, "");
	}

	private static ArticleForm with(ArticleForm form, String field, String value) {
		return FormFields.of(form).with(field, value).form();
	}

	private static ArticleForm without(ArticleForm form, int claim) {
		List<ClaimForm> claims = new java.util.ArrayList<>(form.claims());
		claims.remove(claim);
		return form.withRows(form.authors(), form.agents(), claims);
	}

	private static ArticleForm adding(ArticleForm form, ClaimForm claim) {
		List<ClaimForm> claims = new java.util.ArrayList<>(form.claims());
		claims.add(claim);
		return form.withRows(form.authors(), form.agents(), claims);
	}

}
