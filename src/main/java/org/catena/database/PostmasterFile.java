package org.catena.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What {@code postmaster.pid} says about the server that runs, or ran, on a data
 * directory. Its lines are fixed by PostgreSQL's {@code miscadmin.h}.
 *
 * @param pid the number of the process, which can belong to another process by now
 * @param started when that server started, in whole seconds
 * @param port the TCP port that it listened to
 */
record PostmasterFile(long pid, Instant started, int port) {

	static Path in(Path dataDirectory) {
		return dataDirectory.resolve("postmaster.pid");
	}

	/**
	 * Empty if there is no file, or if the machine died before the file was written.
	 */
	static Optional<PostmasterFile> read(Path dataDirectory) {
		try {
			// The path in line 2 can be in any encoding; ISO 8859-1 never refuses.
			List<String> lines = Files.readAllLines(in(dataDirectory), StandardCharsets.ISO_8859_1);
			return Optional.of(new PostmasterFile(Long.parseLong(lines.get(0).strip()),
					Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip())),
					Integer.parseInt(lines.get(3).strip())));
		}
		catch (NoSuchFileException | NumberFormatException | IndexOutOfBoundsException ex) {
			return Optional.empty();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
