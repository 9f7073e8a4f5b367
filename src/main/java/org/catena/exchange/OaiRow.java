package org.catena.exchange;

import java.time.Instant;

/**
 * The head of a record of OAI-PMH.
 *
 * @param article the article's id in the tables
 * @param identifier the last part of its identifier
 * @param stamp when it was changed last, in whole seconds
 * @param deleted whether it was withdrawn
 */
record OaiRow(long article, String identifier, Instant stamp, boolean deleted) {
}
