package org.catena.exchange;

import java.util.List;

import org.springframework.stereotype.Component;

/**
 * The machine forms that the controllers of pages write.
 */
@Component
class FormsOfPages implements OffersForms {

	@Override
	public List<MachineForm> forms() {
		return List.of(MachineForm.of("/search", ".csv", "text/csv", "This search as a table"),
				MachineForm.of("/search", ".jsonl", "application/jsonl", "This search as JSON Lines"),
				MachineForm.of("/search", ".atom", "application/atom+xml", "This search as a feed"),
				MachineForm.of("/claims", ".csv", "text/csv", "These claims as a table"),
				MachineForm.of("/claims", ".jsonl", "application/jsonl", "These claims as JSON Lines"),
				MachineForm.of("/matrix", ".csv", "text/csv", "This matrix as a table"));
	}

}
