package org.catena.editing;

import java.util.List;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;

/**
 * Drafts and second codings, as the page needs them on which claims are marked.
 */
@Component
class Markables {

	/** The part of addresses that tells second codings from drafts. */
	static final String SECOND_CODINGS = "second-codings";

	private final Drafts drafts;

	private final SecondCodings secondCodings;

	private final SecondCodingAccess access;

	Markables(Drafts drafts, SecondCodings secondCodings, SecondCodingAccess access) {
		this.drafts = drafts;
		this.secondCodings = secondCodings;
		this.access = access;
	}

	/**
	 * What an address names, for somebody who may mark claims in it: the editor whose it
	 * is.
	 * @throws PageRefused when there is nothing, or it is somebody else's
	 */
	Markable visible(String kind, String id, HttpServletRequest request) {
		if (SECOND_CODINGS.equals(kind)) {
			return this.access.own(id, request);
		}
		Draft draft = DraftController.number(id).flatMap(this.drafts::find).orElseThrow(PageRefused::noDraft);
		if (!draft.isOwnedBy(Objects.requireNonNull(request.getRemoteUser()))) {
			throw PageRefused.draftOfSomebodyElse();
		}
		return draft;
	}

	/** The same as it is now. */
	Markable again(Markable work) {
		return work.isSecondCoding() ? this.secondCodings.find(work.id()).orElseThrow(PageRefused::noSecondCoding)
				: this.drafts.find(work.id()).orElseThrow(PageRefused::noDraft);
	}

	/**
	 * Saves claims, and names that are new.
	 * @return whether that was done: not when another saving came between
	 */
	boolean save(Markable work, List<ClaimForm> claims, List<AgentForm> agents) {
		if (work.isSecondCoding()) {
			return this.secondCodings.save(work.id(), claims, agents, work.revision());
		}
		return this.drafts.save(work.id(), work.form().withRows(work.form().authors(), agents, claims), work.revision(),
				work.owner());
	}

}
