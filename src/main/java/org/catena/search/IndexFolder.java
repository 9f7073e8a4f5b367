package org.catena.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import org.jspecify.annotations.Nullable;

/**
 * The folder of the Lucene indexes, and the file in it that is their mark.
 */
record IndexFolder(Path path) implements IndexMark {

	@Override
	public String place() {
		return this.path.toString();
	}

	@Override
	public @Nullable String read() {
		try {
			return Files.readString(file());
		}
		catch (NoSuchFileException ex) {
			return null;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The folder of the index cannot be read: " + this.path, ex);
		}
	}

	@Override
	public void write(String mark) {
		try {
			Files.createDirectories(this.path);
			Path written = Files.writeString(this.path.resolve("made-from.tmp"), mark);
			Files.move(written, file(), StandardCopyOption.REPLACE_EXISTING);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The folder of the index cannot be written: " + this.path, ex);
		}
	}

	private Path file() {
		return this.path.resolve("made-from");
	}

}
