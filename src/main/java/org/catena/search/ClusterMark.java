package org.catena.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.persistence.EntityManagerFactory;
import org.apache.http.util.EntityUtils;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.Response;
import org.elasticsearch.client.ResponseException;
import org.elasticsearch.client.RestClient;
import org.hibernate.search.backend.elasticsearch.ElasticsearchBackend;
import org.hibernate.search.mapper.orm.Search;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/**
 * The mark of the indexes in a cluster: the only document of an index of its own.
 */
final class ClusterMark implements IndexMark {

	/** How long another instance's word may be unknown here. */
	private static final long AGE = TimeUnit.SECONDS.toNanos(2);

	private static final int NOT_FOUND = 404;

	private static final Pattern MARK = Pattern.compile("\"mark\"\\s*:\\s*\"([A-Za-z0-9+/=]*)\"");

	private final String index;

	private final ObjectProvider<EntityManagerFactory> entities;

	private volatile Known known = new Known(System.nanoTime() - 2 * AGE, false);

	/**
	 * Creates it.
	 * @param prefix how the names of the archive's indexes begin
	 * @param entities asked when the library is up
	 */
	ClusterMark(String prefix, ObjectProvider<EntityManagerFactory> entities) {
		this.index = prefix + "-made-from";
		this.entities = entities;
	}

	@Override
	public String place() {
		return "the cluster";
	}

	@Override
	public @Nullable String read() {
		try {
			Response response = client().performRequest(new Request("GET", "/" + this.index + "/_source/1"));
			Matcher mark = MARK.matcher(EntityUtils.toString(response.getEntity()));
			return mark.find() ? new String(Base64.getDecoder().decode(mark.group(1)), StandardCharsets.UTF_8) : null;
		}
		catch (ResponseException ex) {
			if (ex.getResponse().getStatusLine().getStatusCode() == NOT_FOUND) {
				return null;
			}
			throw new UncheckedIOException("The cluster does not say what it holds", ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The cluster does not answer", ex);
		}
	}

	@Override
	public void write(String mark) {
		try {
			Request head = new Request("HEAD", "/" + this.index);
			if (client().performRequest(head).getStatusLine().getStatusCode() == NOT_FOUND) {
				Request create = new Request("PUT", "/" + this.index);
				create.setJsonEntity(
						"{\"settings\":{\"number_of_shards\":1,\"auto_expand_replicas\":\"0-1\"},\"mappings\":{\"enabled\":false}}");
				client().performRequest(create);
			}
			Request put = new Request("PUT", "/" + this.index + "/_doc/1");
			put.setJsonEntity("{\"mark\":\"%s\"}"
				.formatted(Base64.getEncoder().encodeToString(mark.getBytes(StandardCharsets.UTF_8))));
			client().performRequest(put);
			this.known = new Known(System.nanoTime() - 2 * AGE, false);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The cluster does not keep what it holds", ex);
		}
	}

	@Override
	public boolean isWhole() {
		Known last = this.known;
		if (System.nanoTime() - last.read() > AGE) {
			try {
				last = new Known(System.nanoTime(), IndexMark.super.isWhole());
				this.known = last;
			}
			catch (UncheckedIOException ex) {
				return last.whole();
			}
		}
		return last.whole();
	}

	private RestClient client() {
		return Search.mapping(this.entities.getObject())
			.backend()
			.unwrap(ElasticsearchBackend.class)
			.client(RestClient.class);
	}

	/**
	 * What the cluster said.
	 *
	 * @param read when, by the clock of the JVM
	 * @param whole whether the index was whole
	 */
	private record Known(long read, boolean whole) {
	}

}
