package org.catena.site;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Where the archive stands for the world: what its pages are cited by, linked by and
 * previewed by. Without {@code catena.address} it is the address by which the archive was
 * asked, which is right on one's own machine and wrong behind a proxy.
 */
@Component
public class SiteAddress {

	private final String configured;

	/**
	 * Takes the configured address.
	 * @param configured the address, with or without a slash at its end; empty for none
	 * @throws IllegalArgumentException if it is no address of a site
	 */
	public SiteAddress(@Value("${catena.address:}") String configured) {
		this.configured = configured.strip().replaceFirst("/+$", "");
		if (!this.configured.matches("(https?://[^\\s/?#]+(/[^\\s?#]*)?)?")) {
			throw new IllegalArgumentException(
					"catena.address is \"" + configured + "\", and must be an address like https://catena.example");
		}
	}

	/** The address of the site, without a slash at its end. */
	public String root() {
		return this.configured.isEmpty() ? ServletUriComponentsBuilder.fromCurrentContextPath().toUriString()
				: this.configured;
	}

}
