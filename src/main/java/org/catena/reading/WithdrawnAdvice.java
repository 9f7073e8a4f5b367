package org.catena.reading;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers 410 where something was withdrawn, with the reason.
 */
@ControllerAdvice
class WithdrawnAdvice {

	@ExceptionHandler
	@ResponseStatus(HttpStatus.GONE)
	ModelAndView gone(Withdrawn withdrawn) {
		return new ModelAndView("reading/withdrawn", "reason", withdrawn.reason());
	}

}
