package org.catena.exchange;

import org.catena.site.SiteAddress;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.json.JsonMapper;

/**
 * The description of the programming interface, for programs and for people.
 */
@Controller
class OpenApiController {

	private final OpenApi api;

	private final SiteAddress site;

	private final JsonMapper json;

	OpenApiController(OpenApi api, SiteAddress site, JsonMapper json) {
		this.api = api;
		this.site = site;
		this.json = json;
	}

	@GetMapping("/openapi.json")
	ResponseEntity<byte[]> document() {
		return EntityTag.answer(ResponseEntity.ok(), MediaType.APPLICATION_JSON,
				this.json.writeValueAsBytes(this.api.document()));
	}

	@GetMapping("/about/api")
	String page(Model model) {
		model.addAttribute("page", ApiPage.of(this.api.document(), this.site.root(), this.json));
		return "exchange/api";
	}

}
