package org.catena.exchange;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.catena.exchange.Annotations.Holdings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * The container of all annotations and its pages, as the W3C's Web Annotation Protocol
 * describes them.
 */
@Component
class AnnotationContainer {

	/** Annotations on a page. */
	static final int PAGE = 50;

	private static final String LABEL = "Claims about the plan, and the relations between them";

	private final Annotations annotations;

	AnnotationContainer(Annotations annotations) {
		this.annotations = annotations;
	}

	/**
	 * Describes the container.
	 * @param content what its first page is shown with
	 */
	Map<String, Object> describe(Content content) {
		Holdings holdings = this.annotations.holdings();
		Map<String, Object> container = new LinkedHashMap<>();
		container.put("@context", List.of(LinkedData.ANNOTATION_CONTEXT, LinkedData.PLATFORM_CONTEXT));
		container.put("id", id(content));
		container.put("type", List.of("BasicContainer", "AnnotationCollection"));
		container.put("label", LABEL);
		Instant changed = holdings.changed();
		if (changed != null) {
			container.put("modified", Annotations.time(changed));
		}
		container.put("total", holdings.total());
		if (holdings.total() > 0) {
			container.put("first", (content == Content.NONE) ? page(content, 0) : embedded(content, holdings));
			container.put("last", page(content, last(holdings)));
		}
		return container;
	}

	/**
	 * A page of the container.
	 * @param number from 0
	 * @param content addresses of annotations, or all of them
	 * @throws NotHere if there is no such page
	 */
	Map<String, Object> page(int number, Content content) {
		Holdings holdings = this.annotations.holdings();
		if (number > last(holdings)) {
			throw new NotHere(HttpStatus.NOT_FOUND, "There is no page " + number + ".", null);
		}
		Map<String, Object> page = new LinkedHashMap<>();
		page.put("@context", LinkedData.ANNOTATION_CONTEXT);
		page.put("id", page(content, number));
		page.put("type", "AnnotationPage");
		Map<String, Object> whole = new LinkedHashMap<>();
		whole.put("id", id(content));
		whole.put("type", "AnnotationCollection");
		whole.put("label", LABEL);
		whole.put("total", holdings.total());
		page.put("partOf", whole);
		page.put("startIndex", number * PAGE);
		if (number > 0) {
			page.put("prev", page(content, number - 1));
		}
		if (number < last(holdings)) {
			page.put("next", page(content, number + 1));
		}
		page.put("items", contained(number, content));
		return page;
	}

	private Map<String, Object> embedded(Content content, Holdings holdings) {
		Map<String, Object> page = new LinkedHashMap<>();
		page.put("id", page(content, 0));
		page.put("type", "AnnotationPage");
		page.put("startIndex", 0);
		if (last(holdings) > 0) {
			page.put("next", page(content, 1));
		}
		page.put("items", contained(0, content));
		return page;
	}

	private List<?> contained(int number, Content content) {
		List<Map<String, Object>> contained = this.annotations.page((long) number * PAGE, PAGE);
		return (content == Content.IRIS)
				? contained.stream().map((annotation) -> Objects.requireNonNull(annotation.get("id"))).toList()
				: contained;
	}

	private String id(Content content) {
		return this.annotations.iri(content.query());
	}

	private String page(Content content, int number) {
		return this.annotations.iri(content.query() + (content.query().isEmpty() ? "?" : "&") + "page=" + number);
	}

	private static int last(Holdings holdings) {
		return (int) (Math.max(0, holdings.total() - 1) / PAGE);
	}

	/** What a description of the container contains of its annotations. */
	enum Content {

		/** Nothing; pages have them in full. */
		NONE(""),

		/** Their addresses. */
		IRIS("?iris=1"),

		/** All of them in full. */
		DESCRIPTIONS("?iris=0");

		private final String query;

		Content(String query) {
			this.query = query;
		}

		/** By which addresses say so. */
		String query() {
			return this.query;
		}

		/**
		 * What a client prefers.
		 * @param iris the parameter of the address, which prevails: 0 or 1
		 * @param prefer the header {@code Prefer} (RFC 7240), if any
		 */
		static Content of(@Nullable String iris, @Nullable String prefer) {
			if (iris != null) {
				return iris.equals("1") ? IRIS : DESCRIPTIONS;
			}
			String preference = (prefer != null) ? prefer : "";
			if (preference.contains("http://www.w3.org/ns/ldp#PreferMinimalContainer")
					&& !preference.contains("omit=\"http://www.w3.org/ns/ldp#PreferMinimalContainer")) {
				return NONE;
			}
			if (preference.contains("http://www.w3.org/ns/oa#PreferContainedIRIs")) {
				return IRIS;
			}
			return preference.contains("http://www.w3.org/ns/oa#PreferContainedDescriptions") ? DESCRIPTIONS : NONE;
		}

	}

}
