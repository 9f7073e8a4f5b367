package org.catena;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/**
 * The archive. Without arguments it serves the site; with the name of a command it does
 * that, prints what came of it, and ends.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class CatenaApplication {

	private static final Set<String> COMMANDS = Set.of("ingest", "agreement", "coverage", "measure-extraction",
			"reindex", "suggestions", "release", "restore");

	static {
		// The pages are in English, whatever the machine speaks that makes them.
		Locale.setDefault(Locale.ENGLISH);
	}

	public static void main(String[] args) {
		SpringApplication application = new SpringApplication(CatenaApplication.class);
		if (List.of(args).stream().anyMatch(COMMANDS::contains)) {
			application.setWebApplicationType(WebApplicationType.NONE);
			application.setAdditionalProfiles("command");
			if (List.of(args).contains("restore")) {
				// A release goes into an empty archive, which nothing else may fill.
				application.setDefaultProperties(Map.of("catena.ingest.on-startup", "never"));
			}
			System.exit(SpringApplication.exit(application.run(args)));
		}
		application.run(args);
	}

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

}
