package org.catena.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.IDN;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.net.ssl.SSLException;

import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Fetches a page that an editor names. The server must not become a way into the network
 * that it stands in: only http and https, only some ports, only addresses of the public
 * Internet, checked on the address that is connected to, for each redirect anew, without
 * cookies, proxies or credentials.
 */
@Component
public class PageFetch {

	private static final int MOST_REDIRECTS = 5;

	/** The parts of an address, by RFC 3986, appendix B. */
	private static final Pattern ADDRESS = Pattern.compile(
			"(?:(?<scheme>[^:/?#]+:)?//(?<authority>[^/?#]*))?(?<path>[^?#]*)(?:\\?(?<query>[^#]*))?(?:#(?<fragment>.*))?");

	private final FetchProperties properties;

	private final PublicAddresses.Lookup lookup;

	private final boolean anyAddress;

	@Autowired
	PageFetch(FetchProperties properties) {
		this(properties, InetAddress::getAllByName, false);
	}

	/**
	 * For tests, which have no other server than one of this machine.
	 * @param anyAddress whether addresses that are not public are reached too
	 */
	PageFetch(FetchProperties properties, PublicAddresses.Lookup lookup, boolean anyAddress) {
		this.properties = properties;
		this.lookup = lookup;
		this.anyAddress = anyAddress;
	}

	/** Whether the server fetches pages. */
	public boolean isEnabled() {
		return this.properties.enabled();
	}

	/**
	 * Fetches a page.
	 * @param address the address as typed
	 * @throws PieceRefused when it cannot or must not be fetched
	 */
	public FetchedPage fetch(String address) throws PieceRefused {
		if (!isEnabled()) {
			throw new PieceRefused(
					"This archive does not fetch pages. Save the page in your browser and hand in the file.");
		}
		long end = System.nanoTime() + this.properties.timeLimit().toNanos();
		URI asked = parse(address.strip());
		URI at = asked;
		try (CloseableHttpClient client = client()) {
			for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
				Answer answer = get(client, at, end);
				if (answer.location() == null) {
					return new FetchedPage(asked, answer.piece(), answer.headers());
				}
				at = parse(at.resolve(parse(at, answer.location())).toString());
			}
			throw new PieceRefused("The page was not fetched: the server redirects in circles.");
		}
		catch (IOException ex) {
			throw new PieceRefused("The page was not fetched: "
					+ ((System.nanoTime() >= end) ? "the server took too long." : reason(ex)));
		}
	}

	private CloseableHttpClient client() {
		Timeout timeout = Timeout.of(this.properties.timeLimit());
		var resolver = this.anyAddress ? new PublicAddresses(this.lookup) {
			@Override
			public InetAddress[] resolve(String host) throws UnknownHostException {
				return PageFetch.this.lookup.of(host);
			}
		} : new PublicAddresses(this.lookup);
		return HttpClientBuilder.create()
			.setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
				.setDnsResolver(resolver)
				.setDefaultConnectionConfig(
						ConnectionConfig.custom().setConnectTimeout(timeout).setSocketTimeout(timeout).build())
				.setDefaultSocketConfig(SocketConfig.custom().setSoTimeout(timeout).build())
				.build())
			.setDefaultRequestConfig(
					RequestConfig.custom().setResponseTimeout(timeout).setConnectionRequestTimeout(timeout).build())
			.setUserAgent("Catena (an archive of commentary)")
			.disableRedirectHandling()
			.disableCookieManagement()
			.disableAuthCaching()
			.disableAutomaticRetries()
			.build();
	}

	private Answer get(CloseableHttpClient client, URI address, long end) throws IOException, PieceRefused {
		HttpGet request = new HttpGet(address);
		request.setHeader("Accept", "text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.8,*/*;q=0.5");
		long left = Math.max(1, end - System.nanoTime());
		CompletableFuture<Void> cancel = CompletableFuture.runAsync(request::cancel,
				CompletableFuture.delayedExecutor(left, TimeUnit.NANOSECONDS));
		try {
			Object answer = client.execute(request, (response) -> {
				try {
					return read(response, address);
				}
				catch (PieceRefused ex) {
					return ex;
				}
			});
			if (answer instanceof PieceRefused refused) {
				throw refused;
			}
			return (Answer) answer;
		}
		finally {
			cancel.cancel(false);
		}
	}

	private static Answer read(ClassicHttpResponse response, URI address) throws IOException, PieceRefused {
		TreeMap<String, String> headers = new TreeMap<>();
		for (Header header : response.getHeaders()) {
			headers.merge(header.getName().toLowerCase(Locale.ROOT), header.getValue(), (one, two) -> one + ", " + two);
		}
		int status = response.getCode();
		if (status / 100 == 3 && headers.containsKey("location")) {
			return new Answer(headers.get("location"), new Piece(new byte[0], null, null, address), headers);
		}
		if (status != 200) {
			throw new PieceRefused(
					"The page was not fetched: the server answered " + status + explanation(status) + ".");
		}
		byte[] bytes = new byte[0];
		if (response.getEntity() != null) {
			try (InputStream body = response.getEntity().getContent()) {
				bytes = body.readNBytes(Piece.LARGEST + 1);
			}
		}
		if (bytes.length > Piece.LARGEST) {
			throw new PieceRefused("The page was not fetched: it is larger than 10 MB.");
		}
		return new Answer(null, new Piece(bytes, headers.get("content-type"), null, address), headers);
	}

	private static String explanation(int status) {
		return Map
			.of(401, " (log-in needed)", 402, " (payment needed)", 403, " (refused)", 404, " (no such page)", 410,
					" (page is gone)", 429, " (too many requests)", 451, " (unavailable for legal reasons)")
			.getOrDefault(status, (status >= 500) ? " (its own error)" : "");
	}

	/**
	 * What one address answered.
	 *
	 * @param location where it redirects to, or null where it gave a body
	 * @param piece the body
	 * @param headers the headers
	 */
	private record Answer(@Nullable String location, Piece piece, TreeMap<String, String> headers) {
	}

	private static URI parse(URI base, String location) throws PieceRefused {
		try {
			return uri(location);
		}
		catch (URISyntaxException ex) {
			throw new PieceRefused(
					"The page was not fetched: " + base.getHost() + " redirects to something that is no address.");
		}
	}

	/**
	 * An address as people read and copy it, as RFC 3986 has it: the host in ASCII (RFC
	 * 3490), other characters that must not stand where they do in percents.
	 */
	private static URI uri(String address) throws URISyntaxException {
		Matcher parts = ADDRESS.matcher(address);
		if (!parts.matches()) {
			throw new URISyntaxException(address, "No address");
		}
		StringBuilder uri = new StringBuilder();
		String authority = parts.group("authority");
		if (authority != null) {
			String scheme = parts.group("scheme");
			uri.append((scheme != null) ? scheme : "").append("//").append(ascii(address, authority));
		}
		uri.append(percent(parts.group("path"), "\\[\\]"));
		if (parts.group("query") != null) {
			uri.append('?').append(percent(parts.group("query"), "#"));
		}
		if (parts.group("fragment") != null) {
			uri.append('#').append(percent(parts.group("fragment"), "#"));
		}
		return new URI(new URI(uri.toString()).toASCIIString());
	}

	private static String ascii(String address, String authority) throws URISyntaxException {
		if (authority.matches("[\\p{ASCII}&&[^ ]]*")) {
			return authority;
		}
		Matcher host = Pattern.compile("([^@:\\[\\] ]+)(:\\d*)?").matcher(authority);
		try {
			if (host.matches()) {
				return IDN.toASCII(host.group(1)).toLowerCase(Locale.ROOT)
						+ ((host.group(2) != null) ? host.group(2) : "");
			}
		}
		catch (IllegalArgumentException ex) {
			// falls through: it is the name of no host
		}
		throw new URISyntaxException(address, "No host");
	}

	/**
	 * Writes in percents what must not stand in any part, and further characters.
	 */
	private static String percent(String part, String further) {
		return Pattern.compile("[ \"<>\\\\^`{|}" + further + "]|%(?![0-9A-Fa-f]{2})")
			.matcher(part)
			.replaceAll((found) -> "%%%02X".formatted((int) found.group().charAt(0)));
	}

	private URI parse(String address) throws PieceRefused {
		URI uri;
		try {
			uri = uri(address);
		}
		catch (URISyntaxException ex) {
			throw new PieceRefused("This is no address of a web page.");
		}
		String scheme = (uri.getScheme() != null) ? uri.getScheme().toLowerCase(Locale.ROOT) : "";
		if (uri.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
			throw new PieceRefused("Only addresses that begin with http:// or https:// and name a host are fetched.");
		}
		if (uri.getRawUserInfo() != null) {
			throw new PieceRefused("Addresses with a user name or password are not fetched.");
		}
		int port = (uri.getPort() >= 0) ? uri.getPort() : (scheme.equals("http") ? 80 : 443);
		if (!this.properties.ports().contains(port)) {
			throw new PieceRefused("Pages are not fetched from port " + port + ".");
		}
		return uri;
	}

	private static String reason(IOException ex) {
		if (ex instanceof PublicAddresses.NotPublic) {
			return "its host is not on the public Internet.";
		}
		if (ex instanceof UnknownHostException) {
			return "there is no such host.";
		}
		if (ex instanceof SSLException) {
			return "the server's certificate could not be verified.";
		}
		if (ex instanceof InterruptedIOException) {
			return "the server took too long.";
		}
		return "the server could not be reached, or broke off.";
	}

}
