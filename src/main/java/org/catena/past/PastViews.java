package org.catena.past;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Sees to it that an address with {@code asOf} never shows the present: what tells the
 * past is read as of the moment, every other address refuses.
 */
@Configuration(proxyBeanMethods = false)
class PastViews implements WebMvcConfigurer, HandlerInterceptor {

	/** What pages call the moment. */
	private static final String MODEL = "past";

	/** RFC 7089: of when an answer is. */
	private static final String MEMENTO_DATETIME = "Memento-Datetime";

	private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'",
			Locale.ENGLISH);

	private final Clock clock;

	private final ObjectProvider<Reach> reach;

	PastViews(Clock clock, ObjectProvider<Reach> reach) {
		this.clock = clock;
		this.reach = reach;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this);
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		String[] asked = request.getParameterValues(AsOf.PARAMETER);
		if (asked == null || request.getDispatcherType() != DispatcherType.REQUEST
				|| !(handler instanceof HandlerMethod method)) {
			return true;
		}
		boolean tells = PastAddresses.tells(method);
		boolean reads = HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());
		if (!tells && !reads) {
			return true;
		}
		response.setHeader("X-Robots-Tag", "noindex");
		if (!tells) {
			throw new NotOfThatDay(HttpStatus.BAD_REQUEST, "This address tells of the present only. "
					+ "Articles, claims, points, names, lists, searches and their files can be seen as of a day.");
		}
		if (asked.length > 1) {
			throw new NotOfThatDay(HttpStatus.BAD_REQUEST,
					"“asOf” was given %d times; once is enough.".formatted(asked.length));
		}
		AsOf past = AsOf.parse(asked[0], present(request), this.clock);
		this.reach.getObject().check(past);
		request.setAttribute(MODEL, past);
		response.setHeader(MEMENTO_DATETIME, datetime(past));
		Past.enter(past);
		return true;
	}

	@Override
	public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable Exception failure) {
		Past.leave();
	}

	private String datetime(AsOf past) {
		Instant last = past.end().minus(1, ChronoUnit.MICROS);
		Instant now = this.clock.instant();
		return HTTP_DATE.format((last.isAfter(now) ? now : last).atOffset(ZoneOffset.UTC));
	}

	private static String present(HttpServletRequest request) {
		String query = request.getQueryString();
		return AsOf.without(request.getRequestURI() + ((query != null) ? "?" + query : ""));
	}

}
