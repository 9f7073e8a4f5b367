package org.catena.editing;

import java.security.Principal;

import org.catena.ingest.IngestCorpus;
import org.catena.ingest.IngestIsRunning;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class IngestController {

	private final IngestCorpus ingestCorpus;

	private final IngestReports reports;

	IngestController(IngestCorpus ingestCorpus, IngestReports reports) {
		this.ingestCorpus = ingestCorpus;
		this.reports = reports;
	}

	@GetMapping("/admin/ingests")
	String list(Model model) {
		model.addAttribute("runs", this.reports.last(100));
		return "editing/ingests";
	}

	@PostMapping("/admin/ingests")
	String ingest(Principal editor, RedirectAttributes redirect) {
		try {
			return "redirect:/admin/ingests/" + this.ingestCorpus.ingest(editor.getName()).run();
		}
		catch (IngestIsRunning ex) {
			redirect.addFlashAttribute("notice", ex.getMessage());
			return "redirect:/admin/ingests";
		}
	}

	@GetMapping("/admin/ingests/{id}")
	String report(@PathVariable String id, Model model) {
		model.addAttribute("report",
				DraftController.number(id).flatMap(this.reports::find).orElseThrow(PageRefused::noRun));
		return "editing/ingest";
	}

}
