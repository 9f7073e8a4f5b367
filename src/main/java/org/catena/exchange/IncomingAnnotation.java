package org.catena.exchange;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * An annotation that was sent to the archive.
 *
 * @param name its name among the annotations
 * @param content the JSON as it was sent last
 * @param contentNumber the number of the state that brought this content
 * @param act what was done with it last
 * @param remark what an editor said of it then
 * @param by by which account
 * @param at when
 * @param number the number of that state
 * @param receivedBy by which account it was sent first
 * @param receivedAt when
 */
record IncomingAnnotation(String name, String content, int contentNumber, String act, @Nullable String remark,
		String by, Instant at, int number, String receivedBy, Instant receivedAt) {

	boolean isDeleted() {
		return this.act.equals("deleted");
	}

	/** Whether an editor has yet to look at it. */
	boolean isOpen() {
		return !isDeleted() && !this.act.equals("coded") && !this.act.equals("set_aside");
	}

	/** Its entity tag, in quotes: the same tag means the same content. */
	String tag() {
		return "\"" + this.contentNumber + "\"";
	}

}
