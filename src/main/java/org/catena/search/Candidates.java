package org.catena.search;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

import org.apache.lucene.analysis.FilteringTokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.catena.search.QueryNode.Form;
import org.tartarus.snowball.ext.EnglishStemmer;

/**
 * Reads from a text only the words that a query can mean, at the places at which the
 * index has them. A word and its stem begin with the same letter, as does what a
 * beginning, a pattern or a misspelt word stands for; so hardly a word need be stemmed,
 * which is most of the work of reading a text.
 */
final class Candidates {

	/** First letters, in UTF-16. */
	private final BitSet beginnings = new BitSet();

	private final Set<String> stems = new HashSet<>();

	/** Adds what a term of the query can mean. */
	void add(QueryNode.Term term) {
		if (term.form() == Form.WORD || term.form() == Form.PHRASE) {
			addWords(term.text());
			term.variants().forEach(this::addWords);
		}
		else {
			this.beginnings.set(Predicates.folded(term.text()).charAt(0));
		}
	}

	private void addWords(String words) {
		for (String stem : TextAnalysis.stems(words)) {
			if (!stem.isEmpty()) {
				this.stems.add(stem);
				this.beginnings.set(stem.charAt(0));
			}
		}
	}

	/** The stems of a text that are those of words of the query. */
	TokenStream stems(String text) {
		return new Kept(new SnowballFilter(words(text), new EnglishStemmer())) {

			@Override
			boolean isKept(CharTermAttribute word) {
				return Candidates.this.stems.contains(word.toString());
			}

		};
	}

	/** The words of a text that begin as something of the query does. */
	TokenStream words(String text) {
		return new Kept(TextAnalysis.asWritten().tokenStream("", text)) {

			@Override
			boolean isKept(CharTermAttribute word) {
				return word.length() > 0 && Candidates.this.beginnings.get(word.charAt(0));
			}

		};
	}

	private abstract static class Kept extends FilteringTokenFilter {

		private final CharTermAttribute word = addAttribute(CharTermAttribute.class);

		Kept(TokenStream all) {
			super(all);
		}

		abstract boolean isKept(CharTermAttribute word);

		@Override
		protected boolean accept() {
			return isKept(this.word);
		}

	}

}
