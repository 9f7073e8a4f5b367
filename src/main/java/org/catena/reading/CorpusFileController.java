package org.catena.reading;

import org.catena.ingest.CorpusFiles;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Articles as files of the corpus: what is published here can be taken in elsewhere, and
 * here again, unchanged.
 */
@Controller
class CorpusFileController {

	/** RFC 7763. */
	private static final MediaType MARKDOWN = MediaType.parseMediaType("text/markdown;charset=UTF-8");

	/** RFC 9512. */
	private static final MediaType YAML = MediaType.parseMediaType("application/yaml;charset=UTF-8");

	private final CorpusFiles files;

	private final ArticlePages articles;

	private final JdbcClient jdbc;

	CorpusFileController(CorpusFiles files, ArticlePages articles, JdbcClient jdbc) {
		this.files = files;
		this.articles = articles;
		this.jdbc = jdbc;
	}

	@GetMapping("/articles/{slug:[a-z0-9-]+}.md")
	ResponseEntity<String> article(@PathVariable String slug) {
		check(slug, ".md");
		return ResponseEntity.ok()
			.contentType(MARKDOWN)
			.body(this.files.article(slug).orElseThrow(() -> new NotFound("article " + slug)));
	}

	@GetMapping("/articles/{slug:[a-z0-9-]+}.claims.yaml")
	ResponseEntity<String> claims(@PathVariable String slug) {
		check(slug, ".claims.yaml");
		return ResponseEntity.ok()
			.contentType(YAML)
			.body(this.files.claims(slug).orElseThrow(() -> new NotFound("article " + slug)));
	}

	/** An old slug has moved, and a withdrawn article is gone, in every form. */
	private void check(String slug, String form) {
		this.articles.currentSlug(slug).ifPresent((current) -> {
			throw new Moved("/articles/" + current + form);
		});
		record State(@Nullable String withdrawnReason) {
		}
		this.jdbc.sql("select withdrawn_reason from article where slug = :slug")
			.param("slug", slug)
			.query((row, number) -> new State(row.getString("withdrawn_reason")))
			.optional()
			.map(State::withdrawnReason)
			.ifPresent((reason) -> {
				throw new Withdrawn(reason);
			});
	}

}
