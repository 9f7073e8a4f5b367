package org.catena.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The releases: files in a folder, none of which is ever changed.
 */
@Component
class Releases {

	static final Pattern NAME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(\\.[1-9]\\d{0,3})?");

	/** In which a release says what it is. */
	static final String HEAD = "release.json";

	/** In which it says what its files are. */
	static final String SUMS = "SHA256SUMS";

	private final Path folder;

	private final JsonMapper json;

	Releases(@Value("${catena.data-dir:./data}") String dataDir, JsonMapper json) {
		this.folder = Path.of(dataDir, "releases");
		this.json = json;
	}

	Path folder() {
		return this.folder;
	}

	/** Where a release is or would be. */
	Path file(String name) {
		return this.folder.resolve("catena-" + name + ".zip");
	}

	/** All releases, the newest first. */
	List<Release> all() {
		if (!Files.isDirectory(this.folder)) {
			return List.of();
		}
		try (Stream<Path> files = Files.list(this.folder)) {
			return files.map((file) -> file.getFileName().toString())
				.filter((file) -> file.matches("catena-" + NAME.pattern() + "\\.zip"))
				.map((file) -> file.substring("catena-".length(), file.length() - ".zip".length()))
				.sorted(Comparator.comparing((String name) -> name.substring(0, 10))
					.thenComparing((name) -> (name.length() > 10) ? Integer.parseInt(name.substring(11)) : 1)
					.reversed())
				.flatMap((name) -> find(name).stream())
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A release by its name. */
	Optional<Release> find(String name) {
		if (!NAME.matcher(name).matches() || !Files.isRegularFile(file(name))) {
			return Optional.empty();
		}
		return Optional.of(read(name, file(name)));
	}

	private Release read(String name, Path file) {
		try (ZipFile zip = new ZipFile(file.toFile())) {
			Map<String, Object> head = OpenApi.cast(this.json.readValue(bytes(zip, HEAD), Object.class));
			Map<String, String> sums = sums(bytes(zip, SUMS));
			List<Release.File> files = new ArrayList<>();
			zip.stream()
				.forEach((entry) -> files
					.add(new Release.File(entry.getName(), sums.getOrDefault(entry.getName(), ""), entry.getSize())));
			Path sum = file.resolveSibling(file.getFileName() + ".sha256");
			String sha256 = Files.isRegularFile(sum) ? Files.readString(sum).substring(0, 64) : Sums.of(file);
			return new Release(name, sha256, Files.size(file), OpenApi.object(head, "counts"),
					(String) head.get("changed"), files);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The sums of files, by their paths. */
	static Map<String, String> sums(byte[] file) {
		Map<String, String> sums = new LinkedHashMap<>();
		new String(file, StandardCharsets.UTF_8).lines()
			.filter((line) -> line.matches("[0-9a-f]{64}  .+"))
			.forEach((line) -> sums.put(line.substring(66), line.substring(0, 64)));
		return sums;
	}

	static byte @Nullable [] find(ZipFile zip, String path) throws IOException {
		ZipEntry entry = zip.getEntry(path);
		if (entry == null) {
			return null;
		}
		try (InputStream in = zip.getInputStream(entry)) {
			return in.readAllBytes();
		}
	}

	static byte[] bytes(ZipFile zip, String path) throws IOException {
		byte[] bytes = find(zip, path);
		if (bytes == null) {
			throw new IOException("The file is no release of Catena: it has no " + path);
		}
		return bytes;
	}

}
