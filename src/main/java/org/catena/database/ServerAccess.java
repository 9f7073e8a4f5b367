package org.catena.database;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Properties;

/**
 * The port and the password of the embedded server, kept in an owner-only file so that
 * other users of the machine stay out. The same password serves the role that owns the
 * archive's database and the superuser, whom only this module uses.
 */
record ServerAccess(int port, String password) {

	private static final int PASSWORD_BYTES = 24;

	static final String SUPERUSER = "postgres";

	/** The role that the application works as, and its database: no superuser. */
	static final String OWNER = "catena";

	static ServerAccess withNewPassword(int port) {
		byte[] bytes = new byte[PASSWORD_BYTES];
		new SecureRandom().nextBytes(bytes);
		return new ServerAccess(port, HexFormat.of().formatHex(bytes));
	}

	static Optional<ServerAccess> read(Path file) {
		try {
			Properties properties = new Properties();
			properties.load(new StringReader(Files.readString(file)));
			String password = properties.getProperty("password", "");
			int port = Integer.parseInt(properties.getProperty("port", ""));
			// Only what we wrote: the password becomes part of SQL in Cluster.
			return password.matches("[0-9a-f]+") ? Optional.of(new ServerAccess(port, password)) : Optional.empty();
		}
		catch (NoSuchFileException | NumberFormatException ex) {
			return Optional.empty();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	void write(Path file) {
		OwnerOnly.write(file, """
				# How Catena reaches its own PostgreSQL. Keep it with the folder; show it to nobody.
				host=127.0.0.1
				port=%d
				database=%s
				username=%s
				password=%s
				""".formatted(this.port, OWNER, OWNER, this.password));
	}

	ServerAccess onPort(int port) {
		return new ServerAccess(port, this.password);
	}

	EmbeddedConnection asOwner() {
		return new EmbeddedConnection(this.port, OWNER, OWNER, this.password);
	}

	EmbeddedConnection asSuperuser() {
		return new EmbeddedConnection(this.port, "postgres", SUPERUSER, this.password);
	}

	@Override
	public String toString() {
		return "port " + this.port;
	}

}
