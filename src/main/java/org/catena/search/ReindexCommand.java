package org.catena.search;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Begins a rebuild of the index as the command {@code reindex}, and shows how it goes on
 * while a site does it.
 */
@Component
@Profile("command")
class ReindexCommand implements ApplicationRunner {

	private final Rebuilds rebuilds;

	private final Backlog backlog;

	ReindexCommand(Rebuilds rebuilds, Backlog backlog) {
		this.rebuilds = rebuilds;
		this.backlog = backlog;
	}

	@Override
	public void run(ApplicationArguments args) throws InterruptedException {
		if (!args.getNonOptionArgs().contains("reindex")) {
			return;
		}
		System.out.println(this.rebuilds.begin("The command reindex was given") ? "A rebuild of the index has begun."
				: "A rebuild of the index is under way already.");
		int percent = -1;
		for (var rebuild = this.rebuilds.underWay(); rebuild.isPresent(); rebuild = this.rebuilds.underWay()) {
			if (this.backlog.processes() == 0) {
				System.out.println("No site runs. It goes on when one is started.");
				return;
			}
			if (rebuild.get().percent() > percent) {
				percent = rebuild.get().percent();
				System.out.printf("%,d of %,d articles (%d %%)%n", rebuild.get().done(), rebuild.get().articles(),
						percent);
			}
			Thread.sleep(1000);
		}
		System.out.println("The index is rebuilt.");
	}

}
