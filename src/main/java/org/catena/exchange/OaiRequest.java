package org.catena.exchange;

import java.util.LinkedHashMap;
import java.util.Map;

import org.catena.article.Brief;
import org.jspecify.annotations.Nullable;

/**
 * A request of OAI-PMH whose arguments are those of its verb, each once.
 *
 * @param verb what is asked for
 * @param arguments the other arguments as they came
 */
record OaiRequest(OaiVerb verb, Map<String, String> arguments) {

	/** The argument by which a list goes on. */
	static final String TOKEN = "resumptionToken";

	/**
	 * Reads a request.
	 * @param parameters the parameters, each with its values
	 * @throws OaiError if it is no request of OAI-PMH
	 */
	static OaiRequest of(Map<String, String[]> parameters) {
		String[] verbs = parameters.getOrDefault("verb", new String[0]);
		if (verbs.length != 1) {
			throw new OaiError("badVerb",
					(verbs.length == 0) ? "The argument \"verb\" is missing." : "There is more than one \"verb\".");
		}
		OaiVerb verb = OaiVerb.of(verbs[0])
			.orElseThrow(() -> new OaiError("badVerb", "OAI-PMH has no verb \"" + shortened(verbs[0]) + "\"."));
		Map<String, String> arguments = new LinkedHashMap<>();
		parameters.forEach((name, values) -> {
			if (name.equals("verb")) {
				return;
			}
			if (!verb.knows(name)) {
				throw OaiError.badArgument(verb.word() + " has no argument \"" + shortened(name) + "\".");
			}
			if (values.length != 1) {
				throw OaiError.badArgument("There is more than one \"" + name + "\".");
			}
			if (values[0].isEmpty()) {
				throw OaiError.badArgument("The argument \"" + name + "\" is empty.");
			}
			arguments.put(name, values[0]);
		});
		if (arguments.containsKey(TOKEN)) {
			if (arguments.size() > 1) {
				throw OaiError.badArgument("The argument \"resumptionToken\" stands alone.");
			}
		}
		else {
			verb.required()
				.stream()
				.filter((name) -> !arguments.containsKey(name))
				.sorted()
				.findFirst()
				.ifPresent((name) -> {
					throw OaiError.badArgument("The argument \"" + name + "\" is missing.");
				});
		}
		return new OaiRequest(verb, arguments);
	}

	@Nullable String argument(String name) {
		return this.arguments.get(name);
	}

	@Nullable OaiTime time(String name) {
		String text = argument(name);
		return (text != null) ? OaiTime.parse(name, text) : null;
	}

	private static String shortened(String text) {
		return Brief.of(text, 100);
	}

}
