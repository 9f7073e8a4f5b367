package org.catena.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;

/**
 * Writes files that nobody but their owner may read.
 */
final class OwnerOnly {

	private OwnerOnly() {
	}

	/**
	 * Replaces the file in one step; it is never open to others, nor half written.
	 */
	static void write(Path file, String text) {
		try {
			Path draft = file.resolveSibling(file.getFileName() + ".new");
			Files.deleteIfExists(draft);
			create(draft);
			Files.writeString(draft, text);
			Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void create(Path file) throws IOException {
		if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
			Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
			return;
		}
		Files.createFile(file);
		AclFileAttributeView view = Files.getFileAttributeView(file, AclFileAttributeView.class);
		if (view != null) {
			view.setAcl(List.of(AclEntry.newBuilder()
				.setType(AclEntryType.ALLOW)
				.setPrincipal(view.getOwner())
				.setPermissions(EnumSet.allOf(AclEntryPermission.class))
				.build()));
		}
	}

}
