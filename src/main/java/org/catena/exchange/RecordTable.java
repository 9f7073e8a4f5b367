package org.catena.exchange;

import java.util.List;

/**
 * A table of the record, as releases hold it.
 *
 * @param name the table
 * @param key the columns that name a row for ever; where they refer to other rows, by the
 * names of these
 */
record RecordTable(String name, List<String> key) {

	/**
	 * What releases hold, each table after those that it refers to. A test holds this to
	 * the schema: a table is here or in {@link #LEFT_OUT}.
	 */
	static final List<RecordTable> ALL = List.of(of("plan", "slug"), of("plan_difference", "plan_id", "position"),
			of("theme", "plan_id", "slug"), of("point", "plan_id", "number"),
			of("point_secondary_theme", "point_id", "position"), of("point_keyword", "point_id", "position"),
			of("sub_point", "point_id", "letter"), of("witness", "plan_id", "name"),
			of("point_witness", "point_id", "position"), of("source", "slug"),
			of("source_variant", "source_id", "position"), of("agent", "slug"),
			of("agent_variant", "agent_id", "position"), of("old_source_slug", "slug"), of("old_agent_slug", "slug"),
			of("article", "slug"), of("article_basis", "article_id", "field"),
			of("article_note", "article_id", "position"), of("byline", "article_id", "position"),
			of("article_version", "article_id", "number"), of("old_slug", "slug"), of("claim", "key"),
			of("claim_via", "claim_id", "position"), of("claim_point", "claim_id", "position"),
			of("relation", "from_id", "to_id", "type"), of("discrepancy", "claim_id", "point_id", "letter"),
			of("crosswalk", "earlier_plan_id", "later_plan_id"),
			of("correspondence", "crosswalk_id", "earlier_point_id", "earlier_letter", "later_point_id",
					"later_letter"),
			of("correspondence_claim", "correspondence_id", "position"),
			of("crosswalk_remark", "crosswalk_id", "position"), of("crosswalk_remark_claim", "remark_id", "position"));

	/**
	 * What they do not hold: people, work in progress, and what follows from the rest.
	 */
	static final List<String> LEFT_OUT = List.of(
			// people and their work
			"editor", "login", "access_token", "draft", "draft_saving", "draft_step", "draft_removed_claim",
			"received_piece", "incoming_annotation", "incoming_annotation_state",
			// second codings are work of accounts too; what adjudication made of them is
			// in the claims
			"second_coding", "second_coding_step", "second_coding_removed_claim", "second_coding_claim",
			"second_coding_decision",
			// how it came to be so; it names rows by ids that are of one database only
			"change", "ingest_run", "ingest_problem",
			// derived
			"article_stamp", "change_mark", "change_epoch", "gone_name", "index_record", "index_rebuild",
			"index_backlog", "hsearch_agent", "hsearch_outbox_event", "flyway_schema_history");

	private static RecordTable of(String name, String... key) {
		return new RecordTable(name, List.of(key));
	}

	/** The file of a release that holds it. */
	String file() {
		return "record/" + this.name + ".jsonl";
	}

}
