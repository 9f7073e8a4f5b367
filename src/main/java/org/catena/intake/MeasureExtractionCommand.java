package org.catena.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.stereotype.Component;

/**
 * Prints how well the pages of a folder are read as the command
 * {@code measure-extraction FOLDER}.
 */
@Component
class MeasureExtractionCommand implements ApplicationRunner, ExitCodeGenerator {

	private int exitCode;

	@Override
	public void run(ApplicationArguments args) throws IOException {
		List<String> words = args.getNonOptionArgs();
		int command = words.indexOf("measure-extraction");
		if (command < 0) {
			return;
		}
		if (command + 1 >= words.size() || !Files.isDirectory(Path.of(words.get(command + 1)))) {
			System.out.println("Name a folder of pages: measure-extraction FOLDER.");
			this.exitCode = 1;
			return;
		}
		ExtractionScore score = ExtractionScore.of(Path.of(words.get(command + 1)));
		if (score.isEmpty()) {
			System.out.println("The folder holds no page: each has a folder of its own with source.html, "
					+ "expected-metadata.json and expected.html.");
			this.exitCode = 1;
			return;
		}
		System.out.print(score.report());
	}

	@Override
	public int getExitCode() {
		return this.exitCode;
	}

}
