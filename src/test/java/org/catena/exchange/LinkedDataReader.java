package org.catena.exchange;

import java.io.InputStream;
import java.io.StringReader;
import java.net.URI;
import java.util.Objects;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.JsonLdOptions.ProcessingPolicy;
import com.apicatalog.jsonld.document.Document;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.loader.DocumentLoader;
import jakarta.json.JsonArray;

import org.springframework.test.web.servlet.assertj.MockMvcTester;

/**
 * Reads JSON-LD as other programs do. A term that no context defines is an error, as it
 * would be left out silently.
 */
final class LinkedDataReader {

	private final MockMvcTester site;

	LinkedDataReader(MockMvcTester site) {
		this.site = site;
	}

	JsonArray expand(String json) {
		try {
			JsonLdOptions options = new JsonLdOptions(loader());
			options.setUndefinedTermsPolicy(ProcessingPolicy.Fail);
			return JsonLd.expand(JsonDocument.of(new StringReader(json))).options(options).get();
		}
		catch (JsonLdError ex) {
			throw new AssertionError(ex);
		}
	}

	private DocumentLoader loader() {
		return (address, options) -> context(address);
	}

	private Document context(URI address) throws JsonLdError {
		return switch (address.toString()) {
			case "http://www.w3.org/ns/anno.jsonld" -> kept("/jsonld/anno.jsonld");
			case "http://www.w3.org/ns/ldp.jsonld" -> kept("/jsonld/ldp.jsonld");
			default -> JsonDocument.of(new StringReader(
					new String(this.site.get().uri(address.getPath()).exchange().getResponse().getContentAsByteArray(),
							java.nio.charset.StandardCharsets.UTF_8)));
		};
	}

	private static Document kept(String name) throws JsonLdError {
		InputStream stream = Objects.requireNonNull(LinkedDataReader.class.getResourceAsStream(name));
		return JsonDocument.of(stream);
	}

}
