package org.catena.editing;

import java.util.List;

import org.catena.annotation.RelationSubmission;
import org.catena.annotation.RelationType;

/**
 * A relation, as typed.
 *
 * @param type one of {@link #TYPES}
 * @param matter what both speak of
 * @param reason why it holds
 */
record RelationForm(String type, String matter, String reason) {

	static final RelationForm EMPTY = new RelationForm("", "", "");

	private static final String TURNED = "is_elaborated_by";

	static final List<Choice> TYPES = List.of(new Choice("agrees", "agrees with: both assert the same"),
			new Choice("elaborates", "elaborates: it adds to, narrows or explains the second"),
			new Choice(TURNED, "is elaborated by: the second adds to, narrows or explains it"),
			new Choice("contradicts", "contradicts: both cannot be true of the same thing at the same time"),
			new Choice("disputes", "disputes: different claimants take opposite stances on the same thing"));

	static RelationForm read(FormParameters typed) {
		return new RelationForm(typed.one("relation-type"), typed.one("relation-matter"), typed.one("relation-reason"));
	}

	/** The relation that it means, between the first claim and the second. */
	RelationSubmission read(String first, String second, String coding, FormErrors errors) {
		FieldReading fields = new FieldReading(errors);
		boolean turned = TURNED.equals(this.type);
		RelationType read = fields.word("relation-type", turned ? "elaborates" : this.type, RelationType.class,
				"how the two claims stand to each other");
		String why = fields.line("relation-reason", this.reason);
		return new RelationSubmission(read, turned ? second : first, turned ? first : second,
				fields.line("relation-matter", this.matter), (why != null) ? why : "", coding);
	}

}
