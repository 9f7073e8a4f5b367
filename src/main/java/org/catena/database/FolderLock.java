package org.catena.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The claim of one process on a data folder. The operating system drops it when the
 * process ends, however it ends. Its file tells others who holds it (line 1) and, once
 * the server may be joined, on which port (line 2).
 */
final class FolderLock implements AutoCloseable {

	/**
	 * The locked byte: beyond the text, because Windows lets nobody read locked bytes.
	 */
	private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

	/**
	 * Held in this process: POSIX drops a lock as soon as the process closes any other
	 * channel on the file, so the file must not be opened again to find out.
	 */
	private static final Map<Path, FolderLock> HELD = new HashMap<>();

	private final Path file;

	private final FileChannel channel;

	private String text = "";

	private FolderLock(Path file, FileChannel channel) {
		this.file = file;
		this.channel = channel;
	}

	static Optional<FolderLock> tryOn(Path file) throws IOException {
		synchronized (HELD) {
			if (HELD.containsKey(file)) {
				return Optional.empty();
			}
			FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
			FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
			if (lock == null) {
				channel.close();
				return Optional.empty();
			}
			FolderLock held = new FolderLock(file, channel);
			HELD.put(file, held);
			held.write(ProcessHandle.current().pid() + "\n");
			return Optional.of(held);
		}
	}

	/**
	 * Tells others that the server may be joined.
	 */
	void announce(int port) throws IOException {
		write(ProcessHandle.current().pid() + "\n" + port + "\n");
	}

	static Optional<Long> holderOf(Path file) {
		return number(file, 0);
	}

	static Optional<Integer> announcedPort(Path file) {
		return number(file, 1).map(Long::intValue);
	}

	private static Optional<Long> number(Path file, int line) {
		synchronized (HELD) {
			FolderLock ours = HELD.get(file);
			try {
				List<String> lines = (ours != null) ? ours.text.lines().toList() : Files.readAllLines(file);
				return (lines.size() > line) ? Optional.of(Long.valueOf(lines.get(line))) : Optional.empty();
			}
			catch (IOException | NumberFormatException ex) {
				return Optional.empty();
			}
		}
	}

	private void write(String text) throws IOException {
		this.text = text;
		this.channel.truncate(0);
		this.channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)), 0);
	}

	@Override
	public void close() {
		synchronized (HELD) {
			try {
				if (this.channel.isOpen()) {
					this.channel.truncate(0);
					this.channel.close();
				}
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			finally {
				HELD.remove(this.file);
			}
		}
	}

}
