package org.postkontor.arch.tests;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What an extension point's schema (.exsd) says: elements, attributes, their documentation, and the examples in it. */
record Schema(Map<String, Set<String>> attributes, List<String> undocumented, List<String> examples) {
	private static final Pattern PRE = Pattern.compile("<pre[^>]*>(.*?)</pre>", Pattern.DOTALL);

	static Schema read(Path file) {
		Element root = Xml.parse(Checkout.text(file));
		Map<String, Set<String>> attributes = new HashMap<>();
		List<String> undocumented = new ArrayList<>();
		for (Element element : Xml.children(root, "element")) {
			String name = element.getAttribute("name");
			Set<String> known = attributes.computeIfAbsent(name, n -> new HashSet<>());
			for (Element attribute : Xml.elements(element, "attribute")) {
				if (attribute.hasAttribute("name")) {
					known.add(attribute.getAttribute("name"));
					// PDE puts point, id and name on every extension; they mean the same everywhere.
					if (!name.equals("extension") && documentation(attribute).isBlank()) {
						undocumented.add(name + "@" + attribute.getAttribute("name"));
					}
				}
			}
		}
		return new Schema(attributes, undocumented, examplesIn(root));
	}

	private static String documentation(Element attribute) {
		return Xml.elements(attribute, "documentation").stream().map(Node::getTextContent).reduce("", String::concat);
	}

	private static List<String> examplesIn(Element root) {
		List<String> examples = new ArrayList<>();
		for (Element annotation : Xml.children(root, "annotation")) {
			boolean example = Xml.elements(annotation, "meta.section").stream().anyMatch(m -> m.getAttribute("type").equals("examples"));
			Matcher pre = PRE.matcher(Xml.elements(annotation, "documentation").stream().map(Xml::inner).reduce("", String::concat));
			while (example && pre.find()) {
				examples.add(pre.group(1));
			}
		}
		return examples;
	}

	/** Elements and attributes of an example that the schema does not have; class="a:b" and the like are not looked into. */
	List<String> unknownIn(Element example) {
		List<String> unknown = new ArrayList<>();
		for (Element element : Xml.elements(example, "*")) {
			Set<String> known = attributes.get(element.getTagName());
			if (known == null) {
				unknown.add("<" + element.getTagName() + ">");
				continue;
			}
			var given = element.getAttributes();
			for (int i = 0; i < given.getLength(); i++) {
				if (!known.contains(given.item(i).getNodeName())) {
					unknown.add("<" + element.getTagName() + " " + given.item(i).getNodeName() + "=...>");
				}
			}
		}
		return unknown;
	}
}
