package org.catena.reading;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which contradictions and disputes are shown. A value that means nothing shows all.
 *
 * @param type {@code contradicts} or {@code disputes}, or null for both
 * @param within {@code article} for pairs within one article, {@code between} for those
 * of two, or null for both
 * @param matter what the pairs are about, or null for everything
 */
record OppositionFilter(@Nullable String type, @Nullable String within, @Nullable String matter) {

	OppositionFilter {
		type = "contradicts".equals(type) || "disputes".equals(type) ? type : null;
		within = "article".equals(within) || "between".equals(within) ? within : null;
		matter = (matter == null || matter.isBlank()) ? null : matter.strip();
	}

	/** Whether nothing is left out. */
	public boolean isAll() {
		return this.type == null && this.within == null && this.matter == null;
	}

	/** The address of a page of these pairs; the first page is not named. */
	String address(int page) {
		UriComponentsBuilder address = UriComponentsBuilder.fromPath("/contradictions");
		if (this.type != null) {
			address.queryParam("type", this.type);
		}
		if (this.within != null) {
			address.queryParam("within", this.within);
		}
		if (this.matter != null) {
			address.queryParam("matter", "{matter}");
		}
		if (page > 1) {
			address.queryParam("page", page);
		}
		return address.encode().buildAndExpand((this.matter != null) ? this.matter : "").toUriString();
	}

	/** The same pairs of one matter only. */
	OppositionFilter on(String matter) {
		return new OppositionFilter(this.type, this.within, matter);
	}

}
