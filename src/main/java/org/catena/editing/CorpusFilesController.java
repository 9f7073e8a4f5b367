package org.catena.editing;

import java.io.IOException;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;
import org.catena.ingest.IngestIsRunning;
import org.catena.ingest.IngestUpload;
import org.catena.intake.Piece;
import org.catena.intake.ReceivedPieces;
import org.catena.intake.ReceivedPieces.Received;
import org.catena.intake.ReceivedPieces.Way;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Taking in what is exact already: files of the corpus, and files of many articles. They
 * are kept as they came, looked at, then read.
 */
@ReviewersOnly
@Controller
class CorpusFilesController {

	private static final String FILES = "/admin/corpus-files";

	private final IngestUpload upload;

	private final ReceivedPieces pieces;

	CorpusFilesController(IngestUpload upload, ReceivedPieces pieces) {
		this.upload = upload;
		this.pieces = pieces;
	}

	@GetMapping(FILES)
	String choose(Model model) {
		return choose(model, null);
	}

	@PostMapping(FILES)
	String take(@RequestParam(required = false) @Nullable List<MultipartFile> file, Principal editor,
			HttpServletResponse response, Model model) {
		try {
			Map<String, byte[]> files = new LinkedHashMap<>();
			for (MultipartFile part : (file != null) ? file : List.<MultipartFile>of()) {
				if (!part.isEmpty() && files.put(Typed.orEmpty(part.getOriginalFilename()), part.getBytes()) != null) {
					throw new IOException("Two of the files have one name. Hand in one after the other.");
				}
			}
			if (files.isEmpty()) {
				throw new IOException("Choose at least one file.");
			}
			boolean alone = files.size() == 1;
			String name = alone ? files.keySet().iterator().next() : "corpus-files.zip";
			byte[] bytes = alone ? files.get(name) : IngestUpload.pack(files);
			if (bytes.length > Piece.LARGEST) {
				throw new IOException("Hand in at most 10 MB at a time. The command “ingest FILE” takes any size.");
			}
			if (!IngestUpload.isOfMany(name)) {
				this.upload.look(name, bytes);
			}
			return "redirect:" + FILES + "/" + this.pieces.keep(Way.UPLOADED, editor.getName(),
					new Piece(bytes, "application/octet-stream", name, null));
		}
		catch (IOException ex) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return choose(model, ex.getMessage());
		}
		catch (IngestIsRunning ex) {
			response.setStatus(HttpStatus.CONFLICT.value());
			return choose(model, ex.getMessage());
		}
	}

	@GetMapping(FILES + "/{id}")
	String look(@PathVariable String id, Model model) {
		Received received = received(id);
		String name = name(received);
		model.addAttribute("id", received.id());
		model.addAttribute("name", Typed.shown(name));
		model.addAttribute("bytes", received.piece().bytes().length);
		try {
			model.addAttribute("look",
					IngestUpload.isOfMany(name) ? null : this.upload.look(name, received.piece().bytes()));
		}
		catch (IOException | IngestIsRunning ex) {
			throw PageRefused.unreadable(Typed.orEmpty(ex.getMessage()));
		}
		return "editing/corpus-look";
	}

	@PostMapping(FILES + "/{id}")
	String ingest(@PathVariable String id, Principal editor, RedirectAttributes redirect) {
		Received received = received(id);
		try {
			return "redirect:/admin/ingests/"
					+ this.upload.ingest(name(received), received.piece().bytes(), editor.getName()).run();
		}
		catch (IOException ex) {
			throw PageRefused.unreadable(Typed.orEmpty(ex.getMessage()));
		}
		catch (IngestIsRunning ex) {
			redirect.addFlashAttribute("notice", ex.getMessage());
			return "redirect:/admin/ingests";
		}
	}

	private Received received(String id) {
		return DraftController.number(id).flatMap(this.pieces::find).orElseThrow(PageRefused::noPiece);
	}

	private static String name(Received received) {
		return Typed.orEmpty(received.piece().name());
	}

	private static String choose(Model model, @Nullable String error) {
		model.addAttribute("error", error);
		return "editing/corpus-files";
	}

}
