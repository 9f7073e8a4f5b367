package org.catena.exchange;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.catena.exchange.AnnotationContainer.Content;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The W3C's Web Annotation Protocol. Everybody reads the annotations of claims and of
 * relations. What editors send is kept for them to code; it is not in the container, and
 * only editors get it.
 *
 * @see <a href="https://www.w3.org/TR/annotation-protocol/">Web Annotation Protocol</a>
 */
@Controller
class AnnotationController {

	/** Bytes that an annotation may have. */
	static final int MOST_BYTES = 1_000_000;

	private static final HttpMethod[] READING = { HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS };

	private static final HttpMethod[] CONTAINER = { HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS,
			HttpMethod.POST };

	private static final HttpMethod[] INCOMING = { HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS, HttpMethod.PUT,
			HttpMethod.DELETE };

	private static final String CLAIM = Annotations.CONTAINER + "{article:[a-z0-9-]+}/{claim:[a-z0-9]+}";

	private static final String RELATION = CLAIM + "/{type:[a-z]+}/{otherArticle:[a-z0-9-]+}/{otherClaim:[a-z0-9]+}";

	private static final String SENT = Annotations.CONTAINER + "{name:[a-z0-9-]+}";

	private final Annotations annotations;

	private final AnnotationContainer container;

	private final IncomingAnnotations incoming;

	private final Whereabouts whereabouts;

	private final LinkedData data;

	private final JsonMapper json;

	AnnotationController(Annotations annotations, AnnotationContainer container, IncomingAnnotations incoming,
			Whereabouts whereabouts, LinkedData data, JsonMapper json) {
		this.annotations = annotations;
		this.container = container;
		this.incoming = incoming;
		this.whereabouts = whereabouts;
		this.data = data;
		this.json = json;
	}

	@GetMapping("/annotations")
	ResponseEntity<Void> withSlash() {
		return ResponseEntity.status(HttpStatus.PERMANENT_REDIRECT)
			.header(HttpHeaders.LOCATION, this.annotations.iri(""))
			.build();
	}

	@GetMapping(Annotations.CONTAINER)
	ResponseEntity<byte[]> container(@RequestParam(required = false) @Nullable String page,
			@RequestParam(required = false) @Nullable String iris, HttpServletRequest request) {
		List<String> headers = java.util.Collections.list(request.getHeaders("Prefer"));
		Content content = Content.of(iris, headers.isEmpty() ? null : String.join(", ", headers));
		ResponseEntity.BodyBuilder response = ofContainer(ResponseEntity.ok());
		if (page != null) {
			if (!page.matches("\\d{1,7}")) {
				throw new NotHere(HttpStatus.NOT_FOUND, "A page has a number from 0.", null);
			}
			return this.data.answer(response,
					this.container.page(Integer.parseInt(page), (iris != null) ? content : Content.NONE),
					LinkedData.ANNOTATION);
		}
		Map<String, Object> container = this.container.describe(content);
		response.header(HttpHeaders.CONTENT_LOCATION, (String) container.get("id"));
		if (!headers.isEmpty()) {
			response.header("Preference-Applied", "return=representation");
		}
		return this.data.answer(response, container, LinkedData.ANNOTATION);
	}

	@RequestMapping(path = Annotations.CONTAINER, method = RequestMethod.OPTIONS)
	ResponseEntity<Void> optionsOfContainer() {
		return ofContainer(ResponseEntity.ok()).build();
	}

	@GetMapping(CLAIM)
	ResponseEntity<byte[]> claim(@PathVariable String article, @PathVariable String claim) {
		String key = article + "/" + claim;
		return this.data.answer(ofAnnotation(ResponseEntity.ok(), READING),
				this.annotations.ofClaim(key).orElseThrow(() -> this.whereabouts.ofClaim(key)), LinkedData.ANNOTATION);
	}

	@GetMapping(RELATION)
	ResponseEntity<byte[]> relation(@PathVariable String article, @PathVariable String claim, @PathVariable String type,
			@PathVariable String otherArticle, @PathVariable String otherClaim) {
		return this.data.answer(ofAnnotation(ResponseEntity.ok(), READING),
				this.annotations.ofRelation(article + "/" + claim, type, otherArticle + "/" + otherClaim)
					.orElseThrow(() -> new NotHere(HttpStatus.NOT_FOUND, "There is no such relation.", null)),
				LinkedData.ANNOTATION);
	}

	@RequestMapping(path = { CLAIM, RELATION }, method = RequestMethod.OPTIONS)
	ResponseEntity<Void> optionsOfClaim() {
		return ofAnnotation(ResponseEntity.ok(), READING).build();
	}

	@RequestMapping(path = { CLAIM, RELATION }, method = { RequestMethod.PUT, RequestMethod.DELETE })
	ResponseEntity<ProblemDetail> refuse() {
		return problem(ofAnnotation(ResponseEntity.status(HttpStatus.METHOD_NOT_ALLOWED), READING),
				HttpStatus.METHOD_NOT_ALLOWED,
				"This annotation is a coded claim or relation. It is changed on the pages of editors, where it is checked.");
	}

	@PostMapping(Annotations.CONTAINER)
	ResponseEntity<?> receive(HttpServletRequest request, Principal editor,
			@RequestHeader(name = "Slug", required = false) @Nullable String slug) throws IOException {
		String content = read(request);
		ObjectNode annotation = SentAnnotation.parse(content, this.json);
		String name = this.incoming.receive(content, slug, editor.getName());
		return ofAnnotation(ResponseEntity.created(java.net.URI.create(this.annotations.iri(name))), INCOMING)
			.contentType(LinkedData.ANNOTATION)
			.eTag("\"1\"")
			.body(this.data.write(located(annotation, name)));
	}

	@GetMapping(SENT)
	ResponseEntity<?> sent(@PathVariable String name, @Nullable Principal editor) {
		IncomingAnnotation annotation = find(name);
		if (editor == null) {
			return problem(
					ofAnnotation(ResponseEntity.status(HttpStatus.UNAUTHORIZED), INCOMING)
						.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Catena\""),
					HttpStatus.UNAUTHORIZED, "This annotation was sent and is not published. Editors see it.");
		}
		return ofAnnotation(ResponseEntity.ok(), INCOMING).contentType(LinkedData.ANNOTATION)
			.eTag(annotation.tag())
			.body(this.data.write(located(SentAnnotation.parse(annotation.content(), this.json), name)));
	}

	@RequestMapping(path = SENT, method = RequestMethod.OPTIONS)
	ResponseEntity<Void> optionsOfSent(@PathVariable String name) {
		find(name);
		return ofAnnotation(ResponseEntity.ok(), INCOMING).build();
	}

	@PutMapping(SENT)
	ResponseEntity<?> replace(@PathVariable String name, HttpServletRequest request, Principal editor,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match) throws IOException {
		IncomingAnnotation seen = find(name);
		if (!matches(match, seen)) {
			return changedMeanwhile();
		}
		String content = read(request);
		ObjectNode annotation = SentAnnotation.parse(content, this.json);
		if (!this.incoming.change(seen, "replaced", content, null, editor.getName())) {
			return changedMeanwhile();
		}
		return ofAnnotation(ResponseEntity.ok(), INCOMING).contentType(LinkedData.ANNOTATION)
			.eTag("\"" + (seen.number() + 1) + "\"")
			.body(this.data.write(located(annotation, name)));
	}

	@DeleteMapping(SENT)
	ResponseEntity<?> delete(@PathVariable String name, Principal editor,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match) {
		IncomingAnnotation seen = find(name);
		if (!matches(match, seen) || !this.incoming.change(seen, "deleted", null, null, editor.getName())) {
			return changedMeanwhile();
		}
		return ResponseEntity.noContent().build();
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> noAnnotation(SentAnnotation.NoAnnotation refused) {
		return problem(ofContainer(ResponseEntity.badRequest()), HttpStatus.BAD_REQUEST,
				java.util.Objects.requireNonNull(refused.getMessage()));
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> tooLarge(TooLarge refused) {
		return problem(ofContainer(ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE)), HttpStatus.CONTENT_TOO_LARGE,
				"An annotation may have 1,000,000 bytes.");
	}

	private IncomingAnnotation find(String name) {
		IncomingAnnotation annotation = this.incoming.find(name)
			.orElseThrow(() -> new NotHere(HttpStatus.NOT_FOUND, "There is no annotation " + name + ".", null));
		if (annotation.isDeleted()) {
			throw new NotHere(HttpStatus.GONE, "The annotation was deleted.", null);
		}
		return annotation;
	}

	/**
	 * Section 5.1: the annotation gets the address that it has here, and the one that it
	 * had elsewhere is kept.
	 */
	private ObjectNode located(ObjectNode annotation, String name) {
		String iri = this.annotations.iri(name);
		String former = annotation.path("id").asString("");
		ObjectNode located = this.json.createObjectNode();
		located.setAll(annotation);
		located.put("id", iri);
		if (!former.isEmpty() && !former.equals(iri) && !annotation.has("via")) {
			located.put("via", former);
		}
		return located;
	}

	/**
	 * Section 5.3 leaves it to the client to send the tag. Without it nothing can be
	 * lost, as every state is kept; with it, it must be right.
	 */
	private static boolean matches(@Nullable String match, IncomingAnnotation seen) {
		return match == null || match.strip().equals("*") || List.of(match.split("\\s*,\\s*")).contains(seen.tag());
	}

	private static ResponseEntity<ProblemDetail> changedMeanwhile() {
		return problem(ofAnnotation(ResponseEntity.status(HttpStatus.PRECONDITION_FAILED), INCOMING),
				HttpStatus.PRECONDITION_FAILED, "The annotation has changed meanwhile. Nothing was done.");
	}

	private static ResponseEntity<ProblemDetail> problem(ResponseEntity.BodyBuilder response, HttpStatus status,
			String sentence) {
		return response.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.body(ProblemDetail.forStatusAndDetail(status, sentence));
	}

	private static ResponseEntity.BodyBuilder ofContainer(ResponseEntity.BodyBuilder response) {
		return response.allow(CONTAINER)
			.header("Accept-Post", LinkedData.ANNOTATION + ", application/ld+json, application/json")
			.header(HttpHeaders.LINK, "<http://www.w3.org/ns/ldp#BasicContainer>; rel=\"type\"")
			.header(HttpHeaders.LINK,
					"<http://www.w3.org/TR/annotation-protocol/>; rel=\"http://www.w3.org/ns/ldp#constrainedBy\"")
			.varyBy(HttpHeaders.ACCEPT, "Prefer");
	}

	private static ResponseEntity.BodyBuilder ofAnnotation(ResponseEntity.BodyBuilder response, HttpMethod[] allowed) {
		return response.allow(allowed)
			.header(HttpHeaders.LINK, "<http://www.w3.org/ns/ldp#Resource>; rel=\"type\"")
			.header(HttpHeaders.LINK, "<http://www.w3.org/ns/oa#Annotation>; rel=\"type\"")
			.varyBy(HttpHeaders.ACCEPT);
	}

	private static String read(HttpServletRequest request) throws IOException {
		byte[] bytes = request.getInputStream().readNBytes(MOST_BYTES + 1);
		if (bytes.length > MOST_BYTES) {
			throw new TooLarge();
		}
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
		}
		catch (CharacterCodingException ex) {
			throw new SentAnnotation.NoAnnotation("The body is not in UTF-8.");
		}
	}

	private static final class TooLarge extends RuntimeException {

		private static final long serialVersionUID = 1L;

	}

}
