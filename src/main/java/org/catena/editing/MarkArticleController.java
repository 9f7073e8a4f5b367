package org.catena.editing;

import java.security.Principal;

import org.catena.editing.PublishedArticles.Opened;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Opens a published article where claims are marked: in the draft of it that the editor
 * has open, or in a new one.
 */
@Controller
class MarkArticleController {

	private final PublishedArticles articles;

	private final Drafts drafts;

	private final DraftAccess access;

	MarkArticleController(PublishedArticles articles, Drafts drafts, DraftAccess access) {
		this.articles = articles;
		this.drafts = drafts;
		this.access = access;
	}

	/**
	 * Opens it.
	 * @param slug of the article
	 * @param claim the id of a claim whose sentence is looked at; may be empty
	 */
	@PostMapping("/admin/articles/{slug}/marking")
	String open(@PathVariable String slug, @RequestParam(defaultValue = "") String claim, Principal editor) {
		Opened opened = this.articles.open(Typed.shown(slug)).orElseThrow(PageRefused::noArticle);
		long draft = this.drafts.openOf(editor.getName(), slug)
			.orElseGet(() -> this.access.openEdit(editor.getName(), opened.form(), slug, opened.sha256(), opened));
		int sentence = this.articles.claims(slug)
			.stream()
			.filter((published) -> published.key().equals(claim))
			.mapToInt((published) -> MarkingPages.firstSentence(published.quote(), opened.form().text()))
			.findFirst()
			.orElse(0);
		return "redirect:" + address(draft, sentence);
	}

	/** Where claims of a draft are marked, in a sentence; 0 for the first without one. */
	static String address(long draft, int sentence) {
		return "/admin/drafts/" + draft + "/marking"
				+ ((sentence > 0) ? "?sentence=" + sentence + "#s-" + sentence : "");
	}

}
