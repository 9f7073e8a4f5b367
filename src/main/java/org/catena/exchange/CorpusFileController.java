package org.catena.exchange;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import org.catena.ingest.CorpusFiles;
import org.catena.past.TellsThePast;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Articles as files of the corpus: what is published here can be taken in elsewhere, and
 * here again, unchanged.
 */
@Controller
@TellsThePast
class CorpusFileController implements OffersForms {

	/** RFC 7763. */
	private static final MediaType MARKDOWN = MediaType.parseMediaType("text/markdown;charset=UTF-8");

	/** RFC 9512. */
	private static final MediaType YAML = MediaType.parseMediaType("application/yaml;charset=UTF-8");

	private final CorpusFiles files;

	private final ArticleRecords articles;

	private final Whereabouts whereabouts;

	CorpusFileController(CorpusFiles files, ArticleRecords articles, Whereabouts whereabouts) {
		this.files = files;
		this.articles = articles;
		this.whereabouts = whereabouts;
	}

	@Override
	public List<MachineForm> forms() {
		return List.of(
				MachineForm.of("/articles/{slug:[a-z0-9-]+}", ".md", "text/markdown",
						"The text as a file of the corpus"),
				MachineForm.of("/articles/{slug:[a-z0-9-]+}", ".claims.yaml", "application/yaml",
						"The claims as a file of the corpus"));
	}

	@GetMapping("/articles/{slug:[a-z0-9-]+}.md")
	ResponseEntity<byte[]> article(@PathVariable String slug) {
		return answer(MARKDOWN, published(slug, ".md").flatMap(this.files::article), slug);
	}

	@GetMapping("/articles/{slug:[a-z0-9-]+}.claims.yaml")
	ResponseEntity<byte[]> claims(@PathVariable String slug) {
		return answer(YAML, published(slug, ".claims.yaml").flatMap(this.files::claims), slug);
	}

	private Optional<String> published(String slug, String ending) {
		if (this.articles.bySlug(slug).isEmpty()) {
			throw this.whereabouts.ofArticle(slug, "/articles/%s" + ending);
		}
		return Optional.of(slug);
	}

	private ResponseEntity<byte[]> answer(MediaType type, Optional<String> file, String slug) {
		return EntityTag.answer(ResponseEntity.ok(), type,
				file.orElseThrow(() -> this.whereabouts.ofArticle(slug, "/articles/%s"))
					.getBytes(StandardCharsets.UTF_8));
	}

}
