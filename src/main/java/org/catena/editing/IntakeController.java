package org.catena.editing;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.catena.article.WebAddress;
import org.catena.intake.FetchedPage;
import org.catena.intake.PageFetch;
import org.catena.intake.Piece;
import org.catena.intake.PieceReading;
import org.catena.intake.PieceRefused;
import org.catena.intake.Proposal;
import org.catena.intake.ReceivedPieces;
import org.catena.intake.ReceivedPieces.Received;
import org.catena.intake.ReceivedPieces.Way;
import org.catena.plan.Plan;
import org.catena.plan.Plans;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Taking in a piece: pasted, fetched or handed in, it is kept as it came, looked at on
 * one page, and becomes a draft.
 */
@Controller
class IntakeController {

	static final String INTAKE = "/admin/intake";

	private final ReceivedPieces pieces;

	private final PageFetch fetch;

	private final Drafts drafts;

	private final LikelyDuplicates duplicates;

	private final Plans plans;

	private final KeptForms kept;

	private final JdbcClient jdbc;

	private final Clock clock;

	IntakeController(ReceivedPieces pieces, PageFetch fetch, Drafts drafts, LikelyDuplicates duplicates, Plans plans,
			KeptForms kept, JdbcClient jdbc, Clock clock) {
		this.pieces = pieces;
		this.fetch = fetch;
		this.drafts = drafts;
		this.duplicates = duplicates;
		this.plans = plans;
		this.kept = kept;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@GetMapping(INTAKE)
	String choose(Model model) {
		return choose(model, new FormParameters(Map.of()), new FormErrors());
	}

	@GetMapping(INTAKE + KeptForm.AGAIN)
	String chooseAgain(HttpServletRequest request, Model model) {
		FormParameters typed = this.kept.typed(request).orElse(null);
		if (typed == null) {
			return "redirect:" + INTAKE;
		}
		model.addAttribute("notice", KeptForm.NOTICE);
		return choose(model, typed, new FormErrors());
	}

	@PostMapping(INTAKE)
	String take(@RequestParam(required = false) @Nullable MultipartFile file, HttpServletRequest request,
			Principal editor, HttpServletResponse response, Model model) {
		FormParameters typed = FormParameters.of(request.getParameterMap());
		this.kept.forget(request);
		String field = (file != null) ? "file" : typed.has("address") ? "address" : "text";
		FormErrors errors = new FormErrors();
		String standing = (file != null) ? "file-from" : "from";
		String from = typed.one(standing).strip();
		if (!from.isEmpty() && !WebAddress.isWebAddress(from)) {
			errors.add(standing, "The address where the piece stands must begin with http:// or https://.");
		}
		try {
			if (errors.isEmpty()) {
				return "redirect:" + INTAKE + "/"
						+ receive(typed, file, from.isEmpty() ? null : URI.create(from), editor.getName());
			}
		}
		catch (PieceRefused ex) {
			errors.add(field, Typed.orEmpty(ex.getMessage()));
		}
		catch (IOException ex) {
			errors.add(field, "The file did not arrive whole. Hand it in again.");
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return choose(model, typed, errors);
	}

	@GetMapping(INTAKE + "/{id}")
	String review(@PathVariable String id, Model model) {
		Received received = received(id);
		Proposal proposal = propose(received);
		return review(model, received, proposal, ReviewChoice.proposed(proposal));
	}

	@GetMapping(INTAKE + "/{id}" + KeptForm.AGAIN)
	String reviewAgain(@PathVariable String id, HttpServletRequest request, Model model) {
		Received received = received(id);
		FormParameters typed = this.kept.typed(request).orElse(null);
		if (typed == null) {
			return "redirect:" + INTAKE + "/" + received.id();
		}
		model.addAttribute("notice", KeptForm.NOTICE);
		return review(model, received, propose(received), ReviewChoice.read(typed));
	}

	@PostMapping(INTAKE + "/{id}")
	String accept(@PathVariable String id, HttpServletRequest request, Principal editor, Model model,
			RedirectAttributes redirect) {
		Received received = received(id);
		FormParameters typed = FormParameters.of(request.getParameterMap());
		this.kept.forget(request);
		ReviewChoice choice = ReviewChoice.read(typed);
		Proposal proposal = propose(received);
		if (typed.has("look")) {
			return review(model, received, proposal, choice);
		}
		String plan = this.plans.findAll().stream().map(Plan::slug).findFirst().orElse("");
		long draft = this.drafts.open(editor.getName(), choice.form(proposal, plan, new KnownSources(this.jdbc)), null,
				null);
		this.drafts.restsOn(draft, received.id());
		redirect.addFlashAttribute("notice", choice.next(proposal));
		return "redirect:/admin/drafts/" + draft;
	}

	/** What cannot be read is refused before it is kept. */
	private long receive(FormParameters typed, @Nullable MultipartFile file, @Nullable URI from, String editor)
			throws PieceRefused, IOException {
		if (file != null) {
			if (Typed.orEmpty(file.getOriginalFilename()).isEmpty() && file.isEmpty()) {
				throw new PieceRefused("Choose a file.");
			}
			return keep(Way.UPLOADED, editor,
					new Piece(file.getBytes(), file.getContentType(), file.getOriginalFilename(), from));
		}
		if (typed.has("address")) {
			if (typed.one("address").isBlank()) {
				throw new PieceRefused("Give the address of the page.");
			}
			FetchedPage page = this.fetch.fetch(typed.one("address"));
			PieceReading.propose(page.piece(), today());
			return this.pieces.keep(editor, page);
		}
		String text = Typed.shown(typed.one("text"));
		if (text.isBlank()) {
			throw new PieceRefused("Paste the text first.");
		}
		return keep(Way.TYPED, editor,
				new Piece(text.getBytes(StandardCharsets.UTF_8), "text/plain; charset=utf-8", null, from));
	}

	private long keep(Way way, String editor, Piece piece) throws PieceRefused {
		PieceReading.propose(piece, today());
		return this.pieces.keep(way, editor, piece);
	}

	private Proposal propose(Received received) {
		try {
			return PieceReading.propose(received.piece(),
					LocalDate.ofInstant(received.receivedAt(), this.clock.getZone()));
		}
		catch (PieceRefused ex) {
			throw PageRefused.unreadable(Typed.orEmpty(ex.getMessage()));
		}
	}

	private LocalDate today() {
		return LocalDate.now(this.clock);
	}

	private Received received(String id) {
		return DraftController.number(id).flatMap(this.pieces::find).orElseThrow(PageRefused::noPiece);
	}

	private String review(Model model, Received received, Proposal proposal, ReviewChoice choice) {
		model.addAttribute("page", ReviewPage.of(received, proposal, choice,
				this.duplicates.find(received, proposal, choice.text(proposal))));
		return "editing/review";
	}

	private String choose(Model model, FormParameters typed, FormErrors errors) {
		model.addAttribute("page", new IntakePage(this.fetch.isEnabled(), typed.one("text"), typed.one("address"),
				typed.has("file-from") ? typed.one("file-from") : typed.one("from"), errors));
		return "editing/intake";
	}

}
