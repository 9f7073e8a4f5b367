package org.catena.plan;

import org.jspecify.annotations.Nullable;

/**
 * Why a crosswalk was not taken in.
 *
 * @param crosswalk its place among those handed in, from 0
 * @param list the list in it in which the fault is, {@code points} or {@code remarks};
 * null where the fault is in the crosswalk itself
 * @param row the place in the list, from 0
 * @param field the field at fault
 * @param sentence what to do
 */
public record CrosswalkRefusal(int crosswalk, @Nullable String list, int row, String field, String sentence) {

	static CrosswalkRefusal of(int crosswalk, String field, String sentence) {
		return new CrosswalkRefusal(crosswalk, null, 0, field, sentence);
	}

}
