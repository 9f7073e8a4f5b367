package org.catena.reading;

import org.catena.past.TellsThePast;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The archive as a whole, counted: in pictures, and weighed.
 */
@Controller
@TellsThePast
class PictureController {

	private final Tallies tallies;

	private final Networks networks;

	private final BalancePages balance;

	PictureController(Tallies tallies, Networks networks, BalancePages balance) {
		this.tallies = tallies;
		this.networks = networks;
		this.balance = balance;
	}

	@GetMapping("/pictures")
	String pictures(@RequestParam(required = false) @Nullable String network, Model model) {
		model.addAttribute("page", new PicturesPage(this.tallies.by(Tally.By.SOURCES), this.tallies.by(Tally.By.POINTS),
				this.tallies.by(Tally.By.CLAIMANTS, 0, 15), this.networks.by(Network.By.of(network))));
		return "reading/pictures";
	}

	@GetMapping("/about/balance")
	String balance(Model model) {
		model.addAttribute("page", this.balance.balance());
		return "reading/balance";
	}

	@GetMapping("/sources")
	String sources(@RequestParam(defaultValue = "1") String page, Model model) {
		model.addAttribute("page", list(Tally.By.SOURCES, page));
		return "reading/sources";
	}

	@GetMapping("/agents")
	String agents(@RequestParam(defaultValue = "1") String page, Model model) {
		model.addAttribute("page", list(Tally.By.CLAIMANTS, page));
		return "reading/agents";
	}

	private ListPage list(Tally.By by, String page) {
		int number = ListPage.number(page);
		return ListPage.of(this.tallies.by(by, (number - 1) * ListPage.SIZE, ListPage.SIZE), number);
	}

}
