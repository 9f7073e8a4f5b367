package org.catena.reading;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/**
 * Says why something cannot be shown as it was on a day: to browsers by a page, to
 * programs as RFC 9457 has it.
 */
@ControllerAdvice
class NotOfThatDayAdvice {

	@ExceptionHandler
	Object notOfThatDay(NotOfThatDay refusal, HttpServletRequest request) {
		String accepted = request.getHeader(HttpHeaders.ACCEPT);
		if (accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE)) {
			return new ModelAndView("reading/not-of-that-day",
					Map.of("sentence", refusal.sentence(), "present", request.getRequestURI()), refusal.status());
		}
		return ResponseEntity.status(refusal.status())
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.body(ProblemDetail.forStatusAndDetail(refusal.status(), refusal.sentence()));
	}

}
