package org.catena.editing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.catena.editing.SecondCoding.Coded;
import org.catena.editing.SecondCoding.State;
import org.catena.editing.SecondCoding.TypedClaims;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The second codings of published articles: an editor has one of a version at most.
 */
@Component
class SecondCodings {

	/** Second codings that a list shows at most. */
	private static final int MOST_LISTED = 200;

	private static final String ROWS = """
			select sc.id, e.name as owner, sc.state, sc.blind, a.slug, coalesce(a.title, a.supplied_title) as title,
			  sc.version, sc.updated_at, json_array_length(sc.form -> 'claims') as claims
			from second_coding sc join article a on a.id = sc.article_id join editor e on e.id = sc.editor_id
			where a.state = 'published' and %s order by sc.updated_at desc, sc.id desc limit :most""";

	private final JdbcClient jdbc;

	private final Snapshots snapshots;

	private final Clock clock;

	SecondCodings(JdbcClient jdbc, Snapshots snapshots, Clock clock) {
		this.jdbc = jdbc;
		this.snapshots = snapshots;
		this.clock = clock;
	}

	/** What is done with a second coding. */
	enum Step {

		BEGUN("began it"), UNBLINDED("had the published claims shown"), CARRIED("went on with the corrected text"),
		GIVEN_UP("gave it up"), RESUMED("took it up again"), FINISHED("finished it"), SET_ASIDE("set it aside"),
		ADJUDICATED("adjudicated it");

		private final String verb;

		Step(String verb) {
			this.verb = verb;
		}

		String word() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/**
	 * Begins a coding of the current version of an article, or finds the one that the
	 * editor has begun: of this version, or an open one of an older.
	 * @param account of the editor
	 * @param slug of the article
	 * @param blind whether the claims of others are to be hidden
	 * @return its number; none where there is no such published article
	 */
	@Transactional
	public Optional<Long> begin(String account, String slug, boolean blind) {
		Optional<Long> begun = this.jdbc.sql("""
				select sc.id from second_coding sc join article a on a.id = sc.article_id
				join editor e on e.id = sc.editor_id
				where a.slug = :slug and a.state = 'published' and e.name = :account
				  and (sc.version = a.version or sc.state = 'open')
				order by sc.state = 'open' desc, sc.version desc limit 1""")
			.param("slug", slug)
			.param("account", account)
			.query(Long.class)
			.optional();
		if (begun.isPresent()) {
			return begun;
		}
		Optional<Long> id = this.jdbc
			.sql("""
					insert into second_coding (article_id, version, editor_id, state, blind, form, revision, begun_at, updated_at)
					select a.id, a.version, e.id, 'open', :blind, cast(:form as json), 1, :now, :now
					from article a, editor e where a.slug = :slug and a.state = 'published' and e.name = :account
					on conflict (article_id, version, editor_id) do update set revision = second_coding.revision
					returning id""")
			.param("slug", slug)
			.param("account", account)
			.param("blind", blind)
			.param("form", this.snapshots.write(TypedClaims.NONE))
			.param("now", now())
			.query(Long.class)
			.optional();
		id.ifPresent((number) -> step(number, Step.BEGUN, account, blind ? null : "with the published claims beside"));
		return id;
	}

	Optional<SecondCoding> find(long id) {
		return this.jdbc.sql("""
				select sc.id, e.name as owner, sc.state, sc.blind, sc.form, sc.revision, sc.finished_at, sc.version,
				  a.slug, coalesce(a.title, a.supplied_title) as title, p.slug as plan, a.version as current, v.text
				from second_coding sc join article a on a.id = sc.article_id join editor e on e.id = sc.editor_id
				join article_version v on v.article_id = a.id and v.number = sc.version
				left join plan p on p.id = a.plan_id
				where sc.id = :id and a.state = 'published'""").param("id", id).query(this::coding).optional();
	}

	private SecondCoding coding(ResultSet row, int number) throws SQLException {
		return new SecondCoding(row.getLong("id"), row.getString("owner"), State.of(row.getString("state")),
				row.getBoolean("blind"),
				new Coded(row.getString("slug"), row.getString("title"), Typed.orEmpty(row.getString("plan")),
						row.getInt("version"), row.getInt("current"), row.getString("text")),
				this.snapshots.read(row.getString("form"), TypedClaims.class), row.getInt("revision"),
				row.getObject("finished_at") != null);
	}

	/**
	 * Saves claims of an open coding.
	 * @return whether that was done: not when another saving came between
	 */
	boolean save(long id, List<ClaimForm> claims, List<AgentForm> agents, int revision) {
		return this.jdbc.sql("""
				update second_coding set form = cast(:form as json), revision = revision + 1, updated_at = :now
				where id = :id and revision = :revision and state = 'open'""")
			.param("id", id)
			.param("form", this.snapshots.write(new TypedClaims(agents, claims)))
			.param("revision", revision)
			.param("now", now())
			.update() == 1;
	}

	/** From now on its coder is shown the claims of others; there is no way back. */
	@Transactional
	public void unblind(long id, String by) {
		change(id, "blind = false", "state = 'open' and blind", Step.UNBLINDED, by, null);
	}

	/**
	 * Goes on with the current version of the text.
	 * @return whether that was done: not where its coder has coded that version too
	 */
	@Transactional
	public boolean carry(long id, String by) {
		return change(id, "version = (select version from article where article.id = article_id)",
				"""
						state = 'open' and not exists (select from second_coding other join article on article.id = other.article_id
						  where other.article_id = second_coding.article_id and other.editor_id = second_coding.editor_id
						  and other.version = article.version)""",
				Step.CARRIED, by, null);
	}

	@Transactional
	public void giveUp(long id, String by, String reason) {
		change(id, "state = 'given_up'", "state = 'open'", Step.GIVEN_UP, by, reason);
	}

	@Transactional
	public void resume(long id, String by) {
		change(id, "state = 'open'", "state = 'given_up' and finished_at is null", Step.RESUMED, by, null);
	}

	/** A finished coding is not adjudicated, and its figures are no longer shown. */
	@Transactional
	public void setAside(long id, String by, String reason) {
		change(id, "state = 'given_up'", "state = 'finished'", Step.SET_ASIDE, by, reason);
	}

	/**
	 * Notes that a coding is finished.
	 * @return whether it was open, and as it was seen
	 */
	@Transactional
	public boolean finish(SecondCoding coding, String by) {
		return change(coding.id(), "state = 'finished', finished_at = :now",
				"state = 'open' and revision = " + coding.revision(), Step.FINISHED, by, null);
	}

	/** Notes that the decisions of a coding are applied. */
	@Transactional
	public boolean adjudicated(long id, String by) {
		return change(id, "state = 'adjudicated', adjudicated_at = :now", "state = 'finished'", Step.ADJUDICATED, by,
				null);
	}

	private boolean change(long id, String what, String where, Step step, String by, @Nullable String remark) {
		boolean changed = this.jdbc
			.sql("update second_coding set %s, revision = revision + 1, updated_at = :now where id = :id and %s"
				.formatted(what, where))
			.param("id", id)
			.param("now", now())
			.update() == 1;
		if (changed) {
			step(id, step, by, remark);
		}
		return changed;
	}

	private void step(long id, Step step, String by, @Nullable String remark) {
		this.jdbc.sql("""
				insert into second_coding_step (second_coding_id, step, taken_by, taken_at, remark)
				values (:id, :step, :by, :now, :remark)""")
			.param("id", id)
			.param("step", step.word())
			.param("by", by)
			.param("now", now())
			.param("remark", remark)
			.update();
	}

	/** Who did what with a coding, the last first. */
	List<StepRow> steps(long id) {
		return this.jdbc.sql("""
				select step, taken_by, taken_at, remark from second_coding_step
				where second_coding_id = :id order by id desc limit 50""")
			.param("id", id)
			.query((row, number) -> new StepRow(Step.valueOf(row.getString("step").toUpperCase(Locale.ROOT)),
					row.getString("taken_by"), When.of(row, "taken_at"), row.getString("remark")))
			.list();
	}

	/** Those of an editor, the last changed first. */
	List<Row> of(String account) {
		return rows("e.name = :asked", account);
	}

	/** Those of an editor that are open. */
	List<Row> openOf(String account) {
		return rows("e.name = :asked and sc.state = 'open'", account);
	}

	/** Those that somebody other than their coder may adjudicate now. */
	List<Row> waitingFor(String account) {
		return rows("sc.state = 'finished' and e.name <> :asked", account);
	}

	/** Those of an article that its editors may know of: not what others have open. */
	List<Row> ofArticle(String slug, String account) {
		return rows("a.slug = :slug and (e.name = :asked or sc.state in ('finished', 'adjudicated'))", account, slug);
	}

	private List<Row> rows(String where, String asked) {
		return rows(where + " and :slug = ''", asked, "");
	}

	private List<Row> rows(String where, String asked, String slug) {
		return this.jdbc.sql(ROWS.formatted(where))
			.params(Map.of("asked", asked, "slug", slug, "most", MOST_LISTED))
			.query((row, number) -> new Row(row.getLong("id"), row.getString("owner"), State.of(row.getString("state")),
					row.getBoolean("blind"), row.getString("slug"), row.getString("title"), row.getInt("version"),
					When.of(row, "updated_at"), row.getInt("claims")))
			.list();
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	/**
	 * A second coding in a list.
	 *
	 * @param id its number
	 * @param owner the account of the editor whose it is
	 * @param state how far it is
	 * @param blind whether its coder was not shown the claims of others
	 * @param article the slug of the article
	 * @param title of the article
	 * @param version the number of the version that is coded
	 * @param updatedAt when it changed
	 * @param claims how many claims it has
	 */
	record Row(long id, String owner, State state, boolean blind, String article, String title, int version,
			When updatedAt, int claims) {

		public boolean isOpen() {
			return this.state == State.OPEN;
		}

		public boolean isFinished() {
			return this.state == State.FINISHED;
		}

	}

	/**
	 * A step.
	 *
	 * @param step what was done
	 * @param by who did it
	 * @param at when
	 * @param remark what was said
	 */
	record StepRow(Step step, String by, When at, @Nullable String remark) {

		public String verb() {
			return this.step.verb;
		}

	}

}
