package org.catena.search;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

import org.catena.article.TextSpan;
import org.catena.search.LineRows.Place;
import org.catena.search.LineTexts.LineText;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The occurrences of a query in all that it finds, one line each: a concordance, or
 * keyword in context (Luhn 1960). The texts of the record are read as the index reads
 * them, so there is a bound for a page; {@link #every} has none.
 */
@Component
public class Concordance {

	/** Articles or claims that are read for a page at most, the first in the order. */
	public static final int MOST_READ = 2_000;

	/** Occurrences for which a page is made at most. */
	public static final int MOST_LINES = 50_000;

	/** How long texts are read for a page. */
	public static final Duration LONGEST = Duration.ofSeconds(3);

	/** Lines on a page. */
	public static final int PAGE = 50;

	/** Articles or claims that are read at once for an export. */
	private static final int CHUNK = 200;

	private final Indexes indexes;

	private final Search search;

	private final LineTexts texts;

	private final LineRows rows;

	private final AllHits hits;

	private final Clock clock;

	private final TransactionTemplate reading;

	Concordance(Indexes indexes, Search search, LineTexts texts, LineRows rows, AllHits hits, Clock clock,
			PlatformTransactionManager transactions) {
		this.indexes = indexes;
		this.search = search;
		this.texts = texts;
		this.rows = rows;
		this.hits = hits;
		this.clock = clock;
		this.reading = new TransactionTemplate(transactions);
		this.reading.setReadOnly(true);
	}

	/**
	 * A page of the lines, which are sorted as a whole.
	 * @param query what is looked for, as it was answered
	 * @param sort the order
	 * @param page from 1; beyond the last, that one
	 * @return the page; three statements whatever its size
	 */
	@Transactional(readOnly = true)
	public Lines page(SearchQuery query, LineSort sort, int page) {
		Read read = read(query, sort);
		int pages = Math.max(1, (read.places().size() + PAGE - 1) / PAGE);
		int shown = Math.min(page, pages);
		List<Place> some = read.places().subList((shown - 1) * PAGE, Math.min(shown * PAGE, read.places().size()));
		return new Lines(read.places().size(), read.texts(), read.found(), read.silent(), shown, pages,
				this.rows.lines(query.scope(), some));
	}

	/**
	 * All lines, however many: in the order that is asked for where a page would have
	 * them all, in the order of their articles or claims otherwise.
	 * @param query what is looked for, as it was answered
	 * @param sort the order
	 * @param heading is told first what a page would say of the whole; its lines are
	 * empty
	 * @param reader is given the lines, some at a time
	 */
	public void every(SearchQuery query, LineSort sort, Consumer<Lines> heading, Consumer<List<Line>> reader) {
		Read read = Objects.requireNonNull(this.reading.execute((status) -> read(query, sort)));
		Lines lines = new Lines(read.places().size(), read.texts(), read.found(), read.silent(), 1, 1, List.of());
		heading.accept(lines);
		if (lines.isWhole()) {
			for (int from = 0; from < read.places().size(); from += CHUNK) {
				List<Place> some = read.places().subList(from, Math.min(read.places().size(), from + CHUNK));
				reader.accept(this.rows.lines(query.scope(), some));
			}
			return;
		}
		Marking marking = Marking.of(this.search.meaning(query).root());
		List<Long> ids = this.hits.ids(query.sorted(sort.ofArticles()));
		for (int from = 0; from < ids.size(); from += CHUNK) {
			List<Place> places = new ArrayList<>();
			this.texts.read(query.scope(), ids.subList(from, Math.min(ids.size(), from + CHUNK)), marking, (text) -> {
				places(text, LineSort.NEWEST, places);
				return true;
			});
			reader.accept(this.rows.lines(query.scope(), places));
		}
	}

	private Read read(SearchQuery query, LineSort sort) {
		ParsedQuery meaning = this.search.meaning(query);
		if (meaning.root() == null) {
			return new Read(List.of(), 0, 0, 0);
		}
		IndexQuery index = new IndexQuery(this.indexes.session(), query.scope(), query.sorted(sort.ofArticles()),
				meaning.root());
		List<Long> ids = index.first(MOST_READ);
		long found = (ids.size() < MOST_READ) ? ids.size() : index.count();
		List<Place> places = new ArrayList<>();
		int[] texts = { 0, 0 };
		boolean[] whole = { true };
		Instant end = this.clock.instant().plus(LONGEST);
		this.texts.read(query.scope(), ids, Marking.of(meaning.root()), (text) -> {
			places(text, sort, places);
			texts[0]++;
			texts[1] += text.spans().isEmpty() ? 1 : 0;
			whole[0] = places.size() < MOST_LINES && !this.clock.instant().isAfter(end);
			return whole[0];
		});
		places.sort(Comparator.comparing(Place::key).thenComparing(Place::rank).thenComparing(Place::number));
		// What the index has and the record no longer shows is not counted.
		long gone = whole[0] ? ids.size() - texts[0] : 0;
		return new Read(places, texts[0], found - gone, texts[1]);
	}

	/** What was read, see {@link Lines}. */
	private record Read(List<Place> places, int texts, long found, int silent) {
	}

	private static void places(LineText text, LineSort sort, List<Place> places) {
		String words = text.text();
		List<TextSpan> counted = Marking.inCodePoints(words, text.spans());
		for (int i = 0; i < counted.size(); i++) {
			Marking.Span span = text.spans().get(i);
			String key = switch (sort) {
				case LEFT -> Context.leftKey(words, span.start());
				case RIGHT -> Context.rightKey(words, span.end());
				case SOURCE -> Predicates.folded(text.source());
				case NEWEST, OLDEST -> "";
			};
			places.add(new Place(text.id(), text.rank(), i + 1, counted.get(i), text.before(), key,
					Context.left(words, span.start()), Context.inOneLine(words.substring(span.start(), span.end())),
					Context.right(words, span.end())));
		}
	}

}
