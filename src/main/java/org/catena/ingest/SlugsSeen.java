package org.catena.ingest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Which slugs a file of many articles has named, and where. Of each it keeps eight bytes
 * of a hash and the line, at most some 50 bytes while it grows, so that millions go into
 * memory; that two of a million slugs have the same hash is less likely than one in ten
 * million.
 */
final class SlugsSeen {

	private final MessageDigest digest;

	/** Hashes by open addressing; 0 is an empty place. */
	private long[] hashes = new long[1024];

	/** The line of each hash, from 1. */
	private int[] lines = new int[1024];

	private int size;

	SlugsSeen() {
		try {
			this.digest = MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

	/**
	 * Notes a slug.
	 * @param slug the slug
	 * @param line where it stands, from 1
	 * @return where it stood before; 0 where it did not
	 */
	int add(String slug, int line) {
		long hash = hash(slug);
		int place = place(hash);
		if (this.hashes[place] == hash) {
			return this.lines[place];
		}
		this.hashes[place] = hash;
		this.lines[place] = line;
		if (2 * ++this.size > this.hashes.length) {
			grow();
		}
		return 0;
	}

	private long hash(String slug) {
		long hash = ByteBuffer.wrap(this.digest.digest(slug.getBytes(StandardCharsets.UTF_8))).getLong();
		return (hash != 0) ? hash : 1;
	}

	/** Where a hash is, or may go. */
	private int place(long hash) {
		int place = (int) hash & (this.hashes.length - 1);
		while (this.hashes[place] != 0 && this.hashes[place] != hash) {
			place = (place + 1) & (this.hashes.length - 1);
		}
		return place;
	}

	private void grow() {
		long[] before = this.hashes;
		int[] linesBefore = this.lines;
		this.hashes = new long[2 * before.length];
		this.lines = new int[2 * before.length];
		for (int i = 0; i < before.length; i++) {
			if (before[i] != 0) {
				int place = place(before[i]);
				this.hashes[place] = before[i];
				this.lines[place] = linesBefore[i];
			}
		}
	}

}
