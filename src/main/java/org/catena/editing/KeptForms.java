package org.catena.editing;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * The form that somebody sent when the session had ended, until it is sent again. The
 * session that log-in began holds one.
 */
@Component
class KeptForms {

	private static final String ATTRIBUTE = KeptForm.class.getName();

	private final JsonMapper json;

	KeptForms(JsonMapper json) {
		this.json = json;
	}

	/** Keeps a form for who is logged in now. */
	void keep(KeptForm form, HttpServletRequest request) {
		request.getSession().setAttribute(ATTRIBUTE, form.toJson(this.json));
	}

	Optional<KeptForm> find(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		return (session != null) ? KeptForm.parse((String) session.getAttribute(ATTRIBUTE), this.json)
				: Optional.empty();
	}

	/**
	 * What was typed into the form of a page, where the address asked for is that at
	 * which the page shows it again.
	 */
	Optional<FormParameters> typed(HttpServletRequest request) {
		String path = request.getRequestURI().substring(request.getContextPath().length());
		return find(request).filter((kept) -> kept.address().equals(path))
			.map((kept) -> new FormParameters(kept.parameters()));
	}

	/** The form has been sent again. */
	void forget(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		if (session != null) {
			session.removeAttribute(ATTRIBUTE);
		}
	}

}
