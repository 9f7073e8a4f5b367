package org.catena.exchange;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.catena.past.TellsThePast;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Texts for corpus tools: exactly the text of a version, in which the positions of
 * annotations count code points, and an annotated article in the form of the Text
 * Encoding Initiative.
 */
@Controller
@TellsThePast
class TextController implements OffersForms {

	private final ArticleRecords articles;

	private final Whereabouts whereabouts;

	private final JdbcClient jdbc;

	private final TeiDocument tei;

	TextController(ArticleRecords articles, Whereabouts whereabouts, JdbcClient jdbc, TeiDocument tei) {
		this.articles = articles;
		this.whereabouts = whereabouts;
		this.jdbc = jdbc;
		this.tei = tei;
	}

	@Override
	public List<MachineForm> forms() {
		return List.of(MachineForm.of("/articles/{slug:[a-z0-9-]+}", ".txt", "text/plain", "The text alone"),
				MachineForm.of("/articles/{slug:[a-z0-9-]+}/v{number:[1-9][0-9]{0,5}}", ".txt", "text/plain",
						"The text alone"),
				MachineForm.of("/articles/{slug:[a-z0-9-]+}", ".tei.xml", "application/tei+xml",
						"The annotated text in TEI"));
	}

	@GetMapping("/articles/{slug:[a-z0-9-]+}.txt")
	ResponseEntity<byte[]> text(@PathVariable String slug) {
		return text(slug, null, "/articles/%s.txt");
	}

	@GetMapping("/articles/{slug:[a-z0-9-]+}/v{number:[1-9][0-9]{0,5}}.txt")
	ResponseEntity<byte[]> text(@PathVariable String slug, @PathVariable int number) {
		return text(slug, number, "/articles/%s/v" + number + ".txt");
	}

	private ResponseEntity<byte[]> text(String slug, @Nullable Integer number, String address) {
		byte[] bytes = this.jdbc.sql("""
				select v.text from article a join article_version v on v.article_id = a.id
				where a.slug = :slug and a.state = 'published' and v.number = coalesce(:number, a.version)""")
			.param("slug", slug)
			.param("number", number, java.sql.Types.INTEGER)
			.query(String.class)
			.optional()
			.orElseThrow(() -> this.whereabouts.ofArticle(slug, address))
			.getBytes(StandardCharsets.UTF_8);
		return ResponseEntity.ok()
			.contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
			.eTag(EntityTag.of(bytes))
			.body(bytes);
	}

	@GetMapping("/articles/{slug:[a-z0-9-]+}.tei.xml")
	ResponseEntity<byte[]> tei(@PathVariable String slug) {
		ArticleRecord article = this.articles.bySlug(slug)
			.orElseThrow(() -> this.whereabouts.ofArticle(slug, "/articles/%s.tei.xml"));
		byte[] bytes = this.tei.of(article);
		return ResponseEntity.ok()
			.contentType(new MediaType(MediaType.parseMediaType("application/tei+xml"), StandardCharsets.UTF_8))
			.header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + article.slug() + ".tei.xml\"")
			.eTag(EntityTag.of(bytes))
			.body(bytes);
	}

}
