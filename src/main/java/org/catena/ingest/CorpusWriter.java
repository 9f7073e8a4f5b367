package org.catena.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.catena.annotation.ClaimSubmission;
import org.catena.annotation.ClaimSubmission.PointLink;
import org.catena.annotation.DiscrepancySubmission;
import org.catena.annotation.RelationSubmission;
import org.catena.article.AgentSubmission;
import org.catena.article.ArticleSubmission;
import org.catena.article.ArticleSubmission.BylineSubmission;
import org.catena.article.Basis;
import org.catena.article.BasisKind;
import org.catena.article.MetadataField;
import org.catena.article.SourceSubmission;
import org.jspecify.annotations.Nullable;

/**
 * Writes submissions as files of the corpus: what {@link CorpusReader} reads of them is
 * the same submission again. It knows the format and nothing else.
 */
final class CorpusWriter {

	private CorpusWriter() {
	}

	/** The file of an article: front matter and text. */
	static String article(ArticleSubmission article) {
		Lines lines = new Lines();
		lines.add("---");
		lines.pair("slug", article.slug());
		lines.pair("plan", article.plan());
		described(lines, article, MetadataField.TITLE, article.title(), List.of());
		described(lines, article, MetadataField.SUPPLIED_TITLE, article.suppliedTitle(), List.of());
		authors(lines, article);
		described(lines, article, MetadataField.SOURCE, article.source().isEmpty() ? null : article.source(),
				List.of());
		described(lines, article, MetadataField.DATE, (article.date() != null) ? article.date().text() : null,
				further("within", (article.dateWithin() != null) ? article.dateWithin().text() : null));
		described(lines, article, MetadataField.URL, article.url(), further("alternate", article.alternateUrl()));
		described(lines, article, MetadataField.LANGUAGE, article.language().isEmpty() ? null : article.language(),
				List.of());
		derivedFrom(lines, article);
		lines.list("notes", article.notes());
		if (article.raw() != null) {
			lines.add("raw:");
			lines.pair("  file", article.raw().file());
			lines.pair("  sha256", article.raw().sha256());
		}
		lines.add("---");
		lines.add("");
		lines.add(article.text().value());
		return lines.text();
	}

	private static void authors(Lines lines, ArticleSubmission article) {
		if (article.authors().isEmpty()) {
			described(lines, article, MetadataField.AUTHORS, null, List.of());
			return;
		}
		lines.add("authors:");
		lines.add("  value:");
		for (BylineSubmission author : article.authors()) {
			lines.add("  - {agent: " + YamlText.of(author.agent())
					+ ((author.printed() != null) ? ", printed: " + YamlText.quoted(author.printed()) : "") + "}");
		}
		basis(lines, article.bases().get(MetadataField.AUTHORS));
	}

	private static void derivedFrom(Lines lines, ArticleSubmission article) {
		if (article.derivedFrom() != null) {
			lines.add("derived_from:");
			lines.pair("  publication", article.derivedFrom().publication());
			lines.pair("  title", article.derivedFrom().title());
			lines.pair("  date", article.derivedFrom().date());
			basis(lines, article.bases().get(MetadataField.DERIVED_FROM));
		}
	}

	private static List<String> further(String key, @Nullable String value) {
		return (value != null) ? List.of("  " + key + ": " + YamlText.of(value)) : List.of();
	}

	/** A value with its basis; nothing where there is neither. */
	private static void described(Lines lines, ArticleSubmission article, MetadataField field, @Nullable String value,
			List<String> further) {
		Basis basis = article.bases().get(field);
		if (value == null && basis == null && further.isEmpty()) {
			return;
		}
		lines.add(field.word() + ":");
		lines.add("  value: " + YamlText.of(value));
		basis(lines, basis);
		further.forEach(lines::add);
	}

	private static void basis(Lines lines, @Nullable Basis basis) {
		Basis known = (basis != null) ? basis : Basis.unknown();
		lines.add("  basis: " + known.kind().word());
		lines.pair("  evidence", known.evidence());
		if (known.confidence() != null) {
			lines.add("  confidence: " + known.confidence().toPlainString());
		}
	}

	/** The claims of one coding, or of several. */
	static String claims(List<ClaimSubmission> claims) {
		Lines lines = new Lines();
		if (claims.isEmpty()) {
			lines.add("[]");
		}
		claims.forEach((claim) -> claim(lines, claim));
		return lines.text();
	}

	private static void claim(Lines lines, ClaimSubmission claim) {
		lines.add("- id: " + claim.key());
		lines.quote("  exact", claim.quote().exact());
		lines.quote("  prefix", claim.quote().prefix());
		lines.quote("  suffix", claim.quote().suffix());
		lines.quote("  paraphrase", claim.paraphrase());
		lines.add("  points: [" + claim.points().stream().map(CorpusWriter::pointLink).collect(Collectors.joining(", "))
				+ "]");
		lines.add("  version: " + word(claim.version()));
		lines.pair("  claimant", claim.claimant());
		if (!claim.via().isEmpty()) {
			lines.add("  via: [" + claim.via().stream().map(YamlText::of).collect(Collectors.joining(", ")) + "]");
		}
		lines.pair("  uptake", (claim.uptake() != null) ? word(claim.uptake()) : null);
		lines.add("  certainty: " + word(claim.certainty()));
		lines.add("  kind: " + word(claim.kind()));
		lines.add("  target: " + word(claim.target()));
		lines.pair("  target_agent", claim.targetAgent());
		lines.add("  aspect: " + word(claim.aspect()));
		lines.add("  stance: " + word(claim.stance()));
		lines.add("  confidence: " + claim.confidence().toPlainString());
		lines.pair("  coding", claim.coding());
		lines.quote("  codebook", claim.codebook());
		lines.quote("  note", claim.note());
	}

	private static String pointLink(PointLink link) {
		return "{" + point(link.plan(), link.number(), link.letter()) + ", bearing: " + word(link.bearing()) + "}";
	}

	private static String point(@Nullable String plan, int number, @Nullable String letter) {
		List<String> pairs = new ArrayList<>();
		if (plan != null) {
			pairs.add("plan: " + YamlText.of(plan));
		}
		pairs.add("number: " + number);
		if (letter != null) {
			pairs.add("sub: " + YamlText.of(letter));
		}
		return String.join(", ", pairs);
	}

	private static String word(Enum<?> value) {
		return YamlText.of(value.name().toLowerCase(java.util.Locale.ROOT));
	}

	static String relations(List<RelationSubmission> relations) {
		Lines lines = new Lines();
		relations.forEach((relation) -> {
			lines.add("- type: " + word(relation.type()));
			lines.add("  from: " + relation.from());
			lines.add("  to: " + relation.to());
			lines.pair("  matter", relation.matter());
			lines.quote("  reason", relation.reason());
		});
		return lines.text();
	}

	static String discrepancies(List<DiscrepancySubmission> discrepancies) {
		Lines lines = new Lines();
		discrepancies.forEach((discrepancy) -> {
			lines.add("- claim: " + discrepancy.claim());
			lines.add("  point: {" + point(discrepancy.plan(), discrepancy.number(), discrepancy.letter()) + "}");
			lines.quote("  claim_says", discrepancy.claimSays());
			lines.quote("  plan_says", discrepancy.planSays());
			lines.add("  gravity: " + word(discrepancy.gravity()));
		});
		return lines.text();
	}

	static String sources(List<SourceSubmission> sources) {
		Lines lines = new Lines();
		sources.forEach((source) -> {
			lines.add("- slug: " + YamlText.of(source.slug()));
			lines.quote("  name", source.name());
			lines.quote("  publisher", source.publisher());
			lines.inline("  variants", source.variants());
			lines.quote("  website", source.website());
			if (source.country() != null || source.countryBasis().kind() != BasisKind.UNKNOWN
					|| source.countryBasis().evidence() != null) {
				Basis basis = source.countryBasis();
				lines.add("  country: {value: " + YamlText.of(source.country()) + ", basis: " + basis.kind().word()
						+ ((basis.evidence() != null) ? ", evidence: " + YamlText.quoted(basis.evidence()) : "")
						+ ((basis.confidence() != null) ? ", confidence: " + basis.confidence().toPlainString() : "")
						+ "}");
			}
		});
		return lines.text();
	}

	static String agents(List<AgentSubmission> agents) {
		Lines lines = new Lines();
		agents.forEach((agent) -> {
			lines.add("- slug: " + YamlText.of(agent.slug()));
			lines.quote("  name", agent.name());
			lines.add("  kind: " + agent.kind().word());
			lines.inline("  variants", agent.variants());
			lines.quote("  about", agent.about());
		});
		return lines.text();
	}

	/** Lines of a file. */
	private static final class Lines {

		private final StringBuilder lines = new StringBuilder();

		void add(String line) {
			this.lines.append(line).append('\n');
		}

		/** A key with its value; nothing where there is none. */
		void pair(String key, @Nullable String value) {
			if (value != null) {
				add(key + ": " + YamlText.of(value));
			}
		}

		/** A key with a value between quotes; nothing where there is none. */
		void quote(String key, @Nullable String value) {
			if (value != null) {
				add(key + ": " + YamlText.quoted(value));
			}
		}

		void list(String key, List<String> values) {
			if (!values.isEmpty()) {
				add(key + ":");
				values.forEach((value) -> add("- " + YamlText.quoted(value)));
			}
		}

		void inline(String key, List<String> values) {
			if (!values.isEmpty()) {
				add(key + ": [" + values.stream().map(YamlText::quoted).collect(Collectors.joining(", ")) + "]");
			}
		}

		String text() {
			return this.lines.toString();
		}

	}

}
