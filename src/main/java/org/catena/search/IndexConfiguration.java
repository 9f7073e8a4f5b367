package org.catena.search;

import java.nio.file.Path;
import java.util.Map;

import org.hibernate.search.engine.environment.bean.BeanReference;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/**
 * Joins Hibernate Search to the record. Whoever writes the record leaves events in its
 * transaction; the site alone brings them into the index, which lies in its data folder.
 * A command beside the site does not touch the index.
 */
@Configuration(proxyBeanMethods = false)
class IndexConfiguration {

	/** Milliseconds between two looks for events. */
	private static final int POLLING = 100;

	/**
	 * Milliseconds between two signs of life of the process that works off the events.
	 */
	private static final int PULSE = 500;

	/**
	 * Milliseconds without a sign of life after which another process takes over; shorter
	 * than a start of the application, so that a restart after a crash need not wait.
	 */
	private static final int EXPIRATION = 5000;

	/** Events that are brought into the index in one transaction. */
	private static final int BATCH = 100;

	@Bean
	HibernatePropertiesCustomizer indexProperties(IndexFolder folder) {
		return (properties) -> properties.putAll(Map.ofEntries(
				Map.entry("hibernate.search.mapping.configurer", BeanReference.ofInstance(new IndexMapping())),
				Map.entry("hibernate.search.backend.analysis.configurer", BeanReference.ofInstance(new TextAnalysis())),
				Map.entry("hibernate.search.backend.type", "lucene"),
				Map.entry("hibernate.search.backend.lucene_version", "LATEST"),
				Map.entry("hibernate.search.backend.directory.root", folder.path().toString()),
				Map.entry("hibernate.search.indexing.listeners.enabled", false),
				Map.entry("hibernate.search.coordination.strategy", "outbox-polling")));
	}

	@Bean
	@Profile("!command")
	HibernatePropertiesCustomizer eventProcessing(
			@Value("${catena.search.event-processing:true}") boolean eventProcessing) {
		return (properties) -> {
			properties.put("hibernate.search.coordination.event_processor.enabled", eventProcessing);
			properties.put("hibernate.search.coordination.event_processor.batch_size", BATCH);
			for (String agent : new String[] { "event_processor", "mass_indexer" }) {
				String prefix = "hibernate.search.coordination." + agent;
				properties.put(prefix + ".polling_interval", POLLING);
				properties.put(prefix + ".pulse_interval", PULSE);
				properties.put(prefix + ".pulse_expiration", EXPIRATION);
			}
		};
	}

	@Bean
	@Profile("command")
	HibernatePropertiesCustomizer eventsOnly() {
		return (properties) -> {
			properties.put("hibernate.search.coordination.event_processor.enabled", false);
			properties.put("hibernate.search.schema_management.strategy", "none");
			// Nothing is ever written to it, but a folder would be opened, and thereby
			// made.
			properties.put("hibernate.search.backend.directory.type", "local-heap");
		};
	}

	@Bean
	IndexFolder indexFolder(@Value("${catena.data-dir:./data}") String dataDir) {
		// As a text: Spring looks for relative paths in the web application first, and
		// refuses "..".
		return new IndexFolder(Path.of(dataDir).resolve("index").toAbsolutePath().normalize());
	}

}
