package org.catena.history;

import jakarta.persistence.EntityManager;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives reasons within a transaction that changes several things, each for its own
 * reason. {@link Attribution} gives one for all.
 */
@Component
public class GiveReason {

	private final EntityManager entities;

	private final JdbcClient jdbc;

	GiveReason(EntityManager entities, JdbcClient jdbc) {
		this.entities = entities;
		this.jdbc = jdbc;
	}

	/**
	 * Says why the transaction changes what it changes from here on. What it changed
	 * before is written first, with the reason that held then.
	 * @param reason a sentence for readers
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void because(String reason) {
		this.entities.flush();
		this.jdbc.sql("select set_config('catena.reason', :reason, true)")
			.param("reason", reason.replace("\u0000", ""))
			.query(String.class)
			.single();
	}

}
