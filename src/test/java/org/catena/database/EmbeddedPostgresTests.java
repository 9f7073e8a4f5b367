package org.catena.database;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

class EmbeddedPostgresTests {

	@TempDir(cleanup = CleanupMode.ON_SUCCESS)
	Path temporary;

	@Test
	void keepsDataAndPortOverARestart() throws Exception {
		int port;
		try (EmbeddedPostgres postgres = start("da ta")) {
			port = postgres.connection().port();
			execute(postgres.connection(), "CREATE TABLE kept (text text)", "INSERT INTO kept VALUES ('ä𝄞')");
		}
		assertThat(PostmasterFile.read(folder("da ta").postgres())).isEmpty();
		try (EmbeddedPostgres postgres = start("da ta")) {
			assertThat(value(postgres.connection(), "SELECT text FROM kept")).isEqualTo("ä𝄞");
			assertThat(postgres.connection().port()).isEqualTo(port);
		}
	}

	@Test
	void worksInAFolderWithLettersBeyondAscii() throws Exception {
		assumeThat(System.getProperty("sun.jnu.encoding")).isEqualToIgnoringCase("UTF-8");
		try (EmbeddedPostgres postgres = start("Straße Ελλάδα")) {
			assertThat(value(postgres.connection(), "SELECT 1")).isEqualTo("1");
		}
	}

	@Test
	void keepsThePasswordFromOtherUsers() throws Exception {
		assumeThat(FileSystems.getDefault().supportedFileAttributeViews()).contains("posix");
		start("data").close();
		assertThat(Files.getPosixFilePermissions(folder("data").access()))
			.isEqualTo(PosixFilePermissions.fromString("rw-------"));
		assertThat(folder("data").root().resolve("postgres.password")).doesNotExist();
	}

	@Test
	void setsANewPasswordWhenItsFileIsLost() throws Exception {
		start("data").close();
		String lost = Files.readString(folder("data").access());
		Files.delete(folder("data").access());
		try (EmbeddedPostgres postgres = start("data")) {
			assertThat(value(postgres.connection(), "SELECT 1")).isEqualTo("1");
			assertThat(lost).doesNotContain(postgres.connection().password());
		}
	}

	@Test
	void beginsAgainWhenTheFirstStartWasKilled() throws Exception {
		Files.createDirectories(folder("data").unfinished().resolve("base"));
		try (EmbeddedPostgres postgres = start("data")) {
			assertThat(value(postgres.connection(), "SELECT 1")).isEqualTo("1");
		}
	}

	@Test
	void endsWithTheApplication() {
		Path data = this.temporary.resolve("data");
		ProcessHandle server;
		try (ConfigurableApplicationContext context = SiteProcess.runHere(data)) {
			assertThat(context.getBean(JdbcConnectionDetails.class).getUsername()).isEqualTo("catena");
			server = server(data);
			assertThat(ProcessState.isRunning(server)).isTrue();
		}
		assertThat(ProcessState.isRunning(server)).isFalse();
	}

	@Test
	void endsWhenTheApplicationFailsToStart() {
		Path data = this.temporary.resolve("data");
		FailingSite.server = null;
		assertThatExceptionOfType(RuntimeException.class)
			.isThrownBy(() -> SiteProcess.application(SiteProcess.Site.class, FailingSite.class)
				.run(SiteProcess.arguments(data)))
			.withStackTraceContaining("cannot go on");
		assertThat(FailingSite.server).isNotNull().matches((server) -> !ProcessState.isRunning(server));
	}

	@Test
	void endsOnSigterm() throws Exception {
		Path data = this.temporary.resolve("data");
		try (SiteProcess site = SiteProcess.start(data)) {
			ProcessHandle server = server(data);
			int exit = site.terminate();
			assertThat(exit).isNotEqualTo(-1);
			assertThat(ProcessState.isRunning(server)).isFalse();
			assertThat(PostmasterFile.in(folder("data").postgres())).doesNotExist();
		}
	}

	@Test
	void endsTheServerThatAKilledRunLeft() throws Exception {
		Path data = this.temporary.resolve("data");
		try (SiteProcess site = SiteProcess.start(data)) {
			ProcessHandle orphan = server(data);
			site.kill();
			assertThat(ProcessState.isRunning(orphan)).as("it lives on").isTrue();
			try (EmbeddedPostgres postgres = start("data")) {
				assertThat(ProcessState.isRunning(orphan)).isFalse();
				assertThat(value(postgres.connection(), "SELECT by FROM visit")).isEqualTo("" + site.pid());
			}
		}
	}

	@Test
	void refusesAFolderThatAnotherProcessUses() throws Exception {
		Path data = this.temporary.resolve("data");
		try (SiteProcess site = SiteProcess.start(data)) {
			assertThatExceptionOfType(DatabaseUnavailable.class).isThrownBy(() -> start("data"))
				.withMessage("The data folder %s is in use by another Catena (process %d).", data.toRealPath(),
						site.pid());
			try (SiteProcess second = SiteProcess.start(data)) {
				assertThat(second.output())
					.contains("APPLICATION FAILED TO START", "is in use by another Catena",
							"catena.database.attach=true")
					.doesNotContain("\tat ");
			}
			assertThat(site.isAlive()).isTrue();
		}
	}

	@Test
	void refusesAFolderThatThisProcessUses() throws Exception {
		try (EmbeddedPostgres postgres = start("data")) {
			assertThatExceptionOfType(DatabaseUnavailable.class).isThrownBy(() -> start("data"));
			try (SiteProcess other = SiteProcess.start(this.temporary.resolve("data"))) {
				assertThat(other.output()).as("the refusal kept our lock").contains("is in use by another Catena");
			}
			assertThat(value(postgres.connection(), "SELECT 1")).isEqualTo("1");
		}
	}

	@Test
	void joinsTheServerOfARunningSite() throws Exception {
		Path data = this.temporary.resolve("data");
		try (SiteProcess site = SiteProcess.start(data)) {
			try (ConfigurableApplicationContext command = SiteProcess.runHere(data, "--catena.database.attach=true")) {
				EmbeddedConnection joined = (EmbeddedConnection) command.getBean(JdbcConnectionDetails.class);
				assertThat(command.getBean(LocalPostgres.class)).isInstanceOf(JoinedPostgres.class);
				assertThat(value(joined, "SELECT by FROM visit")).isEqualTo("" + site.pid());
			}
			assertThat(ProcessState.isRunning(server(data))).as("it belongs to the site").isTrue();
		}
	}

	@Test
	void startsAndEndsItsOwnWhenThereIsNoneToJoin() {
		Path data = this.temporary.resolve("data");
		ProcessHandle server;
		try (ConfigurableApplicationContext command = SiteProcess.runHere(data, "--catena.database.attach=true")) {
			assertThat(command.getBean(LocalPostgres.class)).isInstanceOf(EmbeddedPostgres.class);
			server = server(data);
		}
		assertThat(ProcessState.isRunning(server)).isFalse();
	}

	@Test
	void leavesAServerAloneThatHoldsItsPort() throws Exception {
		start("ours").close();
		try (EmbeddedPostgres foreign = start("foreign")) {
			int taken = foreign.connection().port();
			ServerAccess.read(folder("ours").access()).orElseThrow().onPort(taken).write(folder("ours").access());
			try (EmbeddedPostgres ours = start("ours")) {
				assertThat(ours.connection().port()).isNotEqualTo(taken);
				assertThat(value(ours.superuserConnection(), "SHOW data_directory"))
					.isEqualTo(folder("ours").postgres().toString());
			}
			assertThat(value(foreign.connection(), "SELECT 1")).isEqualTo("1");
		}
	}

	@Test
	void leavesAServerAloneThatGotItsProcessNumber() throws Exception {
		start("ours").close();
		try (EmbeddedPostgres foreign = start("foreign")) {
			Files.copy(PostmasterFile.in(folder("foreign").postgres()), PostmasterFile.in(folder("ours").postgres()));
			try (EmbeddedPostgres ours = start("ours")) {
				assertThat(value(ours.connection(), "SELECT 1")).isEqualTo("1");
			}
			assertThat(value(foreign.connection(), "SELECT 1")).isEqualTo("1");
		}
	}

	@Test
	void startsAfterACrashWhenAnotherProgramGotItsProcessNumber() throws Exception {
		start("data").close();
		Files.writeString(PostmasterFile.in(folder("data").postgres()), "%d\n%s\n1700000000\n5432\n\n127.0.0.1\n"
			.formatted(ProcessHandle.current().pid(), folder("data").postgres()));
		try (EmbeddedPostgres postgres = start("data")) {
			assertThat(value(postgres.connection(), "SELECT 1")).isEqualTo("1");
		}
	}

	@Test
	void refusesDataOfAnotherMajorVersion() throws Exception {
		Files.createDirectories(folder("data").postgres());
		Files.writeString(folder("data").postgres().resolve("PG_VERSION"), "17\n");
		assertThatExceptionOfType(DatabaseUnavailable.class).isThrownBy(() -> start("data"))
			.withMessageContaining("PostgreSQL 17")
			.satisfies((ex) -> assertThat(ex.remedy()).contains("pg_dump"));
		assertThat(folder("data").tryLock()).as("the lock is given back").hasValueSatisfying(FolderLock::close);
	}

	@Test
	void refusesAFolderOfSomethingElse() throws Exception {
		Path precious = Files.createDirectories(folder("data").postgres()).resolve("letters.txt");
		Files.writeString(precious, "precious");
		assertThatExceptionOfType(DatabaseUnavailable.class).isThrownBy(() -> start("data"))
			.withMessageContaining("is not PostgreSQL's");
		assertThat(precious).hasContent("precious");
	}

	@Test
	void saysThatAFolderCannotBeWritten() throws Exception {
		Path file = Files.writeString(this.temporary.resolve("file"), "");
		assertThatExceptionOfType(DatabaseUnavailable.class).isThrownBy(() -> DataFolder.at(file.toString(), null))
			.withMessageStartingWith("The data folder " + file + " cannot be written");
	}

	@Test
	void saysThatAPlatformHasNoBinaries() {
		String system = System.setProperty("os.name", "Plan 9");
		try {
			assertThatExceptionOfType(DatabaseUnavailable.class)
				.isThrownBy(() -> PostgresBinaries.unpackInto(this.temporary))
				.withMessageContaining("plan 9")
				.satisfies((ex) -> assertThat(ex.remedy()).contains("spring.datasource.url"));
		}
		finally {
			System.setProperty("os.name", system);
		}
	}

	@Test
	void startsNothingWhenAServerIsNamed() {
		Path data = this.temporary.resolve("data");
		ApplicationContextRunner runner = new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(EmbeddedPostgresAutoConfiguration.class, DataSourceAutoConfiguration.class))
			.withPropertyValues("catena.data-dir=" + data);
		runner.withPropertyValues("spring.datasource.url=jdbc:postgresql://192.0.2.1/none")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(LocalPostgres.class));
		runner.withBean(JdbcConnectionDetails.class, () -> new EmbeddedConnection(1, "none", "nobody", ""))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(LocalPostgres.class));
		assertThat(data).doesNotExist();
	}

	@Test
	void saysWhatIsTheMatterAndWhatToDo() {
		FailureAnalysis analysis = new DatabaseUnavailableAnalyzer()
			.analyze(new IllegalStateException(new DatabaseUnavailable("It is so.", "Do that.")));
		assertThat(analysis).isNotNull();
		assertThat(analysis.getDescription()).isEqualTo("It is so.");
		assertThat(analysis.getAction()).isEqualTo("Do that.");
	}

	/** What one server can answer for all. */
	@Nested
	class WhileItRuns {

		@TempDir
		static Path data;

		static EmbeddedPostgres postgres;

		@BeforeAll
		static void start() {
			DataFolder folder = DataFolder.at(data.toString(), TestDatabase.binaries());
			postgres = EmbeddedPostgres.start(folder, folder.lock(), Durability.KEPT);
		}

		@AfterAll
		static void end() {
			postgres.close();
		}

		@Test
		void promisesThatCommitsSurvive() throws Exception {
			assertThat(List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums"))
				.allSatisfy((name) -> assertThat(value(postgres.connection(), "SHOW " + name)).isEqualTo("on"));
		}

		@Test
		void sortsAndFoldsCaseAlikeOnEveryPlatform() throws Exception {
			assertThat(value(postgres.connection(), "SHOW server_encoding")).isEqualTo("UTF8");
			assertThat(value(postgres.connection(),
					"SELECT datlocprovider::text || datlocale FROM pg_database WHERE datname = current_database()"))
				.isEqualTo("bC.UTF-8");
			assertThat(value(postgres.connection(), "SELECT lower('ÄĆΩ')")).isEqualTo("äćω");
		}

		@Test
		void listensToThisMachineOnly() throws Exception {
			assertThat(value(postgres.superuserConnection(), "SHOW listen_addresses")).isEqualTo("127.0.0.1");
			assertThat(value(postgres.superuserConnection(), "SHOW unix_socket_directories")).isEmpty();
			for (InetAddress address : otherAddresses()) {
				assertThatExceptionOfType(IOException.class).as(address.toString())
					.isThrownBy(() -> new Socket(address, postgres.connection().port()).close());
			}
		}

		private static List<InetAddress> otherAddresses() throws IOException {
			return NetworkInterface.networkInterfaces()
				.flatMap(NetworkInterface::inetAddresses)
				.filter((address) -> address instanceof Inet4Address && !address.isLoopbackAddress())
				.toList();
		}

		@Test
		void letsNobodyInWithoutThePassword() throws Exception {
			for (String user : List.of("postgres", "catena")) {
				assertThatExceptionOfType(SQLException.class)
					.isThrownBy(() -> Cluster
						.connect(new EmbeddedConnection(postgres.connection().port(), "postgres", user, "guess")))
					.satisfies((ex) -> assertThat(ex.getSQLState()).isEqualTo("28P01"));
			}
			assertThat(value(postgres.connection(), "SHOW is_superuser")).isEqualTo("off");
		}

	}

	private DataFolder folder(String name) {
		return DataFolder.at(this.temporary.resolve(name).toString(), TestDatabase.binaries());
	}

	private EmbeddedPostgres start(String name) {
		DataFolder folder = folder(name);
		return EmbeddedPostgres.start(folder, folder.lock(), Durability.KEPT);
	}

	private static ProcessHandle server(Path data) {
		return PostmasterFile.read(data.resolve("postgres"))
			.flatMap((file) -> ProcessHandle.of(file.pid()))
			.orElseThrow();
	}

	private static void execute(EmbeddedConnection way, String... statements) throws SQLException {
		try (Connection connection = Cluster.connect(way); Statement sql = connection.createStatement()) {
			for (String statement : statements) {
				sql.execute(statement);
			}
		}
	}

	private static String value(EmbeddedConnection way, String query) throws SQLException {
		try (Connection connection = Cluster.connect(way);
				Statement sql = connection.createStatement();
				ResultSet row = sql.executeQuery(query)) {
			assertThat(row.next()).isTrue();
			return row.getString(1);
		}
	}

	/** Fails after its server has started. */
	static class FailingSite implements InitializingBean {

		static @Nullable ProcessHandle server;

		private final EmbeddedConnection connection;

		FailingSite(JdbcConnectionDetails connection) {
			this.connection = (EmbeddedConnection) connection;
		}

		@Override
		public void afterPropertiesSet() throws SQLException {
			Path data = Path.of(value(
					new EmbeddedConnection(this.connection.port(), "postgres", "postgres", this.connection.password()),
					"SHOW data_directory"));
			server = server(data.getParent());
			throw new IllegalStateException("cannot go on");
		}

	}

}
