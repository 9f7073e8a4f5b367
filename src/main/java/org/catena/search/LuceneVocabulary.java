package org.catena.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.catena.article.Article;
import org.hibernate.search.backend.lucene.LuceneExtension;
import org.hibernate.search.util.common.SearchException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * The words of an index of Lucene in this process.
 */
@Component
@ConditionalOnProperty(name = "catena.search.backend", havingValue = "lucene", matchIfMissing = true)
class LuceneVocabulary implements Vocabulary {

	static final List<String> FIELDS = List.of("text" + TextFields.WORDS, "title" + TextFields.WORDS,
			"names" + TextFields.WORDS);

	/** Words that are looked at for a beginning at most. */
	private static final int MOST_LOOKED_AT = 20_000;

	/** So many times more frequent must a word be that is meant by one that exists. */
	static final int RATHER = 5;

	/** The shortest word that can be misspelt. */
	static final int SHORTEST = 4;

	/** Letters of which two may be wrong. */
	static final int LONG = 6;

	/** The longest word that is compared. */
	static final int LONGEST = 40;

	private final Indexes indexes;

	LuceneVocabulary(Indexes indexes) {
		this.indexes = indexes;
	}

	@Override
	public Optional<String> instead(String word) {
		int letters = word.codePointCount(0, word.length());
		if (letters < SHORTEST || letters > LONGEST || !word.codePoints().allMatch(Character::isLetter)) {
			return Optional.empty();
		}
		return read(Optional.empty(), (reader) -> {
			Map<String, Integer> near = new TreeMap<>();
			int own = 0;
			for (String field : FIELDS) {
				Terms terms = MultiTerms.getTerms(reader, field);
				if (terms == null) {
					continue;
				}
				own = Math.max(own, reader.docFreq(new Term(field, word)));
				TermsEnum each = new FuzzyTermsEnum(terms, new Term(field, word), (letters < LONG) ? 1 : 2, 1, true);
				for (BytesRef term = each.next(); term != null; term = each.next()) {
					near.merge(term.utf8ToString(), each.docFreq(), Math::max);
				}
			}
			int least = own * RATHER;
			return Vocabulary.nearest(word, near, least);
		});
	}

	@Override
	public List<String> beginningWith(String beginning, int most) {
		return read(List.of(), (reader) -> {
			Map<String, Integer> words = new TreeMap<>();
			BytesRef start = new BytesRef(beginning);
			for (String field : FIELDS) {
				Terms terms = MultiTerms.getTerms(reader, field);
				if (terms == null) {
					continue;
				}
				TermsEnum each = terms.iterator();
				int looked = 0;
				for (TermsEnum.SeekStatus at = each.seekCeil(start); at != TermsEnum.SeekStatus.END
						&& StringHelper.startsWith(each.term(), start) && looked < MOST_LOOKED_AT; looked++) {
					words.merge(each.term().utf8ToString(), each.docFreq(), Math::max);
					at = (each.next() != null) ? TermsEnum.SeekStatus.FOUND : TermsEnum.SeekStatus.END;
				}
			}
			List<String> found = new ArrayList<>(words.keySet());
			found.sort(Comparator.<String>comparingInt(words::get).reversed().thenComparing(Comparator.naturalOrder()));
			return List.copyOf(found.subList(0, Math.min(most, found.size())));
		});
	}

	private <T> T read(T otherwise, Reading<T> reading) {
		try (IndexReader reader = this.indexes.mapping()
			.scope(Article.class)
			.extension(LuceneExtension.get())
			.openIndexReader()) {
			return reading.read(reader);
		}
		catch (SearchException ex) {
			// The index is being made.
			return otherwise;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@FunctionalInterface
	private interface Reading<T> {

		T read(IndexReader reader) throws IOException;

	}

}
