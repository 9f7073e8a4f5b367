package org.catena.article;

import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The plan that is meant where none is named: the one on which most published articles
 * comment, the earliest taken in where several are equal. It can become another one, so
 * an address that is to last names its plan.
 */
@Component
public class FirstPlan {

	/** Its id as a part of a statement; null while there is no plan. */
	public static final String ID = """
			(select f.id from plan f
			order by (select count(*) from article c where c.plan_id = f.id and c.state = 'published') desc, f.id
			limit 1)""";

	private final JdbcClient jdbc;

	FirstPlan(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Its name in addresses; none while there is no plan. */
	public Optional<String> slug() {
		return this.jdbc.sql("select slug from plan where id = " + ID).query(String.class).optional();
	}

}
