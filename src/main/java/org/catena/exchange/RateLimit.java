package org.catena.exchange;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.catena.site.SiteAddress;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets each address ask so often and no more, and says in each answer what is left
 * (draft-ietf-httpapi-ratelimit-headers). The machine itself is not limited; what
 * operators ask and what browsers load with a page are not counted.
 */
@Component
@ConditionalOnWebApplication
@Order(-104) // after the request is bound to the thread, before log-in is looked at
class RateLimit extends OncePerRequestFilter {

	/** Addresses that are remembered at most; the ones seen longest ago are forgotten. */
	private static final int MOST = 100_000;

	private final RateLimitProperties properties;

	private final LoadingCache<String, Bucket> buckets;

	private final SiteAddress site;

	private final JsonMapper json;

	RateLimit(RateLimitProperties properties, SiteAddress site, JsonMapper json) {
		this.properties = properties;
		this.site = site;
		this.json = json;
		this.buckets = Caffeine.newBuilder()
			.maximumSize(MOST)
			.expireAfterAccess(properties.window().multipliedBy(2))
			.build((address) -> Bucket.builder()
				.addLimit((limit) -> limit.capacity(properties.requests())
					.refillGreedy(properties.requests(), properties.window()))
				.build());
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		String path = path(request);
		return this.properties.requests() == 0
				|| path.matches("/(actuator|css|js|fonts|webjars)(/.*)?|/(icon.*\\.svg|preview\\.png|robots\\.txt)")
				|| isThisMachine(request.getRemoteAddr());
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		ConsumptionProbe probe = this.buckets.get(network(request.getRemoteAddr())).tryConsumeAndReturnRemaining(1);
		long seconds = this.properties.window().toSeconds();
		response.setHeader("RateLimit-Policy", "\"address\";q=" + this.properties.requests() + ";w=" + seconds);
		response.setHeader("RateLimit", "\"address\";r=" + probe.getRemainingTokens() + ";t="
				+ seconds(probe.isConsumed() ? probe.getNanosToWaitForReset() : probe.getNanosToWaitForRefill()));
		if (probe.isConsumed()) {
			chain.doFilter(request, response);
			return;
		}
		response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds(probe.getNanosToWaitForRefill())));
		response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
		ProblemDetail problem = ProblemAdvice.problem(this.site.root(), ApiProblem.Type.TOO_MANY_REQUESTS,
				"From one address there may be %d requests in %d seconds.".formatted(this.properties.requests(),
						seconds),
				request);
		if (path(request).equals("/oai")) {
			// The status that harvesters know: OAI-PMH 2.0, section 3.1.2.2.
			problem.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
		}
		response.setStatus(problem.getStatus());
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		response.getOutputStream().write(this.json.writeValueAsBytes(problem));
	}

	private static String path(HttpServletRequest request) {
		return request.getRequestURI().substring(request.getContextPath().length());
	}

	/** Rounded up: who waits so long is let in. */
	private static long seconds(long nanos) {
		return Duration.ofNanos(nanos).plusNanos(999_999_999).toSeconds();
	}

	private static boolean isThisMachine(String address) {
		try {
			return InetAddress.getByName(address).isLoopbackAddress();
		}
		catch (UnknownHostException ex) {
			return false;
		}
	}

	/**
	 * By whom is counted: an IPv4 address, or the 64 bits of an IPv6 address that tell
	 * one network from another, for everybody has many addresses in his own.
	 */
	static String network(String address) {
		try {
			byte[] bytes = InetAddress.getByName(address).getAddress();
			return HexFormat.of().formatHex((bytes.length == 16) ? Arrays.copyOf(bytes, 8) : bytes);
		}
		catch (UnknownHostException ex) {
			return address;
		}
	}

}
