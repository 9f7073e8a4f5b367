package org.catena.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.catena.past.Past;
import org.catena.reading.ClaimRow.AgentLink;
import org.catena.reading.ClaimRow.PointRef;
import org.catena.search.AllHits;
import org.catena.search.ArticleHit;
import org.catena.search.Concordance;
import org.catena.search.Found;
import org.catena.search.Line;
import org.catena.search.Line.LineClaim;
import org.catena.search.LineSort;
import org.catena.search.Name;
import org.catena.search.Scope;
import org.catena.search.SearchAddress;
import org.catena.search.SearchQuery;
import org.catena.table.TableWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes all that a search finds: a row for each article, for each claim and point, or
 * for each occurrence. The rows are read some at a time, so memory does not grow with
 * them.
 */
@Component
class SearchExports {

	/** Columns of a row of an article. */
	static final List<String> ARTICLE = List.of("article", "address", "title", "source", "source_name", "authors",
			"date", "claims", "passages");

	/** Columns of a row of a claim and a point. */
	static final List<String> CLAIM = List.of("claim", "address", "article", "article_title", "source", "source_name",
			"date", "quote", "paraphrase", "span_start", "span_end", "anchoring", "claimant", "claimant_name",
			"claimant_is_author", "via", "plan", "point", "sub_point", "point_title", "bearing", "stance", "kind",
			"target", "target_agent", "aspect", "certainty", "uptake", "version", "confidence", "note", "coding",
			"codebook");

	/** Columns of a row of an occurrence. */
	static final List<String> LINE = List.of("left", "match", "right", "number", "span_start", "span_end", "address",
			"article", "article_title", "source", "source_name", "date", "claims", "stances", "points");

	/** Rows that are read at once. */
	private static final int CHUNK = 200;

	private final AllHits hits;

	private final Concordance concordance;

	private final ClaimRows claims;

	private final JdbcClient jdbc;

	private final Clock clock;

	SearchExports(AllHits hits, Concordance concordance, ClaimRows claims, JdbcClient jdbc, Clock clock) {
		this.hits = hits;
		this.concordance = concordance;
		this.claims = claims;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Writes the articles, or the claims and their points, in the order of the page. */
	void list(Found found, List<String> notes, String site, TableWriter writer) throws IOException {
		SearchQuery query = found.query();
		List<Long> ids = found.understood() ? this.hits.ids(query) : List.of();
		boolean articles = query.scope() == Scope.ARTICLES;
		writer.begin(
				head(found, notes, site + SearchAddress.of(query.onPage(1)), query.scope().word(), (long) ids.size(),
						articles ? "one article" : "one claim and one of its points, if it has any"),
				articles ? ARTICLE : CLAIM);
		rows(query, ids, site, Map.of(), writer);
		writer.end();
	}

	/**
	 * Writes rows of articles, or of claims and their points.
	 * @param query for which words the passages are chosen
	 * @param ids of what, in order
	 * @param site the beginning of addresses
	 * @param before values that each row begins with
	 * @param writer where to
	 */
	void rows(SearchQuery query, List<Long> ids, String site, Map<String, ? extends @Nullable Object> before,
			TableWriter writer) throws IOException {
		for (int from = 0; from < ids.size(); from += CHUNK) {
			List<Long> some = ids.subList(from, Math.min(ids.size(), from + CHUNK));
			if (query.scope() == Scope.ARTICLES) {
				for (ArticleHit hit : this.hits.articles(query, some)) {
					writer.row("article", row(before, ARTICLE, article(hit, site)));
				}
				continue;
			}
			Map<Long, ClaimRow> rows = this.claims.byId(some);
			for (Long id : some) {
				ClaimRow claim = rows.get(id);
				List<@Nullable PointRef> points = new ArrayList<>();
				if (claim != null) {
					points.addAll(claim.points().isEmpty() ? Collections.singletonList(null) : claim.points());
				}
				for (PointRef point : points) {
					writer.row("claim", row(before, CLAIM, claim(Objects.requireNonNull(claim), point, site)));
				}
			}
		}
	}

	/** Writes the lines of a concordance. */
	void lines(Found found, LineSort sort, List<String> notes, String site, TableWriter writer) throws IOException {
		SearchQuery query = found.query();
		String address = SearchViews.kwicAddress(query.onPage(1), sort);
		try {
			this.concordance.every(query, sort, (lines) -> unchecked(() -> {
				List<String> all = new ArrayList<>(notes);
				if (!lines.isWhole()) {
					all.add("There are too many occurrences to sort them, so they are in the order of their "
							+ query.scope().word() + ".");
				}
				writer.begin(head(found, all, site + address, "occurrences", lines.isWhole() ? lines.total() : null,
						"one occurrence"), LINE);
			}), (lines) -> unchecked(() -> {
				for (Line line : lines) {
					writer.row("occurrence", row(Map.of(), LINE, line(line, query, site)));
				}
			}));
		}
		catch (UncheckedIOException ex) {
			throw Objects.requireNonNull(ex.getCause());
		}
		writer.end();
	}

	ExportHead head(Found found, List<String> notes, String address, String unit, @Nullable Long total, String row) {
		return new ExportHead(Past.keep(address), found.query().words(), found.inWords(), notes, this.clock.instant(),
				unit, total, row, found.rebuilding(), ArchiveState.now(this.jdbc));
	}

	private static Map<String, @Nullable Object> row(Map<String, ? extends @Nullable Object> before,
			List<String> columns, List<@Nullable Object> values) {
		Map<String, @Nullable Object> row = new LinkedHashMap<>(before);
		for (int i = 0; i < columns.size(); i++) {
			row.put(columns.get(i), values.get(i));
		}
		return row;
	}

	private static List<@Nullable Object> article(ArticleHit hit, String site) {
		return Arrays.asList(hit.slug(), site + "/articles/" + hit.slug(), hit.title().text(), hit.sourceSlug(),
				hit.source(), hit.authors().stream().map(Name::name).toList(), hit.date(), hit.claims(),
				hit.passages().stream().map((passage) -> passage.text()).toList());
	}

	private static List<@Nullable Object> claim(ClaimRow claim, @Nullable PointRef point, String site) {
		ArticleRow article = claim.article();
		ClaimRow.Coding coding = claim.coding();
		return Arrays.asList(claim.key(), site + claim.address(), article.slug(), article.title(), article.source(),
				article.sourceName(), (article.date() != null) ? article.date().edtf() : null, claim.exact(),
				claim.paraphrase(), (claim.span() != null) ? claim.span().start() : null,
				(claim.span() != null) ? claim.span().end() : null, coding.anchoring(),
				(claim.claimant() != null) ? claim.claimant().slug() : null, claim.claimantName(),
				claim.claimantIsAuthor(), claim.via().stream().map(AgentLink::name).toList(),
				(point != null) ? point.plan() : null, (point != null) ? point.number() : null,
				(point != null) ? point.letter() : null, (point != null) ? point.title() : null,
				(point != null) ? (point.about() ? "about" : "touches") : null, coding.stance().word(), coding.kind(),
				coding.target(), (coding.targetAgent() != null) ? coding.targetAgent().name() : null, coding.aspect(),
				coding.certainty(), coding.uptake(), coding.version(), coding.confidence(), coding.note(),
				coding.coding(), coding.codebook());
	}

	private static List<@Nullable Object> line(Line line, SearchQuery query, String site) {
		return Arrays.asList(line.left(), line.match(), line.right(), (line.number() > 0) ? line.number() : null,
				(line.span() != null) ? line.span().start() : null, (line.span() != null) ? line.span().end() : null,
				site + ConcordancePage.place(line, query.words()), line.articleSlug(), line.articleTitle(),
				line.sourceSlug(), line.source(), line.date(), line.claims().stream().map(LineClaim::key).toList(),
				line.claims().stream().map((claim) -> claim.stance().word()).distinct().toList(),
				line.claims()
					.stream()
					.flatMap((claim) -> claim.points().stream())
					.map((point) -> point.plan() + "/" + point.number())
					.distinct()
					.toList());
	}

	private static void unchecked(Writing writing) {
		try {
			writing.write();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@FunctionalInterface
	private interface Writing {

		void write() throws IOException;

	}

}
