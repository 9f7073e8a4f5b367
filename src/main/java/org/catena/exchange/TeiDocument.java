package org.catena.exchange;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import org.catena.article.ArticleText;
import org.catena.article.TextSpan;
import org.catena.exchange.ArticleRecord.AgentName;
import org.catena.exchange.CatenaTerms.ValueList;
import org.catena.exchange.ClaimRecord.PointName;
import org.catena.site.SiteAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * An annotated article in TEI P5. The text stands by itself, paragraph by paragraph; the
 * claims stand apart from it, in {@code standOff}, and point to places in paragraphs by
 * {@code string-index}, which counts code points from 0.
 *
 * @see <a href="https://tei-c.org/release/doc/tei-p5-doc/en/html/SA.html">TEI P5, chapter
 * 17</a>
 */
@Component
class TeiDocument {

	private static final String NAMESPACE = "http://www.tei-c.org/ns/1.0";

	private final SiteAddress site;

	private final ClaimRecords claims;

	private final RelationRecords relations;

	private final DiscrepancyRecords discrepancies;

	private final JdbcClient jdbc;

	private final MessageSource messages;

	TeiDocument(SiteAddress site, ClaimRecords claims, RelationRecords relations, DiscrepancyRecords discrepancies,
			JdbcClient jdbc, MessageSource messages) {
		this.site = site;
		this.claims = claims;
		this.relations = relations;
		this.discrepancies = discrepancies;
		this.jdbc = jdbc;
		this.messages = messages;
	}

	/** The document in UTF-8. */
	@Transactional(readOnly = true)
	public byte[] of(ArticleRecord article) {
		String text = this.jdbc.sql("select text from article_version where article_id = ? and number = ?")
			.param(article.id())
			.param(article.version())
			.query(String.class)
			.single();
		StringWriter out = new StringWriter();
		try {
			XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
			new Writing(xml, article, Paragraph.of(text)).document();
			xml.close();
		}
		catch (XMLStreamException ex) {
			throw new IllegalStateException(ex);
		}
		return out.toString().getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * A paragraph of the text.
	 *
	 * @param number from 1
	 * @param subhead whether it is a printed subhead
	 * @param words its words, without the mark of a subhead
	 * @param start where its words begin in the text, in code points
	 */
	private record Paragraph(int number, boolean subhead, String words, int start) {

		static List<Paragraph> of(String text) {
			List<Paragraph> paragraphs = new ArrayList<>();
			int start = 0;
			for (String words : text.split("\n\n", -1)) {
				boolean subhead = words.startsWith(ArticleText.SUBHEAD);
				int mark = subhead ? ArticleText.SUBHEAD.length() : 0;
				paragraphs.add(new Paragraph(paragraphs.size() + 1, subhead, words.substring(mark), start + mark));
				start += words.codePointCount(0, words.length()) + 2;
			}
			return paragraphs;
		}

		int length() {
			return this.words.codePointCount(0, this.words.length());
		}

	}

	/** The writing of one document. */
	private final class Writing {

		private final XMLStreamWriter xml;

		private final ArticleRecord article;

		private final List<Paragraph> paragraphs;

		private final String root = TeiDocument.this.site.root();

		private final List<ClaimRecord> all;

		Writing(XMLStreamWriter xml, ArticleRecord article, List<Paragraph> paragraphs) {
			this.xml = xml;
			this.article = article;
			this.paragraphs = paragraphs;
			this.all = TeiDocument.this.claims.ofArticle(article.id());
		}

		void document() throws XMLStreamException {
			this.xml.writeStartDocument("UTF-8", "1.0");
			line();
			this.xml.setDefaultNamespace(NAMESPACE);
			this.xml.writeStartElement(NAMESPACE, "TEI");
			this.xml.writeDefaultNamespace(NAMESPACE);
			line();
			header();
			standOff();
			text();
			this.xml.writeEndElement();
			this.xml.writeEndDocument();
		}

		private void header() throws XMLStreamException {
			begin("teiHeader");
			begin("fileDesc");
			begin("titleStmt");
			element("title", this.article.title());
			authors();
			end();
			begin("extent");
			begin("measure", "unit", "words", "quantity", Integer.toString(this.article.words()));
			this.xml.writeCharacters(this.article.words() + " words");
			end();
			end();
			begin("publicationStmt");
			element("publisher", "Catena");
			begin("date", "when", Annotations.time(this.article.updated()));
			end();
			begin("idno", "type", "URI");
			this.xml.writeCharacters(this.root + this.article.versionAddress());
			end();
			begin("availability", "status", "restricted");
			element("p", "The text belongs to its author and publisher and is held for study. "
					+ "Paraphrases, coding and relations are the archive's own.");
			end();
			end();
			begin("sourceDesc");
			source();
			end();
			end();
			begin("encodingDesc");
			begin("editorialDecl");
			element("p", "Claims are coded by the codebook at " + this.root + "/about/codebook. Places are given by "
					+ "string-index(paragraph, offset): code points from the beginning of the paragraph, from 0.");
			end();
			begin("classDecl");
			for (ValueList list : CatenaTerms.LISTS) {
				taxonomy(list);
			}
			end();
			end();
			begin("profileDesc");
			begin("langUsage");
			begin("language", "ident", this.article.language());
			this.xml.writeCharacters(Locale.forLanguageTag(this.article.language()).getDisplayLanguage(Locale.ENGLISH));
			end();
			end();
			end();
			end();
			line();
		}

		private void authors() throws XMLStreamException {
			for (AgentName author : this.article.authors()) {
				begin("author", "ref", this.root + "/agents/" + author.slug());
				characters(author.name());
				end();
			}
		}

		private void source() throws XMLStreamException {
			begin("bibl");
			begin("title", "level", "a");
			characters(this.article.title());
			end();
			authors();
			begin("title", "level", "j");
			characters(this.article.source().name());
			end();
			String publisher = this.article.source().publisher();
			if (publisher != null) {
				element("publisher", publisher);
			}
			String date = this.article.date();
			if (date != null) {
				ReferenceDate known = ReferenceDate.of(date).orElse(null);
				if (known != null && known.to() == null && !known.circa()) {
					begin("date", "when", known.iso());
				}
				else {
					begin("date", "notBefore", bound(this.article.dateEarliest(), 1), "notAfter",
							bound(this.article.dateLatest(), 9999));
				}
				characters(date);
				end();
			}
			String url = this.article.url();
			if (url != null) {
				begin("ref", "target", uri(url));
				characters(url);
				end();
			}
			end();
		}

		/** A bound that is known; the others stand for open ends. */
		private static @Nullable String bound(java.time.@Nullable LocalDate day, int open) {
			return (day == null || day.getYear() == open) ? null : day.toString();
		}

		private void taxonomy(ValueList list) throws XMLStreamException {
			begin("taxonomy", "xml:id", list.name());
			for (String word : list.words()) {
				begin("category", "xml:id", list.name() + "-" + word);
				element("catDesc", Objects.requireNonNullElse(
						TeiDocument.this.messages.getMessage(list.messages() + word, null, word, Locale.ENGLISH),
						word));
				end();
			}
			end();
		}

		private void text() throws XMLStreamException {
			begin("text", "xml:lang", this.article.language());
			begin("body");
			line();
			begin("div");
			line();
			for (Paragraph paragraph : this.paragraphs) {
				if (paragraph.subhead()) {
					if (paragraph.number() > 1) {
						end();
						line();
						begin("div");
					}
					begin("head", "xml:id", "p" + paragraph.number());
				}
				else {
					begin("p", "xml:id", "p" + paragraph.number());
				}
				characters(paragraph.words());
				end();
				line();
			}
			end();
			end();
			end();
			line();
		}

		private void standOff() throws XMLStreamException {
			if (this.all.isEmpty()) {
				return;
			}
			begin("standOff");
			line();
			agents();
			begin("spanGrp", "type", "claims");
			line();
			for (ClaimRecord claim : this.all) {
				claim(claim);
			}
			end();
			line();
			claimants();
			points();
			relations();
			discrepancies();
			end();
			line();
		}

		private void agents() throws XMLStreamException {
			Map<String, AgentName> agents = new LinkedHashMap<>();
			this.all.stream()
				.map(ClaimRecord::claimant)
				.filter(Objects::nonNull)
				.forEach((agent) -> agents.putIfAbsent(agent.slug(), agent));
			for (boolean persons : new boolean[] { true, false }) {
				List<AgentName> some = agents.values()
					.stream()
					.filter((agent) -> agent.kind().equals("person") == persons)
					.toList();
				if (!some.isEmpty()) {
					begin(persons ? "listPerson" : "listOrg");
					for (AgentName agent : some) {
						begin(persons ? "person" : "org", "xml:id", "agent-" + agent.slug(), "sameAs",
								this.root + "/agents/" + agent.slug());
						element(persons ? "persName" : "orgName", agent.name());
						end();
					}
					end();
					line();
				}
			}
		}

		private void claim(ClaimRecord claim) throws XMLStreamException {
			List<String> values = new ArrayList<>(List.of("#stance-" + claim.stance(), "#kind-" + claim.kind(),
					"#target-" + claim.target(), "#aspect-" + claim.aspect(), "#certainty-" + claim.certainty()));
			String uptake = claim.uptake();
			if (uptake != null) {
				values.add("#uptake-" + uptake);
			}
			TextSpan span = claim.span();
			begin("span", "xml:id", "claim-" + claim.name(), "type", claim.anchoring(), "from",
					(span != null) ? place(span.start(), false) : null, "to",
					(span != null) ? place(span.end(), true) : null, "ana", String.join(" ", values), "sameAs",
					this.root + claim.address());
			characters(claim.paraphrase());
			end();
			line();
		}

		/**
		 * Where a point of the text is. The end of a paragraph belongs to it only for
		 * what ends there.
		 */
		private String place(int offset, boolean end) {
			Paragraph in = this.paragraphs.get(0);
			for (Paragraph paragraph : this.paragraphs) {
				if (end ? paragraph.start() < offset : paragraph.start() <= offset) {
					in = paragraph;
				}
			}
			return "#string-index(p" + in.number() + "," + Math.min(Math.max(0, offset - in.start()), in.length())
					+ ")";
		}

		private void claimants() throws XMLStreamException {
			List<ClaimRecord> known = this.all.stream().filter((claim) -> claim.claimant() != null).toList();
			if (known.isEmpty()) {
				return;
			}
			begin("linkGrp", "type", "claimants");
			for (ClaimRecord claim : known) {
				begin("link", "target",
						"#claim-" + claim.name() + " #agent-" + Objects.requireNonNull(claim.claimant()).slug());
				end();
			}
			end();
			line();
		}

		private void points() throws XMLStreamException {
			if (this.all.stream().allMatch((claim) -> claim.points().isEmpty())) {
				return;
			}
			begin("linkGrp", "type", "points");
			for (ClaimRecord claim : this.all) {
				for (PointName point : claim.points()) {
					begin("link", "target", "#claim-" + claim.name() + " " + this.root + point.address(), "ana",
							"#bearing-" + point.bearing());
					end();
				}
			}
			end();
			line();
		}

		private void relations() throws XMLStreamException {
			List<RelationRecord> related = TeiDocument.this.relations.ofArticle(this.article.id());
			if (related.isEmpty()) {
				return;
			}
			begin("listRelation", "type", "claims");
			line();
			for (RelationRecord relation : related) {
				boolean directed = relation.type().equals("elaborates");
				begin("relation", "name", relation.type(), "ana", "#relation-" + relation.type(),
						directed ? "active" : "mutual",
						directed ? claim(relation.from()) : claim(relation.from()) + " " + claim(relation.to()),
						"passive", directed ? claim(relation.to()) : null);
				element("desc", relation.reason());
				end();
				line();
			}
			end();
			line();
		}

		/** Active is the claim that states the passive, a point, otherwise. */
		private void discrepancies() throws XMLStreamException {
			Map<Long, List<DiscrepancyRecord>> differing = TeiDocument.this.discrepancies.of(this.all);
			if (differing.isEmpty()) {
				return;
			}
			begin("listRelation", "type", "discrepancies");
			line();
			for (ClaimRecord claim : this.all) {
				for (DiscrepancyRecord discrepancy : differing.getOrDefault(claim.id(), List.of())) {
					begin("relation", "name", "states_otherwise", "ana", "#gravity-" + discrepancy.gravity(), "active",
							"#claim-" + claim.name(), "passive", this.root + discrepancy.address());
					begin("desc");
					begin("q", "type", "claim");
					characters(discrepancy.claimSays());
					end();
					characters(" ");
					begin("q", "type", "plan", "n", discrepancy.letter());
					characters(discrepancy.planSays());
					end();
					end();
					end();
					line();
				}
			}
			end();
			line();
		}

		private String claim(String key) {
			return this.all.stream()
				.filter((claim) -> claim.key().equals(key))
				.findFirst()
				.map((claim) -> "#claim-" + claim.name())
				.orElse(this.root + "/claims/" + key);
		}

		private void begin(String name, @Nullable String... attributes) throws XMLStreamException {
			this.xml.writeStartElement(NAMESPACE, name);
			for (int i = 0; i < attributes.length; i += 2) {
				String value = attributes[i + 1];
				if (value == null) {
					continue;
				}
				String attribute = Objects.requireNonNull(attributes[i]);
				if (attribute.startsWith("xml:")) {
					this.xml.writeAttribute("xml", "http://www.w3.org/XML/1998/namespace", attribute.substring(4),
							value);
				}
				else {
					this.xml.writeAttribute(attribute, value);
				}
			}
		}

		private void element(String name, String words) throws XMLStreamException {
			begin(name);
			characters(words);
			end();
		}

		private void end() throws XMLStreamException {
			this.xml.writeEndElement();
		}

		private void line() throws XMLStreamException {
			this.xml.writeCharacters("\n");
		}

		/** Writes text without the characters that XML 1.0 cannot have. */
		private void characters(String words) throws XMLStreamException {
			StringBuilder kept = new StringBuilder(words.length());
			words.codePoints()
				.filter((point) -> point == '\n' || point == '\t' || (point >= ' ' && point < 0xD800)
						|| (point > 0xDFFF && point != 0xFFFE && point != 0xFFFF))
				.forEach(kept::appendCodePoint);
			this.xml.writeCharacters(kept.toString());
		}

		/** An address as {@code xs:anyURI} takes it. */
		private static String uri(String address) {
			return address.replaceAll("\\s", "%20")
				.replace("{", "%7B")
				.replace("}", "%7D")
				.replace("\\", "%5C")
				.replace("^", "%5E")
				.replace("`", "%60")
				.replace("|", "%7C")
				.replace("<", "%3C")
				.replace(">", "%3E")
				.replace("\"", "%22");
		}

	}

}
