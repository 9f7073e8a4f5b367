package org.catena.editing;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;

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

	private final JdbcClient jdbc;

	private final Clock clock;

	IntakeController(ReceivedPieces pieces, PageFetch fetch, Drafts drafts, LikelyDuplicates duplicates, Plans plans,
			JdbcClient jdbc, Clock clock) {
		this.pieces = pieces;
		this.fetch = fetch;
		this.drafts = drafts;
		this.duplicates = duplicates;
		this.plans = plans;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@GetMapping(INTAKE)
	String choose(Model model) {
		return choose(model, new IntakePage(this.fetch.isEnabled(), "", "", "", null));
	}

	@PostMapping(INTAKE)
	String take(@RequestParam(defaultValue = "") String text, @RequestParam(defaultValue = "") String address,
			@RequestParam(defaultValue = "") String from, @RequestParam(required = false) @Nullable MultipartFile file,
			Principal editor, HttpServletResponse response, Model model) {
		try {
			return "redirect:" + INTAKE + "/" + receive(text, address, from, file, editor.getName());
		}
		catch (PieceRefused | IOException ex) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			String reason = (ex instanceof PieceRefused) ? Typed.orEmpty(ex.getMessage())
					: "The file did not arrive whole.";
			return choose(model, new IntakePage(this.fetch.isEnabled(), Typed.shown(text), Typed.shown(address),
					Typed.shown(from), reason));
		}
	}

	@GetMapping(INTAKE + "/{id}")
	String review(@PathVariable String id, Model model) {
		Received received = received(id);
		try {
			Proposal proposal = propose(received);
			return review(model, received, proposal, ReviewChoice.proposed(proposal));
		}
		catch (PieceRefused ex) {
			throw PageRefused.unreadable(Typed.orEmpty(ex.getMessage()));
		}
	}

	@PostMapping(INTAKE + "/{id}")
	String accept(@PathVariable String id, HttpServletRequest request, Principal editor, Model model,
			RedirectAttributes redirect) {
		Received received = received(id);
		FormParameters typed = FormParameters.of(request.getParameterMap());
		ReviewChoice choice = ReviewChoice.read(typed);
		try {
			Proposal proposal = propose(received);
			if (typed.has("look")) {
				return review(model, received, proposal, choice);
			}
			String plan = this.plans.findAll().stream().map(Plan::slug).findFirst().orElse("");
			long draft = this.drafts.open(editor.getName(), choice.form(proposal, plan, new KnownSources(this.jdbc)),
					null, null);
			this.drafts.restsOn(draft, received.id());
			redirect.addFlashAttribute("notice", "This draft was made of what you took. Complete it, then publish it.");
			return "redirect:/admin/drafts/" + draft;
		}
		catch (PieceRefused ex) {
			throw PageRefused.unreadable(Typed.orEmpty(ex.getMessage()));
		}
	}

	private long receive(String text, String address, String from, @Nullable MultipartFile file, String editor)
			throws PieceRefused, IOException {
		if (file != null && !file.isEmpty()) {
			Piece piece = new Piece(file.getBytes(), file.getContentType(), file.getOriginalFilename(), address(from));
			PieceReading.propose(piece, today());
			return this.pieces.keep(Way.UPLOADED, editor, piece);
		}
		if (!address.isBlank()) {
			return this.pieces.keep(editor, readable(this.fetch.fetch(address)));
		}
		if (text.isBlank()) {
			throw PieceRefused.nothing();
		}
		Piece piece = new Piece(Typed.shown(text).getBytes(StandardCharsets.UTF_8), "text/plain; charset=utf-8", null,
				address(from));
		PieceReading.propose(piece, today());
		return this.pieces.keep(Way.TYPED, editor, piece);
	}

	/** What cannot be read is refused before it is kept. */
	private FetchedPage readable(FetchedPage page) throws PieceRefused {
		PieceReading.propose(page.piece(), today());
		return page;
	}

	private static @Nullable URI address(String typed) throws PieceRefused {
		if (typed.isBlank()) {
			return null;
		}
		if (!WebAddress.isWebAddress(typed.strip())) {
			throw PieceRefused.noAddress();
		}
		return URI.create(typed.strip());
	}

	private Proposal propose(Received received) throws PieceRefused {
		return PieceReading.propose(received.piece(), LocalDate.ofInstant(received.receivedAt(), this.clock.getZone()));
	}

	private LocalDate today() {
		return LocalDate.now(this.clock);
	}

	private Received received(String id) {
		return DraftController.number(id).flatMap(this.pieces::find).orElseThrow(PageRefused::noPiece);
	}

	private String review(Model model, Received received, Proposal proposal, ReviewChoice choice) {
		model.addAttribute("page", ReviewPage.of(received, proposal, choice, this.duplicates.find(received, proposal)));
		return "editing/review";
	}

	private static String choose(Model model, IntakePage page) {
		model.addAttribute("page", page);
		return "editing/intake";
	}

}
