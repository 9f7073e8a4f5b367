package org.catena.reading;

import java.util.ArrayList;
import java.util.List;

import org.catena.reading.SearchPage.PageLink;
import org.catena.reading.SearchPage.Tab;
import org.catena.search.Concordance;
import org.catena.search.Line;
import org.catena.search.LineSort;
import org.catena.search.Lines;
import org.catena.search.SearchAddress;
import org.catena.search.SearchAddress.Field;
import org.catena.search.SearchQuery;
import org.jspecify.annotations.Nullable;

/**
 * A search as a concordance: a line for each occurrence.
 *
 * @param search the search, with what narrows it
 * @param lines the lines of the page
 * @param sort their order
 * @param asked the page that was asked for
 */
record ConcordancePage(SearchPage search, Lines lines, LineSort sort, int asked) {

	/** Pages to either side that are linked. */
	private static final int NEIGHBOURS = 2;

	private SearchQuery query() {
		return this.search.found().query();
	}

	public String title() {
		return this.search.title().replaceFirst("^Search", "Concordance");
	}

	/** What there is, in a sentence. */
	public String summary() {
		if (query().words().isBlank()) {
			return "A concordance needs a word to look for.";
		}
		if (!this.search.found().understood()) {
			return "Nothing was searched for.";
		}
		String unit = query().scope().word();
		String found = "%,d %s".formatted(this.lines.found(),
				(this.lines.found() == 1) ? unit.substring(0, unit.length() - 1) : unit);
		String where = this.search.isOfClaims() ? "the quotes of " : "the texts of ";
		String total = (this.lines.total() == 0) ? "No occurrence"
				: (this.lines.total() == 1) ? "1 occurrence" : "%,d occurrences".formatted(this.lines.total());
		return this.lines.isWhole() ? total + " in " + where + found + "."
				: total + " in %s%,d of %s.".formatted(where, this.lines.read(), found);
	}

	/** What readers must know of the search and of the lines. */
	public List<String> messages() {
		List<String> messages = new ArrayList<>(this.search.messages());
		if (!this.lines.isWhole()) {
			messages.add(
					"A page reads at most %,d %s and %,d occurrences, for at most %d seconds, here those of the %s. Narrow the search to see others; the downloads have all lines."
						.formatted(Concordance.MOST_READ, query().scope().word(), Concordance.MOST_LINES,
								Concordance.LONGEST.toSeconds(), (this.sort == LineSort.OLDEST) ? "oldest" : "newest"));
		}
		if (this.lines.silent() > 0) {
			messages.add(this.search.isOfClaims()
					? "%,d of the claims %s found by the archive’s words alone, which are no part of a text, so %s no line here."
						.formatted(this.lines.silent(), (this.lines.silent() == 1) ? "was" : "were",
								(this.lines.silent() == 1) ? "it has" : "they have")
					: "%,d of the articles %s found by title or name alone, so %s no line here.".formatted(
							this.lines.silent(), (this.lines.silent() == 1) ? "was" : "were",
							(this.lines.silent() == 1) ? "it has" : "they have"));
		}
		if (this.asked > this.lines.pages()) {
			messages.add("There is no page %,d; this is the last one.".formatted(this.asked));
		}
		return messages;
	}

	/** The address of a search, as a concordance in the present order. */
	public String inView(String address) {
		return address(address, this.sort, 1);
	}

	private static String address(String search, LineSort sort, int page) {
		return search + (search.contains("?") ? "&" : "?") + "view=kwic"
				+ ((sort != LineSort.NEWEST) ? "&sort=" + sort.word() : "") + ((page > 1) ? "&page=" + page : "");
	}

	/** This page's address without the number of the page. */
	public String address() {
		return inView(SearchAddress.of(query()));
	}

	public List<Tab> sorts() {
		List<Tab> sorts = new ArrayList<>();
		for (LineSort other : LineSort.values()) {
			String label = switch (other) {
				case LEFT -> "Words before";
				case RIGHT -> "Words after";
				case NEWEST -> "Newest first";
				case OLDEST -> "Oldest first";
				case SOURCE -> "Source";
			};
			sorts.add(new Tab(label, 0, address(SearchAddress.of(query()), other, 1), other == this.sort));
		}
		return sorts;
	}

	/** What the form of the words carries along. */
	public List<Field> besideWords() {
		List<Field> fields = new ArrayList<>(this.search.besideWords());
		fields.add(new Field("view", "kwic"));
		fields.add(new Field("sort", this.sort.word()));
		return fields;
	}

	public List<PageLink> pages() {
		List<PageLink> links = new ArrayList<>();
		for (int page = 1; page <= this.lines.pages(); page++) {
			if (Math.abs(page - this.lines.page()) <= NEIGHBOURS || page == 1 || page == this.lines.pages()) {
				links.add(new PageLink(page, address(SearchAddress.of(query()), this.sort, page),
						page == this.lines.page()));
			}
		}
		return (links.size() > 1) ? links : List.of();
	}

	public @Nullable String previousPage() {
		int page = this.lines.page();
		return (page > 1) ? address(SearchAddress.of(query()), this.sort, page - 1) : null;
	}

	public @Nullable String nextPage() {
		int page = this.lines.page();
		return (page < this.lines.pages()) ? address(SearchAddress.of(query()), this.sort, page + 1) : null;
	}

	/** The number of the first line of the page. */
	public int first() {
		return (this.lines.page() - 1) * Concordance.PAGE + 1;
	}

	/** The address of an occurrence in its article, where all are marked. */
	public String place(Line line) {
		return place(line, query().words());
	}

	static String place(Line line, String words) {
		String anchor = (line.number() > 0) ? "#hit-" + line.number()
				: (line.span() != null) ? "#" + line.claims().get(0).place() : "";
		return ArticleHits.address(line.articleSlug(), words) + anchor;
	}

	public static @Nullable String date(Line line) {
		return (line.date() != null) ? DateLabel.words(line.date()) : null;
	}

}
