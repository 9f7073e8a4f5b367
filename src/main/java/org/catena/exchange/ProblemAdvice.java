package org.catena.exchange;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/**
 * Answers programs where there is nothing, as RFC 9457 has it.
 */
@ControllerAdvice(basePackageClasses = ProblemAdvice.class)
class ProblemAdvice {

	@ExceptionHandler
	ResponseEntity<ProblemDetail> notHere(NotHere notHere, HttpServletRequest request) {
		ResponseEntity.BodyBuilder response = ResponseEntity.status(notHere.status());
		if (notHere.address() != null) {
			response.header(HttpHeaders.LOCATION, request.getContextPath() + notHere.address());
		}
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(notHere.status(),
				java.util.Objects.requireNonNull(notHere.getMessage()));
		return response.contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
	}

}
