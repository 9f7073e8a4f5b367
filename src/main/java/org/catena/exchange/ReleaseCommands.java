package org.catena.exchange;

import java.nio.file.Path;
import java.util.List;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The commands {@code release} and {@code restore FILE}.
 */
final class ReleaseCommands {

	private ReleaseCommands() {
	}

	/** Makes a release, once the corpus is read. */
	@Component
	@Profile("command")
	static class Making implements ApplicationRunner {

		private final MakeRelease makeRelease;

		private final Releases releases;

		Making(MakeRelease makeRelease, Releases releases) {
			this.makeRelease = makeRelease;
			this.releases = releases;
		}

		@Override
		public void run(ApplicationArguments args) {
			if (args.getNonOptionArgs().contains("release")) {
				Release release = this.makeRelease.make();
				System.out.println("The release " + release.name() + " is made: " + this.releases.file(release.name()));
				System.out.println("SHA-256 " + release.sha256());
				release.counts().forEach((what, count) -> System.out.println(what.replace('_', ' ') + ": " + count));
			}
		}

	}

	/** Restores a release, before anything fills the empty archive. */
	@Component
	@Profile("command")
	@Order(-1)
	static class Restoring implements ApplicationRunner, ExitCodeGenerator {

		private final Restore restore;

		private int exitCode;

		Restoring(Restore restore) {
			this.restore = restore;
		}

		@Override
		public void run(ApplicationArguments args) {
			List<String> arguments = args.getNonOptionArgs();
			if (!arguments.contains("restore")) {
				return;
			}
			int file = arguments.indexOf("restore") + 1;
			try {
				if (file != arguments.size() - 1) {
					throw new Restore.NotRestored("Name the file of a release: restore catena-2026-11-22.zip");
				}
				System.out.printf("%,d rows are restored. The index is made when the site starts.%n",
						this.restore.restore(Path.of(arguments.get(file))));
			}
			catch (Restore.NotRestored ex) {
				System.out.println("Nothing was restored. " + ex.getMessage());
				this.exitCode = 1;
			}
		}

		@Override
		public int getExitCode() {
			return this.exitCode;
		}

	}

}
