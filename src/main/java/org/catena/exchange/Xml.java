package org.catena.exchange;

import java.io.BufferedWriter;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import org.jspecify.annotations.Nullable;

/**
 * Writes XML 1.0 in UTF-8 as it comes, element by element, without the characters that
 * XML cannot hold.
 */
final class Xml {

	/** The namespace of {@code xsi:schemaLocation}. */
	static final String SCHEMA_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";

	private final XMLStreamWriter out;

	private Xml(XMLStreamWriter out) {
		this.out = out;
	}

	/** Begins a document. */
	static Xml to(OutputStream out) throws XMLStreamException {
		Xml xml = new Xml(XMLOutputFactory.newFactory()
			.createXMLStreamWriter(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))));
		xml.out.writeStartDocument("UTF-8", "1.0");
		return xml;
	}

	/** Begins the outermost element, or one that begins a namespace. */
	Xml start(String name, String namespace) throws XMLStreamException {
		this.out.writeStartElement(name);
		this.out.writeDefaultNamespace(namespace);
		return this;
	}

	/** Begins an element; a name may have a prefix that was declared. */
	Xml start(String name) throws XMLStreamException {
		this.out.writeStartElement(name);
		return this;
	}

	/** Declares a prefix on the element just begun. */
	Xml namespace(String prefix, String namespace) throws XMLStreamException {
		this.out.writeNamespace(prefix, namespace);
		return this;
	}

	/** Says where the schema of the element just begun is. */
	Xml schema(String namespace, String address) throws XMLStreamException {
		this.out.writeNamespace("xsi", SCHEMA_INSTANCE);
		this.out.writeAttribute("xsi:schemaLocation", namespace + " " + address);
		return this;
	}

	/** Gives the element just begun an attribute, unless there is no value. */
	Xml attribute(String name, @Nullable Object value) throws XMLStreamException {
		if (value != null) {
			this.out.writeAttribute(name, valid(value.toString()));
		}
		return this;
	}

	Xml text(String text) throws XMLStreamException {
		this.out.writeCharacters(valid(text));
		return this;
	}

	Xml end() throws XMLStreamException {
		this.out.writeEndElement();
		return this;
	}

	/** Writes an element that holds a text, unless there is none. */
	Xml element(String name, @Nullable String text) throws XMLStreamException {
		return (text != null) ? start(name).text(text).end() : this;
	}

	/** Ends the document. */
	void close() throws XMLStreamException {
		this.out.writeEndDocument();
		this.out.flush();
	}

	/** A text without what XML 1.0 cannot say. */
	static String valid(String text) {
		StringBuilder valid = new StringBuilder(text.length());
		text.codePoints()
			.filter((c) -> c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c <= 0xD7FF)
					|| (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000)
			.forEach(valid::appendCodePoint);
		return valid.toString();
	}

}
