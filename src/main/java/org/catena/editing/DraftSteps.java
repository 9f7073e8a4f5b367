package org.catena.editing;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who did what with a draft: an account of each step, never changed.
 */
@Component
class DraftSteps {

	private final JdbcClient jdbc;

	private final Clock clock;

	DraftSteps(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** What is done with a draft. */
	enum Step {

		SUBMITTED("submitted it for review"), TAKEN_BACK("took it back"), RETURNED("sent it back"),
		PUBLISHED("published it"), DISCARDED("discarded it");

		private final String verb;

		Step(String verb) {
			this.verb = verb;
		}

		String word() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	void add(long draft, Step step, String by, @Nullable String remark) {
		this.jdbc.sql("""
				insert into draft_step (draft_id, step, taken_by, taken_at, remark)
				values (:draft, :step, :by, :now, :remark)""")
			.param("draft", draft)
			.param("step", step.word())
			.param("by", by)
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("remark", remark)
			.update();
	}

	/** The steps of a draft, the last first. */
	List<StepRow> of(long draft) {
		return this.jdbc.sql(
				"select step, taken_by, taken_at, remark from draft_step where draft_id = :draft order by id desc limit 50")
			.param("draft", draft)
			.query((row, number) -> new StepRow(Step.valueOf(row.getString("step").toUpperCase(Locale.ROOT)),
					row.getString("taken_by"), When.of(row, "taken_at"), row.getString("remark")))
			.list();
	}

	/**
	 * A step.
	 *
	 * @param step what was done
	 * @param by who did it
	 * @param at when
	 * @param remark what was said
	 */
	record StepRow(Step step, String by, When at, @Nullable String remark) {

		public String verb() {
			return this.step.verb;
		}

	}

}
