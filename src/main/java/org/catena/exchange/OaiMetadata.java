package org.catena.exchange;

import java.util.List;
import java.util.Map;

import javax.xml.stream.XMLStreamException;

import org.catena.article.TextSpan;
import org.catena.exchange.ArticleRecord.AgentName;
import org.catena.exchange.ClaimRecord.PointName;
import org.jspecify.annotations.Nullable;

/**
 * Writes an article as metadata of OAI-PMH.
 */
final class OaiMetadata {

	private final Xml xml;

	private final String site;

	/**
	 * Will write.
	 * @param xml where to
	 * @param site the address of the site
	 */
	OaiMetadata(Xml xml, String site) {
		this.xml = xml;
		this.site = site;
	}

	/** Unqualified Dublin Core, by the schema of OAI. */
	void dublinCore(ArticleRecord article, List<PointName> points) throws XMLStreamException {
		OaiFormat format = OaiFormat.DUBLIN_CORE;
		this.xml.start("oai_dc:dc")
			.namespace("oai_dc", format.namespace())
			.namespace("dc", "http://purl.org/dc/elements/1.1/")
			.schema(format.namespace(), format.schema(this.site));
		this.xml.element("dc:title", article.title());
		for (AgentName author : article.authors()) {
			this.xml.element("dc:creator", author.name());
		}
		for (PointName point : points) {
			this.xml.element("dc:subject", point.title());
		}
		this.xml.element("dc:publisher", article.source().name());
		// Harvesters take ISO 8601-1; the date in EDTF is in the richer formats.
		this.xml.element("dc:date", ReferenceDate.of(article.date()).map(ReferenceDate::iso).orElse(null));
		this.xml.element("dc:type", "Text");
		this.xml.element("dc:format", "text/html");
		this.xml.element("dc:identifier", this.site + article.address());
		this.xml.element("dc:source", article.url());
		this.xml.element("dc:source", article.alternateUrl());
		this.xml.element("dc:language", article.language());
		this.xml.element("dc:relation", (article.plan() != null) ? this.site + "/plans/" + article.plan() : null);
		this.xml.element("dc:rights", "The text belongs to its author and publisher and is held for study.");
		this.xml.end();
	}

	/**
	 * The article with its claims, by a schema of the archive.
	 * @param article the article
	 * @param format by which schema
	 * @param coded what is coded in it
	 */
	void article(ArticleRecord article, OaiFormat format, Coded coded) throws XMLStreamException {
		this.xml.start("article", format.namespace()).schema(format.namespace(), format.schema(this.site));
		this.xml.attribute("slug", article.slug())
			.attribute("address", this.site + article.address())
			.attribute("version", article.version())
			.attribute("words", article.words())
			.attribute("sha256", article.textSha256());
		this.xml.start("title")
			.attribute("supplied", article.titleSupplied() ? "true" : null)
			.text(article.title())
			.end();
		for (AgentName author : article.authors()) {
			agent("author", author, null);
		}
		ArticleRecord.SourceName source = article.source();
		this.xml.start("source")
			.attribute("slug", source.slug())
			.attribute("website", source.website())
			.attribute("publisher", source.publisher())
			.text(source.name())
			.end();
		if (article.date() != null) {
			this.xml.start("date")
				.attribute("earliest", article.dateEarliest())
				.attribute("latest", article.dateLatest())
				.text(article.date())
				.end();
		}
		this.xml.element("language", article.language())
			.element("original", article.url())
			.element("original", article.alternateUrl())
			.element("plan", article.plan());
		for (ClaimRecord claim : coded.claims()) {
			claim(article, claim, coded.discrepancies().getOrDefault(claim.id(), List.of()));
		}
		for (RelationRecord relation : coded.relations()) {
			this.xml.start("relation")
				.attribute("type", relation.type())
				.attribute("from", relation.from())
				.attribute("to", relation.to())
				.attribute("matter", relation.matter())
				.attribute("coder", relation.coding())
				.text(relation.reason())
				.end();
		}
		this.xml.end();
	}

	private void claim(ArticleRecord article, ClaimRecord claim, List<DiscrepancyRecord> differing)
			throws XMLStreamException {
		TextSpan span = claim.span();
		this.xml.start("claim")
			.attribute("id", claim.key())
			.attribute("address", this.site + claim.address())
			.attribute("text", this.site + article.address() + "/v" + claim.placedOn())
			.attribute("anchoring", claim.anchoring())
			.attribute("start", (span != null) ? span.start() : null)
			.attribute("end", (span != null) ? span.end() : null);
		this.xml.start("quote")
			.element("prefix", claim.quote().prefix())
			.element("exact", claim.quote().exact())
			.element("suffix", claim.quote().suffix())
			.end();
		this.xml.element("paraphrase", claim.paraphrase());
		agent("claimant", claim.claimant(), claim.claimantIsAuthor());
		for (AgentName via : claim.via()) {
			agent("via", via, via == null || article.authors().contains(via));
		}
		for (PointName point : claim.points()) {
			this.xml.start("point")
				.attribute("plan", point.plan())
				.attribute("number", point.number())
				.attribute("letter", point.letter())
				.attribute("bearing", point.bearing())
				.text(point.title())
				.end();
		}
		AgentName target = claim.targetAgent();
		this.xml.start("coding")
			.attribute("codebook", claim.codebook())
			.attribute("coder", claim.coding())
			.attribute("stance", claim.stance())
			.attribute("kind", claim.kind())
			.attribute("target", claim.target())
			.attribute("targetAgent", (target != null) ? target.slug() : null)
			.attribute("aspect", claim.aspect())
			.attribute("certainty", claim.certainty())
			.attribute("uptake", claim.uptake())
			.attribute("planVersion", claim.version())
			.attribute("confidence", claim.confidence().toPlainString())
			.end();
		for (DiscrepancyRecord discrepancy : differing) {
			this.xml.start("discrepancy")
				.attribute("plan", discrepancy.plan())
				.attribute("number", discrepancy.point())
				.attribute("letter", discrepancy.letter())
				.attribute("gravity", discrepancy.gravity())
				.attribute("coder", discrepancy.coding())
				.element("claimSays", discrepancy.claimSays())
				.element("planSays", discrepancy.planSays())
				.end();
		}
		this.xml.element("note", claim.note());
		this.xml.end();
	}

	/** Nobody's name stands for an author whom nobody names. */
	private void agent(String name, @Nullable AgentName agent, @Nullable Boolean author) throws XMLStreamException {
		this.xml.start(name)
			.attribute("slug", (agent != null) ? agent.slug() : null)
			.attribute("kind", (agent != null) ? agent.kind() : null)
			.attribute("isAuthor", author)
			.text((agent != null) ? agent.name() : "")
			.end();
	}

	/**
	 * What is coded in an article, as far as a format has it.
	 *
	 * @param claims its claims, in the order of reading
	 * @param discrepancies where they state the plan otherwise, by the claims' ids
	 * @param relations how they stand to other claims
	 */
	record Coded(List<ClaimRecord> claims, Map<Long, List<DiscrepancyRecord>> discrepancies,
			List<RelationRecord> relations) {
	}

}
