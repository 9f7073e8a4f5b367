package org.catena.search;

/** The table of queries, on a cluster. */
@OnCluster
class SearchClusterTests extends SearchTests {

}
