package org.catena.exchange;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.catena.past.AsOf;
import org.catena.past.NotOfThatDay;
import org.catena.site.SiteAddress;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/**
 * Says why something cannot be shown as it was at a moment: to browsers by a page, to
 * programs as RFC 9457 has it.
 */
@ControllerAdvice
class NotOfThatDayAdvice {

	private final SiteAddress site;

	NotOfThatDayAdvice(SiteAddress site) {
		this.site = site;
	}

	@ExceptionHandler
	Object notOfThatDay(NotOfThatDay refusal, HttpServletRequest request) {
		String accepted = request.getHeader(HttpHeaders.ACCEPT);
		if (accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE)) {
			String query = request.getQueryString();
			return new ModelAndView("exchange/not-of-that-day",
					Map.of("sentence", refusal.sentence(), "present",
							AsOf.without(request.getRequestURI() + ((query != null) ? "?" + query : ""))),
					refusal.status());
		}
		ProblemDetail problem = ProblemAdvice.problem(this.site.root(), (refusal.status() == HttpStatus.NOT_FOUND)
				? ApiProblem.Type.NOT_FOUND : ApiProblem.Type.NOT_OF_THAT_DAY, refusal.sentence(), request);
		problem.setStatus(refusal.status());
		return ResponseEntity.status(refusal.status())
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
			.body(problem);
	}

}
