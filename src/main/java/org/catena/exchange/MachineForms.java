package org.catena.exchange;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * The machine forms of all pages: what the beans that write them offer.
 */
@Component
class MachineForms {

	private final SingletonSupplier<List<MachineForm>> forms;

	/**
	 * Asks the beans when the first page is asked for: filters are made before what the
	 * beans need.
	 */
	MachineForms(ObjectProvider<OffersForms> offers) {
		this.forms = SingletonSupplier
			.of(() -> offers.orderedStream().flatMap((offer) -> offer.forms().stream()).toList());
	}

	/** The forms of a page, by its path. */
	List<MachineForm> of(String path) {
		PathContainer parsed = PathContainer.parsePath(path);
		return this.forms.obtain().stream().filter((form) -> form.page().matches(parsed)).toList();
	}

	/**
	 * Of some forms, the one that is preferred to the page.
	 * @param forms the forms of the page
	 * @param accepted what the client takes
	 * @return the form, or null where the page is as good or better
	 */
	static @Nullable MachineForm preferred(List<MachineForm> forms, List<MediaType> accepted) {
		MachineForm best = null;
		double most = quality(MediaType.TEXT_HTML, accepted);
		for (MachineForm form : forms) {
			double quality = quality(form.type(), accepted);
			if (quality > most) {
				best = form;
				most = quality;
			}
		}
		return best;
	}

	/** Whether a client takes the page. */
	static boolean takesPage(List<MediaType> accepted) {
		return quality(MediaType.TEXT_HTML, accepted) > 0;
	}

	/**
	 * RFC 9110, section 12.5.1: the most specific range decides. A range that names a
	 * profile is for that profile only.
	 */
	private static double quality(MediaType type, List<MediaType> accepted) {
		double quality = 0;
		int specific = -1;
		for (MediaType range : accepted) {
			String profile = range.getParameter("profile");
			if (!range.includes(type) || (profile != null && !profile.equals(type.getParameter("profile")))) {
				continue;
			}
			int stars = range.isWildcardType() ? 0 : range.isWildcardSubtype() ? 1 : (profile != null) ? 3 : 2;
			if (stars > specific) {
				specific = stars;
				quality = range.getQualityValue();
			}
		}
		return quality;
	}

}
