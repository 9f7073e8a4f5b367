package org.catena.editing;

import java.security.Principal;

import jakarta.servlet.http.HttpServletRequest;
import org.catena.editing.PublishedArticles.Opened;
import org.catena.editing.SaveDraft.Saved;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Saves drafts while somebody types. A script sends the form as a button would, and reads
 * where the draft is and at which revision; without the script, the button does the same.
 */
@RestController
class AutosaveController {

	/** The parameter by which the script says that it is no button. */
	static final String PARAMETER = "autosave";

	private final Drafts drafts;

	private final SaveDraft saveDraft;

	private final DraftAccess access;

	private final PublishedArticles articles;

	AutosaveController(Drafts drafts, SaveDraft saveDraft, DraftAccess access, PublishedArticles articles) {
		this.drafts = drafts;
		this.saveDraft = saveDraft;
		this.access = access;
		this.articles = articles;
	}

	@PostMapping(path = DraftPages.NEW, params = PARAMETER)
	ResponseEntity<Autosaved> begin(HttpServletRequest request, Principal editor) {
		return saved(this.drafts.open(editor.getName(), form(request), null, null), 1);
	}

	@PostMapping(path = "/admin/articles/{slug}/edit", params = PARAMETER)
	ResponseEntity<Autosaved> beginEdit(@PathVariable String slug, HttpServletRequest request, Principal editor) {
		Opened opened = this.articles.open(Typed.shown(slug)).orElseThrow(PageRefused::noArticle);
		return saved(this.access.openEdit(editor.getName(), form(request), slug, request.getParameter("base"), opened),
				1);
	}

	@PostMapping(path = "/admin/drafts/{id}", params = PARAMETER)
	ResponseEntity<Autosaved> save(@PathVariable String id, HttpServletRequest request, Principal editor) {
		Draft draft = this.access.visible(id, request);
		if (draft.state() == DraftState.PUBLISHED) {
			return ResponseEntity.status(HttpStatus.CONFLICT).build();
		}
		int revision = FormParameters.of(request.getParameterMap()).number("revision");
		if (draft.revision() != revision) {
			// The page shows what another window had before: a person looks at both.
			return ResponseEntity.status(HttpStatus.CONFLICT).build();
		}
		Saved saved = this.saveDraft.save(draft, form(request), revision, editor.getName());
		return (saved.merged() == null) ? saved(draft.id(), saved.draft().revision())
				: ResponseEntity.status(HttpStatus.CONFLICT).build();
	}

	private static ArticleForm form(HttpServletRequest request) {
		return ArticleForm.read(FormParameters.of(request.getParameterMap()));
	}

	private static ResponseEntity<Autosaved> saved(long draft, int revision) {
		return ResponseEntity.ok(new Autosaved("/admin/drafts/" + draft, revision));
	}

	/**
	 * A saving.
	 *
	 * @param address where the draft is
	 * @param revision at which it is now
	 */
	record Autosaved(String address, int revision) {
	}

}
