package org.catena.editing;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;
import org.catena.article.WithdrawArticle;
import org.catena.editing.PublishedArticles.DeskRow;
import org.catena.history.Attribution;
import org.catena.ingest.CorpusFiles;
import org.catena.ingest.IngestUpload;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What editors do with one article of the archive: edit it, take it out as files,
 * withdraw it, show it again.
 */
@Controller
class ArticleDeskController {

	private static final String ARTICLE = "/admin/articles/{slug}";

	private final PublishedArticles articles;

	private final WithdrawArticle withdrawArticle;

	private final CorpusFiles files;

	private final SecondCodings secondCodings;

	ArticleDeskController(PublishedArticles articles, WithdrawArticle withdrawArticle, CorpusFiles files,
			SecondCodings secondCodings) {
		this.secondCodings = secondCodings;
		this.articles = articles;
		this.withdrawArticle = withdrawArticle;
		this.files = files;
	}

	@GetMapping(ARTICLE)
	String desk(@PathVariable String slug, Principal editor, Model model) {
		return show(find(slug), FormPage.empty(), editor, model);
	}

	@ReviewersOnly
	@PostMapping(ARTICLE + "/withdrawal")
	String withdraw(@PathVariable String slug, @RequestParam(defaultValue = "") String reason,
			@RequestParam(defaultValue = "") String end, HttpServletResponse response, Principal editor, Model model,
			RedirectAttributes redirect) {
		DeskRow article = find(slug);
		FormErrors errors = new FormErrors();
		String said = Typed.orEmpty(new FieldReading(errors).line("reason", reason));
		if (said.isEmpty()) {
			errors.addUnlessKnown("reason",
					end.isEmpty() ? "Say why, in a sentence for readers: it stands at the article’s address."
							: "Say why it is shown again: readers see it in the history.");
		}
		if (!errors.isEmpty()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return show(article, new FormPage(Map.of("reason", reason), errors), editor, model);
		}
		Attribution.because(said)
			.during(() -> end.isEmpty() ? this.withdrawArticle.withdraw(article.slug(), said)
					: this.withdrawArticle.restore(article.slug()));
		redirect.addFlashAttribute("notice",
				end.isEmpty() ? "The article is withdrawn. Its address says why; nothing is deleted."
						: "The article is shown again.");
		return "redirect:/admin/articles/" + article.slug();
	}

	/** Everything that the corpus format has of an article. */
	@GetMapping(ARTICLE + "/corpus.zip")
	ResponseEntity<byte[]> corpus(@PathVariable String slug) {
		Map<String, byte[]> bytes = new LinkedHashMap<>();
		this.files.all(find(slug).slug())
			.forEach((path, text) -> bytes.put(path, text.getBytes(StandardCharsets.UTF_8)));
		return ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_TYPE, "application/zip")
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(slug + ".zip").build().toString())
			.body(IngestUpload.pack(bytes));
	}

	private DeskRow find(String slug) {
		return this.articles.desk(Typed.shown(slug)).orElseThrow(PageRefused::noArticle);
	}

	private String show(DeskRow article, FormPage page, Principal editor, Model model) {
		model.addAttribute("codings", this.secondCodings.ofArticle(article.slug(), editor.getName()));
		model.addAttribute("article", article);
		model.addAttribute("page", page);
		return "editing/desk";
	}

}
