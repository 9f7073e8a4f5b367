package org.catena.suggestion;

/**
 * A point of a plan with the words by which it is spoken of.
 *
 * @param number from 1
 * @param title a few words
 * @param words its title and keywords twice, its summary and its parts once
 */
record PlanPoint(int number, String title, Bag words) {
}
