package org.catena.editing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.MethodParameter;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * No parameter of any address holds the character U+0000, which PostgreSQL cannot: it is
 * left out or refused, but never an error of ours.
 */
@EditingTest
class ControlsTests {

	/** What stands in addresses, so that a page is found. */
	private static final Map<String, String> KNOWN = Map.of("plan", "28-point-plan", "n", "1", "name", "c01", "version",
			"1");

	/** What pages read from the whole of their parameters. */
	private static final List<String> FURTHER = List.of("q", "in", "view", "source", "author", "claimant", "point",
			"stance", "kind", "aspect", "target", "from", "to", "sort", "page", "cursor", "since", "limit", "rows",
			"columns", "left", "right", "language", "year", "month", "verb", "metadataPrefix", "identifier",
			"resumptionToken", "set", "until", "iris", "format", "plan", "agent", "article", "claim", "unit", "by",
			"reason", "remark", "type", "with", "title", "text", "name", "seen", "theirs", "base", "revision");

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Drafts drafts;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping mappings;

	private MockHttpSession session;

	private String draft;

	@BeforeEach
	void logIn() {
		this.session = Browser.loggedIn(this.mvc).session();
		this.draft = String.valueOf(this.drafts.open(FirstAccount.NAME, ArticleForm.empty(""), null, null));
	}

	@Test
	void areBorneByEveryPage() {
		assertThat(failing(RequestMethod.GET)).isEmpty();
	}

	@Test
	void areBorneByEveryForm() {
		assertThat(failing(RequestMethod.POST)).isEmpty();
	}

	private List<String> failing(RequestMethod method) {
		Map<String, Set<String>> addresses = new LinkedHashMap<>();
		this.mappings.getHandlerMethods().forEach((mapping, handler) -> {
			Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
			if (methods.contains(method) || (methods.isEmpty() && method == RequestMethod.GET)) {
				paths(mapping).forEach((path) -> addresses.put(path, parameters(handler)));
			}
		});
		assertThat(addresses).hasSizeGreaterThan(20);
		List<String> failing = new ArrayList<>();
		addresses.forEach((path, names) -> {
			var request = (method == RequestMethod.GET) ? this.mvc.get().uri(path)
					: this.mvc.post().uri(path).with(csrf());
			names.forEach((name) -> request.param(name, "a\u0000b"));
			MvcTestResult result = request.session(this.session).exchange();
			if (result.getUnresolvedException() != null) {
				failing.add(path + ": "
						+ where(NestedExceptionUtils.getMostSpecificCause(result.getUnresolvedException())));
			}
			else if (result.getResponse().getStatus() >= 500) {
				failing.add(path + ": " + result.getMvcResult().getResolvedException());
			}
		});
		return failing;
	}

	private static String where(Throwable cause) {
		return cause + " "
				+ List.of(cause.getStackTrace())
					.stream()
					.filter((frame) -> frame.getClassName().startsWith("org.catena"))
					.limit(1)
					.toList();
	}

	private List<String> paths(RequestMappingInfo mapping) {
		return mapping.getPatternValues()
			.stream()
			// These end the session, or begin what takes long.
			.filter((pattern) -> !pattern
				.matches("/error|/admin/(login|logout|account/sessions.*|ingests|index/.*|releases)"))
			.map((pattern) -> {
				String path = pattern.replace("/sources/{slug}", "/sources/prio")
					.replace("/agents/{slug}", "/agents/pavel-k-baev")
					.replace("/drafts/{id}", "/drafts/" + this.draft);
				for (Map.Entry<String, String> known : KNOWN.entrySet()) {
					path = path.replace("{" + known.getKey() + "}", known.getValue());
				}
				return path.replace("{slug}", "ash-2025-11-24").replaceAll("\\{[^}]*}|\\*+", "1");
			})
			.toList();
	}

	private static Set<String> parameters(HandlerMethod handler) {
		Set<String> names = new TreeSet<>(FURTHER);
		for (MethodParameter parameter : handler.getMethodParameters()) {
			RequestParam annotation = parameter.getParameterAnnotation(RequestParam.class);
			if (annotation != null) {
				String name = annotation.name().isEmpty() ? parameter.getParameter().getName() : annotation.name();
				names.add(name);
			}
		}
		return names;
	}

}
