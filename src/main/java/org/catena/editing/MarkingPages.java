package org.catena.editing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.catena.annotation.Anchored;
import org.catena.annotation.Anchoring;
import org.catena.annotation.TextQuote;
import org.catena.article.ArticleText;
import org.catena.article.Sentence;
import org.catena.article.Sentences;
import org.catena.article.TextSpan;
import org.catena.editing.MarkedText.Mark;
import org.catena.editing.MarkingPage.Entry;
import org.catena.editing.MarkingPage.Listed;
import org.catena.editing.MarkingPage.Overlooked;
import org.catena.plan.Sha256;
import org.catena.suggestion.Passage;
import org.catena.suggestion.Suggested;
import org.catena.suggestion.Suggestions;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lays out the page on which claims are marked.
 */
@Component
class MarkingPages {

	/** Sentences that look like claims, as many as are listed at most. */
	private static final int MOST_OVERLOOKED = 20;

	/** Sentences without a claim that are looked at, from the chosen one on. */
	private static final int MOST_LOOKED_AT = 1_000;

	/** Other names that are offered at most. */
	private static final int MOST_VARIANTS = 5_000;

	private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");

	private final PublishedArticles articles;

	private final RemovedClaims removed;

	private final Suggestions suggestions;

	private final JdbcClient jdbc;

	MarkingPages(PublishedArticles articles, RemovedClaims removed, Suggestions suggestions, JdbcClient jdbc) {
		this.articles = articles;
		this.removed = removed;
		this.suggestions = suggestions;
		this.jdbc = jdbc;
	}

	/** Tells a claim from the others of its draft or coding, as it is now. */
	static String seen(ClaimForm claim) {
		return Sha256.of(claim);
	}

	/** The names that claims may use: the archive's, and those that are new. */
	AgentNames names(ArticleForm form) {
		AgentNames names = new AgentNames(this.jdbc);
		form.agents()
			.stream()
			.filter((agent) -> !agent.isEmpty() && names.find(agent.name()).isEmpty())
			.forEach((agent) -> names.add(agent.name(), "new"));
		return names;
	}

	/** For a new claim that begins as a sentence; 0 for the first that carries none. */
	MarkingPage sentence(Markable work, int number, boolean blind, @Nullable String notice) {
		Layout layout = new Layout(work, blind);
		int chosen = (number > 0) ? Math.min(number, layout.sentences.size()) : layout.firstUncovered();
		ClaimForm form = (chosen > 0) ? quoting(layout.sentences.get(chosen - 1).span(), layout.text, ClaimForm.NEW)
				: ClaimForm.NEW;
		return layout.page(new Entry(0, "", form, AgentForm.EMPTY, "", new FormErrors(), notice), chosen);
	}

	/** For a claim that is marked already. */
	MarkingPage claim(Markable work, int number, boolean blind, @Nullable String notice) {
		ClaimForm form = work.form().claims().get(number - 1);
		return entered(work, new Entry(number, seen(form), form, AgentForm.EMPTY, "", new FormErrors(), notice), 0,
				blind);
	}

	/** For a claim as it was typed. */
	MarkingPage entered(Markable work, Entry entry, int sentence, boolean blind) {
		Layout layout = new Layout(work, blind);
		TextSpan span = QuotePlace.of(1, "", QuotePlace.quote(entry.form()), layout.text).span();
		return layout.page(entry, (span != null) ? numberAt(span.start(), layout.sentences)
				: Math.min(sentence, layout.sentences.size()));
	}

	/** What is likely of words of a text. */
	Suggested likely(Markable work, ClaimForm quoted, boolean blind) {
		return new Layout(work, blind).likely(quoted);
	}

	/** The number of the sentence in which a quote begins; 0 where it has no place. */
	static int firstSentence(TextQuote quote, String text) {
		TextSpan span = QuotePlace.of(1, "", quote, text).span();
		return (span != null) ? numberAt(span.start(), Sentences.of(text)) : 0;
	}

	/** The number of the sentence in which a quote ends; 0 where it has no place. */
	static int lastSentence(TextQuote quote, String text) {
		TextSpan span = QuotePlace.of(1, "", quote, text).span();
		return (span != null) ? numberAt(span.end() - 1, Sentences.of(text)) : 0;
	}

	/** The number of the sentence at a code point, or of the one before it. */
	private static int numberAt(int place, List<Sentence> sentences) {
		int number = Math.min(1, sentences.size());
		for (int i = 0; i < sentences.size() && sentences.get(i).span().start() <= place; i++) {
			number = i + 1;
		}
		return number;
	}

	/**
	 * A claim that quotes the words under a span. Words before and after stand with it
	 * where the same words stand elsewhere too: as few as tell the places apart.
	 */
	static ClaimForm quoting(TextSpan span, String text, ClaimForm claim) {
		TextQuote quote = new TextQuote(span.in(text), null, null);
		for (int context = Anchoring.CONTEXT; !(Anchoring.anchor(quote, text) instanceof Anchored.At)
				&& context <= TextQuote.LONGEST; context *= 2) {
			quote = Anchoring.quote(span, text, context);
		}
		return claim.withQuote(quote.exact(), Typed.orEmpty(quote.prefix()), Typed.orEmpty(quote.suffix()));
	}

	private static List<Integer> points(ClaimForm claim) {
		List<Integer> points = new ArrayList<>();
		Matcher number = NUMBER.matcher(claim.about() + " " + claim.touches());
		while (number.find()) {
			points.add(Integer.valueOf(number.group()));
		}
		return points;
	}

	/** A text with what stands in it. */
	private final class Layout {

		private final Markable work;

		private final boolean blind;

		private final String text;

		private final List<Sentence> sentences;

		private final List<PublishedArticles.ClaimRow> published;

		private final Map<Integer, TextSpan> places = new HashMap<>();

		private final List<Mark> marks = new ArrayList<>();

		private final BitSet covered = new BitSet();

		Layout(Markable work, boolean blind) {
			this.work = work;
			this.blind = blind;
			this.text = new ArticleText(work.form().text()).value();
			this.sentences = Sentences.of(this.text);
			this.published = (work.article() != null) ? MarkingPages.this.articles.claims(work.article()) : List.of();
			List<ClaimForm> claims = work.form().claims();
			for (int i = 0; i < claims.size(); i++) {
				TextSpan span = QuotePlace.of(i + 1, "", QuotePlace.quote(claims.get(i)), this.text).span();
				if (span != null) {
					this.places.put(i + 1, span);
					mark(new Mark(String.valueOf(i + 1), false, claims.get(i).stance(), span));
				}
			}
			if (!blind) {
				for (PublishedArticles.ClaimRow claim : this.published) {
					TextSpan span = QuotePlace.of(1, "", claim.quote(), this.text).span();
					if (span != null) {
						mark(new Mark(claim.key(), true, claim.stance(), span));
					}
				}
			}
		}

		private void mark(Mark mark) {
			this.marks.add(mark);
			this.covered.set(mark.span().start(), mark.span().end());
		}

		private boolean isCovered(Sentence sentence) {
			int next = this.covered.nextSetBit(sentence.span().start());
			return next >= 0 && next < sentence.span().end();
		}

		int firstUncovered() {
			for (int i = 0; i < this.sentences.size(); i++) {
				if (!isCovered(this.sentences.get(i))) {
					return i + 1;
				}
			}
			return Math.min(1, this.sentences.size());
		}

		MarkingPage page(Entry entry, int chosen) {
			ArticleForm form = this.work.form();
			AgentNames names = names(form);
			List<Listed> listed = new ArrayList<>();
			for (int i = 0; i < form.claims().size(); i++) {
				ClaimForm claim = form.claims().get(i);
				listed.add(new Listed(i + 1, claim.brief(), claim.stance(),
						points(claim).stream().map(String::valueOf).collect(Collectors.joining(", ")),
						this.places.containsKey(i + 1), ClaimCheck.isComplete(claim, names)));
			}
			listed.sort(Comparator.comparingInt((claim) -> {
				TextSpan span = this.places.get(claim.number());
				return (span != null) ? span.start() : Integer.MAX_VALUE;
			}));
			return new MarkingPage(this.work, form.label(), MarkedText.of(this.text, this.sentences, this.marks),
					chosen, this.sentences.size(), (int) this.sentences.stream().filter(this::isCovered).count(), entry,
					listed, this.published.size(), this.blind, likely(entry.form()), overlooked(chosen),
					MarkingPages.this.removed.of(this.work), FormChoices.read(MarkingPages.this.jdbc, form.plan()),
					variants(), this.blind ? List.of() : this.published);
		}

		Suggested likely(ClaimForm quoted) {
			TextSpan span = QuotePlace.of(1, "", QuotePlace.quote(quoted), this.text).span();
			if (quoted.exact().isBlank()) {
				return Suggested.NOTHING;
			}
			if (span == null) {
				return MarkingPages.this.suggestions.suggest(this.work.form().plan(),
						new Passage(quoted.exact(), "", List.of()), unlearned());
			}
			String around = this.sentences.stream()
				.filter((sentence) -> sentence.span().overlaps(span))
				.map(Sentence::words)
				.collect(Collectors.joining(" "));
			List<List<Integer>> before = this.places.entrySet()
				.stream()
				.filter((place) -> place.getValue().start() < span.start())
				.sorted(Map.Entry.comparingByValue(Comparator.comparingInt(TextSpan::start).reversed()))
				.limit(Passage.MOST_BEFORE)
				.map((place) -> points(this.work.form().claims().get(place.getKey() - 1)))
				.toList();
			return MarkingPages.this.suggestions.suggest(this.work.form().plan(),
					new Passage(quoted.exact(), around, before), unlearned());
		}

		/** Who must not see the claims of others is not told what they say either. */
		private String unlearned() {
			return this.blind ? Typed.orEmpty(this.work.article()) : "";
		}

		private List<Overlooked> overlooked(int chosen) {
			Map<Sentence, Integer> numbers = new HashMap<>();
			List<Sentence> uncovered = new ArrayList<>();
			for (int i = 0; i < this.sentences.size() && uncovered.size() < MOST_LOOKED_AT; i++) {
				// From the chosen one on, then from the beginning.
				int at = (Math.max(chosen, 1) - 1 + i) % this.sentences.size();
				Sentence sentence = this.sentences.get(at);
				if (!isCovered(sentence)) {
					numbers.put(sentence, at + 1);
					uncovered.add(sentence);
				}
			}
			return MarkingPages.this.suggestions.overlooked(uncovered, MOST_OVERLOOKED, unlearned())
				.stream()
				.map((sentence) -> new Overlooked(numbers.get(sentence), sentence))
				.toList();
		}

		private List<Choice> variants() {
			return MarkingPages.this.jdbc.sql("""
					select agent_variant.name, agent.name as stands_for from agent_variant
					join agent on agent.id = agent_variant.agent_id order by lower(agent_variant.name), agent.id
					limit :most""")
				.param("most", MOST_VARIANTS)
				.query((row, number) -> new Choice(row.getString("name"), row.getString("stands_for")))
				.list();
		}

	}

}
