package org.catena.agreement;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.catena.agreement.Comparison.Codings;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.stereotype.Component;

/**
 * Prints the figures of agreement as the command {@code agreement}, and the sentences
 * without a claim as the command {@code coverage}.
 */
@Component
class AgreementCommand implements ApplicationRunner, ExitCodeGenerator {

	private final Agreements agreements;

	private final Coverages coverages;

	private final MeasuredCodings secondCodings;

	private int exitCode;

	AgreementCommand(Agreements agreements, Coverages coverages, MeasuredCodings secondCodings) {
		this.secondCodings = secondCodings;
		this.agreements = agreements;
		this.coverages = coverages;
	}

	@Override
	public void run(ApplicationArguments args) {
		if (args.getNonOptionArgs().contains("agreement")) {
			List<Comparison> comparisons = Arrays.stream(Codings.values())
				.map(this.agreements::compare)
				.flatMap(Optional::stream)
				.toList();
			List<MeasuredCoding> made = this.secondCodings.all();
			if (comparisons.isEmpty() && made.isEmpty()) {
				System.out.println("No article has two codings. Read the corpus first: the command is ingest.");
				this.exitCode = 1;
			}
			System.out.print(AgreementReport.of(comparisons, made));
		}
		if (args.getNonOptionArgs().contains("coverage")) {
			System.out.print(AgreementReport.coverage(this.coverages.all()));
		}
	}

	@Override
	public int getExitCode() {
		return this.exitCode;
	}

}
