package org.catena.exchange;

import java.util.List;

import org.springframework.stereotype.Component;

/**
 * The machine forms that the controllers of pages write: rows as they are on the page.
 */
@Component
class FormsOfPages implements OffersForms {

	@Override
	public List<MachineForm> forms() {
		return List.of(MachineForm.of("/search", ".csv", "text/csv", "This search as a table"),
				MachineForm.of("/search", ".jsonl", "application/jsonl", "This search as JSON Lines"),
				MachineForm.of("/claims", ".csv", "text/csv", "These claims as a table"),
				MachineForm.of("/claims", ".jsonl", "application/jsonl", "These claims as JSON Lines"),
				MachineForm.of("/matrix", ".csv", "text/csv", "This matrix as a table"));
	}

}
