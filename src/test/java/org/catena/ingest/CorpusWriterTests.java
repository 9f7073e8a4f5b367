package org.catena.ingest;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;

import org.catena.annotation.Aspect;
import org.catena.annotation.Bearing;
import org.catena.annotation.Certainty;
import org.catena.annotation.ClaimSubmission;
import org.catena.annotation.ClaimSubmission.PointLink;
import org.catena.annotation.DiscrepancySubmission;
import org.catena.annotation.Gravity;
import org.catena.annotation.Kind;
import org.catena.annotation.PlanVersion;
import org.catena.annotation.RelationSubmission;
import org.catena.annotation.RelationType;
import org.catena.annotation.Stance;
import org.catena.annotation.Target;
import org.catena.annotation.TextQuote;
import org.catena.annotation.Uptake;
import org.catena.article.AgentKind;
import org.catena.article.AgentSubmission;
import org.catena.article.ArticleSubmission;
import org.catena.article.ArticleSubmission.BylineSubmission;
import org.catena.article.ArticleSubmission.RawText;
import org.catena.article.ArticleText;
import org.catena.article.Basis;
import org.catena.article.BasisKind;
import org.catena.article.DerivedFrom;
import org.catena.article.MetadataField;
import org.catena.article.SourceSubmission;
import org.catena.plan.EdtfDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.io.ByteArrayResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is written is read back as the same submission.
 */
class CorpusWriterTests {

	private static final CorpusFolder CORPUS = new CorpusFolder("file:" + Path.of("corpus") + "/");

	private final List<Problem> problems = new ArrayList<>();

	private final CorpusReader reader = new CorpusReader(this.problems::add);

	@Test
	void writesEveryArticleOfTheCorpus() throws Exception {
		List<CorpusFile> files = CORPUS.files("articles/**/*.md");
		assertThat(files).hasSizeGreaterThanOrEqualTo(5);
		for (CorpusFile file : files) {
			ArticleSubmission article = this.reader.article(file).value();
			assertThat(read(CorpusWriter.article(article))).isEqualTo(article);
		}
		assertThat(this.problems).isEmpty();
	}

	@Test
	void writesEveryListOfTheCorpus() throws Exception {
		int claims = 0;
		for (CorpusFile file : CORPUS.files("**/*.claims.yaml")) {
			claims += same(file, this.reader::claims, CorpusWriter::claims);
		}
		assertThat(claims).isGreaterThan(500);
		assertThat(same(file("relations.yaml"), this.reader::relations, CorpusWriter::relations)).isPositive();
		assertThat(same(file("discrepancies.yaml"), this.reader::discrepancies, CorpusWriter::discrepancies))
			.isPositive();
		assertThat(same(file("sources.yaml"), this.reader::sources, CorpusWriter::sources)).isPositive();
		assertThat(same(file("agents.yaml"), this.reader::agents, CorpusWriter::agents)).isPositive();
		assertThat(this.problems).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "plain", "null", "yes", "~", "12", "2025-12-09", "- a", "a: b", "a # b", "'", "\"\\\"",
			"{a}", "[a]", "%x", "@x", "`x`", "&a *b", "!tag", "|", ">", "---", "…", " spaces at both ends ",
			"tab\there", "two\nlines", "\nlines at the ends\n", "emoji 😀🇺🇦", "e\u0301 combining", "no\u00A0break",
			"ligne\u2028s\u2029", "\u0085next", "right \u202E left", "<script>", "\uFEFFmark", "a\\u0041",
			"\uD83D\uDE00" })
	void writesAnyText(String text) {
		ArticleSubmission article = article(text);
		assertThat(read(CorpusWriter.article(article))).isEqualTo(article);
		ClaimSubmission claim = claim(text);
		assertThat(values(this.reader.claims(text(CorpusWriter.claims(List.of(claim)))))).containsExactly(claim);
		RelationSubmission relation = new RelationSubmission(RelationType.ELABORATES, "a/c01", "b/c02", text,
				"r" + text, IngestCorpus.SHOWN_CODING);
		assertThat(values(this.reader.relations(text(CorpusWriter.relations(List.of(relation))))))
			.containsExactly(relation);
		DiscrepancySubmission discrepancy = new DiscrepancySubmission("a/c01", "another-plan", 12, "b", "c" + text,
				"p" + text, Gravity.SUBSTANCE, IngestCorpus.SHOWN_CODING);
		assertThat(values(this.reader.discrepancies(text(CorpusWriter.discrepancies(List.of(discrepancy))))))
			.containsExactly(discrepancy);
		SourceSubmission source = new SourceSubmission("s", "n" + text, text, List.of(text, "b"),
				"https://example.org/", text, basis(text));
		assertThat(values(this.reader.sources(text(CorpusWriter.sources(List.of(source)))))).containsExactly(source);
		AgentSubmission agent = new AgentSubmission("null", "n" + text, AgentKind.GROUP, List.of(text), text);
		assertThat(values(this.reader.agents(text(CorpusWriter.agents(List.of(agent)))))).containsExactly(agent);
		assertThat(this.problems).isEmpty();
	}

	@Test
	void writesAnArticleOfWhichLittleIsKnown() {
		ArticleSubmission article = new ArticleSubmission("little", null, null, "[Untitled]", "s", List.of(), null,
				null, null, null, "en", null, List.of(), null,
				Collections.unmodifiableSortedMap(new TreeMap<>(
						java.util.Map.of(MetadataField.SUPPLIED_TITLE, new Basis(BasisKind.PRINTED, null, null),
								MetadataField.SOURCE, new Basis(BasisKind.PRINTED, null, null), MetadataField.LANGUAGE,
								new Basis(BasisKind.PRINTED, null, null), MetadataField.AUTHORS, Basis.unknown(),
								MetadataField.DATE, Basis.unknown()))),
				new ArticleText("---\n\nA text that begins like front matter.\n\n## Subhead"));
		assertThat(read(CorpusWriter.article(article))).isEqualTo(article);
		assertThat(values(this.reader.claims(text(CorpusWriter.claims(List.of()))))).isEmpty();
		assertThat(this.problems).isEmpty();
	}

	private static ArticleSubmission article(String text) {
		TreeMap<MetadataField, Basis> bases = new TreeMap<>();
		for (MetadataField field : MetadataField.values()) {
			bases.put(field, basis(text));
		}
		return new ArticleSubmission("an-article", "a-plan", "t" + text, "[" + text + "]", "a-source",
				List.of(new BylineSubmission("null", text), new BylineSubmission("b", null)),
				EdtfDate.parse("2025-12-04~"), EdtfDate.parse("[2025-12-03..]"), "https://example.org/" + text,
				"https://example.org/2", "uk", new DerivedFrom(text, "d" + text, "2025-12"),
				List.of("n" + text, "second"), new RawText("raw/" + text, "0".repeat(64)),
				Collections.unmodifiableSortedMap(bases), new ArticleText("First.\n\n" + text + "\n\nLast."));
	}

	private static Basis basis(String text) {
		return new Basis(BasisKind.INFERRED, text, new BigDecimal("0.80"));
	}

	private static ClaimSubmission claim(String text) {
		return new ClaimSubmission("an-article/c01", new TextQuote("e" + text, text, text), "p" + text,
				List.of(new PointLink(null, 7, null, Bearing.ABOUT), new PointLink("no", 10, "y", Bearing.TOUCHES)),
				PlanVersion.REVISED, "no", List.of("yes", "author"), Uptake.ENDORSES, Certainty.ALLEGED, Kind.NORMATIVE,
				Target.UKRAINE_POSITION, "off", Aspect.PROCESS, Stance.MIXED, new BigDecimal("0.05"), "second", "1.0",
				text);
	}

	private ArticleSubmission read(String text) {
		return this.reader.article(text(text)).value();
	}

	private <T> int same(CorpusFile file, Function<CorpusFile, List<Located<T>>> read,
			Function<List<T>, String> write) {
		List<T> values = values(read.apply(file));
		assertThat(values(read.apply(text(write.apply(values))))).as(file.path()).isEqualTo(values);
		return values.size();
	}

	private static CorpusFile file(String path) throws Exception {
		return CORPUS.files(path).get(0);
	}

	private static CorpusFile text(String text) {
		return new CorpusFile("written", new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)));
	}

	private static <T> List<T> values(List<Located<T>> located) {
		return located.stream().map(Located::value).toList();
	}

}
