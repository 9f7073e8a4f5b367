package org.catena.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

import org.springframework.util.FileSystemUtils;

/**
 * What lies in the data directory: made at the first start, checked at every start.
 */
final class Cluster {

	private final DataFolder folder;

	private final PostgresPrograms programs;

	Cluster(DataFolder folder, PostgresPrograms programs) {
		this.folder = folder;
		this.programs = programs;
	}

	/**
	 * Makes the data directory if there is none, and refuses one that this PostgreSQL
	 * cannot read.
	 */
	void prepare() throws IOException {
		FileSystemUtils.deleteRecursively(this.folder.unfinished());
		Path directory = this.folder.postgres();
		if (isEmpty(directory)) {
			initialise(ServerAccess.read(this.folder.access())
				.orElseGet(() -> ServerAccess.withNewPassword(LoopbackPort.anyFree())));
			return;
		}
		Path versionFile = directory.resolve("PG_VERSION");
		if (!Files.isRegularFile(versionFile)) {
			throw new DatabaseUnavailable("The folder " + directory + " is not PostgreSQL's: it has no PG_VERSION.",
					"Move what is in it elsewhere, or name another folder with catena.data-dir.");
		}
		String version = Files.readString(versionFile).strip();
		if (!PostgresBinaries.MAJOR_VERSION.equals(version)) {
			throw new DatabaseUnavailable(
					"The data in %s were written by PostgreSQL %s, and this Catena brings PostgreSQL %s."
						.formatted(directory, version, PostgresBinaries.MAJOR_VERSION),
					("Dump the database with pg_dump from a PostgreSQL %s server on that folder, start Catena on an empty"
							+ " folder, and restore there; or name a server with spring.datasource.url.")
						.formatted(version));
		}
	}

	private static boolean isEmpty(Path directory) throws IOException {
		if (!Files.exists(directory)) {
			return true;
		}
		try (Stream<Path> children = Files.list(directory)) {
			return children.findAny().isEmpty();
		}
	}

	private void initialise(ServerAccess access) throws IOException {
		access.write(this.folder.access());
		Path passwordFile = this.folder.root().resolve("postgres.password");
		OwnerOnly.write(passwordFile, access.password());
		try {
			// The builtin provider sorts and maps case the same on every platform and
			// after every update of the system, so indexes stay true. ICU and libc change
			// with their versions, and Windows and macOS have no C.UTF-8.
			PostgresPrograms.Outcome outcome = this.programs.run(List.of("initdb", "-D",
					this.folder.unfinished().toString(), "-U", ServerAccess.SUPERUSER, "--pwfile=" + passwordFile,
					"--auth=scram-sha-256", "--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8",
					"--locale=C", "--data-checksums", "--no-instructions", "-c", "max_connections=50"));
			if (!outcome.succeeded()) {
				throw new DatabaseUnavailable("PostgreSQL could not make its data directory in " + this.folder.root()
						+ ": " + outcome.output(), "Mend what it says, or name another folder with catena.data-dir.");
			}
		}
		finally {
			Files.deleteIfExists(passwordFile);
		}
		Files.deleteIfExists(this.folder.postgres());
		Files.move(this.folder.unfinished(), this.folder.postgres(), StandardCopyOption.ATOMIC_MOVE);
	}

	/**
	 * The port and password, or new ones when their file is lost: who may write the data
	 * directory may also set a password.
	 */
	ServerAccess access() {
		return ServerAccess.read(this.folder.access()).orElseGet(() -> {
			ServerAccess access = ServerAccess.withNewPassword(LoopbackPort.anyFree());
			PostgresPrograms.Outcome outcome = this.programs.run(
					List.of("postgres", "--single", "-D", this.folder.postgres().toString(), "postgres"),
					"ALTER ROLE %s PASSWORD '%s'\n".formatted(ServerAccess.SUPERUSER, access.password()));
			if (!outcome.succeeded()) {
				throw new DatabaseUnavailable(
						"The password of the data in " + this.folder.root() + " is lost and could not be renewed: "
								+ outcome.output(),
						"Put " + this.folder.access().getFileName() + " back from a copy of the folder.");
			}
			access.write(this.folder.access());
			return access;
		});
	}

	/**
	 * Makes the application's role and database on the running server where they are
	 * missing.
	 */
	void provide(ServerAccess access) throws SQLException {
		try (Connection connection = connect(access.asSuperuser()); Statement sql = connection.createStatement()) {
			String verb = isTrue(sql, "SELECT count(*) = 0 FROM pg_roles WHERE rolname = '" + ServerAccess.OWNER + "'")
					? "CREATE" : "ALTER";
			sql.execute("SET log_min_error_statement = panic");
			sql.execute("%s ROLE %s LOGIN PASSWORD '%s'".formatted(verb, ServerAccess.OWNER, access.password()));
			if (isTrue(sql, "SELECT count(*) = 0 FROM pg_database WHERE datname = '" + ServerAccess.OWNER + "'")) {
				sql.execute("CREATE DATABASE %s OWNER %s".formatted(ServerAccess.OWNER, ServerAccess.OWNER));
			}
		}
	}

	/**
	 * Whether the server on this port is the one on our data directory. Somebody else's
	 * server either does not know the password or has another directory.
	 */
	boolean isServedOn(ServerAccess access) {
		try (Connection connection = connect(access.asSuperuser());
				Statement sql = connection.createStatement();
				ResultSet row = sql.executeQuery("SHOW data_directory")) {
			return row.next() && Files.isSameFile(Path.of(row.getString(1)), this.folder.postgres());
		}
		catch (SQLException | IOException | RuntimeException ex) {
			return false;
		}
	}

	static Connection connect(EmbeddedConnection way) throws SQLException {
		Properties properties = new Properties();
		properties.setProperty("user", way.username());
		properties.setProperty("password", way.password());
		properties.setProperty("ApplicationName", "catena-start");
		properties.setProperty("connectTimeout", "5");
		properties.setProperty("loginTimeout", "10");
		properties.setProperty("socketTimeout", "60");
		return DriverManager.getConnection(way.getJdbcUrl(), properties);
	}

	private static boolean isTrue(Statement sql, String query) throws SQLException {
		try (ResultSet row = sql.executeQuery(query)) {
			return row.next() && row.getBoolean(1);
		}
	}

	/** The last lines that the server wrote, for a message. */
	String lastWords() {
		try {
			List<String> lines = Files.readAllLines(this.folder.log());
			return String.join("\n", lines.subList(Math.max(0, lines.size() - 10), lines.size()));
		}
		catch (IOException | UncheckedIOException ex) {
			return "";
		}
	}

}
