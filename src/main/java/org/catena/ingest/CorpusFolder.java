package org.catena.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.util.StringUtils;

/**
 * The folder of the corpus: on the disk, or the one that travels inside the application.
 */
final class CorpusFolder {

	private final String location;

	private final ResourcePatternResolver resources = new PathMatchingResourcePatternResolver();

	/**
	 * Creates the folder.
	 * @param location a location of Spring's resource loader, {@code file:corpus} or
	 * {@code classpath:corpus} for instance
	 */
	CorpusFolder(String location) {
		this.location = location.endsWith("/") ? location : location + "/";
	}

	/** Whether there is such a folder. */
	boolean exists() {
		return this.resources.getResource(this.location).exists()
				|| this.resources.getResource(this.location + "sources.yaml").exists();
	}

	/**
	 * Lists files by ascending path.
	 * @param pattern an Ant pattern below the folder
	 * @return the files
	 * @throws IOException when the folder cannot be read
	 */
	List<CorpusFile> files(String pattern) throws IOException {
		List<CorpusFile> files = new ArrayList<>();
		for (Resource resource : this.resources.getResources(this.location + pattern)) {
			if (resource.isReadable()) {
				files.add(new CorpusFile(path(resource), resource));
			}
		}
		files.sort(Comparator.comparing(CorpusFile::path));
		return files;
	}

	private String path(Resource resource) throws IOException {
		String root = this.location.substring(this.location.indexOf(':') + 1).replaceFirst("^(\\./)+", "");
		String name = root.replaceFirst("/$", "");
		name = name.substring(name.lastIndexOf('/') + 1);
		String address = resource.getURL().toString();
		try {
			address = StringUtils.uriDecode(address, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			// The address of a file with a percent sign in its name: it is not encoded.
		}
		int at = address.lastIndexOf("/" + name + "/");
		return (at < 0) ? address : address.substring(at + name.length() + 2);
	}

	@Override
	public String toString() {
		return this.location;
	}

}
