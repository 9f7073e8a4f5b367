package org.catena.reading;

import java.nio.charset.StandardCharsets;

import org.catena.past.TellsThePast;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The list of plans, and what became of a plan's points in a later one, as a page and as
 * a table.
 */
@Controller
@TellsThePast
class CrosswalkController {

	private final CrosswalkPages pages;

	CrosswalkController(CrosswalkPages pages) {
		this.pages = pages;
	}

	@GetMapping("/plans")
	String plans(Model model) {
		model.addAttribute("page", this.pages.plans());
		return "reading/plans";
	}

	@GetMapping("/plans/{plan}/crosswalk/{other}")
	String crosswalk(@PathVariable String plan, @PathVariable String other, Model model) {
		model.addAttribute("page", this.pages.crosswalk(plan, other));
		return "reading/crosswalk";
	}

	@GetMapping("/plans/{plan}/crosswalk/{other}.csv")
	ResponseEntity<byte[]> table(@PathVariable String plan, @PathVariable String other) {
		CrosswalkPage page;
		try {
			page = this.pages.crosswalk(plan, other);
		}
		catch (Moved moved) {
			throw new Moved(moved.address() + ".csv");
		}
		byte[] table = CrosswalkTable.of(page).getBytes(StandardCharsets.UTF_8);
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType("text/csv;charset=UTF-8;header=present"))
			.header("Content-Disposition",
					"attachment; filename=\"crosswalk-" + page.earlier().slug() + "-" + page.later().slug() + ".csv\"")
			.eTag("W/\"" + DigestUtils.md5DigestAsHex(table) + "\"")
			.body(table);
	}

}
