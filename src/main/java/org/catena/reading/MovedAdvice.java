package org.catena.reading;

import org.catena.past.Past;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.view.RedirectView;

/**
 * Answers 301 where something has moved.
 */
@ControllerAdvice
class MovedAdvice {

	@ExceptionHandler
	RedirectView moved(Moved moved) {
		RedirectView view = new RedirectView(Past.keep(moved.address()), true);
		view.setStatusCode(HttpStatus.MOVED_PERMANENTLY);
		return view;
	}

}
