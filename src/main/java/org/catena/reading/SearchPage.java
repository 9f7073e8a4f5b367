package org.catena.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.catena.article.Brief;
import org.catena.search.ArticleHit;
import org.catena.search.ClaimHit;
import org.catena.search.Facet;
import org.catena.search.FacetCounts;
import org.catena.search.Found;
import org.catena.search.Scope;
import org.catena.search.SearchAddress;
import org.catena.search.SearchQuery;
import org.catena.search.Sort;
import org.jspecify.annotations.Nullable;

/**
 * A search with what it found. Every choice is a link.
 *
 * @param found what was found
 * @param messages what was ignored and why
 */
record SearchPage(Found found, List<String> messages) {

	/** Values of a facet that are shown at once. */
	private static final int SHOWN_VALUES = 8;

	/** Values of a facet that are listed at most: all points of a plan, hardly more. */
	private static final int LISTED_VALUES = 30;

	/** Characters of a query from which on the page has fewer links. */
	private static final int LONG_QUERY = 300;

	/** Pages to either side that are linked. */
	private static final int NEIGHBOURS = 2;

	static SearchPage of(Found found, List<String> messages) {
		List<String> all = new ArrayList<>(messages);
		all.addAll(found.notes());
		return new SearchPage(found, all);
	}

	private SearchQuery query() {
		return this.found.query();
	}

	public String words() {
		return query().words();
	}

	/** The title of the page. */
	public String title() {
		return this.found.title();
	}

	public boolean isOfClaims() {
		return query().scope() == Scope.CLAIMS;
	}

	/** What was found, in a sentence. */
	public String summary() {
		return this.found.summary();
	}

	/** Whether those that have some of the words begin before a hit of the page. */
	public boolean followsBefore(int hit) {
		return this.found.following().total() > 0 && this.found.following().from() == hit;
	}

	/** The line between those that have all words and those that have some. */
	public String followingLine() {
		long total = this.found.following().total();
		return ((total == 1) ? (isOfClaims() ? "1 claim has" : "1 article has")
				: "%,d %s have".formatted(total, query().scope().word())) + " some of the words, not all.";
	}

	/** Whether the other spellings of names in the query are searched for. */
	public boolean hasVariants() {
		return query().variants();
	}

	/** The address of the search with other spellings, or without them. */
	public String otherVariantsAddress() {
		return SearchAddress.of(query().withVariants(!query().variants()));
	}

	/** Words that are meant perhaps. */
	public @Nullable Tab instead() {
		String words = this.found.advice().instead();
		return (words != null)
				? new Tab(words, this.found.advice().insteadFinds(), SearchAddress.of(query().asking(words)), false)
				: null;
	}

	/** Which parts of a query that found nothing are to blame. */
	public List<Blame> blames() {
		return this.found.advice()
			.without()
			.stream()
			.map((without) -> new Blame(without.part(), without.alone() == 0, without.finds(),
					SearchAddress.of(without.query())))
			.toList();
	}

	/** When the articles appeared; null where that is all the same. */
	public @Nullable DateHistogram histogram() {
		return DateHistogram.of(this.found);
	}

	public List<Tab> tabs() {
		return List.of(
				new Tab("Articles", this.found.articles(), SearchAddress.of(query().in(Scope.ARTICLES)), !isOfClaims()),
				new Tab("Claims", this.found.claims(), SearchAddress.of(query().in(Scope.CLAIMS)), isOfClaims()));
	}

	/** The orders; without words there is no relevance. */
	public List<Tab> sorts() {
		List<Tab> sorts = new ArrayList<>();
		Sort current = (words().isEmpty() && query().sort() == Sort.RELEVANCE) ? Sort.NEWEST : query().sort();
		for (Sort sort : Sort.values()) {
			if (sort != Sort.RELEVANCE || !words().isEmpty()) {
				String label = sort.word().substring(0, 1).toUpperCase(Locale.ROOT) + sort.word().substring(1);
				sorts.add(new Tab(label + ((sort == Sort.RELEVANCE) ? "" : " first"), 0,
						SearchAddress.of(query().sorted(sort)), sort == current));
			}
		}
		return sorts;
	}

	public List<FacetBox> facets() {
		return this.found.facets().stream().filter(SearchPage::narrows).map(this::box).toList();
	}

	/** The months are in the histogram; where all are the same, there is no choice. */
	private static boolean narrows(FacetCounts counts) {
		return switch (counts.facet()) {
			case MONTH -> false;
			case YEAR, PLAN, LANGUAGE -> counts.values().size() > 1 || counts.isChosen();
			default -> !counts.values().isEmpty();
		};
	}

	private FacetBox box(FacetCounts counts) {
		Facet facet = counts.facet();
		List<FacetCounts.Value> values = counts.values();
		// Every link has the whole query in it.
		boolean brief = words().length() > LONG_QUERY;
		int shown = Math.max(brief ? SHOWN_VALUES / 2 : SHOWN_VALUES,
				(int) values.stream().filter(FacetCounts.Value::chosen).count());
		shown = (values.size() <= shown + 2) ? values.size() : shown;
		int listed = brief ? shown : Math.min(values.size(), Math.max(shown, LISTED_VALUES));
		List<Choice> choices = values.subList(0, listed)
			.stream()
			.map((value) -> new Choice(value.label(), value.count(),
					SearchAddress.of(value.chosen() ? query().without(facet, value.value())
							: query().with(facet, value.value())),
					value.chosen()))
			.toList();
		return new FacetBox(facet.label(), facet.parameter(), choices.subList(0, shown), choices.subList(shown, listed),
				values.size() - listed);
	}

	/** Everything that narrows, each with the address without it. */
	public List<Choice> choices() {
		List<Choice> choices = new ArrayList<>();
		for (FacetCounts counts : this.found.facets()) {
			counts.values()
				.stream()
				.filter(FacetCounts.Value::chosen)
				.forEach((value) -> choices.add(new Choice(counts.facet().label() + ": " + value.label(), value.count(),
						SearchAddress.of(query().without(counts.facet(), value.value())), true)));
		}
		LocalDate from = query().from();
		LocalDate to = query().to();
		if (from != null) {
			choices.add(new Choice("From " + DateLabel.words(from.toString()), 0,
					SearchAddress.of(query().between(null, to)), true));
		}
		if (to != null) {
			choices.add(new Choice("To " + DateLabel.words(to.toString()), 0,
					SearchAddress.of(query().between(from, null)), true));
		}
		return choices;
	}

	public @Nullable LocalDate from() {
		return query().from();
	}

	public @Nullable LocalDate to() {
		return query().to();
	}

	/** What the form of the words carries along. */
	public List<SearchAddress.Field> besideWords() {
		return SearchAddress.fields(query().asking(""));
	}

	/** What the form of the days carries along. */
	public List<SearchAddress.Field> besideDays() {
		return SearchAddress.fields(query().between(null, null));
	}

	public String unnarrowedAddress() {
		return SearchAddress.of(query().unnarrowed());
	}

	public boolean isNarrowed() {
		return query().isNarrowed();
	}

	/** Where nothing was found: the other tab, if it has hits. */
	public @Nullable Tab otherTab() {
		return tabs().stream().filter((tab) -> !tab.current() && tab.count() > 0).findFirst().orElse(null);
	}

	public String everythingAddress() {
		return SearchAddress.of(query().unnarrowed().asking(""));
	}

	/** The pages around this one; none where there is only one. */
	public List<PageLink> pages() {
		List<PageLink> links = new ArrayList<>();
		int current = query().page();
		for (int page = 1; page <= this.found.pages(); page++) {
			boolean near = Math.abs(page - current) <= NEIGHBOURS;
			if (near || page == 1 || page == this.found.pages()) {
				links.add(new PageLink(page, SearchAddress.of(query().onPage(page)), page == current));
			}
		}
		return (links.size() > 1) ? links : List.of();
	}

	public @Nullable String previousPage() {
		int page = query().page();
		return (page > 1) ? SearchAddress.of(query().onPage(page - 1)) : null;
	}

	public @Nullable String nextPage() {
		int page = query().page();
		return (page < this.found.pages()) ? SearchAddress.of(query().onPage(page + 1)) : null;
	}

	/** The address of an article, in which what was searched for is marked. */
	public String address(ArticleHit hit) {
		return ArticleHits.address(hit.slug(), words());
	}

	/** When an article appeared, in words. */
	public static String date(ArticleHit hit) {
		return (hit.date() != null) ? DateLabel.words(hit.date()) : "Date not known";
	}

	/** The address of a claim's place in its article. */
	public static String place(ClaimHit hit) {
		return "/articles/" + hit.articleSlug() + "#" + hit.place();
	}

	/** A link that is one of several, of which one is current. */
	record Tab(String label, long count, String address, boolean current) {
	}

	/** A value that can be chosen or removed. */
	record Choice(String label, long count, String address, boolean chosen) {
	}

	/**
	 * A facet: the values that are shown at once, those that can be unfolded, and how
	 * many are not listed.
	 */
	record FacetBox(String label, String name, List<Choice> shown, List<Choice> more, int unlisted) {
	}

	/** A part of a query that found nothing, and what is found without it. */
	record Blame(String part, boolean nowhere, long finds, String address) {
	}

	/** A link to a page of hits. */
	record PageLink(int number, String address, boolean current) {
	}

}
