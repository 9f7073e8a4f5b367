package org.catena.search;

import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Points a context to the cluster of the tests. */
final class OnClusterInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	private static final AtomicInteger number = new AtomicInteger();

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		TestPropertyValues
			.of("catena.search.backend=elasticsearch", "catena.search.hosts=" + OpenSearch.shared().hosts(),
					"catena.search.index-prefix=test" + number.incrementAndGet())
			.applyTo(context);
	}

}
