package org.catena.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds a JDK for a program that this one is too old for: {@code JAVA_HOME} and variables
 * that begin so, Maven's toolchains, and the folders into which JDKs are installed.
 */
final class OtherJdk {

	private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(\\d+)");

	private static final Pattern TOOLCHAIN = Pattern.compile("<jdkHome>\\s*([^<]+?)\\s*</jdkHome>");

	private OtherJdk() {
	}

	/** The home of a JDK of at least this version: this one where it will do. */
	static Optional<Path> atLeast(int feature) {
		return candidates().stream().filter((home) -> feature(home) >= feature).findFirst();
	}

	static Path java(Path home) {
		Path java = home.resolve("bin").resolve("java");
		return Files.exists(java) ? java : home.resolve("bin").resolve("java.exe");
	}

	private static List<Path> candidates() {
		List<Path> homes = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"))));
		System.getenv()
			.entrySet()
			.stream()
			.filter((variable) -> variable.getKey().startsWith("JAVA_HOME") && !variable.getValue().isBlank())
			.forEach((variable) -> homes.add(Path.of(variable.getValue())));
		Path user = Path.of(System.getProperty("user.home"));
		Path toolchains = user.resolve(".m2").resolve("toolchains.xml");
		if (Files.isReadable(toolchains)) {
			Matcher home = TOOLCHAIN.matcher(read(toolchains));
			while (home.find()) {
				homes.add(Path.of(home.group(1)));
			}
		}
		for (Path folder : List.of(Path.of("/usr/lib/jvm"), Path.of("/opt"), Path.of("/opt/java"),
				Path.of("/Library/Java/JavaVirtualMachines"), user.resolve(".jdks"),
				user.resolve(".sdkman/candidates/java"), Path.of("/Program Files/Java"),
				Path.of("/Program Files/Eclipse Adoptium"))) {
			for (Path child : children(folder)) {
				homes.add(child);
				homes.add(child.resolve("Contents").resolve("Home"));
			}
		}
		return homes;
	}

	private static List<Path> children(Path folder) {
		if (!Files.isDirectory(folder)) {
			return List.of();
		}
		try (Stream<Path> children = Files.list(folder)) {
			return children.sorted().toList();
		}
		catch (IOException ex) {
			return List.of();
		}
	}

	/** The version of a JDK, or 0 where there is none that can compile. */
	private static int feature(Path home) {
		Path release = home.resolve("release");
		if (!Files.isReadable(release) || !Files.isExecutable(java(home))
				|| !Files.exists(home.resolve("lib").resolve("ct.sym"))) {
			return 0;
		}
		Matcher version = VERSION.matcher(read(release));
		return version.find() ? Integer.parseInt(version.group(1)) : 0;
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
