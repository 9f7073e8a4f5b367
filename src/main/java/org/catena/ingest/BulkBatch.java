package org.catena.ingest;

import java.util.List;

/**
 * Articles of a file that were read together.
 *
 * @param articles the articles
 * @param problems what was wrong with these and others
 * @param refused how many others were no articles
 * @param part which part of the file had been read, from 0 to 1
 * @param last whether nothing follows
 */
record BulkBatch(List<BulkArticle> articles, List<Problem> problems, int refused, double part, boolean last) {
}
