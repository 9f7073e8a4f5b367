package org.catena.reading;

/**
 * What was at the address is for ever at another one.
 */
class Moved extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String address;

	Moved(String address) {
		super(address);
		this.address = address;
	}

	/** Where it is, from the root of the archive. */
	String address() {
		return this.address;
	}

}
