package org.postkontor.discovery.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One element of a small XML document: name without prefix, attributes, its own text stripped, children in order. */
record XmlElement(String name, Map<String, String> attributes, String text, List<XmlElement> children) {

	List<XmlElement> children(String childName) {
		return children.stream().filter(c -> c.name().equals(childName)).toList();
	}

	Optional<XmlElement> child(String childName) {
		return children.stream().filter(c -> c.name().equals(childName)).findFirst();
	}

	/** Text of a child; empty if it is missing. */
	String text(String childName) {
		return child(childName).map(XmlElement::text).orElse("");
	}

	String attribute(String attributeName) {
		return attributes.getOrDefault(attributeName, "");
	}
}
