package org.catena.reading;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.catena.agreement.Adjudication;
import org.catena.agreement.Agreements;
import org.catena.agreement.Comparison.Codings;
import org.catena.agreement.Coverage;
import org.catena.agreement.Coverages;
import org.catena.past.TellsThePast;
import org.catena.agreement.MeasuredCoding;
import org.catena.agreement.MeasuredCodings;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * How far the codings agree, where they differ, and what they passed over.
 */
@Controller
class AgreementController {

	private final Agreements agreements;

	private final MeasuredCodings secondCodings;

	private final Coverages coverages;

	AgreementController(Agreements agreements, MeasuredCodings secondCodings, Coverages coverages) {
		this.secondCodings = secondCodings;
		this.agreements = agreements;
		this.coverages = coverages;
	}

	@GetMapping("/about/agreement")
	String agreement(Model model) {
		model.addAttribute("page", new AgreementPage(
				Arrays.stream(Codings.values()).map(this.agreements::compare).flatMap(Optional::stream).toList(),
				this.agreements.adjudications(), this.secondCodings.all()));
		return "reading/agreement";
	}

	@GetMapping("/about/agreement/{slug}")
	String adjudication(@PathVariable String slug, Model model) {
		List<Adjudication> all = this.agreements.adjudications();
		Adjudication adjudication = all.stream()
			.filter((candidate) -> candidate.text().slug().equals(slug))
			.findFirst()
			.orElseThrow(() -> new NotFound("agreement on " + slug));
		model.addAttribute("page", new AdjudicationPage(adjudication,
				this.agreements.compare(Codings.INDEPENDENT).orElseThrow().in(slug), all));
		return "reading/adjudication";
	}

	/**
	 * The differences of a second coding that an editor made here, once they are settled.
	 */
	@GetMapping("/about/agreement/{slug}/v{version}/{coder}")
	String adjudication(@PathVariable String slug, @PathVariable String version, @PathVariable String coder,
			Model model) {
		String address = "/about/agreement/" + slug + "/v" + version + "/" + coder;
		MeasuredCoding coding = this.secondCodings.of(slug)
			.stream()
			.filter((candidate) -> candidate.address().equals(address))
			.findFirst()
			.orElseThrow(() -> new NotFound("agreement on " + slug));
		Adjudication adjudication = this.agreements.adjudications(slug)
			.stream()
			.filter((candidate) -> candidate.address().equals(address))
			.findFirst()
			.orElseThrow(() -> new NotFound("agreement on " + slug));
		model.addAttribute("page", new AdjudicationPage(adjudication, coding.agreement(), List.of()));
		return "reading/adjudication";
	}

	@TellsThePast
	@GetMapping("/about/coverage")
	String coverage(@RequestParam(defaultValue = "1") String page, Model model) {
		int number = ListPage.number(page);
		List<Coverage> found = this.coverages.newest(CoveragePage.SIZE + 1, (number - 1) * CoveragePage.SIZE);
		model.addAttribute("page", new CoveragePage(found.stream().limit(CoveragePage.SIZE).toList(), number,
				found.size() > CoveragePage.SIZE));
		return "reading/coverage";
	}

}
