package org.catena.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.util.FileSystemUtils;

/**
 * The one PostgreSQL server of a test run, and fresh databases on it. A Spring test gets
 * one without asking, see {@link TestDatabaseCustomizerFactory}; others call
 * {@link #fresh()}. A container where Docker answers, the embedded server otherwise.
 */
public final class TestDatabase {

	private static final Logger logger = LoggerFactory.getLogger(TestDatabase.class);

	private static final String FOLDER_PREFIX = "catena-test-postgres-";

	private static final AtomicInteger number = new AtomicInteger();

	private static @Nullable JdbcConnectionDetails server;

	private TestDatabase() {
	}

	/**
	 * A new, empty database, owned by a role that is no superuser, as in production.
	 */
	public static JdbcConnectionDetails fresh() {
		JdbcConnectionDetails superuser = server();
		String name = "test_" + number.incrementAndGet();
		try (Connection connection = DriverManager.getConnection(superuser.getJdbcUrl(), superuser.getUsername(),
				superuser.getPassword()); Statement sql = connection.createStatement()) {
			sql.execute("CREATE ROLE %s LOGIN PASSWORD 'secret'".formatted(name));
			sql.execute("CREATE DATABASE %s OWNER %s".formatted(name, name));
		}
		catch (SQLException ex) {
			throw new IllegalStateException("No test database", ex);
		}
		String url = superuser.getJdbcUrl().replaceFirst("/postgres(?=\\?|$)", "/" + name);
		return new Details(url, name, "secret");
	}

	/** Where tests unpack PostgreSQL's programs, once per build. */
	static String binaries() {
		return System.getProperty("catena.database.binaries-dir", "target/postgres-binaries");
	}

	private static synchronized JdbcConnectionDetails server() {
		if (server == null) {
			server = dockerAnswers() ? container() : embedded();
		}
		return server;
	}

	/** Testcontainers tells at length, as errors, of every place without a Docker. */
	private static boolean dockerAnswers() {
		ch.qos.logback.classic.Logger testcontainers = (ch.qos.logback.classic.Logger) LoggerFactory
			.getLogger("org.testcontainers");
		testcontainers.setLevel(Level.OFF);
		boolean answers = DockerClientFactory.instance().isDockerAvailable();
		testcontainers.setLevel(Level.INFO);
		return answers;
	}

	@SuppressWarnings("resource") // Ended by the handler, after the last context.
	private static JdbcConnectionDetails container() {
		PostgreSQLContainer container = new PostgreSQLContainer("postgres:18-alpine").withDatabaseName("postgres")
			.withEnv("POSTGRES_INITDB_ARGS",
					"--encoding=UTF8 --locale-provider=builtin --builtin-locale=C.UTF-8 --locale=C")
			.withCommand(Stream
				.concat(Stream.of("postgres"),
						Durability.THROWAWAY.settings().stream().flatMap((setting) -> Stream.of("-c", setting)))
				.toArray(String[]::new));
		container.start();
		SpringApplication.getShutdownHandlers().add(container::stop);
		logger.info("Test database: Testcontainers with postgres:18-alpine");
		return new Details(container.getJdbcUrl(), container.getUsername(), container.getPassword());
	}

	private static JdbcConnectionDetails embedded() {
		try {
			sweep();
			Path root = Files.createTempDirectory(FOLDER_PREFIX);
			// Handlers run last in, first out: the server has ended when this one runs.
			SpringApplication.getShutdownHandlers().add(() -> delete(root));
			DataFolder folder = DataFolder.at(root.toString(), binaries());
			EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, folder.lock(), Durability.THROWAWAY);
			logger.info("Test database: embedded PostgreSQL, because Docker does not answer");
			return postgres.superuserConnection();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Ends the servers that killed test runs left behind. */
	private static void sweep() throws IOException {
		Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
		Instant old = Instant.now().minus(Duration.ofMinutes(30));
		List<Path> folders;
		try (Stream<Path> children = Files.list(temporary)) {
			folders = children.filter((child) -> child.getFileName().toString().startsWith(FOLDER_PREFIX)).toList();
		}
		for (Path root : folders) {
			if (Files.isWritable(root) && Files.getLastModifiedTime(root).toInstant().isBefore(old)) {
				sweep(DataFolder.at(root.toString(), binaries()));
			}
		}
	}

	private static void sweep(DataFolder folder) {
		try {
			folder.tryLock().ifPresent((lock) -> {
				// A start ends what an earlier one left.
				EmbeddedPostgres.start(folder, lock, Durability.THROWAWAY).close();
				delete(folder.root());
			});
		}
		catch (DatabaseUnavailable ex) {
			logger.warn("{} stays: {}", folder.root(), ex.getMessage());
		}
	}

	private static void delete(Path root) {
		try {
			FileSystemUtils.deleteRecursively(root);
		}
		catch (IOException ex) {
			logger.debug("{} stays", root, ex);
		}
	}

	private record Details(String url, String username, String password) implements JdbcConnectionDetails {

		@Override
		public String getJdbcUrl() {
			return this.url;
		}

		@Override
		public String getUsername() {
			return this.username;
		}

		@Override
		public String getPassword() {
			return this.password;
		}

	}

}
