package org.catena.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * TCP ports of this machine's own address.
 */
final class LoopbackPort {

	private LoopbackPort() {
	}

	static int anyFree() {
		try (ServerSocket socket = open(0)) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static boolean isFree(int port) {
		try (ServerSocket socket = open(port)) {
			return socket.isBound();
		}
		catch (IOException | IllegalArgumentException ex) {
			return false;
		}
	}

	private static ServerSocket open(int port) throws IOException {
		return new ServerSocket(port, 1, InetAddress.getByAddress(new byte[] { 127, 0, 0, 1 }));
	}

}
