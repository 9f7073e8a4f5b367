package org.catena.reading;

import java.time.Clock;
import java.util.List;
import java.util.Objects;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Sees to it that an address with {@code asOf} never shows the present: a page that tells
 * the past gets the day, every other address refuses.
 */
@Configuration(proxyBeanMethods = false)
class PastViews implements WebMvcConfigurer, HandlerInterceptor, HandlerMethodArgumentResolver {

	private final Clock clock;

	PastViews(Clock clock) {
		this.clock = clock;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this);
	}

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(this);
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		boolean reads = HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());
		if (!reads || request.getDispatcherType() != DispatcherType.REQUEST
				|| request.getParameter(AsOf.PARAMETER) == null || !(handler instanceof HandlerMethod method)) {
			return true;
		}
		response.setHeader("X-Robots-Tag", "noindex");
		if (!method.hasMethodAnnotation(TellsThePast.class)) {
			throw new NotOfThatDay(HttpStatus.BAD_REQUEST,
					"This address tells of the present only; the archive does not keep what it showed on earlier days. "
							+ "The list of articles, articles and claims can be seen as of a day.");
		}
		return true;
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == AsOf.class;
	}

	/** The day; null where the present is asked for. */
	@Override
	public @Nullable AsOf resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
		HttpServletRequest asked = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
		String day = asked.getParameter(AsOf.PARAMETER);
		if (day == null) {
			return null;
		}
		AsOf past = AsOf.parse(day, asked.getRequestURI(), this.clock);
		if (container != null) {
			container.addAttribute("past", past);
		}
		return past;
	}

}
