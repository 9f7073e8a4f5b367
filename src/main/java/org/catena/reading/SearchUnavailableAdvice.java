package org.catena.reading;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.hibernate.search.util.common.SearchException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers 503 where the index does not answer, such as one in a cluster that is away.
 */
@ControllerAdvice
class SearchUnavailableAdvice {

	private static final Log log = LogFactory.getLog(SearchUnavailableAdvice.class);

	@ExceptionHandler
	@ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
	ModelAndView unavailable(SearchException failure) {
		log.error("The index does not answer", failure);
		return new ModelAndView("error/503");
	}

}
