package org.catena.exchange;

import org.springframework.http.MediaType;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * One machine form of the pages whose addresses have a pattern: the same address with an
 * ending, or with the media type in {@code Accept}.
 *
 * @param page the pattern of the pages' addresses, which no ending matches
 * @param ending what their addresses get, with its dot
 * @param type the media type of the answer
 * @param title what it is, for readers
 */
record MachineForm(PathPattern page, String ending, MediaType type, String title) {

	/**
	 * Makes a form.
	 * @param page the pattern, {@code /articles/{slug:[a-z0-9-]+}} for instance
	 * @param ending the ending, {@code .bib} for instance
	 * @param type the media type
	 * @param title what it is, in a few words
	 */
	static MachineForm of(String page, String ending, String type, String title) {
		return new MachineForm(PathPatternParser.defaultInstance.parse(page), ending, MediaType.parseMediaType(type),
				title);
	}

}
