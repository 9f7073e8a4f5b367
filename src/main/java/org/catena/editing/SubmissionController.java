package org.catena.editing;

import java.io.IOException;
import java.net.URI;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import org.catena.site.SiteAddress;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * What programs of editors hand in. It becomes a draft, as what is typed does, and is
 * published by its editor alone.
 */
@Controller
class SubmissionController {

	/** Bytes of a submission at most. */
	private static final int MOST_BYTES = 20 * 1024 * 1024;

	private final Drafts drafts;

	private final SiteAddress site;

	private final JsonMapper json;

	SubmissionController(Drafts drafts, SiteAddress site, JsonMapper json) {
		this.drafts = drafts;
		this.site = site;
		this.json = json.rebuild()
			.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
			.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
			.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
			.build();
	}

	@PostMapping("/submissions")
	ResponseEntity<?> submit(HttpServletRequest request, Principal editor) throws IOException {
		if (!isJson(request.getContentType())) {
			return problem(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "not-json", "The body must be JSON",
					"Send the header Content-Type: application/json.", request);
		}
		byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
		if (body.length > MOST_BYTES) {
			return problem(HttpStatus.CONTENT_TOO_LARGE, "too-large", "The body is too large",
					"A submission may have 20 MB.", request);
		}
		ArticleForm form;
		try {
			SubmittedArticle submitted = this.json.readValue(body, SubmittedArticle.class);
			if (submitted == null) {
				return unreadable("The body is null.", request);
			}
			String wrong = submitted.noConfidence();
			if (wrong != null) {
				return unreadable(
						"The value of “" + wrong + "” must be a number from 0 to 1 with two decimals at most.",
						request);
			}
			form = submitted.form();
		}
		catch (JacksonException ex) {
			return unreadable(why(ex), request);
		}
		long id = this.drafts.open(editor.getName(), form, null, null);
		Draft draft = this.drafts.find(id).orElseThrow();
		return ResponseEntity.created(URI.create(request.getContextPath() + "/submissions/" + id)).body(state(draft));
	}

	@GetMapping("/submissions/{id}")
	ResponseEntity<?> submission(@PathVariable String id, Principal editor, HttpServletRequest request) {
		Draft draft = DraftController.number(id)
			.flatMap(this.drafts::find)
			.filter((found) -> found.owner().equals(editor.getName()))
			.orElse(null);
		return (draft != null) ? ResponseEntity.ok(state(draft)) : problem(HttpStatus.NOT_FOUND, "not-found",
				"There is nothing at this address", "You have no submission of this number.", request);
	}

	private Map<String, @Nullable Object> state(Draft draft) {
		Map<String, @Nullable Object> state = new LinkedHashMap<>();
		state.put("id", draft.id());
		state.put("state", draft.state().word());
		state.put("page", this.site.root() + "/admin/drafts/" + draft.id());
		state.put("article", (draft.article() != null) ? this.site.root() + "/articles/" + draft.article() : null);
		return state;
	}

	/** What is wrong with a body, without the names of classes. */
	private static String why(JacksonException ex) {
		String member = ex.getPath()
			.stream()
			.map((part) -> (part.getPropertyName() != null) ? part.getPropertyName() : String.valueOf(part.getIndex()))
			.collect(Collectors.joining("."));
		if (ex instanceof UnrecognizedPropertyException) {
			return "A submission has no member “" + member + "”.";
		}
		if (!member.isEmpty()) {
			return "The value of “" + member + "” is of another type than it must be.";
		}
		return "The body must be one object of JSON"
				+ ((ex.getLocation() != null) ? "; it is none from line " + ex.getLocation().getLineNr() : "") + ".";
	}

	private ResponseEntity<ProblemDetail> unreadable(String why, HttpServletRequest request) {
		return problem(HttpStatus.BAD_REQUEST, "unreadable", "The body cannot be read", Typed.shown(why), request);
	}

	private ResponseEntity<ProblemDetail> problem(HttpStatus status, String type, String title, String sentence,
			HttpServletRequest request) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, sentence);
		problem.setType(URI.create(this.site.root() + "/about/api#" + type));
		problem.setTitle(title);
		problem.setInstance(URI.create(request.getRequestURI()));
		return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
	}

	private static boolean isJson(@Nullable String type) {
		try {
			return type != null && MediaType.parseMediaType(type).isCompatibleWith(MediaType.APPLICATION_JSON);
		}
		catch (org.springframework.http.InvalidMediaTypeException ex) {
			return false;
		}
	}

	/**
	 * An article as a program hands it in; what is missing is an empty field of the form.
	 *
	 * @param title the printed title
	 * @param suppliedTitle a title of ours
	 * @param text the text
	 * @param source the slug of the source
	 * @param authors names or slugs of the archive
	 * @param date the date in EDTF
	 * @param url the address
	 * @param alternateUrl another address
	 * @param language a tag of BCP 47
	 * @param plan the slug of the plan
	 * @param notes words printed with it
	 * @param basis on what the values rest, by value
	 */
	record SubmittedArticle(@Nullable String title, @Nullable String suppliedTitle, @Nullable String text,
			@Nullable String source, @Nullable List<String> authors, @Nullable String date, @Nullable String url,
			@Nullable String alternateUrl, @Nullable String language, @Nullable String plan, @Nullable String notes,
			@Nullable SubmittedBases basis) {

		ArticleForm form() {
			SubmittedBases bases = (this.basis != null) ? this.basis
					: new SubmittedBases(null, null, null, null, null, null);
			return new ArticleForm(Typed.orEmpty(this.title), form(bases.title()), Typed.orEmpty(this.suppliedTitle),
					BasisForm.EMPTY, Typed.orEmpty(this.text),
					new SourceForm(Typed.orEmpty(this.source), "", "", "", BasisForm.EMPTY), form(bases.source()),
					(this.authors != null) ? this.authors.stream()
						.limit(ArticleForm.MOST_CLAIMS)
						.map((name) -> new AuthorForm(Typed.orEmpty(name), "", ""))
						.toList() : List.of(),
					false, form(bases.authors()), Typed.orEmpty(this.date), "", form(bases.date()),
					Typed.orEmpty(this.url), Typed.orEmpty(this.alternateUrl), form(bases.url()),
					Typed.orEmpty(this.language), form(bases.language()), Typed.orEmpty(this.plan), DerivedForm.EMPTY,
					Typed.orEmpty(this.notes), List.of(), List.of());
		}

		/** The first member that is to be a confidence, but is none. */
		@Nullable String noConfidence() {
			Map<String, @Nullable SubmittedBasis> bases = (this.basis != null) ? this.basis.byName() : Map.of();
			for (Map.Entry<String, @Nullable SubmittedBasis> each : bases.entrySet()) {
				SubmittedBasis one = each.getValue();
				if (one != null && one.confidence() != null && !Typed.isConfidence(one.confidence())) {
					return "basis." + each.getKey() + ".confidence";
				}
			}
			return null;
		}

		private static BasisForm form(@Nullable SubmittedBasis basis) {
			return (basis == null) ? BasisForm.EMPTY : new BasisForm(Typed.orEmpty(basis.kind()),
					Typed.orEmpty(basis.evidence()), Typed.confidence(basis.confidence()));
		}

	}

	/**
	 * On what values rest.
	 *
	 * @param title of the title
	 * @param source of the source
	 * @param authors of the authors
	 * @param date of the date
	 * @param url of the address
	 * @param language of the language
	 */
	record SubmittedBases(@Nullable SubmittedBasis title, @Nullable SubmittedBasis source,
			@Nullable SubmittedBasis authors, @Nullable SubmittedBasis date, @Nullable SubmittedBasis url,
			@Nullable SubmittedBasis language) {

		Map<String, @Nullable SubmittedBasis> byName() {
			Map<String, @Nullable SubmittedBasis> byName = new LinkedHashMap<>();
			byName.put("title", this.title);
			byName.put("source", this.source);
			byName.put("authors", this.authors);
			byName.put("date", this.date);
			byName.put("url", this.url);
			byName.put("language", this.language);
			return byName;
		}

	}

	/**
	 * On what a value rests.
	 *
	 * @param kind a word of the value list
	 * @param evidence where it was seen
	 * @param confidence from 0 to 1
	 */
	record SubmittedBasis(@Nullable String kind, @Nullable String evidence, java.math.@Nullable BigDecimal confidence) {
	}

}
