package org.catena.editing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The accounts of the people who edit.
 */
@Component
class Editors {

	private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

	private static final int LONGEST_NAME = 40;

	/**
	 * An account names the coding of its claims, so none has the name of one of these.
	 */
	private static final Set<String> CODINGS = Set.of("first", "second", "first-independent");

	private static final String ROWS = """
			select editor.name, role, editor.created_at, disabled_at,
			  (select max(seen_at) from login where login.editor_id = editor.id) as seen_at,
			  (select count(*) from draft where owner_id = editor.id and state in ('open', 'in_review')) as drafts
			from editor where %s order by editor.name""";

	private final JdbcClient jdbc;

	private final Clock clock;

	Editors(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Whether there is no account yet. */
	boolean isEmpty() {
		return this.jdbc.sql("select count(*) from editor").query(Long.class).single() == 0;
	}

	/** Adds an account of an editor. */
	boolean add(String name, String password) {
		return add(name, password, Role.EDITOR);
	}

	/**
	 * Adds an account.
	 * @param name its name
	 * @param password the hashed password
	 * @param role what it may do
	 * @return whether it is new; another one of that name stays as it is
	 */
	boolean add(String name, String password, Role role) {
		return this.jdbc.sql("""
				insert into editor (name, password, role, created_at) values (:name, :password, :role, :now)
				on conflict do nothing""")
			.param("name", name)
			.param("password", password)
			.param("role", role.word())
			.param("now", now())
			.update() == 1;
	}

	/** Whether a text can be the name of an account. */
	static boolean isName(String text) {
		return text.length() <= LONGEST_NAME && NAME.matcher(text).matches() && !CODINGS.contains(text);
	}

	/** All accounts by name. */
	List<EditorRow> all() {
		return this.jdbc.sql(ROWS.formatted("true")).query(Editors::row).list();
	}

	Optional<EditorRow> find(String name) {
		return this.jdbc.sql(ROWS.formatted("editor.name = :name"))
			.param("name", Typed.shown(name))
			.query(Editors::row)
			.optional();
	}

	/**
	 * Gives an account another role.
	 * @return whether it has it now: not where nobody could keep accounts any more
	 */
	@Transactional
	public boolean change(String name, Role role) {
		return keepsAnAdministrator(name, role.isAdministrator())
				&& this.jdbc.sql("update editor set role = :role where name = :name")
					.param("role", role.word())
					.param("name", name)
					.update() == 1;
	}

	/**
	 * Disables an account, or enables it again.
	 * @return whether that was done: not where nobody could keep accounts any more
	 */
	@Transactional
	public boolean disable(String name, boolean disabled) {
		return keepsAnAdministrator(name, !disabled)
				&& this.jdbc.sql("update editor set disabled_at = :at where name = :name")
					.param("at", disabled ? now() : null, Types.TIMESTAMP_WITH_TIMEZONE)
					.param("name", name)
					.update() == 1;
	}

	/** Whether one account can keep accounts, whatever happens to this one. */
	private boolean keepsAnAdministrator(String name, boolean stays) {
		this.jdbc.sql("lock table editor in share row exclusive mode").update();
		return stays || this.jdbc.sql("""
				select exists (select from editor
				  where role = 'administrator' and disabled_at is null and name <> :name)""")
			.param("name", name)
			.query(Boolean.class)
			.single();
	}

	/** Sets the hashed password of an account. */
	void setPassword(String name, String password) {
		this.jdbc.sql("update editor set password = :password where name = :name")
			.param("password", password)
			.param("name", name)
			.update();
	}

	/** The id of an account that is known to exist. */
	long id(String name) {
		return this.jdbc.sql("select id from editor where name = :name").param("name", name).query(Long.class).single();
	}

	/** The account of a name, for log-in. */
	UserDetails load(String name) {
		if (!NAME.matcher(name).matches()) {
			throw new UsernameNotFoundException("No account has such a name");
		}
		return this.jdbc
			.sql("select name, password, role, disabled_at is not null as disabled from editor where name = :name")
			.param("name", name)
			.query((row, number) -> User.withUsername(row.getString("name"))
				.password(row.getString("password"))
				.authorities(Role.of(row.getString("role")).authorities())
				.disabled(row.getBoolean("disabled"))
				.build())
			.optional()
			.orElseThrow(() -> new UsernameNotFoundException("No account has this name"));
	}

	/** Keeps a password that was hashed anew. */
	UserDetails updatePassword(UserDetails editor, @Nullable String password) {
		setPassword(editor.getUsername(), Objects.requireNonNull(password));
		return load(editor.getUsername());
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	private static EditorRow row(ResultSet row, int number) throws SQLException {
		return new EditorRow(row.getString("name"), Role.of(row.getString("role")), When.of(row, "created_at"),
				When.find(row, "disabled_at"), When.find(row, "seen_at"), row.getInt("drafts"));
	}

	/**
	 * An account in a list.
	 *
	 * @param name its name
	 * @param role what it may do
	 * @param createdAt since when it exists
	 * @param disabledAt since when it is disabled
	 * @param seenAt when somebody was logged in with it last
	 * @param drafts how many drafts of it are open or in review
	 */
	record EditorRow(String name, Role role, When createdAt, @Nullable When disabledAt, @Nullable When seenAt,
			int drafts) {
	}

}
