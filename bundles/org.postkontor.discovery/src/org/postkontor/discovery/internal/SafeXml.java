package org.postkontor.discovery.internal;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.eclipse.jdt.annotation.Nullable;

/**
 * Reads XML of strangers: no document type, no entities but the five of XML, limits for size, depth and number of
 * elements. Uses the JDK's parser, whatever else is on the class path.
 */
final class SafeXml {
	private static final int DEEPEST = 16;
	private static final int MOST_ELEMENTS = 2000;

	private final XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
	private int elements;

	/** What was read is not used. */
	static final class RefusedXmlException extends Exception {
		private static final long serialVersionUID = 1L;
		private final boolean hostile;

		RefusedXmlException(String reason, boolean hostile, @Nullable Throwable cause) {
			super(reason, cause);
			this.hostile = hostile;
		}

		/** True if the document holds what only attacks need; false if it is no XML at all. */
		boolean isHostile() {
			return hostile;
		}
	}

	SafeXml() {
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
		factory.setXMLResolver((publicId, systemId, base, namespace) -> {
			throw new XMLStreamException("external entity");
		});
	}

	XmlElement read(byte[] document) throws RefusedXmlException {
		try {
			XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(document));
			while (reader.hasNext()) {
				int event = reader.next();
				refuseDeclarations(event);
				if (event == XMLStreamConstants.START_ELEMENT) {
					return element(reader, 0);
				}
			}
			throw new RefusedXmlException("empty", false, null);
		} catch (XMLStreamException e) {
			throw new RefusedXmlException("not well-formed", false, e);
		}
	}

	private XmlElement element(XMLStreamReader reader, int depth) throws XMLStreamException, RefusedXmlException {
		if (depth > DEEPEST || ++elements > MOST_ELEMENTS) {
			throw new RefusedXmlException("too deep or too many elements", true, null);
		}
		String name = reader.getLocalName();
		Map<String, String> attributes = new HashMap<>();
		for (int i = 0; i < reader.getAttributeCount(); i++) {
			attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
		}
		List<XmlElement> children = new ArrayList<>();
		StringBuilder text = new StringBuilder();
		while (true) {
			int event = reader.next();
			refuseDeclarations(event);
			switch (event) {
			case XMLStreamConstants.START_ELEMENT -> children.add(element(reader, depth + 1));
			case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> text.append(reader.getText());
			case XMLStreamConstants.END_ELEMENT -> {
				return new XmlElement(name, attributes, text.toString().strip(), children);
			}
			default -> {
				// comments and processing instructions say nothing
			}
			}
		}
	}

	private static void refuseDeclarations(int event) throws RefusedXmlException {
		if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE || event == XMLStreamConstants.ENTITY_DECLARATION) {
			throw new RefusedXmlException("document type or entity", true, null);
		}
	}
}
