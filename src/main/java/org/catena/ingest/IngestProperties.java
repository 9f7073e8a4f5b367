package org.catena.ingest;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the corpus is read.
 *
 * @param onStartup when it is read at start
 * @param corpus where it is: a location of Spring's resource loader
 */
@ConfigurationProperties("catena.ingest")
record IngestProperties(@DefaultValue("when-empty") OnStartup onStartup, @DefaultValue("") String corpus) {

	/** When the corpus is read at start. */
	enum OnStartup {

		ALWAYS, WHEN_EMPTY, NEVER

	}

}
