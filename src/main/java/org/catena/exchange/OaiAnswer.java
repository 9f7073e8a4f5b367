package org.catena.exchange;

import javax.xml.stream.XMLStreamException;

/**
 * What a response of OAI-PMH has below its request. All that can be refused was refused
 * before it is written.
 */
@FunctionalInterface
interface OaiAnswer {

	void write(Xml xml) throws XMLStreamException;

}
