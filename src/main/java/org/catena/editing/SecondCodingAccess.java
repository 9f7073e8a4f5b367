package org.catena.editing;

import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;

/**
 * Whose a second coding is: its coder's, and every reviewer's once it is finished. Nobody
 * adjudicates a coding of one's own.
 */
@Component
class SecondCodingAccess {

	private final SecondCodings codings;

	SecondCodingAccess(SecondCodings codings) {
		this.codings = codings;
	}

	/**
	 * The coding of an address, for somebody who may see it.
	 * @throws PageRefused when there is none, or it is somebody else's
	 */
	SecondCoding visible(String id, HttpServletRequest request) {
		SecondCoding coding = find(id);
		boolean open = coding.isFinished() || coding.isAdjudicated();
		if (!isOwn(coding, request) && !(open && DraftAccess.isReviewer(request))) {
			throw PageRefused.codingOfSomebodyElse();
		}
		return coding;
	}

	/**
	 * The coding of an address, for its coder.
	 * @throws PageRefused when there is none, or it is somebody else's
	 */
	SecondCoding own(String id, HttpServletRequest request) {
		SecondCoding coding = find(id);
		if (!isOwn(coding, request)) {
			throw PageRefused.codingOfSomebodyElse();
		}
		return coding;
	}

	/**
	 * The coding of an address, for a reviewer who adjudicates it, or reads what was
	 * decided.
	 * @throws PageRefused when there is none, when it is not finished, or when it is the
	 * reviewer's own
	 */
	SecondCoding toAdjudicate(String id, HttpServletRequest request) {
		SecondCoding coding = find(id);
		if (isOwn(coding, request)) {
			throw PageRefused.ownCoding();
		}
		if (coding.isOpen()) {
			throw PageRefused.codingOfSomebodyElse();
		}
		if (!coding.isFinished() && !coding.isAdjudicated()) {
			throw PageRefused.notFinished();
		}
		return coding;
	}

	private SecondCoding find(String id) {
		return DraftController.number(id).flatMap(this.codings::find).orElseThrow(PageRefused::noSecondCoding);
	}

	static boolean isOwn(SecondCoding coding, HttpServletRequest request) {
		return coding.owner().equals(Objects.requireNonNull(request.getRemoteUser()));
	}

}
