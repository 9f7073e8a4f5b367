package org.catena.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PageFetchTests {

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final List<String> hosts = new CopyOnWriteArrayList<>();

	private final List<String> paths = new CopyOnWriteArrayList<>();

	private HttpServer server;

	private int port;

	@BeforeEach
	void start() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.setExecutor(this.threads);
		this.port = this.server.getAddress().getPort();
		this.server.createContext("/page",
				(exchange) -> answer(exchange, 200, "<p>Words</p>".getBytes(StandardCharsets.UTF_8)));
		this.server.createContext("/gone", (exchange) -> answer(exchange, 410, new byte[0]));
		this.server.createContext("/large", (exchange) -> answer(exchange, 200, new byte[Piece.LARGEST + 1]));
		this.server.createContext("/from", (exchange) -> redirect(exchange, "/page?a=b"));
		this.server.createContext("/odd", (exchange) -> redirect(exchange, "/page?a=b|c"));
		this.server.createContext("/circle", (exchange) -> redirect(exchange, "/circle"));
		this.server.createContext("/inside",
				(exchange) -> redirect(exchange, "http://inside.example:" + this.port + "/page"));
		this.server.createContext("/file", (exchange) -> redirect(exchange, "file:///etc/passwd"));
		this.server.createContext("/port", (exchange) -> redirect(exchange, "http://outside.example:22/"));
		this.server.createContext("/drip", PageFetchTests::drip);
		this.server.start();
	}

	@AfterEach
	void stop() {
		this.server.stop(0);
		this.threads.shutdownNow();
	}

	@Test
	void fetchesAPageWithItsHeaders() throws PieceRefused {
		FetchedPage page = open().fetch(address("/page"));
		assertThat(page.piece().bytes()).asString(StandardCharsets.UTF_8).isEqualTo("<p>Words</p>");
		assertThat(page.piece().contentType()).isEqualTo("text/html; charset=utf-8");
		assertThat(page.headers()).containsKey("date");
		assertThat(this.hosts).containsExactly("outside.example:" + this.port);
	}

	/** Browsers show addresses so, and people copy them. */
	@ParameterizedTest
	@CsvSource(quoteCharacter = '\u0001', value = { "пример.example, /page, xn--e1afmkfd.example, /page",
			"OUTSIDE。example, /page?a=b|c&d=[é]\"^`{}<>\\, outside.example, /page?a=b%7Cc&d=[%C3%A9]%22%5E%60%7B%7D%3C%3E%5C",
			"outside.example, /page/[1]/100%/%41?x=%zz, outside.example, /page/%5B1%5D/100%25/%41?x=%25zz",
			"outside.example, /page#a#b|c, outside.example, /page#a%23b%7Cc" })
	void fetchesAddressesThatAreWrittenAsPeopleReadThem(String host, String path, String asciiHost, String asciiPath)
			throws PieceRefused {
		FetchedPage page = open().fetch("http://" + host + ":" + this.port + path);
		assertThat(this.hosts).containsExactly(asciiHost + ":" + this.port);
		assertThat(this.paths).containsExactly(asciiPath.replaceFirst("#.*", ""));
		assertThat(page.asked()).isEqualTo(URI.create("http://" + asciiHost + ":" + this.port + asciiPath));
	}

	@Test
	void followsRedirectsToSuchAddresses() throws PieceRefused {
		assertThat(open().fetch(address("/odd")).piece().address()).hasPath("/page").hasQuery("a=b|c");
	}

	@Test
	void followsRedirectsAndKeepsWhereTheyEnded() throws PieceRefused {
		FetchedPage page = open().fetch(address("/from"));
		assertThat(page.asked()).hasPath("/from");
		assertThat(page.piece().address()).hasPath("/page").hasQuery("a=b");
	}

	@Test
	void endsWhereRedirectsRunInCircles() {
		refuses(open(), address("/circle"), "circles");
	}

	@Test
	void refusesARedirectToAnotherScheme() {
		refuses(open(), address("/file"), "http://");
	}

	@Test
	void refusesARedirectToAnotherPort() {
		refuses(open(), address("/port"), "port 22");
	}

	@Test
	void saysWhatTheServerAnswered() {
		refuses(open(), address("/gone"), "410 (page is gone)");
	}

	@Test
	void refusesWhatIsTooLarge() {
		refuses(open(), address("/large"), "larger than 10 MB");
	}

	@Test
	void endsWhenTheServerDripsItsAnswer() {
		refuses(fetch(Duration.ofMillis(500), true), address("/drip"), "took too long");
	}

	@ParameterizedTest
	@ValueSource(strings = { "127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0", "2130706433",
			"0x7f000001", "127.1", "[64:ff9b::7f00:1]" })
	void reachesNoAddressOfThisMachine(String host) {
		PageFetch fetch = new PageFetch(properties(Duration.ofSeconds(5)), InetAddress::getAllByName, false);
		assertThatExceptionOfType(PieceRefused.class)
			.isThrownBy(() -> fetch.fetch("http://" + host + ":" + this.port + "/page"));
		assertThat(this.hosts).isEmpty();
	}

	@Test
	void reachesNoNameThatLeadsToThisMachine() {
		refuses(closed(), address("/page"), "not on the public Internet");
		assertThat(this.hosts).isEmpty();
	}

	/** A name server that changes its answer between check and use has no effect. */
	@Test
	void asksForTheAddressOnceAndConnectsToThat() throws PieceRefused {
		AtomicInteger asked = new AtomicInteger();
		PageFetch fetch = new PageFetch(properties(Duration.ofSeconds(5)), (host) -> {
			assertThat(asked.incrementAndGet()).isEqualTo(1);
			return loopback(host);
		}, true);
		fetch.fetch(address("/page"));
		assertThat(this.hosts).containsExactly("outside.example:" + this.port);
	}

	@Test
	void checksTheHostOfARedirectToo() {
		PageFetch strict = new PageFetch(properties(Duration.ofSeconds(5)), (host) -> {
			if (host.equals("inside.example")) {
				throw new PublicAddresses.NotPublic(host);
			}
			return loopback(host);
		}, true);
		refuses(strict, address("/inside"), "not on the public Internet");
		assertThat(this.hosts).containsExactly("outside.example:" + this.port);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x", "file:///etc/passwd", "ftp://example.org/", "javascript:alert(1)", "http:///x",
			"http://user:secret@example.org/", "http://example.org:22/", "https://example.org:5432/",
			"gopher://example.org", "http://exa mple.org:99999/", "http://example.org\r\nHost: inside/" })
	void refusesOtherAddresses(String address) {
		assertThatExceptionOfType(PieceRefused.class).isThrownBy(() -> open().fetch(address));
		assertThat(this.hosts).isEmpty();
	}

	@Test
	void canBeSwitchedOff() {
		PageFetch off = new PageFetch(new FetchProperties(false, Set.of(this.port), Duration.ofSeconds(5)),
				this::loopback, true);
		assertThat(off.isEnabled()).isFalse();
		refuses(off, address("/page"), "does not fetch");
		assertThat(this.hosts).isEmpty();
	}

	private static void refuses(PageFetch fetch, String address, String words) {
		assertThatExceptionOfType(PieceRefused.class).isThrownBy(() -> fetch.fetch(address))
			.withMessageContaining(words);
	}

	private PageFetch open() {
		return fetch(Duration.ofSeconds(10), true);
	}

	private PageFetch closed() {
		return fetch(Duration.ofSeconds(10), false);
	}

	private PageFetch fetch(Duration limit, boolean anyAddress) {
		return new PageFetch(properties(limit), this::loopback, anyAddress);
	}

	private FetchProperties properties(Duration limit) {
		return new FetchProperties(true, Set.of(this.port, 80, 443), limit);
	}

	private InetAddress[] loopback(String host) {
		return new InetAddress[] { InetAddress.getLoopbackAddress() };
	}

	private String address(String path) {
		return "http://outside.example:" + this.port + path;
	}

	private void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
		this.hosts.add(exchange.getRequestHeaders().getFirst("Host"));
		this.paths.add(exchange.getRequestURI().toString());
		exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
		exchange.sendResponseHeaders(status, (body.length == 0) ? -1 : body.length);
		try (OutputStream out = exchange.getResponseBody()) {
			out.write(body);
		}
	}

	private void redirect(HttpExchange exchange, String location) throws IOException {
		exchange.getResponseHeaders().set("Location", location);
		answer(exchange, 302, new byte[0]);
	}

	private static void drip(HttpExchange exchange) throws IOException {
		exchange.sendResponseHeaders(200, 0);
		try (OutputStream out = exchange.getResponseBody()) {
			for (int i = 0; i < 600; i++) {
				out.write('.');
				out.flush();
				Thread.sleep(50);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
