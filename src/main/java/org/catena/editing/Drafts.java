package org.catena.editing;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The submissions in progress.
 */
@Component
class Drafts {

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
	long open(String owner, ArticleForm form, @Nullable String article, @Nullable String articleSha256) {
		return this.jdbc.sql("""
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
					this.json.readValue(row.getString("form"), ArticleForm.class), row.getInt("revision")))
			.optional();
	}

	/**
	 * Saves what was typed. A discarded draft is open again then.
	 * @param id the draft
	 * @param form what was typed
	 * @param revision that the editor saw
	 * @return whether it was saved: not when another saving came between, or when the
	 * draft has been published
	 */
	boolean save(long id, ArticleForm form, int revision) {
		return this.jdbc.sql("""
				update draft set form = cast(:form as json), title = :title, state = 'open', revision = revision + 1,
				  updated_at = :now
				where id = :id and revision = :revision and state <> 'published'""")
			.param("id", id)
			.param("form", write(form))
			.param("title", form.label())
			.param("revision", revision)
			.param("now", now())
			.update() == 1;
	}

	/** Discards a draft that is open; it is kept, and can be taken up again. */
	void discard(long id) {
		this.jdbc.sql("update draft set state = 'discarded', updated_at = :now where id = :id and state = 'open'")
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
				where id = :id and state = 'open'""")
			.param("id", id)
			.param("article", article)
			.param("now", now())
			.update() == 1;
	}

	/** Notes that the editor knows the article as it is now. */
	void acknowledgeArticle(long id) {
		this.jdbc.sql("""
				update draft set article_sha256 = (select sha256 from article where article.id = draft.article_id)
				where id = :id""").param("id", id).update();
	}

	List<DraftRow> openOf(String owner) {
		return this.jdbc.sql("""
				select draft.id, draft.title, article.slug, draft.updated_at
				from draft join editor on editor.id = draft.owner_id left join article on article.id = draft.article_id
				where editor.name = :owner and draft.state = 'open'
				order by draft.updated_at desc, draft.id desc limit 200""")
			.param("owner", owner)
			.query((row, number) -> new DraftRow(row.getLong("id"), row.getString("title"), row.getString("slug"),
					When.of(row, "updated_at")))
			.list();
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	/** An unpaired surrogate, which UTF-8 cannot hold, becomes a question mark. */
	private String write(ArticleForm form) {
		byte[] utf8 = this.json.writeValueAsString(form).getBytes(StandardCharsets.UTF_8);
		return new String(utf8, StandardCharsets.UTF_8);
	}

}
