package org.catena.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

import org.springframework.core.io.Resource;

/**
 * A file of the corpus.
 *
 * @param path its path below the corpus, with forward slashes
 * @param resource where its bytes are
 */
record CorpusFile(String path, Resource resource) {

	/** Bytes that a file may have at most. */
	static final long LONGEST = 64L * 1024 * 1024;

	/**
	 * Reads the file.
	 * @return its text
	 * @throws CharacterCodingException when it is not UTF-8
	 * @throws IOException when it cannot be read
	 */
	String text() throws IOException {
		if (this.resource.contentLength() > LONGEST) {
			throw new IOException("The file is larger than 64 MiB");
		}
		return StandardCharsets.UTF_8.newDecoder()
			.onMalformedInput(CodingErrorAction.REPORT)
			.onUnmappableCharacter(CodingErrorAction.REPORT)
			.decode(ByteBuffer.wrap(this.resource.getContentAsByteArray()))
			.toString();
	}

	byte[] bytes() {
		try {
			return this.resource.getContentAsByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
