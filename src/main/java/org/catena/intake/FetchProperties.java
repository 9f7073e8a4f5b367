package org.catena.intake;

import java.time.Duration;
import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How pages are fetched for editors.
 *
 * @param enabled whether the server fetches pages at all
 * @param ports the ports that it connects to
 * @param timeLimit the time in which a page with its redirects must have come
 */
@ConfigurationProperties("catena.fetch")
record FetchProperties(@DefaultValue("true") boolean enabled, @DefaultValue( {
		"80", "443" }) Set<Integer> ports, @DefaultValue("20s") Duration timeLimit){
}
