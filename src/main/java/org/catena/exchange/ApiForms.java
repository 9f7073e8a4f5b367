package org.catena.exchange;

import java.util.List;

import org.springframework.stereotype.Component;

/**
 * The pages that are answered in JSON. Whoever filters requests asks for this before the
 * database is there, so it must not know those who answer.
 */
@Component
class ApiForms implements OffersForms {

	@Override
	public List<MachineForm> forms() {
		return List.of(json("/articles", "All articles as JSON"),
				json("/articles/{slug:[a-z0-9-]+}", "This article as JSON"),
				json("/claims/{article:[a-z0-9-]+}/{name:[a-z0-9]+}", "This claim as JSON"),
				json("/plans", "All plans as JSON"), json("/plans/{plan:[a-z0-9-]+}", "This plan as JSON"),
				json("/plans/{plan:[a-z0-9-]+}/points/{number:[1-9][0-9]{0,3}}", "This point as JSON"),
				json("/sources", "All sources as JSON"), json("/sources/{slug:[a-z0-9-]+}", "This source as JSON"),
				json("/agents", "All persons and bodies as JSON"),
				json("/agents/{slug:[a-z0-9-]+}", "This person or body as JSON"),
				json("/search", "This search as JSON"), json("/about/data", "What is in the tables"));
	}

	private static MachineForm json(String page, String title) {
		return MachineForm.of(page, ".json", "application/json", title);
	}

}
