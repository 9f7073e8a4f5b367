import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

import org.codelibs.opensearch.runner.OpenSearchRunner;

/**
 * Some OpenSearch nodes of one cluster, for tests: a program of its own, run from its
 * source by a JDK that OpenSearch needs, because its libraries are not those of the
 * application. Arguments: a folder, the number of nodes, a port after which they look for
 * free ones. Writes the HTTP ports into the file {@code ready} of the folder when all have
 * joined; reads numbers of nodes, from 0, ends each and writes {@code ended-<number>}; ends
 * when its input does, and so with the tests.
 */
public final class OpenSearchNodes {

	private OpenSearchNodes() {
	}

	public static void main(String[] args) throws IOException {
		Path folder = Path.of(args[0]);
		int nodes = Integer.parseInt(args[1]);
		OpenSearchRunner runner = new OpenSearchRunner();
		runner.setMaxHttpPort(65000);
		runner.onBuild((number, settings) -> {
			settings.put("cluster.routing.allocation.disk.threshold_enabled", false);
			settings.put("action.auto_create_index", false);
			settings.put("network.host", "127.0.0.1");
		});
		runner.build(OpenSearchRunner.newConfigs()
			.basePath(folder.toString())
			.clusterName("catena-test")
			.numOfNode(nodes)
			.baseHttpPort(Integer.parseInt(args[2])));
		runner.ensureYellow();
		List<String> ports = new ArrayList<>();
		for (int i = 0; i < nodes; i++) {
			ports.add(runner.getNode(i).settings().get("http.port"));
		}
		say(folder, "ready", String.join(" ", ports));
		BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
		for (String command = commands.readLine(); command != null; command = commands.readLine()) {
			int node = Integer.parseInt(command);
			runner.getNode(node).close();
			say(folder, "ended-" + node, "");
		}
		Runtime.getRuntime().halt(0);
	}

	/** In a file, because OpenSearch takes the standard output for its log. */
	private static void say(Path folder, String what, String words) throws IOException {
		Path written = Files.writeString(folder.resolve(what + ".tmp"), words);
		Files.move(written, folder.resolve(what), StandardCopyOption.ATOMIC_MOVE);
	}

}
