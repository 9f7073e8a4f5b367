package org.catena.agreement;

import java.util.List;

/**
 * A text with two codings of it.
 *
 * @param text which text
 * @param codePoints the length of the text
 * @param first the claims of one coding, in reading order
 * @param second the claims of the other
 */
record CodedText(TextRef text, int codePoints, List<CodedClaim> first, List<CodedClaim> second) {
}
