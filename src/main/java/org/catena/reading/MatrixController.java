package org.catena.reading;

import java.nio.charset.StandardCharsets;

import org.catena.past.Past;
import org.catena.past.TellsThePast;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The matrix of points against sources, claimants or months, as a page and as a table.
 */
@Controller
@TellsThePast
class MatrixController {

	private final MatrixPages pages;

	MatrixController(MatrixPages pages) {
		this.pages = pages;
	}

	@GetMapping("/matrix")
	String matrix(@RequestParam(required = false) @Nullable String plan,
			@RequestParam(required = false) @Nullable String columns, Model model) {
		model.addAttribute("page", this.pages.matrix(plan, MatrixPage.By.of(columns), MatrixPages.MOST_COLUMNS));
		return "reading/matrix";
	}

	@GetMapping("/matrix.csv")
	ResponseEntity<byte[]> table(@RequestParam(required = false) @Nullable String plan,
			@RequestParam(required = false) @Nullable String columns) {
		MatrixPage page = this.pages.matrix(plan, MatrixPage.By.of(columns), MatrixPages.MOST_TABLE_COLUMNS);
		byte[] table = MatrixTable.of(page).getBytes(StandardCharsets.UTF_8);
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType("text/csv;charset=UTF-8;header=present"))
			.header("Content-Disposition",
					"attachment; filename=\"" + Past.file("matrix-" + page.by().word()) + ".csv\"")
			.eTag("W/\"" + DigestUtils.md5DigestAsHex(table) + "\"")
			.body(table);
	}

}
