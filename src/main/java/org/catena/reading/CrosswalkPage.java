package org.catena.reading;

import java.util.List;

import org.catena.reading.CrosswalkRows.CorrespondenceRow;
import org.catena.reading.CrosswalkRows.PointSide;
import org.catena.reading.CrosswalkRows.Support;
import org.catena.reading.PlansPage.PlanRow;

/**
 * What became of the points of a plan in a later one.
 *
 * @param earlier the earlier plan
 * @param later the later plan
 * @param about on what the table rests, and what it cannot say
 * @param remarks what is said of the later plan as a whole
 * @param rows what is known of single points, in the order of the table
 * @param earlierWithout the points of the earlier plan of which nothing is known
 * @param laterWithout the points of the later plan of which nothing is known
 */
record CrosswalkPage(PlanRow earlier, PlanRow later, String about, List<Remark> remarks, List<CorrespondenceRow> rows,
		List<PointSide> earlierWithout, List<PointSide> laterWithout) {

	public String address() {
		return CrosswalkRows.address(this.earlier.slug(), this.later.slug());
	}

	/**
	 * What is said of the later plan as a whole.
	 *
	 * @param sentence what is said
	 * @param support on what it rests
	 */
	record Remark(String sentence, Support support) {
	}

}
