package org.catena.search;

import org.hibernate.search.backend.elasticsearch.index.layout.IndexLayoutStrategy;

/**
 * The names of indexes and aliases in a cluster, all of which begin with a prefix, so
 * that archives can share it. Searches go through the alias for reading, changes through
 * the one for writing.
 *
 * @param prefix how they begin
 */
record ClusterNames(String prefix) implements IndexLayoutStrategy {

	private static final String FIRST = "-000001";

	@Override
	public String createInitialElasticsearchIndexName(String index) {
		return name(index) + FIRST;
	}

	@Override
	public String createWriteAlias(String index) {
		return name(index) + "-write";
	}

	@Override
	public String createReadAlias(String index) {
		return name(index) + "-read";
	}

	@Override
	public String extractUniqueKeyFromHibernateSearchIndexName(String index) {
		return index;
	}

	@Override
	public String extractUniqueKeyFromElasticsearchIndexName(String name) {
		return name.substring(this.prefix.length() + 1).replaceFirst("-\\d{6}$", "");
	}

	private String name(String index) {
		return this.prefix + "-" + index;
	}

}
