package org.catena.reading;

/**
 * The archive in pictures.
 *
 * @param sources claims by source and stance
 * @param points claims by point and stance
 * @param claimants claims by claimant and stance
 * @param network who agrees with whom and who stands against whom
 */
record PicturesPage(Tally sources, Tally points, Tally claimants, Network network) {
}
