package org.catena.editing;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The submissions in progress.
 */
@Component
class Drafts {

	/** Revisions of a draft that are kept: more than anybody falls behind. */
	private static final int KEPT_REVISIONS = 100;

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final Clock clock;

	Drafts(JdbcClient jdbc, JsonMapper json, Clock clock) {
		this.jdbc = jdbc;
		this.json = json;
		this.clock = clock;
	}

	/**
	 * Opens a draft.
	 * @param owner the editor's account
	 * @param form what was typed
	 * @param article the slug of the article that it edits
	 * @param articleSha256 of that article, as the editor saw it
	 * @return its number
	 */
	@Transactional
	public long open(String owner, ArticleForm form, @Nullable String article, @Nullable String articleSha256) {
		long id = this.jdbc.sql("""
				insert into draft (owner_id, state, article_id, article_sha256, title, form, revision, created_at,
				  updated_at)
				values ((select id from editor where name = :owner), 'open',
				  (select id from article where slug = cast(:article as text)), :sha256, :title,
				  cast(:form as json), 1, :now, :now)
				returning id""")
			.param("owner", owner)
			.param("article", article)
			.param("sha256", articleSha256)
			.param("title", form.label())
			.param("form", write(form))
			.param("now", now())
			.query(Long.class)
			.single();
		keep(id, 1, form, owner);
		return id;
	}

	/** Notes the piece that a draft was made of. */
	void restsOn(long id, long piece) {
		this.jdbc.sql("update draft set received_piece_id = :piece where id = :id")
			.param("piece", piece)
			.param("id", id)
			.update();
	}

	Optional<Draft> find(long id) {
		return this.jdbc.sql("""
				select draft.id, editor.name, draft.state, article.slug, draft.article_sha256, draft.form,
				  draft.revision
				from draft join editor on editor.id = draft.owner_id left join article on article.id = draft.article_id
				where draft.id = :id""")
			.param("id", id)
			.query((row, number) -> new Draft(row.getLong("id"), row.getString("name"),
					DraftState.of(row.getString("state")), row.getString("slug"), row.getString("article_sha256"),
					read(row.getString("form")), row.getInt("revision")))
			.optional();
	}

	/**
	 * Saves what was typed. A discarded draft is open again then.
	 * @param id the draft
	 * @param form what was typed
	 * @param revision that the editor saw
	 * @param by who typed it
	 * @return whether it was saved: not when another saving came between, or when the
	 * draft has been published
	 */
	@Transactional
	public boolean save(long id, ArticleForm form, int revision, String by) {
		boolean saved = this.jdbc.sql("""
				update draft set form = cast(:form as json), title = :title, revision = revision + 1, updated_at = :now,
				  state = case state when 'discarded' then 'open' else state end
				where id = :id and revision = :revision and state <> 'published'""")
			.param("id", id)
			.param("form", write(form))
			.param("title", form.label())
			.param("revision", revision)
			.param("now", now())
			.update() == 1;
		if (saved) {
			keep(id, revision + 1, form, by);
		}
		return saved;
	}

	/** Keeps a revision, so that what others typed on top of it can be merged. */
	private void keep(long id, int revision, ArticleForm form, String by) {
		this.jdbc.sql("""
				insert into draft_saving (draft_id, revision, form, saved_by, saved_at)
				values (:id, :revision, cast(:form as json), :by, :now)""")
			.param("id", id)
			.param("revision", revision)
			.param("form", write(form))
			.param("by", by)
			.param("now", now())
			.update();
		this.jdbc.sql("delete from draft_saving where draft_id = :id and revision <= :oldest")
			.param("id", id)
			.param("oldest", revision - KEPT_REVISIONS)
			.update();
	}

	/** What a draft held at a revision, if that is still known. */
	Optional<ArticleForm> formAt(long id, int revision) {
		return this.jdbc.sql("select form from draft_saving where draft_id = :id and revision = :revision")
			.param("id", id)
			.param("revision", revision)
			.query((row, number) -> read(row.getString("form")))
			.optional();
	}

	/** Who saved a draft last. */
	String savedBy(long id) {
		return this.jdbc.sql("select saved_by from draft_saving where draft_id = :id order by revision desc limit 1")
			.param("id", id)
			.query(String.class)
			.optional()
			.orElse("somebody");
	}

	/**
	 * Moves a draft from one state to another.
	 * @return whether it was in the first
	 */
	boolean move(long id, DraftState from, DraftState to) {
		return this.jdbc.sql("update draft set state = :to, updated_at = :now where id = :id and state = :from")
			.param("id", id)
			.param("from", from.word())
			.param("to", to.word())
			.param("now", now())
			.update() == 1;
	}

	/** Discards a draft that is open; it is kept, and can be taken up again. */
	void discard(long id) {
		this.jdbc.sql(
				"update draft set state = 'discarded', updated_at = :now where id = :id and state in ('open', 'in_review')")
			.param("id", id)
			.param("now", now())
			.update();
	}

	/**
	 * Marks a draft as published.
	 * @return whether it was open
	 */
	boolean publish(long id, String article) {
		return this.jdbc.sql("""
				update draft set state = 'published', updated_at = :now,
				  article_id = (select id from article where slug = :article)
				where id = :id and state in ('open', 'in_review')""")
			.param("id", id)
			.param("article", article)
			.param("now", now())
			.update() == 1;
	}

	/** Notes the article as the editor has seen it. */
	void acknowledgeArticle(long id, PublishedArticles.Opened seen) {
		this.jdbc.sql("update draft set article_sha256 = :sha256, article_form = cast(:form as json) where id = :id")
			.param("id", id)
			.param("sha256", seen.sha256())
			.param("form", write(seen.form()))
			.update();
	}

	/** The article as the editor saw it last, if that is known. */
	Optional<ArticleForm> article(long id) {
		return this.jdbc.sql("select article_form from draft where id = :id and article_form is not null")
			.param("id", id)
			.query((row, number) -> read(row.getString("article_form")))
			.optional();
	}

	/** An article as it was at a fixity, where somebody opened it for editing then. */
	Optional<ArticleForm> articleAt(String slug, String sha256) {
		return this.jdbc.sql("""
				select article_form from draft join article on article.id = draft.article_id
				where article.slug = :slug and draft.article_sha256 = :sha256 and article_form is not null limit 1""")
			.param("slug", slug)
			.param("sha256", sha256)
			.query((row, number) -> read(row.getString("article_form")))
			.optional();
	}

	/**
	 * The draft of an article that an editor has open, the last saved if there are
	 * several.
	 */
	Optional<Long> openOf(String owner, String article) {
		return this.jdbc.sql("""
				select draft.id from draft join editor on editor.id = draft.owner_id
				join article on article.id = draft.article_id
				where editor.name = :owner and article.slug = :article and draft.state = 'open'
				order by draft.updated_at desc, draft.id desc limit 1""")
			.param("owner", owner)
			.param("article", article)
			.query(Long.class)
			.optional();
	}

	/** The drafts that an editor has not finished. */
	List<DraftRow> openOf(String owner) {
		return rows("editor.name = :owner and draft.state in ('open', 'in_review')", owner);
	}

	/** The drafts of all editors that wait for review, those that wait longest first. */
	List<DraftRow> waiting() {
		return rows("draft.state = 'in_review' and :owner is not null", "").stream()
			.sorted(Comparator.comparing((row) -> row.stepAt().instant()))
			.toList();
	}

	private List<DraftRow> rows(String where, String owner) {
		return this.jdbc
			.sql("""
					select draft.id, draft.title, article.slug, draft.updated_at, editor.name as owner, draft.state,
					  coalesce(step.taken_at, draft.updated_at) as step_at, step.step, step.taken_by, step.remark
					from draft join editor on editor.id = draft.owner_id left join article on article.id = draft.article_id
					left join lateral (select * from draft_step where draft_id = draft.id order by id desc limit 1) step on true
					where %s order by draft.updated_at desc, draft.id desc limit 200"""
				.formatted(where))
			.param("owner", owner)
			.query((row, number) -> new DraftRow(row.getLong("id"), row.getString("title"), row.getString("slug"),
					When.of(row, "updated_at"), row.getString("owner"), DraftState.of(row.getString("state")),
					When.of(row, "step_at"),
					"returned".equals(row.getString("step")) ? row.getString("taken_by") : null,
					row.getString("remark")))
			.list();
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	private ArticleForm read(String form) {
		return this.json.readValue(form, ArticleForm.class);
	}

	/** An unpaired surrogate, which UTF-8 cannot hold, becomes a question mark. */
	private String write(ArticleForm form) {
		byte[] utf8 = this.json.writeValueAsString(form).getBytes(StandardCharsets.UTF_8);
		return new String(utf8, StandardCharsets.UTF_8);
	}

}
