package org.catena.exchange;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import javax.xml.stream.XMLStreamException;

import org.catena.exchange.ClaimRecord.PointName;
import org.catena.exchange.OaiMetadata.Coded;
import org.catena.exchange.OaiRows.OaiSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Answers the six verbs of OAI-PMH. A page of a list is read as a whole, so memory grows
 * with a page, never with the archive.
 */
@Component
class OaiAnswers {

	/** Records, with their claims, in a page of a list. */
	static final int RECORDS = 100;

	/** Heads of records, or sets, in a page of a list. */
	static final int HEADS = 500;

	/** The list of all records. */
	private static final OaiSelection ANY = new OaiSelection(OaiVerb.LIST_IDENTIFIERS, OaiFormat.DUBLIN_CORE.prefix(),
			null, null, null, null, 0, 0, 0);

	private final OaiRows rows;

	private final OaiNames names;

	private final ArticleRecords articles;

	private final ClaimRecords claims;

	private final DiscrepancyRecords discrepancies;

	private final RelationRecords relations;

	OaiAnswers(OaiRows rows, OaiNames names, ArticleRecords articles, ClaimRecords claims,
			DiscrepancyRecords discrepancies, RelationRecords relations) {
		this.rows = rows;
		this.names = names;
		this.articles = articles;
		this.claims = claims;
		this.discrepancies = discrepancies;
		this.relations = relations;
	}

	/**
	 * Answers a request.
	 * @param request the request
	 * @param site the address of the site
	 * @return what is written then
	 * @throws OaiError if there is no answer
	 */
	OaiAnswer to(OaiRequest request, String site) {
		return switch (request.verb()) {
			case IDENTIFY -> identify(site);
			case LIST_METADATA_FORMATS -> formats(request, site);
			case LIST_SETS -> sets(request);
			case GET_RECORD -> record(request, site);
			case LIST_IDENTIFIERS, LIST_RECORDS -> list(OaiSelection.of(request), site);
		};
	}

	private OaiAnswer identify(String site) {
		Instant earliest = this.rows.earliest().orElseGet(this.rows::horizon);
		String sample = this.rows.next(ANY, 1).stream().findFirst().map(OaiRow::identifier).orElse("article");
		return (xml) -> {
			xml.start("Identify")
				.element("repositoryName", "Catena")
				.element("baseURL", site + "/oai")
				.element("protocolVersion", "2.0")
				.element("adminEmail", this.names.contact())
				.element("earliestDatestamp", earliest.toString())
				.element("deletedRecord", "persistent")
				.element("granularity", "YYYY-MM-DDThh:mm:ssZ")
				.element("compression", "gzip");
			String namespace = "http://www.openarchives.org/OAI/2.0/oai-identifier";
			xml.start("description")
				.start("oai-identifier", namespace)
				.schema(namespace, namespace + ".xsd")
				.element("scheme", "oai")
				.element("repositoryIdentifier", this.names.domain())
				.element("delimiter", ":")
				.element("sampleIdentifier", this.names.identifier(sample))
				.end()
				.end()
				.end();
		};
	}

	private OaiAnswer formats(OaiRequest request, String site) {
		String identifier = request.argument("identifier");
		if (identifier != null) {
			row(identifier);
		}
		return (xml) -> {
			xml.start("ListMetadataFormats");
			for (OaiFormat format : OaiFormat.values()) {
				xml.start("metadataFormat")
					.element("metadataPrefix", format.prefix())
					.element("schema", format.schema(site))
					.element("metadataNamespace", format.namespace())
					.end();
			}
			xml.end();
		};
	}

	private OaiAnswer sets(OaiRequest request) {
		String token = request.argument(OaiRequest.TOKEN);
		List<OaiSet> sets = this.rows.setsAfter((token != null) ? lastSet(token) : "", HEADS + 1);
		if (sets.isEmpty()) {
			throw OaiError.badToken();
		}
		boolean more = sets.size() > HEADS;
		List<OaiSet> page = more ? sets.subList(0, HEADS) : sets;
		return (xml) -> {
			xml.start("ListSets");
			for (OaiSet set : page) {
				xml.start("set").element("setSpec", set.spec()).element("setName", set.name()).end();
			}
			if (more || token != null) {
				xml.element(OaiRequest.TOKEN, more ? setToken(page.get(page.size() - 1)) : "");
			}
			xml.end();
		};
	}

	private static String setToken(OaiSet last) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(last.spec().getBytes(StandardCharsets.UTF_8));
	}

	private static String lastSet(String token) {
		try {
			String spec = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
			if (spec.matches("(source|point)(:[a-z0-9-]+){0,2}")) {
				return spec;
			}
		}
		catch (IllegalArgumentException ex) {
			// No token of ours.
		}
		throw OaiError.badToken();
	}

	private OaiAnswer record(OaiRequest request, String site) {
		OaiFormat format = format(Objects.requireNonNull(request.argument("metadataPrefix")));
		OaiPage page = page(List.of(row(Objects.requireNonNull(request.argument("identifier")))), format, site);
		return (xml) -> {
			xml.start("GetRecord");
			page.records(xml);
			xml.end();
		};
	}

	private OaiRow row(String identifier) {
		return this.names.last(identifier)
			.flatMap(this.rows::byIdentifier)
			.orElseThrow(() -> new OaiError("idDoesNotExist", "No article of this archive has this identifier."));
	}

	private static OaiFormat format(String prefix) {
		return OaiFormat.of(prefix)
			.orElseThrow(() -> new OaiError("cannotDisseminateFormat",
					"The formats of this archive are those that ListMetadataFormats lists."));
	}

	private OaiAnswer list(OaiSelection selection, String site) {
		OaiFormat format = format(selection.prefix());
		boolean whole = selection.verb() == OaiVerb.LIST_RECORDS;
		int most = whole ? RECORDS : HEADS;
		List<OaiRow> found = this.rows.next(selection, most + 1);
		if (found.isEmpty()) {
			throw OaiError.none();
		}
		boolean more = found.size() > most;
		boolean first = selection.stamp() == null;
		List<OaiRow> rows = more ? found.subList(0, most) : found;
		long size = !first ? selection.size() : more ? this.rows.size(selection) : rows.size();
		OaiPage page = page(rows, whole ? format : null, site);
		return (xml) -> {
			xml.start(selection.verb().word());
			if (whole) {
				page.records(xml);
			}
			else {
				page.heads(xml);
			}
			if (more || !first) {
				xml.start(OaiRequest.TOKEN)
					.attribute("completeListSize", Math.max(size, selection.given() + rows.size()))
					.attribute("cursor", selection.given())
					.text(more ? selection.after(rows.get(rows.size() - 1), rows.size(), size).token() : "")
					.end();
			}
			xml.end();
		};
	}

	private OaiPage page(List<OaiRow> rows, @Nullable OaiFormat format, String site) {
		List<Long> ids = rows.stream().map(OaiRow::article).toList();
		List<Long> shown = rows.stream().filter((row) -> !row.deleted()).map(OaiRow::article).toList();
		Map<Long, ArticleRecord> articles = ((format != null) ? this.articles.byId(shown) : List.<ArticleRecord>of())
			.stream()
			.collect(Collectors.toMap(ArticleRecord::id, Function.identity()));
		return new OaiPage(rows, this.names, this.rows.sources(ids), this.rows.points(ids), articles,
				coded(shown, format), format, site);
	}

	/** What is coded in articles, as far as the format has it. */
	private Map<Long, Coded> coded(List<Long> articles, @Nullable OaiFormat format) {
		Map<Long, Coded> coded = new HashMap<>();
		if (articles.isEmpty() || format == null || format == OaiFormat.DUBLIN_CORE) {
			return coded;
		}
		List<ClaimRecord> claims = this.claims.read("c.article_id in (:articles)", Map.of("articles", articles),
				ClaimRecords.READING_ORDER, Integer.MAX_VALUE);
		Map<Long, List<ClaimRecord>> byArticle = claims.stream().collect(Collectors.groupingBy(ClaimRecord::articleId));
		boolean whole = format == OaiFormat.WHOLE_ARTICLE;
		Map<Long, List<DiscrepancyRecord>> differing = whole ? this.discrepancies.of(claims) : Map.of();
		Map<Long, List<RelationRecord>> related = whole ? this.relations.ofArticles(articles) : Map.of();
		articles.forEach((id) -> coded.put(id,
				new Coded(byArticle.getOrDefault(id, List.of()), differing, related.getOrDefault(id, List.of()))));
		return coded;
	}

	/**
	 * A page of a list.
	 *
	 * @param rows the heads
	 * @param names the identifiers
	 * @param sources the articles' sources
	 * @param points the points that they speak of
	 * @param articles the articles that are not withdrawn
	 * @param coded what is coded in them, where the format has it
	 * @param format the format; null for heads alone
	 * @param site the address of the site
	 */
	private record OaiPage(List<OaiRow> rows, OaiNames names, Map<Long, String> sources,
			Map<Long, List<PointName>> points, Map<Long, ArticleRecord> articles, Map<Long, Coded> coded,
			@Nullable OaiFormat format, String site) {

		void heads(Xml xml) throws XMLStreamException {
			for (OaiRow row : this.rows) {
				head(row, row.deleted(), xml);
			}
		}

		void records(Xml xml) throws XMLStreamException {
			OaiMetadata metadata = new OaiMetadata(xml, this.site);
			for (OaiRow row : this.rows) {
				ArticleRecord article = this.articles.get(row.article());
				xml.start("record");
				// One that is withdrawn at this moment is as good as withdrawn before.
				head(row, article == null, xml);
				if (article != null) {
					xml.start("metadata");
					if (this.format == OaiFormat.DUBLIN_CORE) {
						metadata.dublinCore(article, this.points.getOrDefault(row.article(), List.of()));
					}
					else {
						metadata.article(article, Objects.requireNonNull(this.format),
								Objects.requireNonNull(this.coded.get(row.article())));
					}
					xml.end();
				}
				xml.end();
			}
		}

		private void head(OaiRow row, boolean deleted, Xml xml) throws XMLStreamException {
			xml.start("header")
				.attribute("status", deleted ? "deleted" : null)
				.element("identifier", this.names.identifier(row.identifier()))
				.element("datestamp", row.stamp().toString());
			List<String> sets = new ArrayList<>();
			sets.add("source:" + this.sources.get(row.article()));
			this.points.getOrDefault(row.article(), List.of())
				.forEach((point) -> sets.add("point:" + point.plan() + ":" + point.number()));
			for (String set : sets) {
				xml.element("setSpec", set);
			}
			xml.end();
		}

	}

}
