package org.catena.exchange;

import java.time.Clock;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Gives the pages of articles and claims what they say for reference managers and search
 * engines.
 */
@ControllerAdvice
class PageReferenceAdvice {

	private static final Pattern ARTICLE = Pattern.compile("(/articles/([a-z0-9-]+))(?:/v\\d+)?");

	private static final Pattern CLAIM = Pattern.compile("(/claims/([a-z0-9-]+/[a-z0-9]+))");

	private final References references;

	private final CitationStyles styles;

	private final SchemaOrg schema;

	private final Clock clock;

	PageReferenceAdvice(References references, CitationStyles styles, SchemaOrg schema, Clock clock) {
		this.references = references;
		this.styles = styles;
		this.schema = schema;
		this.clock = clock;
	}

	@ModelAttribute
	void reference(HttpServletRequest request, Model model) {
		String path = request.getRequestURI().substring(request.getContextPath().length());
		LocalDate today = LocalDate.now(this.clock);
		Matcher article = ARTICLE.matcher(path);
		Matcher claim = CLAIM.matcher(path);
		if (article.matches()) {
			model.addAttribute("reference", new PageReference(() -> this.references.ofArticle(article.group(2)),
					this.styles, today, this.schema, article.group(1)));
		}
		else if (claim.matches()) {
			model.addAttribute("reference", new PageReference(() -> this.references.ofClaim(claim.group(2)),
					this.styles, today, this.schema, claim.group(1)));
		}
		else {
			this.schema.of(path).ifPresent((data) -> model.addAttribute("linkedData", data));
		}
	}

}
