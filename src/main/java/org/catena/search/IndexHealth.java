package org.catena.search;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Says how far the index is behind the record. That is never a reason to take the site
 * away: only its search pages use the index.
 */
@Component("index")
class IndexHealth implements HealthIndicator {

	private final IndexProperties properties;

	private final Backlog backlog;

	private final Rebuilds rebuilds;

	private final JdbcClient jdbc;

	IndexHealth(IndexProperties properties, Backlog backlog, Rebuilds rebuilds, JdbcClient jdbc) {
		this.properties = properties;
		this.backlog = backlog;
		this.rebuilds = rebuilds;
		this.jdbc = jdbc;
	}

	@Override
	public Health health() {
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("backend", this.properties.backend().name().toLowerCase(Locale.ROOT));
		details.put("changesWaiting",
				this.jdbc.sql("select count(*) from hsearch_outbox_event").query(Long.class).single());
		details.put("changesFailed",
				this.jdbc.sql("select count(*) from hsearch_outbox_event where status = 'ABORTED'")
					.query(Long.class)
					.single());
		details.put("articlesWaiting", this.backlog.articles());
		this.rebuilds.underWay()
			.ifPresent((rebuild) -> details.put("rebuild", Map.of("reason", rebuild.reason(), "begun", rebuild.begun(),
					"articles", rebuild.articles(), "done", rebuild.done(), "percent", rebuild.percent())));
		return Health.up().withDetails(details).build();
	}

}
