package org.catena.intake;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcPayload;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

/**
 * Reads the first web page in a WARC file (ISO 28500), plain or compressed.
 */
final class WarcReading {

	private static final int MOST_RECORDS = 10_000;

	/** Bytes to which a compressed file may unpack. */
	private static final long MOST_UNPACKED = 100L * 1024 * 1024;

	/** With which records begin. */
	private static final String MAGIC = "WARC/";

	private WarcReading() {
	}

	static Proposal propose(Piece piece, LocalDate today) throws PieceRefused {
		List<String> others = new ArrayList<>();
		Piece page = null;
		Unpacked unpacked = new Unpacked();
		Deadline deadline = Deadline.ofReading();
		try (WarcReader records = new WarcReader(unpacked.open(piece.bytes()))) {
			int count = 0;
			for (WarcRecord record : records) {
				deadline.check();
				if (++count > MOST_RECORDS) {
					throw new PieceRefused("The WARC file has more than 10,000 records.");
				}
				if (record instanceof WarcResponse response && isPage(response)) {
					if (page == null) {
						page = page(response);
					}
					else {
						others.add(response.target());
					}
				}
			}
		}
		catch (Deadline.Passed ex) {
			throw ex;
		}
		catch (IOException | RuntimeException ex) {
			if (unpacked.left < 0) {
				throw new PieceRefused("The WARC file unpacks to more than 100 MB.");
			}
			throw new PieceRefused("The file could not be read as a WARC file: it is broken, or something else.");
		}
		if (page == null) {
			throw new PieceRefused("The WARC file holds no web page that was answered with 200.");
		}
		return withOthers(PageReading.propose(PieceReading.page(page), page.address(), today), others);
	}

	private static boolean isPage(WarcResponse response) throws IOException {
		return response.http().status() == 200 && response.payload()
			.map(WarcPayload::type)
			.filter((type) -> MediaType.HTML.equals(type.base()) || type.base().toString().contains("xhtml"))
			.isPresent();
	}

	private static Piece page(WarcResponse response) throws IOException, PieceRefused {
		Optional<WarcPayload> payload = response.payload();
		byte[] bytes = payload.isPresent() ? payload.get().body().stream().readNBytes(Piece.LARGEST + 1) : new byte[0];
		if (bytes.length > Piece.LARGEST) {
			throw new PieceRefused("The page in the WARC file is larger than 10 MB.");
		}
		return new Piece(bytes, payload.map((body) -> body.type().toString()).orElse(null), null, response.targetURI());
	}

	private static Proposal withOthers(Proposal read, List<String> others) {
		if (others.isEmpty()) {
			return read;
		}
		List<String> warnings = new ArrayList<>(read.warnings());
		warnings.add("The WARC file holds " + others.size() + " more pages, which were not read: "
				+ String.join(", ", others.stream().limit(5).toList()) + ((others.size() > 5) ? ", …" : "") + ".");
		return new Proposal(read.lines(), read.titles(), read.bylines(), read.dates(), read.sources(), read.languages(),
				read.addresses(), read.notes(), warnings);
	}

	/** The records as they are read, and how much more of them will be. */
	private static final class Unpacked {

		private long left = MOST_UNPACKED;

		/**
		 * Opens the records. The reader of records would unpack by itself what is packed
		 * once more, and nobody would count that: it is refused.
		 */
		private InputStream open(byte[] bytes) throws IOException {
			InputStream packed = new ByteArrayInputStream(bytes);
			InputStream plain = new BufferedInputStream(
					PieceReading.startsWith(bytes, MAGIC) ? packed : new GZIPInputStream(packed));
			plain.mark(MAGIC.length());
			if (!PieceReading.startsWith(plain.readNBytes(MAGIC.length()), MAGIC)) {
				throw new IOException("No records of WARC");
			}
			plain.reset();
			return new FilterInputStream(plain) {
				@Override
				public int read() throws IOException {
					count(1);
					return super.read();
				}

				@Override
				public int read(byte[] buffer, int from, int length) throws IOException {
					int read = super.read(buffer, from, length);
					count(read);
					return read;
				}
			};
		}

		private void count(int read) throws IOException {
			this.left -= Math.max(0, read);
			if (this.left < 0) {
				throw new IOException("Unpacks to too much");
			}
		}

	}

}
