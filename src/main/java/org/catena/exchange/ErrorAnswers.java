package org.catena.exchange;

import java.net.URI;
import java.util.List;
import java.util.Map;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.catena.site.SiteAddress;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.webmvc.autoconfigure.error.AbstractErrorController;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers what nobody else could: people by the page of the status, programs as RFC 9457
 * has it. Who takes HTML by its name is a browser.
 */
@Controller
@ConditionalOnWebApplication
@RequestMapping("/error")
class ErrorAnswers extends AbstractErrorController {

	private final SiteAddress site;

	ErrorAnswers(ErrorAttributes attributes, List<ErrorViewResolver> views, SiteAddress site) {
		super(attributes, views);
		this.site = site;
	}

	@RequestMapping(produces = MediaType.TEXT_HTML_VALUE)
	ModelAndView page(HttpServletRequest request, HttpServletResponse response) {
		HttpStatus status = getStatus(request);
		response.setStatus(status.value());
		ModelAndView page = resolveErrorView(request, response, status, Map.of("status", status.value()));
		return (page != null) ? page : new ModelAndView("error/5xx", Map.of("status", status.value()));
	}

	@RequestMapping
	ResponseEntity<ProblemDetail> problem(HttpServletRequest request) {
		HttpStatus status = getStatus(request);
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, sentence(status, request));
		if (status == HttpStatus.NOT_FOUND) {
			problem.setTitle(ApiProblem.Type.NOT_FOUND.title());
			problem.setType(URI.create(this.site.root() + ApiProblem.Type.NOT_FOUND.address()));
		}
		if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String address) {
			problem.setInstance(URI.create(address));
		}
		return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
	}

	/** Who asks by a header that cannot be read is no browser. */
	@ExceptionHandler
	ResponseEntity<ProblemDetail> unreadable(HttpMediaTypeNotAcceptableException refused, HttpServletRequest request) {
		return problem(request);
	}

	private static String sentence(HttpStatus status, HttpServletRequest request) {
		return switch (status) {
			case NOT_FOUND -> "The archive has nothing at this address.";
			case METHOD_NOT_ALLOWED -> "This address does not take " + request.getMethod() + ".";
			case BAD_REQUEST -> "The request cannot be read.";
			case UNAUTHORIZED, FORBIDDEN -> "This is for accounts that may do it.";
			default -> status.is5xxServerError() ? "The archive could not answer. Try again in a moment."
					: "The archive does not answer this request.";
		};
	}

}
