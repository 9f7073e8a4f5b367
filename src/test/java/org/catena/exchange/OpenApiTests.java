package org.catena.exchange;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.catena.search.IndexSettles;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The programming interface is what its description says, and its description is whole.
 */
@SpringBootTest
@AutoConfigureMockMvc(addFilters = false)
class OpenApiTests {

	private static final Set<String> METHODS = Set.of("get", "post", "put", "delete");

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private JsonMapper json;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping mappings;

	@BeforeEach
	void settle() {
		IndexSettles.on(this.jdbc);
		Horizon.passes(this.jdbc);
	}

	@TestFactory
	Stream<DynamicTest> everyExampleRuns() {
		JsonNode document = document();
		List<DynamicTest> tests = new ArrayList<>();
		operations(document).filter((operation) -> operation.method().equals("get") && !operation.writes())
			.forEach((operation) -> addresses(document, operation).forEach((address) -> tests
				.add(DynamicTest.dynamicTest(address, () -> answersByItsSchema(document, operation, address)))));
		return tests.stream();
	}

	private void answersByItsSchema(JsonNode document, Operation operation, String address) {
		IndexSettles.on(this.jdbc);
		MvcTestResult result = this.mvc.get().uri(URI.create(address)).exchange();
		assertThat(result).hasStatusOk();
		assertThat(result.getResponse().getContentType()).isEqualTo("application/json");
		JsonNode body = body(result);
		assertThat(violations(document, schema(operation.node(), "200"), body)).isEmpty();
		if (!body.path("items").isMissingNode() && !address.contains("author=not_stated")) {
			assertThat(body.path("items")).as("what the example finds").isNotEmpty();
		}
	}

	@TestFactory
	Stream<DynamicTest> everyAnswerHasAnExampleByItsSchema() {
		JsonNode document = document();
		return operations(document).flatMap((operation) -> operation.node()
			.get("responses")
			.propertyStream()
			.filter((response) -> resolved(document, response.getValue()).has("content"))
			.map((response) -> DynamicTest.dynamicTest(operation.id() + " " + response.getKey(), () -> {
				JsonNode content = resolved(document, response.getValue()).get("content").iterator().next();
				assertThat(content.has("example")).isTrue();
				assertThat(violations(document, content.get("schema"), content.get("example"))).isEmpty();
			})));
	}

	@Test
	void answersWhateverHasExamplesOfSchemasByThem() {
		JsonNode document = document();
		document.get("components")
			.get("schemas")
			.propertyStream()
			.forEach((schema) -> schema.getValue()
				.path("examples")
				.forEach((example) -> assertThat(violations(document, schema.getValue(), example)).as(schema.getKey())
					.isEmpty()));
	}

	/** As the rules of Spectral for OpenAPI have it. */
	@Test
	void isWhole() {
		JsonNode document = document();
		assertThat(document.get("openapi").stringValue()).startsWith("3.1.");
		assertThat(document.at("/info/description").stringValue()).isNotBlank();
		assertThat(document.at("/info/license/name").stringValue()).isNotBlank();
		assertThat(document.at("/info/contact/url").stringValue()).startsWith("http");
		assertThat(document.at("/servers/0/url").stringValue()).isEqualTo("http://localhost");
		Set<String> tags = new HashSet<>();
		document.get("tags").forEach((tag) -> {
			assertThat(tag.get("description").stringValue()).isNotBlank();
			tags.add(tag.get("name").stringValue());
		});
		Set<String> ids = new HashSet<>();
		operations(document).forEach((operation) -> {
			JsonNode node = operation.node();
			assertThat(ids.add(operation.id())).as(operation.id()).isTrue();
			assertThat(operation.id()).matches("[a-z][A-Za-z]+");
			assertThat(node.get("summary").stringValue()).isNotBlank();
			assertThat(node.get("description").stringValue()).isNotBlank();
			assertThat(tags).contains(node.at("/tags/0").stringValue());
			assertThat(operation.path()).doesNotEndWith("/").doesNotContain("?");
			Set<String> variables = new TreeSet<>();
			node.path("parameters").forEach((reference) -> {
				JsonNode parameter = resolved(document, reference);
				assertThat(parameter.get("description").stringValue()).isNotBlank();
				assertThat(parameter.has("example") || parameter.has("examples")).as(parameter.toString()).isTrue();
				JsonNode example = parameter.get("example");
				if (example != null) {
					assertThat(violations(document, parameter.get("schema"), example)).as(parameter.toString())
						.isEmpty();
				}
				if (parameter.get("in").stringValue().equals("path")) {
					variables.add("{" + parameter.get("name").stringValue() + "}");
				}
			});
			assertThat(variables).allSatisfy((variable) -> assertThat(operation.path()).contains(variable))
				.hasSize((int) operation.path().chars().filter((c) -> c == '{').count());
			assertThat(node.get("responses").propertyNames()).anyMatch((status) -> status.startsWith("2"))
				.anyMatch((status) -> status.startsWith("4"));
		});
	}

	@Test
	void usesEachPartAndNoOther() {
		JsonNode document = document();
		Set<String> used = new TreeSet<>();
		document.findValuesAsString("$ref").forEach((ref) -> {
			assertThat(document.at(ref.substring(1)).isMissingNode()).as(ref).isFalse();
			used.add(ref.substring("#/components/".length()));
		});
		Set<String> kept = new TreeSet<>();
		document.get("components")
			.propertyStream()
			.filter((kind) -> !kind.getKey().equals("securitySchemes"))
			.forEach((kind) -> kind.getValue().propertyNames().forEach((name) -> kept.add(kind.getKey() + "/" + name)));
		assertThat(used).isEqualTo(kept);
	}

	@Test
	void hasEveryAddressOfTheApplication() {
		Set<String> described = new TreeSet<>();
		operations(document()).forEach((operation) -> described.add(operation.path()));
		Set<String> served = new TreeSet<>();
		this.mappings.getHandlerMethods()
			.keySet()
			.forEach((mapping) -> mapping.getPatternValues()
				.stream()
				.filter((pattern) -> pattern.matches(".*\\.json|/submissions.*"))
				.filter((pattern) -> !pattern
					.matches("/openapi.json|/about/data.json|.*\\.csl\\.json|.*datapackage\\.json"))
				.forEach((pattern) -> served.add(pattern.replaceAll("\\{([a-z]+):[^/]*?\\}(?=[/.]|$)", "{$1}"))));
		assertThat(served).isEqualTo(described);
	}

	@Test
	void hasAPageForPeople() {
		Document page = Jsoup.parse(text(this.mvc.get().uri("/about/api").exchange()));
		operations(document())
			.forEach((operation) -> assertThat(page.getElementById(operation.id())).as(operation.id()).isNotNull());
		for (ApiProblem.Type type : ApiProblem.Type.values()) {
			assertThat(page.getElementById(type.address().replaceFirst(".*#", ""))).as(type.address()).isNotNull();
		}
		page.select("main a[href^=#]")
			.forEach((link) -> assertThat(page.getElementById(link.attr("href").substring(1))).as(link.attr("href"))
				.isNotNull());
		assertThat(page.select(".api-code").eachText()).contains("curl 'http://localhost/articles.json?limit=2'");
		assertThat(page.select("main script")).isEmpty();
	}

	private List<String> addresses(JsonNode document, Operation operation) {
		String path = operation.path();
		List<String> queries = new ArrayList<>();
		boolean list = false;
		for (JsonNode reference : operation.node().path("parameters")) {
			JsonNode parameter = resolved(document, reference);
			String name = parameter.get("name").stringValue();
			JsonNode example = parameter.path("example");
			String value = UriUtils.encode((example.isArray() ? example.get(0) : example).asString(),
					StandardCharsets.UTF_8);
			if (parameter.get("in").stringValue().equals("path")) {
				path = path.replace("{" + name + "}", value);
			}
			else if (!example.isMissingNode()) {
				queries.add(name + "=" + value);
				list |= name.equals("limit");
			}
		}
		List<String> addresses = new ArrayList<>(List.of(path));
		for (String query : queries) {
			addresses.add(path + "?" + query + ((list && !query.startsWith("limit")) ? "&limit=3" : ""));
		}
		return addresses;
	}

	private List<String> violations(JsonNode document, JsonNode schema, JsonNode value) {
		ObjectNode whole = this.json.createObjectNode();
		whole.put("$schema", "https://json-schema.org/draft/2020-12/schema");
		whole.set("components", closed(document));
		whole.set("allOf", this.json.createArrayNode().add(schema));
		return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
			.getSchema(whole)
			.validate(value,
					(execution) -> execution
						.executionConfig((configuration) -> configuration.formatAssertionsEnabled(true)))
			.stream()
			.map(Object::toString)
			.toList();
	}

	/** The schemas without room for members that they do not name. */
	private JsonNode closed(JsonNode document) {
		ObjectNode components = (ObjectNode) document.get("components").deepCopy();
		ObjectNode schemas = (ObjectNode) components.get("schemas");
		for (String name : List.copyOf(schemas.propertyNames())) {
			ObjectNode schema = (ObjectNode) schemas.get(name);
			if (schema.has("allOf")) {
				ObjectNode base = (ObjectNode) resolved(document, schema.get("allOf").get(0)).deepCopy();
				JsonNode own = schema.get("allOf").get(1);
				own.get("properties")
					.propertyStream()
					.forEach((member) -> ((ObjectNode) base.get("properties")).set(member.getKey(), member.getValue()));
				own.get("required").forEach(((tools.jackson.databind.node.ArrayNode) base.get("required"))::add);
				schemas.set(name, base.put("additionalProperties", false));
			}
			else if (schema.has("properties")) {
				schema.put("additionalProperties", false);
			}
		}
		return components;
	}

	private static JsonNode schema(JsonNode operation, String status) {
		return operation.at("/responses/" + status + "/content/application~1json/schema");
	}

	private static JsonNode resolved(JsonNode document, JsonNode value) {
		return value.has("$ref") ? document.at(value.get("$ref").stringValue().substring(1)) : value;
	}

	private static Stream<Operation> operations(JsonNode document) {
		return document.get("paths")
			.propertyStream()
			.flatMap((path) -> path.getValue()
				.propertyStream()
				.filter((method) -> METHODS.contains(method.getKey()))
				.map((method) -> new Operation(path.getKey(), method.getKey(), method.getValue())));
	}

	private JsonNode document() {
		return body(this.mvc.get().uri("/openapi.json").exchange());
	}

	private JsonNode body(MvcTestResult result) {
		return this.json.readTree(text(result));
	}

	private static String text(MvcTestResult result) {
		assertThat(result).hasStatus(HttpStatus.OK);
		return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	private record Operation(String path, String method, JsonNode node) {

		String id() {
			return this.node.get("operationId").stringValue();
		}

		boolean writes() {
			return this.node.has("security");
		}

	}

}
