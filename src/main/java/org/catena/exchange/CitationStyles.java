package org.catena.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import de.undercouch.citeproc.CSL;
import de.undercouch.citeproc.ItemDataProvider;
import de.undercouch.citeproc.csl.CSLCitation;
import de.undercouch.citeproc.csl.CSLCitationItemBuilder;
import de.undercouch.citeproc.csl.CSLItemData;
import de.undercouch.citeproc.csl.CSLLabel;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Formats references by the rules of style guides, as the Citation Style Language's own
 * styles have them. The styles are read when the site begins to answer, or when one is
 * asked for before.
 */
@Component
class CitationStyles {

	/** References whose sentences are kept. */
	private static final int MOST_KEPT = 2_000;

	private static final Map<String, String> STYLES = Map.of("APA", "apa", "Chicago", "chicago-notes-bibliography",
			"MLA", "modern-language-association");

	private static final List<String> ORDER = List.of("APA", "Chicago", "MLA");

	private final Map<String, Style> styles = new ConcurrentHashMap<>();

	private final Map<Asked, List<Formatted>> kept = new ConcurrentHashMap<>();

	/** Reads the styles beside everything else, so that no reader waits for it. */
	@EventListener
	void read(WebServerInitializedEvent begun) {
		Thread reading = new Thread(() -> ORDER.forEach(this::style), "citation-styles");
		reading.setDaemon(true);
		reading.setPriority(Thread.MIN_PRIORITY);
		reading.start();
	}

	private Style style(String name) {
		return this.styles.computeIfAbsent(name, (style) -> new Style(STYLES.get(style)));
	}

	/**
	 * Formats a reference in each style.
	 * @param reference the reference
	 * @param accessed when it is looked at
	 */
	List<Formatted> format(Reference reference, LocalDate accessed) {
		Asked asked = new Asked(reference, accessed);
		List<Formatted> known = this.kept.get(asked);
		if (known != null) {
			return known;
		}
		List<Formatted> formatted = ORDER.stream()
			.map((name) -> style(name).format(name, reference, accessed))
			.toList();
		if (this.kept.size() >= MOST_KEPT) {
			this.kept.clear();
		}
		this.kept.put(asked, formatted);
		return formatted;
	}

	private record Asked(Reference reference, LocalDate accessed) {
	}

	/**
	 * A reference in a style.
	 *
	 * @param style what the style is called
	 * @param sentence the entry of a bibliography
	 * @param inText how a text refers to the words that are meant; null for the whole
	 * piece
	 */
	record Formatted(String style, String sentence, @Nullable String inText) {
	}

	/** A style with its processor, which does one thing at a time. */
	private static final class Style implements ItemDataProvider {

		private final CSL processor;

		private Map<String, Object> current = Map.of();

		Style(@Nullable String name) {
			try {
				this.processor = new CSL(this, (language) -> read("locales-en-US.xml"), null, read(name + ".csl"),
						"en-US");
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		synchronized Formatted format(String name, Reference reference, LocalDate accessed) {
			this.current = reference.csl(accessed);
			String id = reference.key();
			this.processor.reset();
			// The one that was set before is gone.
			this.processor.setOutputFormat("text");
			this.processor.registerCitationItems(new String[] { id }, true);
			String sentence = Reference.spaced(this.processor.makeBibliography().getEntries()[0]);
			Integer paragraph = (reference.quote() != null) ? reference.quote().paragraph() : null;
			return new Formatted(name, sentence, (paragraph != null) ? inText(id, paragraph) : null);
		}

		private String inText(String id, int paragraph) {
			CSLCitation citation = new CSLCitation(new CSLCitationItemBuilder(id).label(CSLLabel.PARAGRAPH)
				.locator(Integer.toString(paragraph))
				.build());
			return Reference.spaced(this.processor.makeCitation(citation).get(0).getText());
		}

		@Override
		public CSLItemData retrieveItem(String id) {
			return CSLItemData.fromJson(this.current);
		}

		@Override
		public Collection<String> getIds() {
			return List.of(String.valueOf(this.current.get("id")));
		}

		private static String read(String name) {
			try (InputStream stream = CitationStyles.class.getResourceAsStream("/csl/" + name)) {
				if (stream == null) {
					throw new IllegalStateException("No " + name + " in this build");
				}
				return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
