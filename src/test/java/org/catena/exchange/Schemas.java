package org.catena.exchange;

import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.util.Arrays;

import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import nu.validator.vendor.thaiopensource.util.PropertyMapBuilder;
import nu.validator.vendor.thaiopensource.validate.ValidateProperty;
import nu.validator.vendor.thaiopensource.validate.ValidationDriver;
import nu.validator.vendor.thaiopensource.validate.rng.CompactSchemaReader;
import nu.validator.vendor.thaiopensource.xml.sax.ErrorHandlerImpl;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The schemas of formats: {@code src/test/resources/schema}. */
final class Schemas {

	private static final File FOLDER = new File("src/test/resources/schema");

	private static final File OWN = new File("src/main/resources/exchange/article-1.0.xsd");

	private static final File OWN_1_1 = new File("src/main/resources/exchange/article-1.1.xsd");

	private Schemas() {
	}

	/** Checks a response of OAI-PMH with all that stands in it. */
	static void isOai(String xml) {
		isValid(xml, new File(FOLDER, "OAI-PMH.xsd"), new File(FOLDER, "oai_dc.xsd"),
				new File(FOLDER, "oai-identifier.xsd"), OWN, OWN_1_1);
	}

	/** Checks a sitemap, or an index of sitemaps. */
	static void isSitemap(String xml) {
		isValid(xml, new File(FOLDER, "sitemap.xsd"));
	}

	/** Checks a feed. */
	static void isAtom(String xml) {
		isValidCompact(xml, "atom.rnc");
	}

	/** Checks a description of a search. */
	static void isOpenSearch(String xml) {
		isValidCompact(xml, "opensearch.rnc");
	}

	/** Checks references in CSL-JSON. */
	static void isCsl(JsonNode items) {
		try {
			assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
				.getSchema(Files.readString(new File(FOLDER, "csl-data.json").toPath()))
				.validate(items)).isEmpty();
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

	private static void isValid(String xml, File... schemas) {
		try {
			SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
				.newSchema(Arrays.stream(schemas).map(StreamSource::new).toArray(Source[]::new))
				.newValidator()
				.validate(new StreamSource(new StringReader(xml)));
		}
		catch (SAXException | IOException ex) {
			throw new AssertionError(ex.getMessage() + "\n" + xml, ex);
		}
	}

	private static void isValidCompact(String xml, String schema) {
		java.io.StringWriter found = new java.io.StringWriter();
		PropertyMapBuilder properties = new PropertyMapBuilder();
		properties.put(ValidateProperty.ERROR_HANDLER, new ErrorHandlerImpl(found));
		ValidationDriver driver = new ValidationDriver(properties.toPropertyMap(), CompactSchemaReader.getInstance());
		try {
			assertThat(driver.loadSchema(ValidationDriver.fileInputSource(new File(FOLDER, schema))))
				.as(found.toString())
				.isTrue();
			assertThat(driver.validate(new InputSource(new StringReader(xml)))).as(() -> found + "\n" + xml).isTrue();
		}
		catch (SAXException | IOException ex) {
			throw new AssertionError(ex.getMessage() + "\n" + xml, ex);
		}
	}

}
