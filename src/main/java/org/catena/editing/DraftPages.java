package org.catena.editing;

import java.util.Comparator;
import java.util.List;

import org.catena.editing.PublishedArticles.Opened;
import org.catena.plan.Plan;
import org.catena.plan.Plans;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lays out the page on which an article is written.
 */
@Component
class DraftPages {

	static final String NEW = "/admin/articles/new";

	private final PublishedArticles articles;

	private final DraftSteps steps;

	private final Plans plans;

	private final JdbcClient jdbc;

	DraftPages(PublishedArticles articles, DraftSteps steps, Plans plans, JdbcClient jdbc) {
		this.articles = articles;
		this.steps = steps;
		this.plans = plans;
		this.jdbc = jdbc;
	}

	/** For an article that is not begun. */
	DraftPage blank() {
		String plan = this.plans.findAll().stream().min(Comparator.comparingLong(Plan::id)).map(Plan::slug).orElse("");
		return page(NEW, null, null, new Content(ArticleForm.empty(plan), new FormErrors(), null, null));
	}

	/** For an article of which no draft is made yet. */
	DraftPage edit(String slug, Opened opened) {
		return page("/admin/articles/" + slug + "/edit", null, new Edited(slug, opened.sha256()),
				new Content(opened.form(), new FormErrors(), null, null));
	}

	/** For a draft. */
	DraftPage of(Draft draft, FormErrors errors, @Nullable String notice) {
		return of(draft, new Content(draft.form(), errors, notice, null));
	}

	/** For a draft that somebody else has changed too. */
	DraftPage of(Draft draft, Clash clash) {
		return of(draft, new Content(draft.form(), new FormErrors(), null, clash));
	}

	/** For a draft whose article somebody else has changed. */
	DraftPage articleChanged(SaveDraft.Saved saved) {
		return of(saved.draft(), new Clash("article", "", java.util.Objects.requireNonNull(saved.merged())));
	}

	private DraftPage of(Draft draft, Content content) {
		Edited edited = (draft.article() != null) ? new Edited(draft.article(), null) : null;
		return page("/admin/drafts/" + draft.id(), draft, edited, content);
	}

	/** For an article that was typed when the session had ended. */
	DraftPage again(FormParameters typed) {
		return page(NEW, null, null, typedBefore(typed));
	}

	/** For changes of an article that were typed when the session had ended. */
	DraftPage editAgain(String slug, FormParameters typed) {
		return page("/admin/articles/" + slug + "/edit", null, new Edited(slug, typed.one("base")), typedBefore(typed));
	}

	/** For what was typed into a draft when the session had ended. */
	DraftPage again(Draft draft, FormParameters typed) {
		Content content = typedBefore(typed);
		return of(draft.with(content.form(), Math.max(0, typed.number("revision"))), content);
	}

	private static Content typedBefore(FormParameters typed) {
		return new Content(ArticleForm.read(typed), new FormErrors(), KeptForm.NOTICE, null);
	}

	private DraftPage page(String action, @Nullable Draft draft, @Nullable Edited edited, Content content) {
		FormChoices choices = FormChoices.read(this.jdbc, content.form().plan());
		return new DraftPage(action, (draft != null) ? draft.id() : null, (draft != null) ? draft.revision() : 0,
				(edited != null) ? edited.slug() : null, (edited != null) ? edited.base() : null, content.form(),
				content.errors(), content.notice(), choices,
				(edited != null) ? this.articles.claims(edited.slug()) : List.of(), (draft != null)
						? new DraftPage.Standing(draft.owner(), draft.state(), this.steps.of(draft.id())) : null,
				content.clash());
	}

	/** The article that is edited; its fixity as long as no draft remembers it. */
	private record Edited(String slug, @Nullable String base) {
	}

	private record Content(ArticleForm form, FormErrors errors, @Nullable String notice, @Nullable Clash clash) {
	}

}
