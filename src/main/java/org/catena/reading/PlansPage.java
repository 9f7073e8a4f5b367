package org.catena.reading;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The plans of the archive and the crosswalks between them.
 *
 * @param plans the plans, those first on which most articles comment
 * @param crosswalks the crosswalks
 */
record PlansPage(List<PlanRow> plans, List<CrosswalkLink> crosswalks) {

	/**
	 * A plan in a list.
	 *
	 * @param slug its name in addresses
	 * @param title its title
	 * @param about which text it is
	 * @param published when it was published or came about, in words
	 * @param inPart whether it is known from reports only
	 * @param count how many points it is said to have, where that is said
	 * @param points how many of them are here
	 * @param claims how many claims are linked to them
	 * @param articles how many articles comment on it
	 */
	record PlanRow(String slug, String title, String about, String published, boolean inPart, @Nullable Integer count,
			int points, int claims, int articles) {

		public String address() {
			return "/plans/" + this.slug;
		}

	}

	/**
	 * A crosswalk in a list.
	 *
	 * @param earlier the slug of the earlier plan
	 * @param earlierTitle its title
	 * @param later the slug of the later plan
	 * @param laterTitle its title
	 * @param rows how many rows it has
	 */
	record CrosswalkLink(String earlier, String earlierTitle, String later, String laterTitle, int rows) {

		public String address() {
			return CrosswalkRows.address(this.earlier, this.later);
		}

		/** The title of the plan that is not the given one. */
		public String otherTitle(String plan) {
			return this.earlier.equals(plan) ? this.laterTitle : this.earlierTitle;
		}

	}

}
