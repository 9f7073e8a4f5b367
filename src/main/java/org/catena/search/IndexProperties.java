package org.catena.search;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the index is.
 *
 * @param backend what keeps it
 * @param hosts addresses of nodes of the cluster, all with the same protocol
 * @param username who the cluster takes us for, if it asks
 * @param password the password
 * @param sslBundle the name of an SSL bundle of Spring Boot, for certificates that Java
 * does not trust by itself
 * @param indexPrefix how names in the cluster begin; archives that share one differ in it
 * @param eventProcessing whether this process brings changes into the index
 */
@ConfigurationProperties("catena.search")
record IndexProperties(@DefaultValue("lucene") Backend backend,
		@DefaultValue("http://localhost:9200") List<String> hosts, @Nullable String username, @Nullable String password,
		@Nullable String sslBundle, @DefaultValue("catena") String indexPrefix,
		@DefaultValue("true") boolean eventProcessing) {

	/** Keeps an index. */
	enum Backend {

		/** Lucene in this process, in its data folder. */
		LUCENE,

		/** A cluster of OpenSearch or Elasticsearch. */
		ELASTICSEARCH

	}

}
