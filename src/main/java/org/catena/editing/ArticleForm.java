package org.catena.editing;

import java.util.ArrayList;
import java.util.List;

/**
 * An article with its new claims, as typed: half-filled and wrong values included. It is
 * what a draft keeps; {@link ArticleReading} and {@link ClaimReading} make submissions of
 * it.
 *
 * @param title the printed title
 * @param titleBasis on what it rests
 * @param suppliedTitle a title of ours, where none is printed
 * @param suppliedTitleBasis on what it rests
 * @param text the text
 * @param source the source
 * @param sourceBasis on what it rests
 * @param authors the authors
 * @param authorNotStated whether it is said that nobody names the author
 * @param authorsBasis on what the authors rest
 * @param date the date in EDTF
 * @param dateWithin days within which it lies
 * @param dateBasis on what it rests
 * @param url the address
 * @param urlAlternate another address of the same text
 * @param urlBasis on what it rests
 * @param language the language as a BCP 47 tag
 * @param languageBasis on what it rests
 * @param plan the slug of the plan
 * @param derived the piece that it was made from
 * @param notes words printed with it, parted by blank lines
 * @param agents people and bodies that are new and that claims name
 * @param claims its new claims
 */
record ArticleForm(String title, BasisForm titleBasis, String suppliedTitle, BasisForm suppliedTitleBasis, String text,
		SourceForm source, BasisForm sourceBasis, List<AuthorForm> authors, boolean authorNotStated,
		BasisForm authorsBasis, String date, String dateWithin, BasisForm dateBasis, String url, String urlAlternate,
		BasisForm urlBasis, String language, BasisForm languageBasis, String plan, DerivedForm derived, String notes,
		List<AgentForm> agents, List<ClaimForm> claims) {

	/** Claims that a draft may hold at most. */
	static final int MOST_CLAIMS = 500;

	ArticleForm {
		title = Typed.orEmpty(title);
		titleBasis = orEmpty(titleBasis);
		suppliedTitle = Typed.orEmpty(suppliedTitle);
		suppliedTitleBasis = orEmpty(suppliedTitleBasis);
		text = Typed.orEmpty(text);
		source = (source != null) ? source : SourceForm.EMPTY;
		sourceBasis = orEmpty(sourceBasis);
		authors = (authors != null) ? List.copyOf(authors) : List.of();
		authorsBasis = orEmpty(authorsBasis);
		date = Typed.orEmpty(date);
		dateWithin = Typed.orEmpty(dateWithin);
		dateBasis = orEmpty(dateBasis);
		url = Typed.orEmpty(url);
		urlAlternate = Typed.orEmpty(urlAlternate);
		urlBasis = orEmpty(urlBasis);
		language = Typed.orEmpty(language);
		languageBasis = orEmpty(languageBasis);
		plan = Typed.orEmpty(plan);
		derived = (derived != null) ? derived : DerivedForm.EMPTY;
		notes = Typed.orEmpty(notes);
		agents = (agents != null) ? List.copyOf(agents) : List.of();
		claims = (claims != null) ? List.copyOf(claims) : List.of();
	}

	/** An empty form for an article about a plan. */
	static ArticleForm empty(String plan) {
		return new ArticleForm("", BasisForm.EMPTY, "", BasisForm.EMPTY, "", SourceForm.EMPTY, BasisForm.EMPTY,
				List.of(AuthorForm.EMPTY), false, BasisForm.EMPTY, "", "", BasisForm.EMPTY, "", "", BasisForm.EMPTY,
				"en", BasisForm.EMPTY, plan, DerivedForm.EMPTY, "", List.of(), List.of());
	}

	/** A published text with the claims of a second coding. */
	static ArticleForm coded(String title, String text, String plan, SecondCoding.TypedClaims typed) {
		return new ArticleForm(title, BasisForm.EMPTY, "", BasisForm.EMPTY, text, SourceForm.EMPTY, BasisForm.EMPTY,
				List.of(), false, BasisForm.EMPTY, "", "", BasisForm.EMPTY, "", "", BasisForm.EMPTY, "",
				BasisForm.EMPTY, plan, DerivedForm.EMPTY, "", typed.agents(), typed.claims());
	}

	/** Reads what a browser sent. */
	static ArticleForm read(FormParameters parameters) {
		return new ArticleForm(parameters.one("title"), BasisForm.read(parameters, "title"),
				parameters.one("supplied-title"), BasisForm.read(parameters, "supplied-title"), parameters.one("text"),
				SourceForm.read(parameters), BasisForm.read(parameters, "source"),
				parameters.rows("authors", (row) -> AuthorForm.read(parameters, row)),
				parameters.has("authors-not-stated"), BasisForm.read(parameters, "authors"), parameters.one("date"),
				parameters.one("date-within"), BasisForm.read(parameters, "date"), parameters.one("url"),
				parameters.one("url-alternate"), BasisForm.read(parameters, "url"), parameters.one("language"),
				BasisForm.read(parameters, "language"), parameters.one("plan"), DerivedForm.read(parameters),
				parameters.one("notes"), parameters.rows("agents", (row) -> AgentForm.read(parameters, row)),
				parameters.rows("claims", (row) -> ClaimForm.read(parameters, row)));
	}

	/** By which lists call it. */
	String label() {
		String words = !this.title.isBlank() ? this.title : this.suppliedTitle;
		String brief = words.substring(0,
				words.offsetByCodePoints(0, Math.min(200, words.codePointCount(0, words.length()))));
		return Typed.shown(brief).strip();
	}

	ArticleForm withRows(List<AuthorForm> authors, List<AgentForm> agents, List<ClaimForm> claims) {
		return new ArticleForm(this.title, this.titleBasis, this.suppliedTitle, this.suppliedTitleBasis, this.text,
				this.source, this.sourceBasis, authors, this.authorNotStated, this.authorsBasis, this.date,
				this.dateWithin, this.dateBasis, this.url, this.urlAlternate, this.urlBasis, this.language,
				this.languageBasis, this.plan, this.derived, this.notes, agents, claims);
	}

	ArticleForm withText(String text) {
		return FormFields.of(this).with("text", text).form();
	}

	/** Adds or removes the row that a button asks for. */
	ArticleForm press(FormParameters parameters) {
		return withRows(press(parameters, "author", this.authors, AuthorForm.EMPTY),
				press(parameters, "agent", this.agents, AgentForm.EMPTY),
				press(parameters, "claim", this.claims, ClaimForm.NEW));
	}

	private static <T> List<T> press(FormParameters parameters, String noun, List<T> rows, T empty) {
		List<T> changed = new ArrayList<>(rows);
		if (parameters.has("add-" + noun) && rows.size() < MOST_CLAIMS) {
			changed.add(empty);
		}
		int removed = parameters.number("remove-" + noun);
		if (removed >= 0 && removed < rows.size()) {
			changed.remove(removed);
		}
		return changed;
	}

	private static BasisForm orEmpty(BasisForm basis) {
		return (basis != null) ? basis : BasisForm.EMPTY;
	}

}
