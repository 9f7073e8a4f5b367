package org.catena.exchange;

import java.net.URI;

import jakarta.servlet.http.HttpServletRequest;

import org.catena.past.Past;
import org.catena.site.SiteAddress;
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

	private final SiteAddress site;

	ProblemAdvice(SiteAddress site) {
		this.site = site;
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> notHere(NotHere notHere, HttpServletRequest request) {
		ResponseEntity.BodyBuilder response = ResponseEntity.status(notHere.status());
		if (notHere.address() != null) {
			response.header(HttpHeaders.LOCATION, request.getContextPath() + Past.keep(notHere.address()));
		}
		return response.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.body(problem(this.site.root(), ApiProblem.Type.of(notHere.status()),
					java.util.Objects.requireNonNull(notHere.getMessage()), request));
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> problem(ApiProblem problem, HttpServletRequest request) {
		return ResponseEntity.status(problem.type().status())
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.body(problem(this.site.root(), problem.type(), java.util.Objects.requireNonNull(problem.getMessage()),
					request));
	}

	/** A problem as RFC 9457 has it, its type an address that explains it. */
	static ProblemDetail problem(String root, ApiProblem.Type type, String sentence, HttpServletRequest request) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(type.status(), sentence);
		problem.setType(URI.create(root + type.address()));
		problem.setTitle(type.title());
		problem.setInstance(URI.create(request.getRequestURI()));
		return problem;
	}

}
