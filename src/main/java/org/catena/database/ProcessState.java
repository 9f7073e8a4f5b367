package org.catena.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whether a process runs. One that has ended, and whose parent has not asked how, keeps
 * its number and counts as alive for Java and for PostgreSQL: so it is in a container
 * whose first process does not wait for orphans.
 */
final class ProcessState {

	private ProcessState() {
	}

	static boolean isRunning(ProcessHandle process) {
		return process.isAlive() && !isZombie(process.pid());
	}

	/** See proc_pid_stat(5): the state follows the name, which can hold parentheses. */
	private static boolean isZombie(long pid) {
		try {
			String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
			return stat.startsWith(") Z", stat.lastIndexOf(')'));
		}
		catch (IOException ex) {
			return false;
		}
	}

}
