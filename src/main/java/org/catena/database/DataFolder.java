package org.catena.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The folder that holds the embedded server's data, and what lies where in it.
 */
record DataFolder(Path root, Path binaries) {

	private static final String ANOTHER_FOLDER = "Name a folder that this user can write with catena.data-dir,"
			+ " or a PostgreSQL server with spring.datasource.url.";

	/**
	 * The folder is made if it does not exist.
	 * @param path as configured, relative to the working directory
	 * @param binaries where the server's programs are unpacked; in the folder itself if
	 * null. Never the temporary folder, which some systems sweep while a server runs from
	 * it.
	 */
	static DataFolder at(String path, @Nullable String binaries) {
		try {
			Path root = Files.createDirectories(Path.of(path)).toRealPath();
			// Asked by doing: permissions alone do not tell of read-only mounts.
			Files.delete(Files.createTempFile(root, "writable", null));
			return new DataFolder(root, (binaries != null) ? Files.createDirectories(Path.of(binaries)).toRealPath()
					: root.resolve("postgres-binaries"));
		}
		catch (InvalidPathException ex) {
			throw new DatabaseUnavailable("The data folder " + path + " has letters that this process cannot name.",
					"Start Java in a UTF-8 locale, such as LC_ALL=C.UTF-8, or name another folder with catena.data-dir.",
					ex);
		}
		catch (IOException ex) {
			throw new DatabaseUnavailable(
					"The data folder " + Path.of(path).toAbsolutePath().normalize() + " cannot be written: " + ex + ".",
					ANOTHER_FOLDER, ex);
		}
	}

	/** What PostgreSQL calls the data directory. */
	Path postgres() {
		return this.root.resolve("postgres");
	}

	/** Where a data directory grows until it is whole. */
	Path unfinished() {
		return this.root.resolve("postgres.new");
	}

	Path access() {
		return this.root.resolve("postgres.properties");
	}

	Path log() {
		return this.root.resolve("postgres.log");
	}

	/**
	 * Takes the folder for this process, or finds it taken.
	 */
	Optional<FolderLock> tryLock() {
		try {
			return FolderLock.tryOn(lockFile());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	FolderLock lock() {
		return tryLock().orElseThrow(() -> {
			String process = FolderLock.holderOf(lockFile()).map((pid) -> " (process " + pid + ")").orElse("");
			return new DatabaseUnavailable(
					"The data folder " + this.root + " is in use by another Catena" + process + ".",
					"Stop that one first, or give this one a folder of its own with catena.data-dir;"
							+ " a command can work beside a running site with catena.database.attach=true.");
		});
	}

	Path lockFile() {
		return this.root.resolve("catena.lock");
	}

}
