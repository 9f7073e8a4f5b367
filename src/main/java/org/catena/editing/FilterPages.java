package org.catena.editing;

import java.util.Locale;
import java.util.Map;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/**
 * Answers with a page from inside the filter chain, where no controller has run.
 */
@Component
@ConditionalOnWebApplication
class FilterPages {

	private final ViewResolver views;

	FilterPages(@Qualifier("thymeleafViewResolver") ViewResolver views) {
		this.views = views;
	}

	void answer(HttpStatus status, String view, Map<String, ?> model, HttpServletRequest request,
			HttpServletResponse response) throws ServletException {
		try {
			View page = this.views.resolveViewName(view, Locale.ENGLISH);
			if (page == null) {
				throw new ServletException("No view " + view);
			}
			response.setStatus(status.value());
			page.render(model, request, response);
		}
		catch (ServletException | RuntimeException ex) {
			throw ex;
		}
		catch (Exception ex) {
			throw new ServletException(ex);
		}
	}

}
