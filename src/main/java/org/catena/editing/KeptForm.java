package org.catena.editing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

/**
 * A form that was sent when its session had ended. It travels with the log-in form, so
 * that the server keeps nothing for strangers, and is shown again after log-in.
 *
 * @param path where it was sent
 * @param parameters what was typed
 */
record KeptForm(String path, Map<String, List<String>> parameters) {

	/** The parameter by which it travels with the log-in form. */
	static final String PARAMETER = "kept";

	/** Where forms are listed whose page does not show them again. */
	static final String LIST = "/admin/kept";

	/** What the address of a form gets where its page shows what was typed. */
	static final String AGAIN = "/kept";

	/** What pages say that show it again. */
	static final String NOTICE = "Your session had ended, so nothing of this was done yet. If it is what you typed, go on.";

	/** Forms whose page shows them again. */
	private static final Pattern WITH_PAGE = Pattern.compile(
			"/admin/(articles/new|articles/[a-z0-9-]{1,80}/edit|drafts/\\d{1,18}(/marking|/correction)?|second-codings/\\d{1,18}/marking|intake(/\\d{1,18})?|claims(/[a-z0-9-]{1,80}){2})");

	/**
	 * Other forms of editors in which somebody writes. Those that only give orders are
	 * not among them, nor those with passwords: they are filled in again.
	 */
	private static final Pattern LISTED = Pattern.compile(
			"/admin/(second-codings/\\d{1,18}/adjudication/rows/\\d{1,9}|articles/[a-z0-9-]{1,80}/withdrawal|(sources|agents)/[a-z0-9-]{1,80}|(claims|orphans)(/[a-z0-9-]{1,80}){2,4})");

	/** Whether its page shows it again. */
	boolean hasPage() {
		return WITH_PAGE.matcher(this.path).matches();
	}

	/** Where it is shown again. */
	String address() {
		return hasPage() ? this.path + AGAIN : LIST;
	}

	private static boolean isKept(String path) {
		return WITH_PAGE.matcher(path).matches() || LISTED.matcher(path).matches();
	}

	/** What was typed, as a list: a name and a text each. */
	public List<Map.Entry<String, String>> typed() {
		List<Map.Entry<String, String>> typed = new ArrayList<>();
		this.parameters.forEach((name, values) -> values.forEach((value) -> typed.add(Map.entry(name, value))));
		return typed;
	}

	/** The same without what says nothing to people. */
	public List<Map.Entry<String, String>> shown() {
		return typed().stream()
			.filter((field) -> !field.getValue().isBlank()
					&& !List.of("revision", "base", "seen", "last-change").contains(field.getKey()))
			.map((field) -> Map.entry(Typed.shown(field.getKey()).replace('-', ' '), Typed.shown(field.getValue())))
			.toList();
	}

	/** The form that a request sends, if it is one that is kept. */
	static Optional<KeptForm> of(HttpServletRequest request) {
		String path = request.getRequestURI().substring(request.getContextPath().length());
		String type = request.getContentType();
		boolean file = type != null && type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
		if (!HttpMethod.POST.matches(request.getMethod()) || file || !isKept(path)) {
			return Optional.empty();
		}
		Map<String, List<String>> parameters = new LinkedHashMap<>();
		request.getParameterMap().forEach((name, values) -> {
			if (!name.equals("_csrf")) {
				parameters.put(name, List.of(values));
			}
		});
		return Optional.of(new KeptForm(path, parameters));
	}

	String toJson(JsonMapper json) {
		return json.writeValueAsString(this);
	}

	/** Reads what {@link #toJson} wrote; anything else is no form. */
	static Optional<KeptForm> parse(@Nullable String text, JsonMapper json) {
		if (text == null || text.isEmpty()) {
			return Optional.empty();
		}
		try {
			KeptForm form = json.readValue(text, KeptForm.class);
			boolean whole = form != null && form.path != null && form.parameters != null && isKept(form.path)
					&& form.parameters.values()
						.stream()
						.allMatch((values) -> values != null && values.stream().allMatch((value) -> value != null));
			return whole ? Optional.of(form) : Optional.empty();
		}
		catch (JacksonException ex) {
			return Optional.empty();
		}
	}

}
