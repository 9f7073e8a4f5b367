package org.catena.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
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
import org.catena.article.Slug;
import org.catena.article.SourceSubmission;
import org.catena.article.WebAddress;
import org.catena.plan.CorrespondenceKind;
import org.catena.plan.CrosswalkSubmission;
import org.catena.plan.CrosswalkSubmission.CorrespondenceSubmission;
import org.catena.plan.CrosswalkSubmission.PointName;
import org.catena.plan.CrosswalkSubmission.RemarkSubmission;
import org.catena.plan.CrosswalkSubmission.Support;
import org.catena.plan.EdtfDate;
import org.catena.plan.Known;
import org.catena.plan.PlanBasis;
import org.catena.plan.PlanSubmission;
import org.catena.plan.PlanSubmission.PointCount;
import org.catena.plan.PlanSubmission.PointSubmission;
import org.catena.plan.PlanSubmission.SubPointSubmission;
import org.catena.plan.PlanSubmission.WitnessSubmission;
import org.jspecify.annotations.Nullable;

/**
 * Reads the files of the corpus into submissions. It knows the format and nothing else:
 * no database, no network. Whatever is wrong becomes a problem, and what is right is read
 * on.
 */
final class CorpusReader {

	private static final String FENCE = "---";

	private final Consumer<Problem> problems;

	CorpusReader(Consumer<Problem> problems) {
		this.problems = problems;
	}

	List<Located<SourceSubmission>> sources(CorpusFile file) {
		return list(file, this::source);
	}

	List<Located<AgentSubmission>> agents(CorpusFile file) {
		return list(file, this::agent);
	}

	List<Located<ClaimSubmission>> claims(CorpusFile file) {
		return list(file, this::claim);
	}

	List<Located<RelationSubmission>> relations(CorpusFile file) {
		return list(file, this::relation);
	}

	List<Located<DiscrepancySubmission>> discrepancies(CorpusFile file) {
		return list(file, this::discrepancy);
	}

	List<Located<CrosswalkSubmission>> crosswalks(CorpusFile file) {
		return list(file, CorpusReader::crosswalk);
	}

	@Nullable Located<PlanSubmission> plan(CorpusFile file) {
		YamlValue yaml = yaml(file);
		if (yaml == null) {
			return null;
		}
		PlanSubmission plan = plan(yaml);
		return yaml.isFaulty() ? null : new Located<>(plan, file.path(), yaml);
	}

	@Nullable Located<ArticleSubmission> article(CorpusFile file) {
		String text = text(file);
		if (text == null) {
			return null;
		}
		String lines = text.replace("\r\n", "\n").replaceFirst("^\uFEFF", "");
		int end = lines.indexOf("\n" + FENCE + "\n", FENCE.length() - 1);
		if (!lines.startsWith(FENCE + "\n") || end < 0) {
			this.problems.accept(Problem.unreadable(file.path(), 1,
					"Begin the file with front matter: a line of three hyphens, the metadata, a line of three hyphens."));
			return null;
		}
		YamlValue yaml = YamlFile.read(lines.substring(FENCE.length() + 1, end + 1), file.path(), 1, this.problems);
		if (yaml == null) {
			return null;
		}
		ArticleSubmission article = article(yaml, lines.substring(end + FENCE.length() + 2));
		return yaml.isFaulty() ? null : new Located<>(article, file.path(), yaml);
	}

	private <T> List<Located<T>> list(CorpusFile file, Function<YamlValue, T> read) {
		YamlValue yaml = yaml(file);
		List<Located<T>> values = new ArrayList<>();
		if (yaml != null) {
			for (YamlValue element : yaml.elements()) {
				T value = read.apply(element);
				if (!element.isFaulty()) {
					values.add(new Located<>(value, file.path(), element));
				}
			}
		}
		return values;
	}

	private @Nullable YamlValue yaml(CorpusFile file) {
		String text = text(file);
		return (text != null) ? YamlFile.read(text, file.path(), 0, this.problems) : null;
	}

	private @Nullable String text(CorpusFile file) {
		try {
			return file.text();
		}
		catch (CharacterCodingException ex) {
			this.problems.accept(Problem.unreadable(file.path(), null, "The file is not UTF-8. Save it as UTF-8."));
		}
		catch (IOException | UncheckedIOException ex) {
			this.problems
				.accept(Problem.unreadable(file.path(), null, "The file cannot be read: " + ex.getMessage() + "."));
		}
		return null;
	}

	SourceSubmission source(YamlValue yaml) {
		yaml.allow("slug", "name", "publisher", "variants", "website", "country");
		YamlValue country = yaml.child("country");
		if (country != null && (country.text("value") == null) != "unknown".equals(country.text("basis"))) {
			yaml.refuse("country",
					"Give the country with what it rests on, or neither: the basis of no country is unknown.");
		}
		return new SourceSubmission(slug(yaml), yaml.required("name"), yaml.text("publisher"), yaml.texts("variants"),
				address(yaml, "website"), (country != null) ? country.text("value") : null,
				(country != null) ? basis(country) : Basis.unknown());
	}

	AgentSubmission agent(YamlValue yaml) {
		yaml.allow("slug", "name", "kind", "variants", "about");
		return new AgentSubmission(slug(yaml), yaml.required("name"), yaml.word("kind", AgentKind.class),
				yaml.texts("variants"), yaml.text("about"));
	}

	private static String slug(YamlValue yaml) {
		String slug = yaml.required("slug");
		if (!slug.isEmpty() && !Slug.isSlug(slug)) {
			yaml.refuse("slug", "Give a slug of lower-case letters, digits and single hyphens, not \"" + slug + "\".");
		}
		return slug;
	}

	/** An address of the web: pages link to it, and no other address may be a link. */
	private static @Nullable String address(YamlValue yaml, String key) {
		String address = yaml.text(key);
		if (address != null && !WebAddress.isWebAddress(address)) {
			yaml.refuse(key, "Give a whole address that begins with http:// or https://, not \"" + address + "\".");
		}
		return address;
	}

	private static Basis basis(YamlValue yaml) {
		return new Basis(yaml.word("basis", BasisKind.class), yaml.text("evidence"), confidence(yaml));
	}

	private static @Nullable BigDecimal confidence(YamlValue yaml) {
		String text = yaml.text("confidence");
		if (text == null) {
			return null;
		}
		try {
			BigDecimal confidence = new BigDecimal(text);
			if (confidence.signum() >= 0 && confidence.compareTo(BigDecimal.ONE) <= 0 && confidence.scale() <= 2) {
				return confidence.setScale(2);
			}
		}
		catch (NumberFormatException ex) {
			// falls through to the problem
		}
		yaml.refuse("confidence", "Give a confidence from 0 to 1 with two decimals at most, not \"" + text + "\".");
		return null;
	}

	private PlanSubmission plan(YamlValue yaml) {
		yaml.allow("slug", "title", "known", "count", "published", "published_basis", "published_evidence", "about",
				"limits", "themes", "differences", "witnesses", "points");
		Known known = yaml.optionalWord("known", Known.class);
		known = (known != null) ? known : Known.WHOLE;
		Map<String, String> themes = yaml.map("themes");
		List<WitnessSubmission> witnesses = new ArrayList<>();
		yaml.children("witnesses").forEach((name, witness) -> {
			witness.allow("url", "what", "seen");
			address(witness, "url");
			witnesses.add(new WitnessSubmission(name, witness.required("url"), witness.required("what"),
					witness.required("seen")));
		});
		List<String> names = witnesses.stream().map(WitnessSubmission::name).toList();
		List<PointSubmission> points = yaml.list("points", (point) -> point(point, themes, names));
		if (points.isEmpty() && known == Known.WHOLE) {
			yaml.refuse("points", "Give the points of the plan.");
		}
		if (points.stream().map(PointSubmission::number).distinct().count() < points.size()) {
			yaml.refuse("points", "A point number stands twice. Number every point differently.");
		}
		EdtfDate published = date(yaml, "published");
		if (published == null && !yaml.isFaulty()) {
			yaml.refuse("published", "Say when the plan was published.");
		}
		return new PlanSubmission(slug(yaml), yaml.required("title"), yaml.required("about"), known,
				count(yaml, known, points), (published != null) ? published : EdtfDate.parse("0001"),
				yaml.optionalWord("published_basis", PlanBasis.class), yaml.text("published_evidence"),
				yaml.text("limits"), themes, yaml.texts("differences"), witnesses, points);
	}

	/** How many points a plan is said to have; that must not be belied by those given. */
	private static @Nullable PointCount count(YamlValue yaml, Known known, List<PointSubmission> points) {
		YamlValue count = yaml.child("count");
		if (count == null) {
			return null;
		}
		count.allow("value", "basis", "evidence");
		int value = count.number("value");
		int highest = points.stream().mapToInt(PointSubmission::number).max().orElse(0);
		if (value < 1) {
			count.refuse("value", "Give the number of points, from 1.");
		}
		else if (value < highest || (known == Known.WHOLE && value != points.size())) {
			count.refuse("value",
					"The plan is said to have " + value + " points, but "
							+ ((value < highest) ? "point " + highest + " is given" : points.size() + " are given")
							+ ". Correct one of the two.");
		}
		return new PointCount(value, count.word("basis", PlanBasis.class), count.text("evidence"));
	}

	private static PointSubmission point(YamlValue yaml, Map<String, String> themes, List<String> witnesses) {
		yaml.allow("number", "title", "theme", "secondary_themes", "summary", "sub_points", "sub_letters", "keywords",
				"version_differences", "witnesses", "verification");
		List<String> named = new ArrayList<>(yaml.texts("secondary_themes"));
		named.add(yaml.required("theme"));
		named.stream()
			.filter((theme) -> !themes.containsKey(theme))
			.forEach((theme) -> yaml.refuse("theme",
					"The plan has no theme \"" + theme + "\". Add it to its themes, or correct it."));
		yaml.texts("witnesses")
			.stream()
			.filter((name) -> !witnesses.contains(name))
			.forEach((name) -> yaml.refuse("witnesses",
					"The plan has no witness \"" + name + "\". Add it to its witnesses, or correct it."));
		int number = yaml.number("number");
		if (number < 1) {
			yaml.refuse("number", "Points are numbered from 1.");
		}
		return new PointSubmission(number, yaml.required("title"), yaml.required("theme"),
				yaml.texts("secondary_themes"), yaml.required("summary"), yaml.list("sub_points", (part) -> {
					part.allow("letter", "summary");
					String letter = part.required("letter");
					if (!letter.matches("[a-z]")) {
						part.refuse("letter", "Give one letter, a to z.");
					}
					return new SubPointSubmission(letter, part.required("summary"));
				}), yaml.text("sub_letters"), yaml.texts("keywords"), yaml.text("version_differences"),
				yaml.texts("witnesses"), yaml.required("verification"));
	}

	ArticleSubmission article(YamlValue yaml, String text) {
		yaml.allow("slug", "plan", "title", "supplied_title", "authors", "source", "date", "url", "language",
				"derived_from", "notes", "raw", "cleaning");
		SortedMap<MetadataField, Basis> bases = new TreeMap<>();
		YamlValue date = described(yaml, "date", MetadataField.DATE, bases, "within");
		YamlValue url = described(yaml, "url", MetadataField.URL, bases, "alternate");
		YamlValue derived = yaml.child("derived_from");
		if (derived != null) {
			derived.allow("publication", "title", "date", "basis", "evidence", "confidence");
			bases.put(MetadataField.DERIVED_FROM, basis(derived));
		}
		YamlValue raw = yaml.child("raw");
		return new ArticleSubmission(slug(yaml), yaml.text("plan"), value(yaml, "title", MetadataField.TITLE, bases),
				value(yaml, "supplied_title", MetadataField.SUPPLIED_TITLE, bases),
				orEmpty(value(yaml, "source", MetadataField.SOURCE, bases)), authors(yaml, bases),
				(date != null) ? date(date, "value") : null, (date != null) ? date(date, "within") : null,
				(url != null) ? url.text("value") : null, (url != null) ? url.text("alternate") : null,
				orEmpty(value(yaml, "language", MetadataField.LANGUAGE, bases)),
				(derived != null)
						? new DerivedFrom(derived.text("publication"), derived.text("title"), derived.text("date"))
						: null,
				yaml.texts("notes"), (raw != null) ? new RawText(raw.required("file"), raw.required("sha256")) : null,
				Collections.unmodifiableSortedMap(bases), new ArticleText(text));
	}

	private static List<BylineSubmission> authors(YamlValue yaml, SortedMap<MetadataField, Basis> bases) {
		YamlValue authors = described(yaml, "authors", MetadataField.AUTHORS, bases);
		return (authors != null) ? authors.list("value", (author) -> {
			author.allow("agent", "printed");
			return new BylineSubmission(author.required("agent"), author.text("printed"));
		}) : List.of();
	}

	private static @Nullable String value(YamlValue yaml, String key, MetadataField field,
			SortedMap<MetadataField, Basis> bases) {
		YamlValue described = described(yaml, key, field, bases);
		return (described != null) ? described.text("value") : null;
	}

	private static @Nullable YamlValue described(YamlValue yaml, String key, MetadataField field,
			SortedMap<MetadataField, Basis> bases, String... further) {
		YamlValue described = yaml.child(key);
		if (described == null) {
			return null;
		}
		List<String> keys = new ArrayList<>(List.of("value", "basis", "evidence", "confidence"));
		keys.addAll(List.of(further));
		described.allow(keys.toArray(String[]::new));
		if (described.isMapping()) {
			bases.put(field, basis(described));
		}
		return described;
	}

	private static @Nullable EdtfDate date(YamlValue yaml, String key) {
		String text = yaml.text(key);
		if (text == null) {
			return null;
		}
		try {
			return EdtfDate.parse(text);
		}
		catch (DateTimeException ex) {
			yaml.refuse(key,
					"Give a date in EDTF, 2025-12-09 or 2025-12-04~ or [2025-11-23..2025-11-30] for instance, not \""
							+ text + "\".");
			return null;
		}
	}

	private static String orEmpty(@Nullable String text) {
		return (text != null) ? text : "";
	}

	ClaimSubmission claim(YamlValue yaml) {
		yaml.allow("id", "exact", "prefix", "suffix", "paraphrase", "points", "version", "claimant", "via", "uptake",
				"certainty", "kind", "target", "target_agent", "aspect", "stance", "confidence", "coding", "codebook",
				"note");
		BigDecimal confidence = confidence(yaml);
		if (confidence == null) {
			yaml.required("confidence");
		}
		return new ClaimSubmission(yaml.required("id"),
				new TextQuote(yaml.required("exact"), yaml.text("prefix"), yaml.text("suffix")),
				yaml.required("paraphrase"), yaml.list("points", CorpusReader::pointLink),
				yaml.word("version", PlanVersion.class), yaml.required("claimant"), yaml.texts("via"),
				yaml.optionalWord("uptake", Uptake.class), yaml.word("certainty", Certainty.class),
				yaml.word("kind", Kind.class), yaml.word("target", Target.class), yaml.text("target_agent"),
				yaml.word("aspect", Aspect.class), yaml.word("stance", Stance.class),
				(confidence != null) ? confidence : BigDecimal.ZERO, yaml.required("coding"), yaml.required("codebook"),
				yaml.text("note"));
	}

	private static PointLink pointLink(YamlValue yaml) {
		yaml.allow("plan", "number", "sub", "bearing");
		return new PointLink(yaml.text("plan"), yaml.number("number"), yaml.text("sub"),
				yaml.word("bearing", Bearing.class));
	}

	private RelationSubmission relation(YamlValue yaml) {
		yaml.allow("type", "from", "to", "matter", "reason");
		return new RelationSubmission(yaml.word("type", RelationType.class), yaml.required("from"), yaml.required("to"),
				yaml.text("matter"), yaml.required("reason"), IngestCorpus.SHOWN_CODING);
	}

	private DiscrepancySubmission discrepancy(YamlValue yaml) {
		yaml.allow("claim", "point", "claim_says", "plan_says", "gravity");
		YamlValue point = yaml.child("point");
		if (point == null) {
			yaml.refuse("Give the point: {number: 6}.");
		}
		else {
			point.allow("plan", "number", "sub");
		}
		return new DiscrepancySubmission(yaml.required("claim"), (point != null) ? point.text("plan") : null,
				(point != null) ? point.number("number") : 0, (point != null) ? point.text("sub") : null,
				yaml.required("claim_says"), yaml.required("plan_says"), yaml.word("gravity", Gravity.class),
				IngestCorpus.SHOWN_CODING);
	}

	private static CrosswalkSubmission crosswalk(YamlValue yaml) {
		yaml.allow("earlier", "later", "about", "remarks", "points");
		List<RemarkSubmission> remarks = yaml.list("remarks", (remark) -> {
			remark.allow("says", "basis", "evidence", "page", "claims");
			return new RemarkSubmission(remark.required("says"), support(remark));
		});
		List<CorrespondenceSubmission> points = yaml.list("points", CorpusReader::correspondence);
		if (remarks.isEmpty() && points.isEmpty()) {
			yaml.refuse("Say something of the points, or of the plans as a whole.");
		}
		CrosswalkSubmission crosswalk = new CrosswalkSubmission(yaml.required("earlier"), yaml.required("later"),
				yaml.required("about"), remarks, points);
		if (crosswalk.earlier().equals(crosswalk.later())) {
			yaml.refuse("later", "Name another plan than the earlier one.");
		}
		return crosswalk;
	}

	private static CorrespondenceSubmission correspondence(YamlValue yaml) {
		yaml.allow("kind", "earlier", "later", "note", "basis", "evidence", "page", "claims");
		CorrespondenceKind kind = yaml.word("kind", CorrespondenceKind.class);
		PointName earlier = pointName(yaml, "earlier");
		PointName later = pointName(yaml, "later");
		if (!yaml.isFaulty()) {
			if ((earlier != null) != kind.hasEarlier()) {
				yaml.refuse("earlier", kind.hasEarlier() ? "Give the point of the earlier plan: {number: 6}."
						: "A new point has no counterpart in the earlier plan. Remove it, or choose another kind.");
			}
			if (later == null && kind.needsLater()) {
				yaml.refuse("later", "Give the point of the later plan: {number: 6}.");
			}
			if (later != null && !kind.mayHaveLater()) {
				yaml.refuse("later",
						"A dropped point has no counterpart in the later plan. Remove it, or choose another kind.");
			}
		}
		return new CorrespondenceSubmission(kind, earlier, later, yaml.required("note"), support(yaml));
	}

	private static @Nullable PointName pointName(YamlValue yaml, String key) {
		YamlValue point = yaml.child(key);
		if (point == null) {
			return null;
		}
		point.allow("number", "sub");
		return new PointName(point.number("number"), point.text("sub"));
	}

	/** On what a statement about plans rests, which has to be there. */
	private static Support support(YamlValue yaml) {
		Support support = new Support(yaml.word("basis", PlanBasis.class), yaml.text("evidence"), address(yaml, "page"),
				yaml.texts("claims"));
		if (yaml.isFaulty()) {
			return support;
		}
		switch (support.basis()) {
			case PRINTED -> {
				if (support.claims().isEmpty()) {
					yaml.refuse("claims", "Name the claims that say so: [ash-2025-11-24/c82].");
				}
			}
			case PUBLIC_PAGE -> {
				if (support.page() == null) {
					yaml.refuse("page", "Give the address of the page that says so.");
				}
			}
			case INFERRED -> {
				if (support.evidence() == null) {
					yaml.refuse("evidence", "Say from which words it follows.");
				}
			}
			case GENERAL_KNOWLEDGE -> {
				// There is nothing to show; the word says so.
			}
		}
		if (support.claims().stream().distinct().count() < support.claims().size()) {
			yaml.refuse("claims", "A claim stands twice. Keep one of the two.");
		}
		return support;
	}

}
