package org.catena.ingest;

/**
 * What came of a reading of the corpus.
 *
 * @param run the id under which the report is kept
 * @param inserted articles that were new
 * @param updated articles that had changed
 * @param unchanged articles that were the same
 * @param refused articles that could not be taken in
 * @param problems how many problems were reported
 */
public record IngestReport(long run, int inserted, int updated, int unchanged, int refused, int problems) {
}
