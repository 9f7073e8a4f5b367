package org.catena.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import static org.catena.exchange.ApiAnswers.object;

/**
 * The description of the tables by Frictionless Data Package 1 with Table Schema, which
 * its tools and those of version 2 read.
 */
final class DataPackage {

	private DataPackage() {
	}

	/**
	 * Describes all tables.
	 * @param version of what state they are
	 * @param title what it is
	 */
	static Map<String, @Nullable Object> of(String version, String title) {
		return object("profile", "tabular-data-package", "name", "catena", "version", version, "title", title,
				"description",
				"An annotated web archive of news commentary: articles, what is claimed in them of a plan, and how claims "
						+ "stand to each other. In CSV a text that a spreadsheet would take for a formula begins with an apostrophe.",
				"resources", DataTable.ALL.stream().map(DataPackage::resource).toList());
	}

	private static Map<String, @Nullable Object> resource(DataTable table) {
		return object("profile", "tabular-data-resource", "name", table.name(), "path", table.name() + ".csv", "title",
				table.title(), "description", "One row for each: " + table.row() + ".", "format", "csv", "mediatype",
				"text/csv", "encoding", "utf-8", "dialect", object("delimiter", ",", "lineTerminator", "\r\n",
						"quoteChar", "\"", "doubleQuote", true, "header", true),
				"schema", schema(table));
	}

	/** What may be empty is no part of a primary key to programs. */
	private static Map<String, @Nullable Object> schema(DataTable table) {
		Map<String, @Nullable Object> schema = object("fields",
				table.columns().stream().map(DataPackage::field).toList(), "missingValues", List.of(""));
		if (table.columns()
			.stream()
			.allMatch((column) -> column.isRequired() || !table.key().contains(column.name()))) {
			schema.put("primaryKey", table.key());
		}
		if (!table.references().isEmpty()) {
			schema.put("foreignKeys",
					table.references()
						.stream()
						.map((reference) -> object("fields", reference.columns(), "reference",
								object("resource", reference.table(), "fields", reference.theirs())))
						.toList());
		}
		return schema;
	}

	private static Map<String, @Nullable Object> field(DataTable.Column column) {
		Map<String, @Nullable Object> constraints = object();
		if (column.isRequired()) {
			constraints.put("required", true);
		}
		if (column.isUnique()) {
			constraints.put("unique", true);
		}
		if (column.pattern() != null) {
			constraints.put("pattern", column.pattern());
		}
		if (!column.values().isEmpty()) {
			constraints.put("enum", column.values());
		}
		if (column.name().equals("confidence")) {
			constraints.put("minimum", 0);
			constraints.put("maximum", 1);
		}
		List<Object> parts = new ArrayList<>(
				List.of("name", column.name(), "type", column.type(), "description", column.description()));
		if (column.type().equals("datetime")) {
			parts.addAll(List.of("format", "any"));
		}
		parts.addAll(List.of("constraints", constraints));
		return object(parts.toArray());
	}

}
