package org.catena.search;

import java.nio.file.Path;
import java.util.Map;

import javax.net.ssl.SSLContext;

import jakarta.persistence.EntityManagerFactory;
import org.catena.search.IndexProperties.Backend;
import org.hibernate.search.backend.elasticsearch.client.rest4.ElasticsearchHttpClientConfigurer;
import org.hibernate.search.engine.environment.bean.BeanReference;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;

/**
 * Joins Hibernate Search to the record. Whoever writes the record leaves events in its
 * transaction; the site alone brings them into the index. A command beside the site does
 * not touch the index. Any other property of the library can be set as
 * {@code spring.jpa.properties.hibernate.search.…}.
 */
@Configuration(proxyBeanMethods = false)
class IndexConfiguration {

	private static final String PREFIX = "hibernate.search.";

	private static final String BACKEND = PREFIX + "backend.";

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

	/** Seconds until a change that could not be indexed is tried again. */
	private static final int RETRY = 5;

	/** Events that are brought into the index in one transaction. */
	private static final int BATCH = 100;

	@Bean
	HibernatePropertiesCustomizer indexProperties() {
		return (properties) -> {
			properties.put(PREFIX + "mapping.configurer", BeanReference.ofInstance(new IndexMapping()));
			properties.put(PREFIX + "indexing.listeners.enabled", false);
			properties.put(PREFIX + "coordination.strategy", "outbox-polling");
		};
	}

	@Bean
	@Profile("!command")
	HibernatePropertiesCustomizer backend(IndexProperties index, IndexFolder folder, ObjectProvider<SslBundles> ssl) {
		return (properties) -> {
			if (index.backend() == Backend.LUCENE) {
				lucene(properties);
				properties.put(BACKEND + "directory.root", folder.path().toString());
			}
			else {
				cluster(properties, index, ssl);
			}
		};
	}

	@Bean
	@Profile("!command")
	HibernatePropertiesCustomizer eventProcessing(IndexProperties index) {
		return (properties) -> {
			String agent = PREFIX + "coordination.event_processor.";
			properties.put(agent + "enabled", index.eventProcessing());
			properties.putIfAbsent(agent + "batch_size", BATCH);
			properties.putIfAbsent(agent + "retry_delay", RETRY);
			properties.putIfAbsent(agent + "polling_interval", POLLING);
			properties.putIfAbsent(agent + "pulse_interval", PULSE);
			properties.putIfAbsent(agent + "pulse_expiration", EXPIRATION);
		};
	}

	@Bean
	@Profile("command")
	HibernatePropertiesCustomizer eventsOnly() {
		return (properties) -> {
			lucene(properties);
			properties.put(PREFIX + "coordination.event_processor.enabled", false);
			properties.put(PREFIX + "schema_management.strategy", "none");
			// Nothing is ever written to it, but a folder would be opened, and thereby
			// made.
			properties.put(BACKEND + "directory.type", "local-heap");
		};
	}

	@Bean
	IndexFolder indexFolder(@Value("${catena.data-dir:./data}") String dataDir) {
		// As a text: Spring looks for relative paths in the web application first, and
		// refuses "..".
		return new IndexFolder(Path.of(dataDir).resolve("index").toAbsolutePath().normalize());
	}

	@Bean
	@Primary
	IndexMark indexMark(IndexProperties index, IndexFolder folder, ObjectProvider<EntityManagerFactory> entities) {
		return (index.backend() == Backend.LUCENE) ? folder : new ClusterMark(index.indexPrefix(), entities);
	}

	/** Settings of an index of the past, which nothing changes once it is made. */
	static void past(Map<String, Object> properties, Path folder) {
		lucene(properties);
		properties.put(BACKEND + "directory.root", folder.toString());
		properties.put(PREFIX + "mapping.configurer", BeanReference.ofInstance(new IndexMapping()));
		properties.put(PREFIX + "indexing.listeners.enabled", false);
	}

	private static void lucene(Map<String, Object> properties) {
		properties.put(BACKEND + "type", "lucene");
		properties.put(BACKEND + "lucene_version", "LATEST");
		properties.put(BACKEND + "analysis.configurer", BeanReference.ofInstance(new TextAnalysis()));
	}

	private static void cluster(Map<String, Object> properties, IndexProperties index, ObjectProvider<SslBundles> ssl) {
		properties.put(BACKEND + "type", "elasticsearch");
		properties.put(BACKEND + "uris", String.join(",", index.hosts()));
		properties.put(BACKEND + "analysis.configurer", BeanReference.ofInstance(new ClusterAnalysis()));
		properties.put(BACKEND + "layout.strategy", BeanReference.ofInstance(new ClusterNames(index.indexPrefix())));
		properties.putIfAbsent(BACKEND + "schema_management.settings_file", "search/cluster-settings.json");
		// An index of an older mapping does not end the start: IndexAtStart rebuilds it.
		properties.putIfAbsent(PREFIX + "schema_management.strategy", "create");
		if (index.username() != null) {
			properties.put(BACKEND + "username", index.username());
		}
		if (index.password() != null) {
			properties.put(BACKEND + "password", index.password());
		}
		if (index.sslBundle() != null) {
			SSLContext context = ssl.getObject().getBundle(index.sslBundle()).createSslContext();
			ElasticsearchHttpClientConfigurer client = (http) -> http.clientBuilder().setSSLContext(context);
			properties.put(BACKEND + "client.configurer", BeanReference.ofInstance(client));
		}
	}

}
