package org.catena.ingest;

import java.io.StringReader;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads YAML into {@link YamlValue}s that know their lines.
 */
final class YamlFile {

	private YamlFile() {
	}

	/**
	 * Reads YAML.
	 * @param text the YAML
	 * @param file the file's path, for problems
	 * @param before lines of the file before the text
	 * @param problems takes what is wrong with it
	 * @return its root, or null where it cannot be read or is empty
	 */
	static @Nullable YamlValue read(String text, String file, int before, Consumer<Problem> problems) {
		LoaderOptions options = new LoaderOptions();
		options.setCodePointLimit((int) CorpusFile.LONGEST);
		options.setMaxAliasesForCollections(10);
		try {
			Node root = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
			if (root == null) {
				problems.accept(Problem.unreadable(file, null, "The file is empty. Fill it, or remove it."));
				return null;
			}
			return new YamlValue(root, file, before, problems);
		}
		catch (MarkedYAMLException ex) {
			Integer line = (ex.getProblemMark() != null) ? ex.getProblemMark().getLine() + 1 + before : null;
			problems.accept(Problem.unreadable(file, line,
					"This is not YAML: " + ex.getProblem() + ". Mend the line or the one before it."));
		}
		catch (YAMLException | StackOverflowError ex) {
			problems.accept(Problem.unreadable(file, null, "This is not YAML: " + ex.getMessage()));
		}
		return null;
	}

}
