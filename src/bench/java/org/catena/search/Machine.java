package org.catena.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What a benchmark ran on. */
final class Machine {

	private Machine() {
	}

	static String describe(long heap) {
		return String.format(Locale.ROOT, """
				| | |
				|---|---|
				| processors | %d × %s |
				| memory | %s |
				| Java | %s %s, heap at most %,d MiB, at most %,d MiB used |
				| system | %s %s |
				""", Runtime.getRuntime().availableProcessors(), value("/proc/cpuinfo", "model name"),
				value("/proc/meminfo", "MemTotal"), System.getProperty("java.vm.name"),
				System.getProperty("java.version"), Runtime.getRuntime().maxMemory() >> 20, heap >> 20,
				System.getProperty("os.name"), System.getProperty("os.version"));
	}

	private static String value(String file, String key) {
		try {
			return Files.readAllLines(Path.of(file))
				.stream()
				.filter((line) -> line.startsWith(key))
				.map((line) -> line.substring(line.indexOf(':') + 1).strip())
				.findFirst()
				.orElse("unknown");
		}
		catch (IOException ex) {
			return "unknown";
		}
	}

}
