package org.catena.editing;

import java.util.List;

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

	private final DraftAccess draftAccess;

	private final SecondCodings secondCodings;

	private final SecondCodingAccess secondCodingAccess;

	Markables(Drafts drafts, DraftAccess draftAccess, SecondCodings secondCodings,
			SecondCodingAccess secondCodingAccess) {
		this.drafts = drafts;
		this.draftAccess = draftAccess;
		this.secondCodings = secondCodings;
		this.secondCodingAccess = secondCodingAccess;
	}

	/**
	 * What an address names, for somebody who may mark claims in it: a draft for whoever
	 * may change it, a second coding for its coder alone.
	 * @throws PageRefused when there is nothing, or it is somebody else's
	 */
	Markable visible(String kind, String id, HttpServletRequest request) {
		return SECOND_CODINGS.equals(kind) ? this.secondCodingAccess.own(id, request)
				: this.draftAccess.visible(id, request);
	}

	/** The same as it is now. */
	Markable again(Markable work) {
		return work.isSecondCoding() ? this.secondCodings.find(work.id()).orElseThrow(PageRefused::noSecondCoding)
				: this.drafts.find(work.id()).orElseThrow(PageRefused::noDraft);
	}

	/**
	 * Saves claims, and names that are new.
	 * @param work as it was read
	 * @param by who typed them
	 * @return whether that was done: not when another saving came between
	 */
	boolean save(Markable work, List<ClaimForm> claims, List<AgentForm> agents, String by) {
		if (work.isSecondCoding()) {
			return this.secondCodings.save(work.id(), claims, agents, work.revision());
		}
		return this.drafts.save(work.id(), work.form().withRows(work.form().authors(), agents, claims), work.revision(),
				by);
	}

}
