package org.postkontor.arch.tests;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reading of XML without document types. */
final class Xml {
	private Xml() {
	}

	static Element parse(String text) {
		try {
			DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
			factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
			return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text))).getDocumentElement();
		} catch (SAXException | IOException | ParserConfigurationException e) {
			throw new IllegalArgumentException("no XML: " + e.getMessage() + "\n" + text, e);
		}
	}

	/** All elements below with this tag name ("*" for any). */
	static List<Element> elements(Element root, String tag) {
		var nodes = root.getElementsByTagName(tag);
		List<Element> elements = new ArrayList<>();
		for (int i = 0; i < nodes.getLength(); i++) {
			elements.add((Element) nodes.item(i));
		}
		return elements;
	}

	static List<Element> children(Element root, String tag) {
		return elements(root, tag).stream().filter(e -> e.getParentNode() == root).toList();
	}

	/** The text of an element; elements in it become tags again, escaped ones become plain. */
	static String inner(Node node) {
		StringBuilder text = new StringBuilder();
		for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
			if (child instanceof Element element) {
				text.append('<').append(element.getTagName()).append('>').append(inner(element)).append("</").append(element.getTagName()).append('>');
			} else {
				text.append(child.getNodeValue() == null ? "" : child.getNodeValue());
			}
		}
		return text.toString();
	}
}
